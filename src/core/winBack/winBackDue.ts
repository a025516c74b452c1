import { InvalidArgumentError } from "../errors";
import { addMonths, NO_DAY, type DayNumber } from "../math/day";
import type { CustomerSummary, OrderColumns } from "../orders/types";

/** What the due rule looks at: an order book, or as much of one. */
export interface WinBackSource {
  readonly asOf: DayNumber;
  /** In the order customer, day. */
  readonly orders: Pick<OrderColumns, "count" | "customer" | "day" | "net">;
  readonly summary: Pick<CustomerSummary, "count" | "firstDay" | "lastDay" | "purchaseDays" | "totalOrders">;
}

/** Customers due for winning back, as columns; the most valuable first. */
export interface WinBackColumns {
  readonly count: number;
  /** Index into the customers of the book. */
  readonly customer: Int32Array;
  readonly lastDay: Int32Array;
  /** Days from the last order to the as-of date. */
  readonly days: Int32Array;
  /** Net spend in the 365 days ending on the last order, minor units. */
  readonly valueAtRisk: Float64Array;
  /** Orders ever. */
  readonly orders: Int32Array;
  /** Mean days between purchase days; NaN with fewer than two. */
  readonly intervalDays: Float64Array;
}

const VALUE_DAYS = 365;

/**
 * Customers whose last order is at least so many calendar months ago: EDATE(last order, months) <= as-of.
 *
 * Calendar months, not days: three months after 1 October is 1 January, 92 days on, and a last order
 * of 30 November is due on 28 February. Customers without a valid order are never due; 0 months makes
 * everybody with an order due. Sorted by value at risk, the largest first; equal values by the longer
 * silence, then in the order of the book.
 *
 * @param months - whole and not negative
 * @throws InvalidArgumentError `notAWholeNumber` for other months
 */
export function winBackDue(source: WinBackSource, months: number): WinBackColumns {
  if (!Number.isInteger(months) || months < 0) {
    throw new InvalidArgumentError("months", "notAWholeNumber", { value: months });
  }
  const { asOf, orders, summary } = source;
  const isDue = new Uint8Array(summary.count);
  for (let customer = 0; customer < summary.count; customer += 1) {
    const last = summary.lastDay[customer] ?? NO_DAY;
    if (last !== NO_DAY && addMonths(last, months) <= asOf) isDue[customer] = 1;
  }

  const value = new Float64Array(summary.count);
  for (let order = 0; order < orders.count; order += 1) {
    const customer = orders.customer[order] as number;
    if (isDue[customer] !== 1) continue;
    const last = summary.lastDay[customer] as number;
    const day = orders.day[order] as number;
    if (day <= last && day > last - VALUE_DAYS) value[customer]! += orders.net[order] as number;
  }

  const at = (column: ArrayLike<number>, customer: number): number => column[customer] ?? 0;
  const due: number[] = [];
  isDue.forEach((flag, customer) => {
    if (flag === 1) due.push(customer);
  });
  due.sort((a, b) => at(value, b) - at(value, a) || at(summary.lastDay, a) - at(summary.lastDay, b) || a - b);
  return {
    count: due.length,
    customer: Int32Array.from(due),
    lastDay: Int32Array.from(due, (customer) => at(summary.lastDay, customer)),
    days: Int32Array.from(due, (customer) => asOf - at(summary.lastDay, customer)),
    valueAtRisk: Float64Array.from(due, (customer) => at(value, customer)),
    orders: Int32Array.from(due, (customer) => at(summary.totalOrders, customer)),
    intervalDays: Float64Array.from(due, (customer) => {
      const gaps = at(summary.purchaseDays, customer) - 1;
      return gaps < 1 ? NaN : (at(summary.lastDay, customer) - at(summary.firstDay, customer)) / gaps;
    }),
  };
}
