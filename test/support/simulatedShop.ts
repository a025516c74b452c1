import { bookOfColumns } from "../../src/core/orders";
import { serialOfDay } from "../../src/core/math/day";
import { DEFAULT_SETTINGS } from "../../src/core/settings";
import type { BtydParams } from "../../src/core/btyd";

/** Numbers in (0, 1) that are the same on every run (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let bits = Math.imul(state ^ (state >>> 15), 1 | state);
    bits = (bits + Math.imul(bits ^ (bits >>> 7), 61 | bits)) ^ bits;
    return (((bits ^ (bits >>> 14)) >>> 0) + 0.5) / 2 ** 32;
  };
}

function normal(next: () => number): number {
  return Math.sqrt(-2 * Math.log(next())) * Math.cos(2 * Math.PI * next());
}

/** Gamma(shape, 1) by Marsaglia and Tsang's rejection. */
export function gammaDraw(next: () => number, shape: number): number {
  if (shape < 1) return gammaDraw(next, shape + 1) * next() ** (1 / shape);
  const d = shape - 1 / 3;
  for (;;) {
    const z = normal(next);
    const v = (1 + z / Math.sqrt(9 * d)) ** 3;
    if (v > 0 && Math.log(next()) < 0.5 * z * z + d - d * v + d * Math.log(v)) return d * v;
  }
}

export interface Simulation {
  readonly seed: number;
  readonly customers: number;
  readonly params: BtydParams;
  /** First purchases fall evenly on days 0 to this. */
  readonly arrivalDays: number;
  /** The book ends here. */
  readonly days: number;
  /** What follows is drawn as well. */
  readonly futureDays: number;
  /** Gamma-Gamma, money in major units. */
  readonly spend?: { readonly p: number; readonly q: number; readonly v: number };
}

/** A shop whose customers do exactly what a model says, with days as whole numbers. */
export function simulatedShop(simulation: Simulation) {
  const { params, customers, spend = { p: 6, q: 4, v: 15 } } = simulation;
  const next = seeded(simulation.seed);
  const ids: number[] = [];
  const dates: number[] = [];
  const amounts: number[] = [];
  const futureDays = Array.from({ length: customers }, () => new Set<number>());
  const futureAmount = new Float64Array(customers);
  const end = simulation.days + simulation.futureDays;
  for (let customer = 0; customer < customers; customer++) {
    const first = Math.floor(next() * (simulation.arrivalDays + 1));
    const rate = gammaDraw(next, params.r) / params.alpha;
    const scale = gammaDraw(next, spend.q) / spend.v;
    let leavesAfter = 0;
    let leavesAt = Infinity;
    if (params.model === "pareto") {
      if (params.s > 0) leavesAt = first + (-Math.log(next()) * params.beta) / gammaDraw(next, params.s);
    } else if (params.a > 0) {
      const one = gammaDraw(next, params.a);
      leavesAfter = one / (one + gammaDraw(next, params.b));
    }
    let at = first;
    let mayLeave = params.model === "mbgnbd";
    for (;;) {
      const day = Math.floor(at);
      const amount = Math.max(0.01, gammaDraw(next, spend.p) / scale);
      if (day <= simulation.days) {
        ids.push(customer + 1);
        dates.push(serialOfDay(20_000 + day));
        amounts.push(amount);
      } else {
        futureDays[customer]?.add(day);
        futureAmount[customer] = (futureAmount[customer] ?? 0) + amount;
      }
      if (mayLeave && next() < leavesAfter) break;
      mayLeave = params.model !== "pareto";
      at += -Math.log(next()) / rate;
      if (!(at < leavesAt) || at >= end + 1) break;
    }
  }
  const book = bookOfColumns(
    {
      customers: Float64Array.from(ids),
      dates: Float64Array.from(dates),
      amounts: Float64Array.from(amounts),
      orderIds: null,
      date1904: false,
    },
    { ...DEFAULT_SETTINGS, asOf: 20_000 + simulation.days },
  );
  return {
    book,
    /** Purchase days after the book's end, and what was spent on them in minor units, by customer of the book. */
    futureOrders: Int32Array.from(book.customers, (id) => futureDays[Number(id) - 1]?.size ?? 0),
    futureAmount: Float64Array.from(book.customers, (id) => (futureAmount[Number(id) - 1] ?? 0) * 100),
  };
}
