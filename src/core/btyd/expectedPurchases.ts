import { checkHorizon, checkParams } from "./checkParams";
import { SurvivedPurchases } from "./survivedPurchases";
import { chancesToLeave, probabilityAlive } from "./probabilityAlive";
import type { BtydParams, Histogram, ParetoParams } from "./types";

/**
 * Expected number of purchases in (T, T + horizon], for each history and each horizon.
 *
 * Several horizons at once cost little more than one: monthly increments are differences of neighbours.
 *
 * @param horizons - in the unit of time of the histogram, each ≥ 0, in any order
 * @returns one column per horizon
 * @see Fader, Hardie & Lee (2005), eq. 10 (BG/NBD), Batislam, Denizel & Filiztekin (2007) (MBG/NBD),
 *   both here as a sum of positive terms (`SurvivedPurchases`); Fader & Hardie (2005), A note on deriving
 *   the Pareto/NBD model (Pareto/NBD)
 */
export function expectedPurchases(
  params: BtydParams,
  histogram: Histogram,
  horizons: readonly number[],
): Float64Array[] {
  checkParams(params);
  horizons.forEach(checkHorizon);
  const alive = probabilityAlive(params, histogram);
  const { count, repeatOrders, customerAge } = histogram;
  const columns = horizons.map(() => new Float64Array(count));
  const ifAlive = new Float64Array(horizons.length);
  const survived = params.model === "pareto" ? null : new SurvivedPurchases(params.a);
  let x = -1;
  let age = -1;
  for (let index = 0; index < count; index++) {
    const newCount = repeatOrders[index] !== x;
    if (newCount || customerAge[index] !== age) {
      x = repeatOrders[index] ?? 0;
      age = customerAge[index] ?? 0;
      if (params.model === "pareto") {
        for (let at = 0; at < horizons.length; at++)
          ifAlive[at] = paretoIfAlive(params, x, age, horizons[at] ?? 0);
      } else if (survived !== null) {
        if (newCount) survived.startAt(params.r + x, params.b + chancesToLeave(params.model, x));
        for (let at = 0; at < horizons.length; at++) {
          ifAlive[at] = survived.expected((horizons[at] ?? 0) / (params.alpha + age));
        }
      }
    }
    for (let at = 0; at < columns.length; at++) {
      const column = columns[at];
      if (column !== undefined) column[index] = (alive[index] ?? 0) * (ifAlive[at] ?? 0);
    }
  }
  return columns;
}

/** Mean rate times the expected time the customer stays, which is log(1 + t/(beta + T)) (beta + T) where s = 1. */
function paretoIfAlive(params: ParetoParams, x: number, age: number, horizon: number): number {
  const { r, alpha, s, beta } = params;
  const logGrowth = Math.log1p(horizon / (beta + age));
  const exponent = (s - 1) * logGrowth;
  const stays = exponent === 0 ? logGrowth : (-Math.expm1(-exponent) / exponent) * logGrowth;
  return ((r + x) / (alpha + age)) * (beta + age) * stays;
}
