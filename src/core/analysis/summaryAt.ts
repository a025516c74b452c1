import type { DayNumber } from "../math/day";
import { summariseCustomers } from "../orders/summariseCustomers";
import type { CustomerSummary, ScoringBook } from "../orders/types";

/** Rows of typed columns that pass a test, in their order. */
function rowsWhere(count: number, keep: (row: number) => boolean): Int32Array {
  const rows = new Int32Array(count);
  let kept = 0;
  for (let row = 0; row < count; row++) if (keep(row)) rows[kept++] = row;
  return rows.subarray(0, kept);
}

const pickInts = (rows: Int32Array, column: Int32Array) => rows.map((row) => column[row] ?? 0);

function pickFloats(rows: Int32Array, column: Float64Array): Float64Array {
  const picked = new Float64Array(rows.length);
  for (let index = 0; index < rows.length; index++) picked[index] = column[rows[index] ?? 0] ?? 0;
  return picked;
}

/**
 * Sums per customer as they stood on an earlier day, with a window that ends there: for tiers at the
 * start of a period, which must not know what was bought in it.
 *
 * Amounts keep the refunds that are known at the book's own as-of date: an order that was given back
 * later counts with what was left of it.
 */
export function summaryAt(book: ScoringBook, asOf: DayNumber, windowDays: number): CustomerSummary {
  const { orders, loose } = book;
  const orderRows = rowsWhere(orders.count, (row) => (orders.day[row] ?? 0) <= asOf);
  const looseRows = rowsWhere(loose.count, (row) => (loose.day[row] ?? 0) <= asOf);
  return summariseCustomers(
    {
      count: orderRows.length,
      customer: pickInts(orderRows, orders.customer),
      day: pickInts(orderRows, orders.day),
      net: pickFloats(orderRows, orders.net),
      // Sums do not look at these.
      refunded: new Float64Array(0),
      orderIds: [],
      channel: new Int32Array(0),
    },
    {
      count: looseRows.length,
      customer: pickInts(looseRows, loose.customer),
      day: pickInts(looseRows, loose.day),
      net: pickFloats(looseRows, loose.net),
    },
    asOf - windowDays + 1,
    new Uint8Array(book.customers.length),
  );
}
