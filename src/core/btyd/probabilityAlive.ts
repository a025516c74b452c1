import { logistic } from "../math/logistic";
import { lomaxIntegral } from "./lomaxIntegral";
import { checkParams } from "./checkParams";
import type { BetaGeometricParams, BtydParams, Histogram, ParetoParams } from "./types";

/**
 * Probability that a customer has not left by the as-of date, for each history.
 *
 * BG/NBD lets a customer leave only right after a repeat purchase, so a one-time buyer always scores 1:
 * this is no measure of risk (see `probabilityOfPurchase`).
 *
 * @param params - in the unit of time of the histogram
 * @returns in [0, 1]; right to the last digits down to 1e-300, 0 below
 * @see Fader & Hardie (2008), note 021 (BG/NBD); Batislam, Denizel & Filiztekin (2007) (MBG/NBD);
 *   Schmittlein, Morrison & Colombo (1987) (Pareto/NBD), here as one integral
 */
export function probabilityAlive(params: BtydParams, histogram: Histogram): Float64Array {
  checkParams(params);
  const { count, repeatOrders, lastOrderAge, customerAge } = histogram;
  const logOdds = params.model === "pareto" ? paretoLogOdds : betaGeometricLogOdds;
  const alive = new Float64Array(count);
  for (let index = 0; index < count; index++) {
    const odds = logOdds(
      params as never,
      repeatOrders[index] ?? 0,
      lastOrderAge[index] ?? 0,
      customerAge[index] ?? 0,
    );
    alive[index] = logistic(-odds);
  }
  return alive;
}

/** How often a customer of this history has had the chance to leave. */
export function chancesToLeave(model: BetaGeometricParams["model"], repeatOrders: number): number {
  return model === "mbgnbd" ? repeatOrders + 1 : repeatOrders;
}

/** Log of the odds that the customer has left; -Infinity where that cannot be. */
function betaGeometricLogOdds(params: BetaGeometricParams, x: number, lastAge: number, age: number): number {
  const { model, r, alpha, a, b } = params;
  const chances = chancesToLeave(model, x);
  if (chances === 0 || a === 0) return -Infinity;
  return Math.log(a / (b + chances - 1)) + (r + x) * Math.log1p((age - lastAge) / (alpha + lastAge));
}

function paretoLogOdds(params: ParetoParams, x: number, lastAge: number, age: number): number {
  const { r, alpha, s, beta } = params;
  const silence = age - lastAge;
  if (s === 0 || silence === 0) return -Infinity;
  const rateScale = alpha + lastAge;
  const leavingScale = beta + lastAge;
  const left = lomaxIntegral(r + x, rateScale, s + 1, leavingScale, silence);
  return (
    Math.log(s / leavingScale) +
    Math.log(left) +
    (r + x) * Math.log1p(silence / rateScale) +
    s * Math.log1p(silence / leavingScale)
  );
}
