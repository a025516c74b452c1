import type { BtydParams } from "../../src/core/btyd";
import type { Random } from "../../src/sample/random";
import type { History } from "./histories";

export interface SimulatedCustomer extends History {
  /** Times of purchases after the first one, up to the end of `age + after`. */
  readonly purchases: readonly number[];
}

/**
 * Customers that behave exactly as a model says, in continuous time: observed for between `from` and `to`, and
 * followed for `after` more.
 */
export function simulateHistories(
  params: BtydParams,
  count: number,
  span: { readonly from: number; readonly to: number; readonly after?: number },
  random: Random,
): SimulatedCustomer[] {
  return Array.from({ length: count }, () => {
    const age = span.from + random.uniform() * (span.to - span.from);
    const end = age + (span.after ?? 0);
    const rate = random.gamma(params.r) / params.alpha;
    const leaves = leavingOf(params, random);
    const purchases: number[] = [];
    let time = 0;
    for (let chance = 0; ; chance++) {
      if (leaves.after(chance)) break;
      time += random.exponential() / rate;
      if (!(time <= Math.min(end, leaves.at))) break;
      purchases.push(time);
    }
    const seen = purchases.filter((purchase) => purchase <= age);
    return { x: seen.length, lastAge: seen.at(-1) ?? 0, age, purchases };
  });
}

interface Leaving {
  /** Whether the customer leaves right after purchase n, the first one being 0. */
  after(purchase: number): boolean;
  /** When the customer leaves for another reason. */
  readonly at: number;
}

function leavingOf(params: BtydParams, random: Random): Leaving {
  if (params.model === "pareto") {
    const rate = random.gamma(params.s) / params.beta;
    return { after: () => false, at: random.exponential() / rate };
  }
  const probability = params.a === 0 ? 0 : random.beta(params.a, params.b);
  const first = params.model === "mbgnbd" ? 0 : 1;
  return { after: (purchase) => purchase >= first && random.chance(probability), at: Infinity };
}
