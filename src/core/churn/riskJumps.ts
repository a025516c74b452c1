/** A customer whose risk has risen since an earlier snapshot. */
export interface RiskJump {
  /** Index into the customers of the book. */
  readonly customer: number;
  readonly before: number;
  readonly now: number;
}

/** In probability: less than this is the ebb and flow of ordinary silence. */
const SMALLEST_JUMP = 0.2;

/**
 * Customers to be warned about: their risk rose by at least 0.2, and what it was lies below the 90 %
 * interval of what it is, so the rise is more than doubt about the score. The largest rise first.
 *
 * @param before - risk of each customer of the book at the snapshot; NaN: not in it
 */
export function riskJumps(
  before: Float64Array,
  now: { readonly risk: Float64Array; readonly low: Float64Array },
): readonly RiskJump[] {
  const jumps: RiskJump[] = [];
  now.risk.forEach((risk, customer) => {
    const was = before[customer] ?? Number.NaN;
    // NaN on either side compares false.
    if (risk - was >= SMALLEST_JUMP && was < (now.low[customer] ?? 0)) {
      jumps.push({ customer, before: was, now: risk });
    }
  });
  return jumps.sort((one, other) => other.now - other.before - (one.now - one.before));
}
