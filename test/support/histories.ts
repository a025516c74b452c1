import type { Histogram, Period } from "../../src/core/btyd";

export interface History {
  readonly x: number;
  readonly lastAge: number;
  readonly age: number;
  /** How many customers have it; 1 where omitted. */
  readonly customers?: number;
}

/** A histogram of these histories, sorted as the models have them; in days unless said otherwise. */
export function histogramFrom(histories: readonly History[], period: Period = "day"): Histogram {
  const sorted = [...histories].sort(
    (one, other) => one.x - other.x || one.age - other.age || one.lastAge - other.lastAge,
  );
  return {
    count: sorted.length,
    period,
    repeatOrders: Int32Array.from(sorted, ({ x }) => x),
    lastOrderAge: Float64Array.from(sorted, ({ lastAge }) => lastAge),
    customerAge: Float64Array.from(sorted, ({ age }) => age),
    customers: Float64Array.from(sorted, ({ customers }) => customers ?? 1),
  };
}
