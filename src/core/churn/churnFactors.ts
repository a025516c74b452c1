import type { CustomersAt } from "./customersAt";
import { SIGNAL_IDS, signalAt, type CustomerSignals, type SignalId, type SignalState } from "./signals";

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

/** Complaints and touches of the last half year tell of today; older ones of someone's past. */
export const SIGNAL_DAYS: Readonly<Record<SignalId, number>> = {
  complaints: 180,
  satisfaction: 730,
  refunds: 730,
  discounts: 730,
  touches: 365,
};
/** Beyond so many standard deviations nothing more is read into a value. */
const WIDEST = 4;
/** Touches or orders before a customer's own rate counts as much as everybody's. */
const RATE_PRIOR = 4;

/**
 * The factors of all customers of a day.
 *
 * Durations and amounts go in as logarithms, so no unit matters. Every column is centred and scaled
 * among the customers of its own day: a shop one year older, or prices doubled, gives the same
 * numbers. Signals no one has are left out, and so is every factor that does not vary.
 */
export function churnFactors(at: CustomersAt, signals: CustomerSignals, customers: number): FactorTable {
  const ids: FactorId[] = [];
  const columns: Float64Array[] = [];
  const add = (id: FactorId, column: Float64Array) => {
    if (!standardise(column)) return;
    ids.push(id);
    columns.push(column);
  };
  const { count, day } = at;
  const silence = column(count, (row) => day - (at.lastDay[row] ?? 0));
  const own = shrunkIntervals(at);
  add("silence", silence.map(Math.log1p));
  add(
    "interval",
    column(count, (row) => Math.log1p(silence[row] ?? 0) - Math.log1p(own[row] ?? 0)),
  );
  add(
    "frequency",
    column(count, (row) => Math.log(at.purchases[row] ?? 1)),
  );
  add(
    "recentOrders",
    column(count, (row) => Math.log1p(at.recentPurchases[row] ?? 0)),
  );
  add(
    "oneTime",
    column(count, (row) => (at.purchases[row] === 1 ? 1 : 0)),
  );
  add(
    "tenure",
    column(count, (row) => Math.log1p(day - (at.firstDay[row] ?? 0))),
  );
  add(
    "spend",
    column(count, (row) => Math.log(meanSpend(at, row))),
  );
  add(
    "spendTrend",
    at.spendTrend.map((trend) => Math.max(-2, Math.min(2, trend))),
  );
  for (const id of SIGNAL_IDS) {
    const events = signals[id];
    if (events === undefined) continue;
    const state = signalAt(events, customers, day, SIGNAL_DAYS[id]);
    add(id, signalColumn(id, at, state));
  }
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
  return column(at.count, (row) => {
    const own = (at.lastDay[row] ?? 0) - (at.firstDay[row] ?? 0);
    return (own + typical) / (at.purchases[row] ?? 1);
  });
}

/** Mean spend of a purchase, at least one minor unit. */
function meanSpend(at: CustomersAt, row: number): number {
  return Math.max(1, (at.spend[row] ?? 0) / (at.purchases[row] ?? 1));
}

function signalColumn(id: SignalId, at: CustomersAt, state: SignalState): Float64Array {
  const of = <T extends ArrayLike<number>>(values: T, row: number) => values[at.customer[row] ?? 0] ?? 0;
  switch (id) {
    case "complaints":
      return column(at.count, (row) => Math.log1p(of(state.events, row)));
    case "refunds":
      return column(at.count, (row) =>
        Math.min(1, Math.max(0, of(state.sum, row)) / Math.max(1, at.spend[row] ?? 1)),
      );
    case "satisfaction": {
      // Who never answered is taken for average.
      const mean = meanWhere(at.count, (row) => of(state.latest, row));
      return column(at.count, (row) => {
        const latest = of(state.latest, row);
        return Number.isNaN(latest) ? 0 : latest - mean;
      });
    }
    case "discounts":
    case "touches": {
      let sum = 0;
      let events = 0;
      for (let row = 0; row < at.count; row++) {
        sum += of(state.sum, row);
        events += of(state.events, row);
      }
      const rate = events > 0 ? sum / events : 0;
      return column(
        at.count,
        (row) => (of(state.sum, row) + RATE_PRIOR * rate) / (of(state.events, row) + RATE_PRIOR) - rate,
      );
    }
  }
}

function meanWhere(count: number, value: (row: number) => number): number {
  let sum = 0;
  let known = 0;
  for (let row = 0; row < count; row++) {
    const at = value(row);
    if (Number.isNaN(at)) continue;
    sum += at;
    known++;
  }
  return known > 0 ? sum / known : 0;
}

function column(count: number, value: (row: number) => number): Float64Array {
  const values = new Float64Array(count);
  for (let row = 0; row < count; row++) values[row] = value(row);
  return values;
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
