/**
 * The same expectation as `SurvivedPurchases`, as E[(1 − (1 + pτ)^−ρ) / p] over p ~ Beta(a, b): for horizons
 * so long beside the history that the sum would need thousands of terms.
 *
 * Trapezoidal rule after p = 1/(1 + e^−u), u = centre + width sinh(v), where the integrand and the density
 * fall off doubly exponentially (Takahasi & Mori 1974); halved until two rules agree. The norm of the
 * density comes from the same nodes.
 *
 * @param shape - ρ, > 0
 * @param a, b - > 0
 * @param time - τ, > 0
 */
export function survivedByIntegral(shape: number, a: number, b: number, time: number): number {
  const centre = Math.log(a / b);
  const width = Math.min(1, Math.sqrt(1 / a + 1 / b));
  const density = (u: number) => -a * Math.log1p(Math.exp(-u)) - b * Math.log1p(Math.exp(u));
  const peak = density(centre);
  const reach = Math.asinh((50 / Math.min(a, b) + 50 + Math.abs(centre)) / width);
  let density0 = 0;
  let value0 = 0;
  const add = (v: number) => {
    const u = centre + width * Math.sinh(v);
    const logWeight = (u < 0 ? density(u) : densityRight(u)) - peak;
    if (logWeight < -60) return;
    const weight = Math.exp(logWeight) * Math.cosh(v);
    const logP = u > -700 ? -Math.log1p(Math.exp(-u)) : u;
    const p = Math.exp(logP);
    density0 += weight;
    value0 += weight * (p * time < 1e-17 ? shape * time : -Math.expm1(-shape * Math.log1p(p * time)) / p);
  };
  const densityRight = (u: number) => -a * Math.log1p(Math.exp(-u)) - b * (u + Math.log1p(Math.exp(-u)));
  let step = 0.25;
  for (let v = -Math.ceil(reach / step) * step; v <= reach; v += step) add(v);
  let estimate = value0 / density0;
  for (let halving = 0; halving < 10; halving++) {
    for (let v = -Math.ceil(reach / step) * step + step / 2; v <= reach; v += step) add(v);
    step /= 2;
    const better = value0 / density0;
    if (Math.abs(better - estimate) < 1e-12 * better) return better;
    estimate = better;
  }
  return estimate;
}
