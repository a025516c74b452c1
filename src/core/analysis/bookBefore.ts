import type { DayNumber } from "../math/day";
import { summariseCustomers } from "../orders/summariseCustomers";
import type { LooseMoney, OrderColumns, ScoringBook } from "../orders/types";

/** Rows of typed columns that pass a test, in their order. */
function rowsWhere(count: number, keep: (row: number) => boolean): Int32Array {
  const rows = new Int32Array(count);
  let kept = 0;
  for (let row = 0; row < count; row++) if (keep(row)) rows[kept++] = row;
  return rows.subarray(0, kept);
}

const pickInts = (rows: Int32Array, column: Int32Array) => rows.map((row) => column[row] ?? 0);
const pickFloats = (rows: Int32Array, column: Float64Array) =>
  Float64Array.from(rows, (row) => column[row] ?? 0);

/**
 * The book as it stood on an earlier day: its orders up to that day, with sums and a window that ends
 * there. For tiers at the start of a period, which must not know what was bought in it.
 *
 * Amounts keep the refunds that are known at the book's own as-of date: an order that was given back
 * later counts with what was left of it.
 */
export function bookBefore(book: ScoringBook, asOf: DayNumber, windowDays: number): ScoringBook {
  const { orders, loose } = book;
  const orderRows = rowsWhere(orders.count, (row) => (orders.day[row] ?? 0) <= asOf);
  const looseRows = rowsWhere(loose.count, (row) => (loose.day[row] ?? 0) <= asOf);
  const earlier: OrderColumns = {
    count: orderRows.length,
    customer: pickInts(orderRows, orders.customer),
    day: pickInts(orderRows, orders.day),
    net: pickFloats(orderRows, orders.net),
    refunded: pickFloats(orderRows, orders.refunded),
    orderIds: Array.from(orderRows, (row) => orders.orderIds[row] ?? ""),
    channel: pickInts(orderRows, orders.channel),
  };
  const earlierLoose: LooseMoney = {
    count: looseRows.length,
    customer: pickInts(looseRows, loose.customer),
    day: pickInts(looseRows, loose.day),
    net: pickFloats(looseRows, loose.net),
  };
  const windowStart = asOf - windowDays + 1;
  return {
    ...book,
    asOf,
    windowStart,
    orders: earlier,
    loose: earlierLoose,
    summary: summariseCustomers(earlier, earlierLoose, windowStart, new Uint8Array(book.customers.length)),
  };
}
