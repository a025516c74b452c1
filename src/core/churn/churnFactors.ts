import { columnFrom } from "../math/columnFrom";
import type { CustomersAt } from "./customersAt";
import { SIGNAL_IDS, type KnownSignals } from "./signals";

/** What a customer's risk is explained by. */
export const FACTOR_IDS = [
  "silence",
  "interval",
  "frequency",
  "recentOrders",
  "oneTime",
  "tenure",
  "spend",
  "spendTrend",
  ...SIGNAL_IDS,
] as const;
export type FactorId = (typeof FACTOR_IDS)[number];

/** One number per customer and factor, centred and scaled among the customers of the same day. */
export interface FactorTable {
  readonly rows: number;
  readonly ids: readonly FactorId[];
  readonly columns: readonly Float64Array[];
}

/** Beyond so many standard deviations nothing more is read into a value. */
const WIDEST = 4;
/**
 * The factors of all customers of a day.
 *
 * Durations and amounts go in as logarithms, so no unit matters. Every column is centred and scaled
 * among the customers of its own day: a shop one year older, or prices doubled, gives the same
 * numbers. Signals no one has are left out, and so is every factor that does not vary.
 */
export function churnFactors(at: CustomersAt, signals: KnownSignals | null): FactorTable {
  const ids: FactorId[] = [];
  const columns: Float64Array[] = [];
  const add = (id: FactorId, column: Float64Array) => {
    if (!standardise(column)) return;
    ids.push(id);
    columns.push(column);
  };
  const { count, day } = at;
  const silence = columnFrom(count, (row) => day - (at.lastDay[row] ?? 0));
  const own = shrunkIntervals(at);
  add("silence", silence.map(Math.log1p));
  add(
    "interval",
    columnFrom(count, (row) => Math.log1p(silence[row] ?? 0) - Math.log1p(own[row] ?? 0)),
  );
  add(
    "frequency",
    columnFrom(count, (row) => Math.log(at.purchases[row] ?? 1)),
  );
  add(
    "recentOrders",
    columnFrom(count, (row) => Math.log1p(at.recentPurchases[row] ?? 0)),
  );
  add(
    "oneTime",
    columnFrom(count, (row) => (at.purchases[row] === 1 ? 1 : 0)),
  );
  add(
    "tenure",
    columnFrom(count, (row) => Math.log1p(day - (at.firstDay[row] ?? 0))),
  );
  add(
    "spend",
    columnFrom(count, (row) => Math.log(meanSpend(at, row))),
  );
  add(
    "spendTrend",
    at.spendTrend.map((trend) => Math.max(-2, Math.min(2, trend))),
  );
  for (const [id, known] of signals?.columnsAt(at) ?? []) add(id, known);
  return { rows: count, ids, columns };
}

/**
 * Days between purchases, drawn towards everybody's: a customer's own gaps count as many times as
 * there are, everybody's once.
 */
export function shrunkIntervals(at: CustomersAt): Float64Array {
  let days = 0;
  let gaps = 0;
  for (let row = 0; row < at.count; row++) {
    days += (at.lastDay[row] ?? 0) - (at.firstDay[row] ?? 0);
    gaps += (at.purchases[row] ?? 1) - 1;
  }
  const typical = gaps > 0 ? days / gaps : 0;
  return columnFrom(at.count, (row) => {
    const own = (at.lastDay[row] ?? 0) - (at.firstDay[row] ?? 0);
    return (own + typical) / (at.purchases[row] ?? 1);
  });
}

/** Mean spend of a purchase, at least one minor unit. */
function meanSpend(at: CustomersAt, row: number): number {
  return Math.max(1, (at.spend[row] ?? 0) / (at.purchases[row] ?? 1));
}

/** Centres and scales in place; false where the values do not vary. */
function standardise(values: Float64Array): boolean {
  const mean = values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / Math.max(1, values.length);
  if (!(variance > 1e-12)) return false;
  const scale = 1 / Math.sqrt(variance);
  for (let row = 0; row < values.length; row++) {
    values[row] = Math.max(-WIDEST, Math.min(WIDEST, ((values[row] ?? 0) - mean) * scale));
  }
  return true;
}
