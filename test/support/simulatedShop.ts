import { bookOfColumns } from "../../src/core/orders";
import { serialOfDay } from "../../src/core/math/day";
import { DEFAULT_SETTINGS } from "../../src/core/settings";
import type { BtydParams } from "../../src/core/btyd";
import { createRandom } from "../../src/sample/random";

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
  const random = createRandom(simulation.seed, 0);
  const ids: number[] = [];
  const dates: number[] = [];
  const amounts: number[] = [];
  const futureDays = Array.from({ length: customers }, () => new Set<number>());
  const futureAmount = new Float64Array(customers);
  const end = simulation.days + simulation.futureDays;
  for (let customer = 0; customer < customers; customer++) {
    const first = random.whole(0, simulation.arrivalDays);
    const rate = random.gamma(params.r) / params.alpha;
    const scale = random.gamma(spend.q) / spend.v;
    let leavesAfter = 0;
    let leavesAt = Infinity;
    if (params.model === "pareto") {
      if (params.s > 0) leavesAt = first + (random.exponential() * params.beta) / random.gamma(params.s);
    } else if (params.a > 0) {
      leavesAfter = random.beta(params.a, params.b);
    }
    let at = first;
    let mayLeave = params.model === "mbgnbd";
    for (;;) {
      const day = Math.floor(at);
      const amount = Math.max(0.01, random.gamma(spend.p) / scale);
      if (day <= simulation.days) {
        ids.push(customer + 1);
        dates.push(serialOfDay(20_000 + day));
        amounts.push(amount);
      } else {
        futureDays[customer]?.add(day);
        futureAmount[customer] = (futureAmount[customer] ?? 0) + amount;
      }
      if (mayLeave && random.uniform() < leavesAfter) break;
      mayLeave = params.model !== "pareto";
      at += random.exponential() / rate;
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
