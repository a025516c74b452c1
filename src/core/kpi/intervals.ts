import { normalQuantile, studentTQuantile } from "../math/studentT";

/** Probability that intervals of KPIs leave out on each side: 90 % in all. */
const TAIL = 0.05;
const Z = normalQuantile(1 - TAIL);

export interface Interval {
  readonly low: number;
  readonly high: number;
}

/**
 * 90 % interval of a rate: the score interval, which stays inside [0, 1] and makes sense for 0 of n and
 * n of n.
 *
 * @returns null with nothing counted
 * @see Wilson (1927), Probable inference, the law of succession, and statistical inference
 * @example wilsonInterval(2, 3) // { low: 0.2535, high: 0.9217 }
 */
export function wilsonInterval(hits: number, n: number): Interval | null {
  if (n <= 0) return null;
  const rate = hits / n;
  const z2 = Z * Z;
  const middle = (rate + z2 / (2 * n)) / (1 + z2 / n);
  const half = (Z / (1 + z2 / n)) * Math.sqrt((rate * (1 - rate)) / n + z2 / (4 * n * n));
  return { low: hits <= 0 ? 0 : middle - half, high: hits >= n ? 1 : middle + half };
}

/** Count, mean and sum of squared deviations of a list of values, in one pass. */
export class Moments {
  n = 0;
  mean = 0;
  #squares = 0;

  add(value: number): void {
    // Welford's update: no difference of two large sums.
    this.n++;
    const before = value - this.mean;
    this.mean += before / this.n;
    this.#squares += before * (value - this.mean);
  }

  /** Sample variance; null with fewer than two values. */
  get variance(): number | null {
    return this.n < 2 ? null : this.#squares / (this.n - 1);
  }
}

/**
 * 90 % interval of a mean, by Student's t.
 *
 * @param bounds - the least and greatest value that the mean can have; the interval is cut there
 * @returns with fewer than two values, which say nothing about their spread: the bounds with one, else null
 */
export function meanInterval(values: Moments, bounds?: Interval): Interval | null {
  const { variance } = values;
  if (variance === null) return values.n === 1 && bounds !== undefined ? bounds : null;
  const half = studentTQuantile(1 - TAIL, values.n - 1) * Math.sqrt(variance / values.n);
  const low = values.mean - half;
  const high = values.mean + half;
  return bounds === undefined
    ? { low, high }
    : { low: Math.max(low, bounds.low), high: Math.min(high, bounds.high) };
}

/**
 * 90 % interval of a median, by order statistics: whatever the values are spread like, the true median lies between
 * the two of them at least so often. With fewer than five values no two of them can promise it: the bounds.
 *
 * @param ascending - the values, sorted
 * @param bounds - the least and greatest value that the median can have
 * @returns null without a value
 * @see Conover (1999), Practical Nonparametric Statistics, section 3.2
 * @example medianInterval([1, 2, 3, 4, 9], { low: 0, high: 30 }) // { low: 1, high: 9 }
 */
export function medianInterval(ascending: readonly number[], bounds: Interval): Interval | null {
  const n = ascending.length;
  if (n === 0) return null;
  // Values left out at each end: as many as n tosses of a coin fall short of with probability TAIL or less.
  let left = 0;
  let term = -n * Math.LN2;
  let below = Math.exp(term);
  while (below <= TAIL) {
    left++;
    // In logs: 2^-n is 0 from n = 1075.
    term += Math.log((n - left + 1) / left);
    below += Math.exp(term);
  }
  return left === 0
    ? bounds
    : { low: ascending[left - 1] ?? bounds.low, high: ascending[n - left] ?? bounds.high };
}

/**
 * 90 % interval of the ratio of two independent means, by the delta method on the logarithm.
 *
 * @returns null with fewer than two values on either side, or a mean that is not above 0
 */
export function meanRatioInterval(above: Moments, below: Moments): Interval | null {
  if (above.variance === null || below.variance === null || !(above.mean > 0 && below.mean > 0)) return null;
  const relative = (values: Moments, variance: number) => variance / (values.n * values.mean * values.mean);
  const half = Z * Math.sqrt(relative(above, above.variance) + relative(below, below.variance));
  const ratio = above.mean / below.mean;
  return { low: ratio * Math.exp(-half), high: ratio * Math.exp(half) };
}
