import { InvalidArgumentError } from "../errors";

/** From here on the expansion around the normal quantile is good to 1e-9, and cheaper. */
const LARGE = 200;

/**
 * Quantile of Student's t: the value that a t variable with `degrees` degrees of freedom stays below
 * with probability p.
 *
 * Up to 200 degrees the exact finite sum for whole degrees is inverted by bisection; beyond, the
 * expansion in powers of 1/degrees around the normal quantile.
 *
 * @param p - in (0, 1)
 * @param degrees - whole, ≥ 1
 * @see Abramowitz & Stegun (1964), 26.7.3, 26.7.4 (sums), 26.7.5 (expansion)
 * @example studentTQuantile(0.95, 10) // 1.8125
 */
export function studentTQuantile(p: number, degrees: number): number {
  if (!(p > 0 && p < 1)) throw new InvalidArgumentError("p", "outOfRange", { value: p });
  if (!(Number.isInteger(degrees) && degrees >= 1)) {
    throw new InvalidArgumentError("degrees", "outOfRange", { value: degrees });
  }
  if (p === 0.5) return 0;
  if (p < 0.5) return -studentTQuantile(1 - p, degrees);
  if (degrees > LARGE) return expansion(normalQuantile(p), degrees);
  // With t = √degrees · tan θ the sum is smooth in θ, and θ has ends to bisect between.
  const central = 2 * p - 1;
  return Math.sqrt(degrees) * Math.tan(bisect((angle) => centralMass(angle, degrees) - central));
}

/** P(|T| ≤ t) for t = √degrees · tan(angle). */
function centralMass(angle: number, degrees: number): number {
  const sine = Math.sin(angle);
  const cosine = Math.cos(angle);
  const odd = degrees % 2 === 1;
  let term = odd ? cosine : 1;
  let sum = degrees === 1 ? 0 : term;
  for (let k = odd ? 3 : 2; k <= degrees - 2; k += 2) {
    term *= ((k - 1) / k) * cosine * cosine;
    sum += term;
  }
  return odd ? (2 / Math.PI) * (angle + sine * sum) : sine * sum;
}

function expansion(z: number, degrees: number): number {
  const z2 = z * z;
  const g1 = (z * (z2 + 1)) / 4;
  const g2 = (z * ((5 * z2 + 16) * z2 + 3)) / 96;
  const g3 = (z * (((3 * z2 + 19) * z2 + 17) * z2 - 15)) / 384;
  const g4 = (z * ((((79 * z2 + 776) * z2 + 1482) * z2 - 1920) * z2 - 945)) / 92_160;
  return z + (g1 + (g2 + (g3 + g4 / degrees) / degrees) / degrees) / degrees;
}

/**
 * Quantile of the standard normal distribution.
 *
 * Bisection on the distribution function, which is summed where its series converges fast (small z)
 * and taken from its continued fraction in the tail.
 *
 * @param p - in (0, 1)
 * @see Abramowitz & Stegun (1964), 26.2.11 (series), 26.2.14 (continued fraction)
 * @example normalQuantile(0.95) // 1.6449
 */
export function normalQuantile(p: number): number {
  if (!(p > 0 && p < 1)) throw new InvalidArgumentError("p", "outOfRange", { value: p });
  if (p === 0.5) return 0;
  if (p < 0.5) return -normalQuantile(1 - p);
  const tail = 1 - p;
  return bisect((z) => tail - upperTail(z), 40);
}

/** P(Z > z) for z ≥ 0. */
function upperTail(z: number): number {
  const density = Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);
  if (z < 3) {
    let term = z;
    let sum = z;
    for (let k = 3; term > sum * 1e-17; k += 2) {
      term *= (z * z) / k;
      sum += term;
    }
    return 0.5 - density * sum;
  }
  let fraction = z;
  for (let k = 60; k >= 1; k--) fraction = z + k / fraction;
  return density / fraction;
}

/** Root of a rising function between 0 and `end`. */
function bisect(rising: (x: number) => number, end = Math.PI / 2): number {
  let low = 0;
  let high = end;
  for (;;) {
    const middle = (low + high) / 2;
    if (middle <= low || middle >= high) return middle;
    if (rising(middle) < 0) low = middle;
    else high = middle;
  }
}
