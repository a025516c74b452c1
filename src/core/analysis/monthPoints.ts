import { firstDayOfMonth, monthIndex, NO_DAY, type DayNumber } from "../math/day";
import type { ScoringBook } from "../orders/types";
import { firstKnownDay } from "./firstBuyers";
import type { MonthPoint } from "./types";

/**
 * Net spend, orders and buyers of every calendar month from the first order to the as-of date, months
 * without an order included; buyers told apart as new, returning, and of unknown start.
 *
 * New are buyers whose first order ever lies in the month. Those first seen within the first 90 days
 * of the data may have bought before it begins: their first month is `unknown`, later ones returning.
 * Refunds without an order are in no month's orders, but in its net, on the side of returning buyers.
 *
 * @returns oldest first; money in major units; none without an order
 */
export function monthPoints(book: ScoringBook, firstOrderDay: DayNumber): readonly MonthPoint[] {
  if (firstOrderDay === NO_DAY) return [];
  const { orders, loose, summary, asOf } = book;
  const firstMonth = monthIndex(firstOrderDay);
  const months = monthIndex(asOf) - firstMonth + 1;
  const knownFrom = firstKnownDay(firstOrderDay);
  const monthOfDay = new Int32Array(asOf - firstOrderDay + 1);
  for (let day = firstOrderDay; day <= asOf; day++) {
    monthOfDay[day - firstOrderDay] = monthIndex(day) - firstMonth;
  }

  const orderCount = new Int32Array(months);
  // Buyers and net of each kind of buyer: new, returning, unknown.
  const buyers = [new Int32Array(months), new Int32Array(months), new Int32Array(months)] as const;
  const net = [new Float64Array(months), new Float64Array(months), new Float64Array(months)] as const;
  const kindOf = (customer: number, month: number): 0 | 1 | 2 => {
    const first = summary.firstDay[customer] ?? NO_DAY;
    if (first === NO_DAY || monthOfDay[first - firstOrderDay] !== month) return 1;
    return first >= knownFrom ? 0 : 2;
  };
  let lastCustomer = -1;
  let lastMonth = -1;
  for (let order = 0; order < orders.count; order++) {
    const customer = orders.customer[order] ?? 0;
    const month = monthOfDay[(orders.day[order] ?? firstOrderDay) - firstOrderDay] ?? 0;
    const kind = kindOf(customer, month);
    orderCount[month] = (orderCount[month] ?? 0) + 1;
    net[kind][month] = (net[kind][month] ?? 0) + (orders.net[order] ?? 0);
    // Orders stand by customer and day, so a buyer's month is one run.
    if (customer !== lastCustomer || month !== lastMonth) {
      buyers[kind][month] = (buyers[kind][month] ?? 0) + 1;
      lastCustomer = customer;
      lastMonth = month;
    }
  }
  for (let entry = 0; entry < loose.count; entry++) {
    const day = loose.day[entry] ?? NO_DAY;
    if (day < firstOrderDay || day > asOf) continue;
    const month = monthOfDay[day - firstOrderDay] ?? 0;
    net[1][month] = (net[1][month] ?? 0) + (loose.net[entry] ?? 0);
  }

  const scale = 10 ** book.decimals;
  return Array.from({ length: months }, (_, month): MonthPoint => {
    const [newBuyers, returningBuyers, unknownBuyers] = buyers.map((column) => column[month] ?? 0) as [
      number,
      number,
      number,
    ];
    const [newNet, returningNet, unknownNet] = net.map((column) => (column[month] ?? 0) / scale) as [
      number,
      number,
      number,
    ];
    const start = firstDayOfMonth(firstMonth + month);
    return {
      month: start,
      net: newNet + returningNet + unknownNet,
      orders: orderCount[month] ?? 0,
      buyers: newBuyers + returningBuyers + unknownBuyers,
      newBuyers,
      returningBuyers,
      unknownBuyers,
      newNet,
      returningNet,
      unknownNet,
      newKnown: start >= knownFrom,
      complete: firstDayOfMonth(firstMonth + month + 1) - 1 <= asOf,
    };
  });
}
