import type { AssembledBook } from "./assembleBook";
import type { ReadRows } from "./readOrderRows";

/**
 * Share of the price that was taken off each valid order, 0 to 1, in the order of the orders; NaN where no row
 * of the order says what it would have cost. Taxes and postage may make an order dearer than its lines: that is
 * no discount, and 0.
 *
 * @returns null where no row of any order says so
 */
export function orderDiscounts(read: ReadRows, assembled: AssembledBook): Float64Array | null {
  const { rows, listPrice } = read;
  if (listPrice === null) return null;
  const { settled, book } = assembled;
  const orderOfGroup = assembled.orderOfGroup();
  const listed = new Float64Array(book.orders.count);
  const paid = new Float64Array(book.orders.count);
  for (let row = 0; row < rows.count; row++) {
    const order = settled.reasonOfRow[row] === 0 ? (orderOfGroup[settled.groupOfRow(row)] ?? -1) : -1;
    if (order < 0) continue;
    listed[order] = (listed[order] ?? 0) + (listPrice[row] ?? 0);
    paid[order] = (paid[order] ?? 0) + Math.max(0, rows.gross[row] ?? 0);
  }
  return listed.map((price, order) => (price > 0 ? Math.max(0, 1 - (paid[order] ?? 0) / price) : Number.NaN));
}
