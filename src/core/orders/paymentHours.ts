import type { Settings } from "../settings";
import { parseMoment, type MappedTable } from "../tables";
import type { AssembledBook } from "./assembleBook";
import { dateReading, type ReadRows } from "./readOrderRows";

const SECONDS_PER_HOUR = 3_600;

/**
 * Hours from the making of each valid order to its payment, in the order of the orders: how long somebody took to
 * choose. NaN where a row lacks one of both times, or was paid before it was made. Of several rows of an order the
 * first that says so counts.
 *
 * @returns null where no sheet has both times, or where all orders took equally long: dates without a time of day
 *   tell nothing
 */
export function paymentHours(
  tables: readonly MappedTable<"orders">[],
  read: ReadRows,
  assembled: AssembledBook,
  settings: Settings,
): Float64Array | null {
  const readings = tables.map((table) => {
    const { paidAt, createdAt } = table.columns;
    if (paidAt === undefined || createdAt === undefined) return null;
    return {
      rows: table.rows,
      paidAt,
      createdAt,
      paid: dateReading(table, "paidAt", settings).reading,
      created: dateReading(table, "createdAt", settings).reading,
    };
  });
  if (readings.every((reading) => reading === null)) return null;
  const { settled, book } = assembled;
  const orderOfGroup = assembled.orderOfGroup();
  const hours = new Float64Array(book.orders.count).fill(Number.NaN);
  let least = Infinity;
  let most = -Infinity;
  for (let row = 0; row < read.rows.count; row++) {
    const reading = readings[read.table[row] ?? 0];
    if (!reading || settled.reasonOfRow[row] !== 0) continue;
    const order = orderOfGroup[settled.groupOfRow(row)] ?? -1;
    if (order < 0 || !Number.isNaN(hours[order])) continue;
    const cells = reading.rows[read.place[row] ?? 0];
    const paid = parseMoment(cells?.[reading.paidAt], reading.paid);
    const created = parseMoment(cells?.[reading.createdAt], reading.created);
    if (typeof paid !== "number" || typeof created !== "number" || paid < created) continue;
    const taken = (paid - created) / SECONDS_PER_HOUR;
    hours[order] = taken;
    least = Math.min(least, taken);
    most = Math.max(most, taken);
  }
  return least < most ? hours : null;
}
