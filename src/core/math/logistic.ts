/**
 * The probability of log-odds.
 *
 * @returns 0 to 1, both ends reached where log-odds are beyond a double's reach; never NaN for a number
 */
export function logistic(logOdds: number): number {
  return 1 / (1 + Math.exp(-logOdds));
}

/** ln(1 + e^z), the integral of `logistic`, where e^z may be beyond a double. */
export function softplus(z: number): number {
  return Math.max(z, 0) + Math.log1p(Math.exp(-Math.abs(z)));
}
