import { NO_DAY, type DayNumber } from "../math/day";
import { lazily } from "./lazily";
import type { SettledOrders } from "./settleOrders";
import type { CustomerSummary, LooseMoney, OrderColumns } from "./types";

/** Orders in any order, as far as sums per customer need them. */
interface OrderSums {
  readonly count: number;
  readonly customer: Int32Array;
  readonly day: Int32Array;
  readonly net: Float64Array;
  /** 1: counts; null: all do. */
  readonly valid: Uint8Array | null;
}

/**
 * One pass over the orders: everything that scores and models need of a customer.
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
  return summarise({ ...orders, valid: null }, () => orders, { loose, windowStart, onlyAfterAsOf });
}

/**
 * The same from orders that are not sorted yet. Purchase days need them sorted, which scores do not:
 * they are counted when first asked for.
 */
export function summariseSettled(
  settled: SettledOrders,
  sorted: () => OrderColumns,
  loose: LooseMoney,
  windowStart: DayNumber,
  onlyAfterAsOf: Uint8Array,
): CustomerSummary {
  const { customer, day, net, valid, groupCount } = settled;
  const sums = { count: groupCount, customer, day, net, valid };
  return summarise(sums, sorted, { loose, windowStart, onlyAfterAsOf });
}

function summarise(
  sums: OrderSums,
  sorted: () => OrderColumns,
  rest: { readonly loose: LooseMoney; readonly windowStart: DayNumber; readonly onlyAfterAsOf: Uint8Array },
): CustomerSummary {
  const { loose, windowStart, onlyAfterAsOf } = rest;
  const count = onlyAfterAsOf.length;
  const firstDay = new Int32Array(count).fill(NO_DAY);
  const lastDay = new Int32Array(count).fill(NO_DAY);
  const windowOrders = new Int32Array(count);
  const windowNet = new Float64Array(count);
  const totalOrders = new Int32Array(count);
  const totalNet = new Float64Array(count);
  for (let index = 0; index < sums.count; index++) {
    if (sums.valid !== null && sums.valid[index] !== 1) continue;
    const customer = sums.customer[index] ?? 0;
    const day = sums.day[index] ?? NO_DAY;
    const net = sums.net[index] ?? 0;
    const first = firstDay[customer] ?? NO_DAY;
    if (first === NO_DAY || day < first) firstDay[customer] = day;
    if (day > (lastDay[customer] ?? NO_DAY)) lastDay[customer] = day;
    totalOrders[customer] = (totalOrders[customer] ?? 0) + 1;
    totalNet[customer] = (totalNet[customer] ?? 0) + net;
    if (day < windowStart) continue;
    windowOrders[customer] = (windowOrders[customer] ?? 0) + 1;
    windowNet[customer] = (windowNet[customer] ?? 0) + net;
  }
  for (let entry = 0; entry < loose.count; entry++) {
    const customer = loose.customer[entry] ?? 0;
    const net = loose.net[entry] ?? 0;
    totalNet[customer] = (totalNet[customer] ?? 0) + net;
    if ((loose.day[entry] ?? NO_DAY) >= windowStart) windowNet[customer] = (windowNet[customer] ?? 0) + net;
  }
  const purchaseDays = lazily(() => purchaseDaysOf(sorted(), count));
  return {
    count,
    firstDay,
    lastDay,
    windowOrders,
    windowNet,
    totalOrders,
    totalNet,
    get purchaseDays() {
      return purchaseDays();
    },
    onlyAfterAsOf,
  };
}

function purchaseDaysOf(orders: OrderColumns, customers: number): Int32Array {
  const days = new Int32Array(customers);
  for (let index = 0; index < orders.count; index++) {
    const customer = orders.customer[index] ?? 0;
    const again =
      index > 0 && orders.customer[index - 1] === customer && orders.day[index - 1] === orders.day[index];
    if (!again) days[customer] = (days[customer] ?? 0) + 1;
  }
  return days;
}
