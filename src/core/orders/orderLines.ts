import type { AssembledBook } from "./assembleBook";
import type { ReadRows } from "./readOrderRows";
import type { LineColumns } from "./types";

/**
 * What was bought, one entry per row of a valid order, in the order of the orders.
 *
 * Where an order's total stands in one row and its lines in further ones, the total is spread over
 * all of them by quantity × unit price, in whole minor units that add up to it; without weights the
 * first row keeps it.
 */
export function orderLines(read: ReadRows, assembled: AssembledBook): LineColumns {
  const { rows } = read;
  const { settled, book } = assembled;
  const orderOfGroup = assembled.orderOfGroup();
  const orderOfRow = (row: number) =>
    settled.reasonOfRow[row] === 0 ? (orderOfGroup[settled.groupOfRow(row)] ?? -1) : -1;

  const starts = new Int32Array(book.orders.count + 1);
  for (let row = 0; row < rows.count; row++) {
    const order = orderOfRow(row);
    if (order >= 0) starts[order + 1] = (starts[order + 1] ?? 0) + 1;
  }
  for (let order = 1; order < starts.length; order++) {
    starts[order] = (starts[order] ?? 0) + (starts[order - 1] ?? 0);
  }
  const count = starts[book.orders.count] ?? 0;
  const lines = {
    count,
    order: new Int32Array(count),
    item: new Int32Array(count),
    category: new Int32Array(count),
    net: new Float64Array(count),
  };
  const spread = spreadOverLines(read, book.asOf);
  for (let row = 0; row < rows.count; row++) {
    const order = orderOfRow(row);
    if (order < 0) continue;
    const line = starts[order] ?? 0;
    starts[order] = line + 1;
    lines.order[line] = order;
    lines.item[line] = read.item[row] ?? -1;
    lines.category[line] = read.category[row] ?? -1;
    lines.net[line] = spread(row);
  }
  return lines;
}

/** Net of a row as it is known on the as-of date, or its share of its head's. */
function spreadOverLines(read: ReadRows, asOf: number): (row: number) => number {
  const { rows, weight } = read;
  const known = (row: number) => {
    const late = rows.refundDay !== null && (rows.refundDay[row] ?? 0) > asOf;
    return (late ? rows.gross[row] : rows.net[row]) ?? 0;
  };
  const { head } = rows;
  if (head === null) return known;

  const totals = new Map<number, number>();
  for (let row = 0; row < rows.count; row++) {
    const first = head[row] ?? -1;
    if (first < 0) continue;
    const sum = totals.get(first) ?? Math.max(0, weight[first] ?? 0);
    totals.set(first, sum + Math.max(0, weight[row] ?? 0));
  }
  const passed = new Map<number, number>();
  return (row) => {
    const first = (head[row] ?? -1) >= 0 ? (head[row] ?? row) : row;
    const total = totals.get(first);
    if (total === undefined) return known(row);
    if (total === 0) return row === first ? known(row) : 0;
    // Rounding the running share, not each share, makes the parts add up to the whole.
    const before = passed.get(first) ?? 0;
    const after = before + Math.max(0, weight[row] ?? 0);
    passed.set(first, after);
    const whole = known(first);
    return Math.round((whole * after) / total) - Math.round((whole * before) / total);
  };
}
