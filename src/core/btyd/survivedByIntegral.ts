import { softplus } from "../math/logistic";

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
  const density = (u: number) => -a * softplus(-u) - b * softplus(u);
  const peak = density(centre);
  const reach = Math.asinh((50 / Math.min(a, b) + 50 + Math.abs(centre)) / width);
  let norm = 0;
  let value = 0;
  const add = (v: number) => {
    const u = centre + width * Math.sinh(v);
    const weight = Math.exp(density(u) - peak) * Math.cosh(v);
    if (weight === 0) return;
    const p = Math.exp(-softplus(-u));
    norm += weight;
    // As p goes to 0, all the purchases the customer would make come; below, doubles lose their digits.
    value += weight * (p < 1e-290 ? shape * time : -Math.expm1(-shape * Math.log1p(p * time)) / p);
  };
  let step = 0.25;
  const first = -Math.ceil(reach / step) * step;
  for (let v = first; v <= reach; v += step) add(v);
  let estimate = value / norm;
  for (let halving = 0; halving < 10; halving++) {
    for (let v = first + step / 2; v <= reach; v += step) add(v);
    step /= 2;
    const better = value / norm;
    if (Math.abs(better - estimate) < 1e-12 * better) return better;
    estimate = better;
  }
  return estimate;
}
