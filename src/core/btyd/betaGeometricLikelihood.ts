import { logGrowth, purchaseTerms, type Likelihood, type PreparedHistogram } from "./likelihood";
import { chancesToLeave } from "./probabilityAlive";
import type { BetaGeometricParams } from "./types";

/**
 * Log-likelihood of BG/NBD or MBG/NBD.
 *
 * Both are one formula in c, the number of chances a customer has had to leave (x, or x + 1):
 *   Γ(r+x)/Γ(r) α^r (α+T)^−(r+x) · (b)_c/(a+b)_c · (1 + a/(b+c−1) ((α+T)/(α+t_x))^(r+x)),
 * the last factor only where c > 0. Ratios of gamma functions are running products over x.
 *
 * @see Fader, Hardie & Lee (2005), eq. 6 (BG/NBD); Batislam, Denizel & Filiztekin (2007) and
 *   Wagner & Hoppe (2008) (MBG/NBD)
 */
export function betaGeometricLikelihood(
  model: BetaGeometricParams["model"],
  prepared: PreparedHistogram,
): Likelihood {
  const { count, repeatOrders, customers, times, lastAt, ageAt, mostRepeats, customersByRepeats } = prepared;
  const shift = chancesToLeave(model, 0);
  const logFirstOdds = new Float64Array(mostRepeats + 1);

  return (logs, gradient) => {
    const r = Math.exp(logs[0] ?? 0);
    const alpha = Math.exp(logs[1] ?? 0);
    const a = Math.exp(logs[2] ?? 0);
    const b = Math.exp(logs[3] ?? 0);
    const growth = logGrowth(times, alpha);
    // T / (alpha + T), minus the derivative of the growth by log alpha.
    const fading = times.map((time) => time / (alpha + time));
    const purchases = purchaseTerms(prepared, r, alpha);
    let value = purchases.value;
    let byR = 0;
    let byAlpha = purchases.byLogAlpha;
    let byA = 0;
    let byB = 0;
    // The product (b)_c / (a + b)_c, its log and derivatives, as c grows.
    let stayed = 0;
    let stayedByA = 0;
    let stayedByB = 0;
    for (let c = 0; c <= mostRepeats + shift; c++) {
      const x = c - shift;
      if (x >= 0) {
        const weight = customersByRepeats[x] ?? 0;
        value += weight * stayed;
        byA += weight * stayedByA;
        byB += weight * stayedByB;
        logFirstOdds[x] = c === 0 ? -Infinity : Math.log(a / (b + c - 1));
      }
      stayed -= Math.log1p(a / (b + c));
      stayedByA -= a / (a + b + c);
      stayedByB += (a / (a + b + c)) * (b / (b + c));
    }
    for (let index = 0; index < count; index++) {
      const x = repeatOrders[index] ?? 0;
      const weight = customers[index] ?? 0;
      const age = ageAt[index] ?? 0;
      const shape = r + x;
      const grown = growth[age] ?? 0;
      const faded = fading[age] ?? 0;
      value -= weight * shape * grown;
      byR -= weight * grown;
      byAlpha += weight * shape * faded;
      const c = x + shift;
      if (c === 0) continue;
      const last = lastAt[index] ?? 0;
      const silence = grown - (growth[last] ?? 0);
      const logOdds = (logFirstOdds[x] ?? 0) + shape * silence;
      const odds = Math.exp(logOdds);
      // Only the absolute error counts in the sum.
      value += weight * (odds < 1e300 ? Math.log(1 + odds) : logOdds);
      const left = weight * (odds < 1e300 ? odds / (1 + odds) : 1);
      byR += left * silence;
      byAlpha -= left * shape * (faded - (fading[last] ?? 0));
      byA += left;
      byB -= left * (b / (b + c - 1));
    }
    gradient[0] = purchases.byLogR + r * byR;
    gradient[1] = byAlpha;
    gradient[2] = byA;
    gradient[3] = byB;
    return value;
  };
}
