import { NO_DAY, type DayNumber } from "../math/day";
import type { ScoringBook } from "../orders/types";
import type { Analysis } from "./types";

/** A shop may sell nothing on its first days: data that begins this many days late still reaches back. */
const REACH_SLACK_DAYS = 7;

/**
 * Net spend, orders and buyers of the report window, and of the window of the same length before it.
 *
 * @param firstOrderDay - first valid order of the data; where it lies more than a week inside the
 *   earlier window, that window is not whole and its totals are not known
 * @returns money in major units
 */
export function windowTotals(book: ScoringBook, firstOrderDay: DayNumber): Analysis["totals"] {
  const { summary } = book;
  const scale = 10 ** book.decimals;
  let net = 0;
  let orders = 0;
  let buyers = 0;
  for (let customer = 0; customer < summary.count; customer++) {
    const ordered = summary.windowOrders[customer] ?? 0;
    net += summary.windowNet[customer] ?? 0;
    orders += ordered;
    if (ordered > 0) buyers++;
  }
  const previous = previousTotals(book, firstOrderDay);
  return {
    net: net / scale,
    orders,
    buyers,
    netPerCustomer: buyers === 0 ? null : net / scale / buyers,
    netPerOrder: orders === 0 ? null : net / scale / orders,
    previousNet: previous === null ? null : previous.net / scale,
    previousOrders: previous?.orders ?? null,
    previousBuyers: previous?.buyers ?? null,
  };
}

function previousTotals(
  book: ScoringBook,
  firstOrderDay: DayNumber,
): { readonly net: number; readonly orders: number; readonly buyers: number } | null {
  const to = book.windowStart - 1;
  const from = to - (book.asOf - book.windowStart);
  if (firstOrderDay === NO_DAY || firstOrderDay > from + REACH_SLACK_DAYS) return null;
  const isInside = (day: number) => day >= from && day <= to;
  let net = 0;
  let count = 0;
  let buyers = 0;
  let lastBuyer = -1;
  const { orders, loose } = book;
  for (let order = 0; order < orders.count; order++) {
    if (!isInside(orders.day[order] ?? NO_DAY)) continue;
    net += orders.net[order] ?? 0;
    count++;
    // Orders of one customer stand together.
    const customer = orders.customer[order] ?? -1;
    if (customer !== lastBuyer) buyers++;
    lastBuyer = customer;
  }
  for (let entry = 0; entry < loose.count; entry++) {
    if (isInside(loose.day[entry] ?? NO_DAY)) net += loose.net[entry] ?? 0;
  }
  return { net, orders: count, buyers };
}
