import { saysSo } from "../tables/saysSo";
import type { MappedTable } from "../tables";
import type { AssembledBook } from "./assembleBook";
import type { ReadRows } from "./readOrderRows";

/**
 * Valid orders with something made to measure (定制), in the order of the orders: 1 where any row of the order says
 * so, be it by a yes or by the words of what was made.
 *
 * @returns null where no sheet has such a column, or none of its cells says anything
 */
export function madeToMeasure(
  tables: readonly MappedTable<"orders">[],
  read: ReadRows,
  assembled: AssembledBook,
): Uint8Array | null {
  if (tables.every(({ columns }) => columns.custom === undefined)) return null;
  const { settled, book } = assembled;
  const orderOfGroup = assembled.orderOfGroup();
  const made = new Uint8Array(book.orders.count);
  let isAnythingSaid = false;
  for (let row = 0; row < read.rows.count; row++) {
    const table = tables[read.table[row] ?? 0];
    const column = table?.columns.custom;
    if (table === undefined || column === undefined) continue;
    const cell = table.rows[read.place[row] ?? 0]?.[column] ?? null;
    isAnythingSaid ||= cell !== null && cell !== "";
    if (!saysSo(cell) || settled.reasonOfRow[row] !== 0) continue;
    const order = orderOfGroup[settled.groupOfRow(row)] ?? -1;
    if (order >= 0) made[order] = 1;
  }
  return isAnythingSaid ? made : null;
}
