import { checkHorizon } from "./checkParams";
import { lomaxIntegral } from "./lomaxIntegral";
import { probabilityAlive } from "./probabilityAlive";
import type { BtydParams, Histogram } from "./types";

/**
 * Probability of at least one purchase in (T, T + horizon], for each history: the score that can be
 * checked against what happens. 1 minus it is the risk.
 *
 * @param horizon - in the unit of time of the histogram, ≥ 0
 * @returns in [0, 1]
 * @see Fader, Hardie & Lee (2005), eq. 8 with the posterior of the rate (BG/NBD and MBG/NBD); for
 *   Pareto/NBD the first purchase must come before the customer leaves: λ e^−(λ+μ)u, mixed over
 *   λ ~ Gamma(r + x, alpha + T) and μ ~ Gamma(s, beta + T)
 */
export function probabilityOfPurchase(
  params: BtydParams,
  histogram: Histogram,
  horizon: number,
): Float64Array {
  checkHorizon(horizon);
  const probability = probabilityAlive(params, histogram);
  const { count, repeatOrders, customerAge } = histogram;
  let x = -1;
  let age = -1;
  let ifAlive = 0;
  for (let index = 0; index < count; index++) {
    // Given that a customer is alive, only x and T matter; histories of equal x and T stand together.
    if (repeatOrders[index] !== x || customerAge[index] !== age) {
      x = repeatOrders[index] ?? 0;
      age = customerAge[index] ?? 0;
      ifAlive = probabilityIfAlive(params, x, age, horizon);
    }
    probability[index] = (probability[index] ?? 0) * ifAlive;
  }
  return probability;
}

function probabilityIfAlive(params: BtydParams, x: number, age: number, horizon: number): number {
  const rateScale = params.alpha + age;
  const shape = params.r + x;
  if (params.model !== "pareto" || params.s === 0) {
    return -Math.expm1(-shape * Math.log1p(horizon / rateScale));
  }
  const integral = lomaxIntegral(shape + 1, rateScale, params.s, params.beta + age, horizon);
  return Math.min(1, (shape / rateScale) * integral);
}
