import type { SpendParams } from "./types";

/**
 * Expected spend per purchase, for each customer.
 *
 * A weighted mean of the customer's own mean and the population's; a customer without a repeat purchase,
 * or whose mean is not above 0, gets the population's.
 *
 * @param repeatOrders - x; 0 or less: none
 * @param meanRepeatSpend - mean net spend per repeat purchase day, in the money the parameters were fitted in;
 *   read only where x > 0
 * @see Fader & Hardie (2013), note 025 (conditional expectation)
 * @example customer 1 of CDNOW, x = 2, mean 22.35: 24.65
 */
export function conditionalExpectedSpend(
  params: SpendParams,
  repeatOrders: ArrayLike<number>,
  meanRepeatSpend: ArrayLike<number>,
): Float64Array {
  const spend = new Float64Array(repeatOrders.length);
  // Both kinds are (prior mean * prior weight + own weight * own mean) / (sum of weights).
  const { base, weight, perOrder } =
    params.kind === "gammaGamma"
      ? { base: params.p * params.v, weight: params.q - 1, perOrder: params.p }
      : { base: params.mean * params.weight, weight: params.weight, perOrder: 1 };
  for (let index = 0; index < spend.length; index++) {
    const own = meanRepeatSpend[index] ?? 0;
    const x = own > 0 ? Math.max(0, repeatOrders[index] ?? 0) : 0;
    spend[index] = (base + perOrder * (x === 0 ? 0 : x * own)) / (weight + perOrder * x);
  }
  return spend;
}
