import { columnFrom } from "../math/columnFrom";
import type { DayNumber } from "../math/day";
import type { CustomersAt } from "./customersAt";
import {
  SIGNAL_IDS,
  type CustomerSignals,
  type DatedEvents,
  type KnownSignals,
  type SignalId,
} from "./signals";

/** Complaints and touches of the last half year tell of today; older ones of someone's past. */
export const SIGNAL_DAYS: Readonly<Record<SignalId, number>> = {
  complaints: 180,
  satisfaction: 730,
  refunds: 730,
  discounts: 730,
  touches: 365,
};
/** Touches or orders before a customer's own rate counts as much as everybody's. */
const RATE_PRIOR = 4;

/**
 * What other sheets know of customers, for predictions that take it. They take it ready made and do not make it
 * themselves, so that custom functions, which know orders alone, carry none of it.
 *
 * @param customers - how many customers the book has
 */
export function knownSignals(signals: CustomerSignals, customers: number): KnownSignals {
  const stateAt = (id: SignalId, events: DatedEvents, { day }: CustomersAt) =>
    signalAt(events, customers, day, SIGNAL_DAYS[id]);
  return {
    columnsAt: (at) =>
      SIGNAL_IDS.flatMap((id) => {
        const events = signals[id];
        return events === undefined ? [] : [[id, signalColumn(id, at, stateAt(id, events, at))] as const];
      }),
    numbersAt: (at) => {
      const states = new Map<SignalId, SignalState>();
      return (id, row) => {
        const events = signals[id];
        if (events === undefined) return null;
        const state = states.get(id) ?? stateAt(id, events, at);
        states.set(id, state);
        return signalNumbers(id, at, row, state);
      };
    },
  };
}

function signalNumbers(
  id: SignalId,
  at: CustomersAt,
  row: number,
  state: SignalState,
): Readonly<Record<string, number>> | null {
  const customer = at.customer[row] ?? 0;
  const events = state.events[customer] ?? 0;
  const sum = state.sum[customer] ?? 0;
  if (events === 0) return null;
  switch (id) {
    case "complaints":
      return { count: events, days: SIGNAL_DAYS.complaints };
    case "satisfaction":
      return { answer: state.latest[customer] ?? Number.NaN };
    case "refunds":
      return { share: sum / Math.max(1, at.spend[row] ?? 1) };
    case "discounts":
      return { share: sum / events };
    case "touches":
      return { answered: sum, delivered: events };
  }
}

/** What was known of one kind of event by a day, per customer of the book. */
interface SignalState {
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
function signalAt(events: DatedEvents, customers: number, day: DayNumber, sinceDays: number): SignalState {
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

function signalColumn(id: SignalId, at: CustomersAt, state: SignalState): Float64Array {
  const of = <T extends ArrayLike<number>>(values: T, row: number) => values[at.customer[row] ?? 0] ?? 0;
  switch (id) {
    case "complaints":
      return columnFrom(at.count, (row) => Math.log1p(of(state.events, row)));
    case "refunds":
      return columnFrom(at.count, (row) =>
        Math.min(1, Math.max(0, of(state.sum, row)) / Math.max(1, at.spend[row] ?? 1)),
      );
    case "satisfaction": {
      // Who never answered is taken for average.
      const mean = meanWhere(at.count, (row) => of(state.latest, row));
      return columnFrom(at.count, (row) => {
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
      return columnFrom(
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
