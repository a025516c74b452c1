import { survivedByIntegral } from "./survivedByIntegral";

/** Sums longer than this give way to the integral. */
const MOST_TERMS = 6_000;
const ENOUGH = 1e-14;

/**
 * Expected purchases to come of a customer who is alive, under BG/NBD and MBG/NBD.
 *
 * N, the purchases the customer would make if nobody left, is negative binomial; purchase n comes if the
 * customer stayed after the n − 1 before it. So the expectation is Σ P(N = n) S_n with
 * S_n = Σ_{j<n} (B)_j / (a + B)_j: positive terms only, no pole at a = 1, nothing to cancel, and S_n is shared
 * by all customers with the same number of purchases. It equals eq. 10 of Fader, Hardie & Lee (2005) by
 * the binomial series of (1 + pτ)^−ρ.
 */
export class SurvivedPurchases {
  private shape = 0;
  private b = 0;
  /** S_1, S_2, ... as far as they were asked for, and the next term of the sum. */
  private readonly sums: number[] = [];
  private nextTerm = 1;

  /** @param a - of the prior of leaving, ≥ 0 */
  constructor(private readonly a: number) {}

  /**
   * Turns to customers with another number of purchases.
   *
   * @param shape - ρ = r + x
   * @param b - B, second parameter of the posterior of leaving
   */
  startAt(shape: number, b: number): void {
    this.shape = shape;
    this.b = b;
    this.sums.length = 0;
    this.nextTerm = 1;
  }

  /** @param time - τ: the horizon over (alpha + T), ≥ 0 */
  expected(time: number): number {
    const { shape, a } = this;
    if (a === 0 || time === 0) return shape * time;
    const mean = shape * time;
    const terms = mean + 12 * Math.sqrt(mean * (1 + time)) + 36 * (1 + time);
    return terms > MOST_TERMS ? survivedByIntegral(shape, a, this.b, time) : this.sum(time);
  }

  private sum(time: number): number {
    const { shape, sums } = this;
    const z = time / (1 + time);
    // Weights of N up to a factor, which the last line takes out again.
    let weight = 1;
    let weights = 1;
    let total = 0;
    for (let n = 1; ; n++) {
      weight *= (z * (shape + n - 1)) / n;
      if (n > sums.length) this.extend();
      const term = weight * (sums[n - 1] ?? 0);
      weights += weight;
      total += term;
      if (weights > 1e250) {
        weight *= 1e-250;
        weights *= 1e-250;
        total *= 1e-250;
      }
      const ratio = ((z * (shape + n)) / (n + 1)) * (1 + 1 / n);
      if (ratio < 1 && term * ratio < ENOUGH * total * (1 - ratio)) return total / weights;
    }
  }

  private extend(): void {
    const { sums, a, b } = this;
    const j = sums.length;
    sums.push((sums[j - 1] ?? 0) + this.nextTerm);
    this.nextTerm *= (b + j) / (a + b + j);
  }
}
