import type { DayNumber } from "../math/day";
import type { PurchaseHistory } from "./purchaseHistory";

/**
 * Everybody who had bought by the end of a day, as columns, from rows up to that day alone.
 */
export interface CustomersAt {
  readonly day: DayNumber;
  readonly count: number;
  /** Index into the customers of the book. */
  readonly customer: Int32Array;
  /** Purchase days up to the day. */
  readonly purchases: Int32Array;
  /** Of them, in the so many days that end on the day. */
  readonly recentPurchases: Int32Array;
  readonly firstDay: Int32Array;
  readonly lastDay: Int32Array;
  /** Minor units. */
  readonly spend: Float64Array;
  /** ln(mean spend of the later half of the purchases ÷ that of the earlier half); 0 with one purchase or without money. */
  readonly spendTrend: Float64Array;
}

/**
 * @param recentDays - how far back `recentPurchases` looks
 */
export function customersAt(history: PurchaseHistory, day: DayNumber, recentDays: number): CustomersAt {
  const { customers, start } = history;
  const customer = new Int32Array(customers);
  const purchases = new Int32Array(customers);
  const recentPurchases = new Int32Array(customers);
  const firstDay = new Int32Array(customers);
  const lastDay = new Int32Array(customers);
  const spend = new Float64Array(customers);
  const spendTrend = new Float64Array(customers);
  let count = 0;
  for (let index = 0; index < customers; index++) {
    const from = start[index] ?? 0;
    const to = endOfPrefix(history, index, day);
    if (to === from) continue;
    customer[count] = index;
    purchases[count] = to - from;
    firstDay[count] = history.day[from] ?? 0;
    lastDay[count] = history.day[to - 1] ?? 0;
    let sum = 0;
    let recent = 0;
    for (let at = from; at < to; at++) {
      sum += history.spend[at] ?? 0;
      if ((history.day[at] ?? 0) > day - recentDays) recent++;
    }
    spend[count] = sum;
    recentPurchases[count] = recent;
    spendTrend[count] = trendOf(history.spend, from, to);
    count++;
  }
  return {
    day,
    count,
    customer: customer.subarray(0, count),
    purchases: purchases.subarray(0, count),
    recentPurchases: recentPurchases.subarray(0, count),
    firstDay: firstDay.subarray(0, count),
    lastDay: lastDay.subarray(0, count),
    spend: spend.subarray(0, count),
    spendTrend: spendTrend.subarray(0, count),
  };
}

/** What the customers did in the days after: purchase days in (day, day + horizonDays]. */
export function purchasesAfter(history: PurchaseHistory, at: CustomersAt, horizonDays: number): Int32Array {
  const counts = new Int32Array(at.count);
  for (let row = 0; row < at.count; row++) {
    const index = at.customer[row] ?? 0;
    counts[row] = endOfPrefix(history, index, at.day + horizonDays) - endOfPrefix(history, index, at.day);
  }
  return counts;
}

/** Where the purchases up to a day end. */
function endOfPrefix({ start, day }: PurchaseHistory, customer: number, last: DayNumber): number {
  let low = start[customer] ?? 0;
  let high = start[customer + 1] ?? 0;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((day[middle] ?? 0) <= last) low = middle + 1;
    else high = middle;
  }
  return low;
}

function trendOf(spend: Float64Array, from: number, to: number): number {
  const half = (to - from) >> 1;
  if (half === 0) return 0;
  let early = 0;
  let late = 0;
  for (let at = 0; at < half; at++) {
    early += spend[from + at] ?? 0;
    late += spend[to - 1 - at] ?? 0;
  }
  return early > 0 && late > 0 ? Math.log(late / early) : 0;
}
