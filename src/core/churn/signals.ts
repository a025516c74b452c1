import type { DayNumber } from "../math/day";

/** Things that happened to customers on known days, in any order, as columns of equal length. */
export interface DatedEvents {
  /** Index into the customers of the book. */
  readonly customer: Int32Array;
  readonly day: Int32Array;
  readonly value: Float64Array;
}

/**
 * What other sheets know of customers. Every entry has its day, so that it can be left out where it
 * had not happened yet; what has no day cannot serve.
 */
export interface CustomerSignals {
  /** One complaint each; the value is not looked at. */
  readonly complaints?: DatedEvents;
  /** Answers, 0 (worst) to 1. */
  readonly satisfaction?: DatedEvents;
  /** Money given back, in minor units above 0. */
  readonly refunds?: DatedEvents;
  /** Share of the price that was taken off an order, 0 to 1. */
  readonly discounts?: DatedEvents;
  /** Delivered touches: 1 answered, 0 not. */
  readonly touches?: DatedEvents;
}

export const SIGNAL_IDS = ["complaints", "satisfaction", "refunds", "discounts", "touches"] as const;
export type SignalId = (typeof SIGNAL_IDS)[number];

/** What was known of one kind of event by a day, per customer of the book. */
export interface SignalState {
  readonly events: Int32Array;
  readonly sum: Float64Array;
  /** Value of the latest event; NaN without one. */
  readonly latest: Float64Array;
}

/**
 * Counts, sums and latest values up to the end of a day.
 *
 * @param sinceDays - events older than this are forgotten
 */
export function signalAt(
  events: DatedEvents,
  customers: number,
  day: DayNumber,
  sinceDays: number,
): SignalState {
  const counts = new Int32Array(customers);
  const sum = new Float64Array(customers);
  const latest = new Float64Array(customers).fill(Number.NaN);
  const latestDay = new Int32Array(customers).fill(-2147483648);
  for (let event = 0; event < events.day.length; event++) {
    const on = events.day[event] ?? 0;
    const customer = events.customer[event] ?? -1;
    if (on > day || on <= day - sinceDays || customer < 0 || customer >= customers) continue;
    const value = events.value[event] ?? 0;
    if (!Number.isFinite(value)) continue;
    counts[customer] = (counts[customer] ?? 0) + 1;
    sum[customer] = (sum[customer] ?? 0) + value;
    if (on >= (latestDay[customer] ?? 0)) {
      latestDay[customer] = on;
      latest[customer] = value;
    }
  }
  return { events: counts, sum, latest };
}
