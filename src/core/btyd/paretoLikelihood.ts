import { logGrowth, purchaseTerms, type Likelihood, type PreparedHistogram } from "./likelihood";
import { lomaxMoments, type LomaxMoments } from "./lomaxIntegral";

/**
 * Log-likelihood of Pareto/NBD: a customer is alive at T, or left at some u between t_x and T,
 *   Γ(r+x)/Γ(r) α^r β^s ( (α+T)^−(r+x) (β+T)^−s + s ∫ (α+u)^−(r+x) (β+u)^−(s+1) du ).
 *
 * @see Schmittlein, Morrison & Colombo (1987), appendix; Fader & Hardie (2005), A note on deriving the
 *   Pareto/NBD model, section 4, before the integral is solved
 */
export function paretoLikelihood(prepared: PreparedHistogram): Likelihood {
  const { count, repeatOrders, customers, times, lastAt, ageAt } = prepared;
  const moments: LomaxMoments = { value: 0, logA: 0, logB: 0, inverseA: 0, inverseB: 0 };

  return (logs, gradient) => {
    const r = Math.exp(logs[0] ?? 0);
    const alpha = Math.exp(logs[1] ?? 0);
    const s = Math.exp(logs[2] ?? 0);
    const beta = Math.exp(logs[3] ?? 0);
    const rateGrowth = logGrowth(times, alpha);
    const leavingGrowth = logGrowth(times, beta);
    const purchases = purchaseTerms(prepared, r, alpha);
    let value = purchases.value;
    let byR = 0;
    let byAlpha = purchases.byLogAlpha;
    let byS = 0;
    let byBeta = 0;
    for (let index = 0; index < count; index++) {
      const weight = customers[index] ?? 0;
      const shape = r + (repeatOrders[index] ?? 0);
      const age = ageAt[index] ?? 0;
      const last = lastAt[index] ?? 0;
      const time = times[age] ?? 0;
      const lastTime = times[last] ?? 0;
      const rate = rateGrowth[age] ?? 0;
      const leaving = leavingGrowth[age] ?? 0;
      value -= weight * (shape * rate + s * leaving);
      const silence = time - lastTime;
      let left = 0;
      if (s > 0 && silence > 0) {
        const rateScale = alpha + lastTime;
        const leavingScale = beta + lastTime;
        lomaxMoments(shape, rateScale, s + 1, leavingScale, silence, moments);
        const rateSilence = rate - (rateGrowth[last] ?? 0);
        const leavingSilence = leaving - (leavingGrowth[last] ?? 0);
        const logOdds =
          Math.log((s / leavingScale) * moments.value) + shape * rateSilence + s * leavingSilence;
        const odds = Math.exp(logOdds);
        value += weight * (odds < 1e300 ? Math.log1p(odds) : logOdds);
        left = weight * (odds < 1e300 ? odds / (1 + odds) : 1);
        const norm = left / moments.value;
        byR -= left * (rateGrowth[last] ?? 0) + norm * moments.logA;
        byAlpha += shape * (left - alpha * norm * moments.inverseA);
        byS += left * (1 / s - (leavingGrowth[last] ?? 0)) - norm * moments.logB;
        byBeta += s * left - (s + 1) * beta * norm * moments.inverseB;
      }
      const alive = weight - left;
      byR -= alive * rate;
      byAlpha += alive * shape * (time / (alpha + time));
      byS -= alive * leaving;
      byBeta += alive * s * (time / (beta + time));
    }
    gradient[0] = purchases.byLogR + r * byR;
    gradient[1] = byAlpha;
    gradient[2] = s * byS;
    gradient[3] = byBeta;
    return value;
  };
}
