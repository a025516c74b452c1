import { NO_DAY, type DayNumber } from "../math/day";
import type { CustomerSummary, LooseMoney, OrderColumns } from "./types";

/**
 * One pass over sorted orders: everything that scores and models need of a customer.
 *
 * @param orders - in the order customer, day
 * @param onlyAfterAsOf - 1 for customers all of whose rows lie after the as-of date
 */
export function summariseCustomers(
  orders: OrderColumns,
  loose: LooseMoney,
  windowStart: DayNumber,
  onlyAfterAsOf: Uint8Array,
): CustomerSummary {
  const count = onlyAfterAsOf.length;
  const firstDay = new Int32Array(count).fill(NO_DAY);
  const lastDay = new Int32Array(count).fill(NO_DAY);
  const windowOrders = new Int32Array(count);
  const windowNet = new Float64Array(count);
  const totalOrders = new Int32Array(count);
  const totalNet = new Float64Array(count);
  const purchaseDays = new Int32Array(count);

  // The orders of one customer stand together, so its sums stay in locals until the next one begins.
  let index = 0;
  while (index < orders.count) {
    const customer = orders.customer[index] ?? 0;
    const first = orders.day[index] ?? NO_DAY;
    let previous = NO_DAY;
    let days = 0;
    let inWindow = 0;
    let windowSum = 0;
    let sum = 0;
    const start = index;
    while (index < orders.count && orders.customer[index] === customer) {
      const day = orders.day[index] ?? NO_DAY;
      const net = orders.net[index] ?? 0;
      if (day !== previous) days++;
      previous = day;
      sum += net;
      if (day >= windowStart) {
        inWindow++;
        windowSum += net;
      }
      index++;
    }
    firstDay[customer] = first;
    lastDay[customer] = previous;
    windowOrders[customer] = inWindow;
    windowNet[customer] = windowSum;
    totalOrders[customer] = index - start;
    totalNet[customer] = sum;
    purchaseDays[customer] = days;
  }

  for (let entry = 0; entry < loose.count; entry++) {
    const customer = loose.customer[entry] ?? 0;
    const net = loose.net[entry] ?? 0;
    totalNet[customer] = (totalNet[customer] ?? 0) + net;
    if ((loose.day[entry] ?? NO_DAY) >= windowStart) windowNet[customer] = (windowNet[customer] ?? 0) + net;
  }
  return {
    count,
    firstDay,
    lastDay,
    windowOrders,
    windowNet,
    totalOrders,
    totalNet,
    purchaseDays,
    onlyAfterAsOf,
  };
}
