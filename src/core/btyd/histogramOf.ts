import { InvalidArgumentError } from "../errors";
import { NO_DAY, type DayNumber } from "../math/day";
import type { CustomerHistogram, Period } from "./types";

/** Columns of the customer summary that the models read. */
export interface PurchaseColumns {
  readonly count: number;
  /** NO_DAY: no valid order. */
  readonly firstDay: Int32Array;
  readonly lastDay: Int32Array;
  /** Distinct days with a purchase. */
  readonly purchaseDays: Int32Array;
}

/** Days of a period, the unit of time that models are fitted in. */
export const PERIOD_DAYS: Readonly<Record<Period, number>> = { day: 1, week: 7 };

/**
 * Counts customers by purchase history (x, t_x, T).
 *
 * Weeks are sevenths of days, not calendar weeks: nothing is rounded, and histories are the same as in
 * days. Customers without a valid order, or whose first one lies after the as-of date, have no history.
 *
 * @param summary - as it stood on the as-of date: no day after it
 */
export function histogramOf(
  summary: PurchaseColumns,
  asOf: DayNumber,
  options: { readonly period: Period },
): CustomerHistogram {
  const { count, firstDay, lastDay, purchaseDays } = summary;
  let oldest = 0;
  let most = 0;
  for (let customer = 0; customer < count; customer++) {
    const first = firstDay[customer] ?? NO_DAY;
    if (first === NO_DAY) continue;
    oldest = Math.max(oldest, asOf - first);
    most = Math.max(most, purchaseDays[customer] ?? 0);
  }
  const width = oldest + 1;
  // A history is one whole number, so that its order is (x, T, t_x).
  if (most * width * width > Number.MAX_SAFE_INTEGER) {
    throw new InvalidArgumentError("asOf", "outOfRange", { value: asOf });
  }
  const slots = 2 ** Math.ceil(Math.log2(Math.max(2, count) * 2));
  const slotKeys = new Float64Array(slots).fill(-1);
  const slotCounts = new Int32Array(slots);
  const slotOf = new Int32Array(count).fill(-1);
  let distinct = 0;
  for (let customer = 0; customer < count; customer++) {
    const first = firstDay[customer] ?? NO_DAY;
    if (first === NO_DAY || first > asOf) continue;
    const repeats = (purchaseDays[customer] ?? 1) - 1;
    const lastAge = (lastDay[customer] ?? first) - first;
    const age = asOf - first;
    const key = (repeats * width + age) * width + lastAge;
    let slot =
      (Math.imul(repeats, 0x9e3779b1) ^ Math.imul(age, 0x85ebca6b) ^ Math.imul(lastAge, 0xc2b2ae35)) >>> 0;
    slot = (slot ^ (slot >>> 15)) & (slots - 1);
    while (slotKeys[slot] !== -1 && slotKeys[slot] !== key) slot = (slot + 1) & (slots - 1);
    if (slotKeys[slot] === -1) {
      slotKeys[slot] = key;
      distinct++;
    }
    slotCounts[slot] = (slotCounts[slot] ?? 0) + 1;
    slotOf[customer] = slot;
  }
  return columnsOf({ slotKeys, slotCounts, slotOf, distinct, width, period: options.period });
}

function columnsOf(table: {
  readonly slotKeys: Float64Array;
  readonly slotCounts: Int32Array;
  readonly slotOf: Int32Array;
  readonly distinct: number;
  readonly width: number;
  readonly period: Period;
}): CustomerHistogram {
  const { slotKeys, slotCounts, slotOf, distinct, width, period } = table;
  const keys = new Float64Array(distinct);
  let filled = 0;
  for (let slot = 0; slot < slotKeys.length; slot++) {
    if (slotKeys[slot] !== -1) keys[filled++] = slotKeys[slot] ?? 0;
  }
  keys.sort();
  const unit = PERIOD_DAYS[period];
  const histogram = {
    count: distinct,
    period,
    repeatOrders: new Int32Array(distinct),
    lastOrderAge: new Float64Array(distinct),
    customerAge: new Float64Array(distinct),
    customers: new Float64Array(distinct),
    historyOf: new Int32Array(slotOf.length),
  };
  for (let index = 0; index < distinct; index++) {
    const key = keys[index] ?? 0;
    const ages = key % (width * width);
    histogram.repeatOrders[index] = Math.floor(key / (width * width));
    histogram.customerAge[index] = Math.floor(ages / width) / unit;
    histogram.lastOrderAge[index] = (ages % width) / unit;
  }
  const indexOfSlot = new Int32Array(slotKeys.length);
  for (let slot = 0; slot < slotKeys.length; slot++) {
    const key = slotKeys[slot] ?? -1;
    if (key === -1) continue;
    const index = placeOf(keys, key);
    indexOfSlot[slot] = index;
    histogram.customers[index] = slotCounts[slot] ?? 0;
  }
  for (let customer = 0; customer < slotOf.length; customer++) {
    const slot = slotOf[customer] ?? -1;
    histogram.historyOf[customer] = slot === -1 ? -1 : (indexOfSlot[slot] ?? -1);
  }
  return histogram;
}

/** Index of a number that stands in a sorted column. */
function placeOf(sorted: Float64Array, value: number): number {
  let low = 0;
  let high = sorted.length - 1;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
