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
  const firstDay = new Int32Array(count);
  const lastDay = new Int32Array(count);
  const windowOrders = new Int32Array(count);
  const windowNet = new Float64Array(count);
  const totalOrders = new Int32Array(count);
  const totalNet = new Float64Array(count);
  // Rows come in any order of customers: what belongs to one customer stands side by side here, so
  // that each row touches two places in memory instead of six.
  const days = new Int32Array(count * 4).fill(NO_DAY);
  const money = new Float64Array(count * 2);
  for (let index = 0; index < sums.count; index++) {
    if (sums.valid !== null && sums.valid[index] !== 1) continue;
    const customer = sums.customer[index] ?? 0;
    const day = sums.day[index] ?? NO_DAY;
    const net = sums.net[index] ?? 0;
    const at = customer * 4;
    const first = days[at] ?? NO_DAY;
    if (first === NO_DAY || day < first) days[at] = day;
    if (day > (days[at + 1] ?? NO_DAY)) days[at + 1] = day;
    days[at + 2] = (days[at + 2] ?? 0) + 1;
    money[customer * 2] = (money[customer * 2] ?? 0) + net;
    if (day < windowStart) continue;
    days[at + 3] = (days[at + 3] ?? 0) + 1;
    money[customer * 2 + 1] = (money[customer * 2 + 1] ?? 0) + net;
  }
  for (let customer = 0; customer < count; customer++) {
    firstDay[customer] = days[customer * 4] ?? NO_DAY;
    lastDay[customer] = days[customer * 4 + 1] ?? NO_DAY;
    // Both counts began at NO_DAY, as the days beside them did.
    totalOrders[customer] = (days[customer * 4 + 2] ?? NO_DAY) - NO_DAY;
    windowOrders[customer] = (days[customer * 4 + 3] ?? NO_DAY) - NO_DAY;
    totalNet[customer] = money[customer * 2] ?? 0;
    windowNet[customer] = money[customer * 2 + 1] ?? 0;
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
