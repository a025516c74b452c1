import { NO_DAY, type DayNumber } from "../math/day";
import type { ScoringBook } from "../orders/types";

/**
 * Purchase days of every customer side by side: those of customer c stand at start[c] up to, and
 * without, start[c + 1], in order of time.
 *
 * Orders of one day are one purchase with their sum. The spend of a purchase is what was paid,
 * refunds not taken off: when they were given back is not known here, and what is not known at an
 * earlier day must not be used for it. So every prefix of a customer's purchases is what was known at
 * its last day.
 */
export interface PurchaseHistory {
  /** Customers of the book, those without a valid order included. */
  readonly customers: number;
  readonly start: Int32Array;
  readonly day: Int32Array;
  /** Minor units. */
  readonly spend: Float64Array;
  /** First purchase day of the data; NO_DAY without one. */
  readonly firstDay: DayNumber;
  readonly asOf: DayNumber;
}

/** The purchase days of an order book up to its as-of date. */
export function purchaseHistory(book: Pick<ScoringBook, "asOf" | "customers" | "orders">): PurchaseHistory {
  const { orders, asOf } = book;
  const customers = book.customers.length;
  const start = new Int32Array(customers + 1);
  const day = new Int32Array(orders.count);
  const spend = new Float64Array(orders.count);
  let firstDay = NO_DAY;
  let filled = 0;
  let reached = -1;
  for (let order = 0; order < orders.count; order++) {
    const customer = orders.customer[order] ?? 0;
    const on = orders.day[order] ?? 0;
    if (on > asOf) continue;
    while (reached < customer) start[++reached] = filled;
    const paid = (orders.net[order] ?? 0) + (orders.refunded[order] ?? 0);
    if (filled > (start[customer] ?? 0) && day[filled - 1] === on) {
      spend[filled - 1] = (spend[filled - 1] ?? 0) + paid;
      continue;
    }
    day[filled] = on;
    spend[filled] = paid;
    filled++;
    if (firstDay === NO_DAY || on < firstDay) firstDay = on;
  }
  while (reached < customers) start[++reached] = filled;
  return {
    customers,
    start,
    day: day.subarray(0, filled),
    spend: spend.subarray(0, filled),
    firstDay,
    asOf,
  };
}
