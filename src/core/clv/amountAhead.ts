import type { SpendParams } from "../btyd";
import type { CountsAhead } from "./countsAhead";

/**
 * Spend per purchase of a customer is Gamma(shape, nu), and nu is Gamma(prior, scale) among customers.
 * Pooled means are the case of shape 1 whose posterior mean is the pooled one.
 */
export interface SpendShape {
  readonly shape: number;
  readonly prior: number;
  readonly scale: number;
}

export function spendShape(params: SpendParams): SpendShape {
  return params.kind === "gammaGamma"
    ? { shape: params.p, prior: params.q, scale: params.v }
    : { shape: 1, prior: params.weight + 1, scale: params.weight * params.mean };
}

/** Mean and variance of the amount ahead, in units of the customer's spend scale. */
export interface AmountMoments {
  readonly mean: number;
  readonly variance: number;
}

/** The variance of a heavy tail is cut where it would become infinite. */
const LIGHTEST_TAIL = 0.5;
/** In logarithms: quantiles of heavy tails reach further down than up from the mean. */
const BELOW = 9;
const ABOVE = 3;
/** Leaves less than a thousandth of the value open. */
const BISECTIONS = 14;

/**
 * Given k purchases, their sum is (scale + sum of known spend) times a beta prime variable with shapes
 * shape × k and prior + shape × x: everything a customer has of their own is in the scale, so
 * distributions are per history.
 *
 * @param repeats - x, the purchases whose spend is known
 */
export function amountMoments(ahead: CountsAhead, spend: SpendShape, repeats: number): AmountMoments {
  const tail = spend.prior + spend.shape * repeats;
  const once = Math.max(tail - 1, LIGHTEST_TAIL);
  const twice = Math.max(tail - 2, LIGHTEST_TAIL);
  let mean = 0;
  let square = 0;
  ahead.counts.forEach((count, index) => {
    const chance = ahead.chances[index] ?? 0;
    const shape = spend.shape * count;
    mean += (chance * shape) / once;
    square += (chance * shape * (shape + 1)) / (once * twice);
  });
  return { mean, variance: Math.max(0, square - mean * mean) };
}

/**
 * The value the amount ahead stays below with probability p, in units of the customer's spend scale;
 * 0 where buying nothing is at least as likely as p.
 */
export function amountQuantile(ahead: CountsAhead, spend: SpendShape, repeats: number, p: number): number {
  if (ahead.none >= p) return 0;
  const tail = spend.prior + spend.shape * repeats;
  const { mean } = amountMoments(ahead, spend, repeats);
  // The mean of those who buy lies in the middle of what they spend, whatever the shapes.
  const middleOf = Math.log(mean / (1 - ahead.none));
  let low = middleOf - BELOW;
  let high = middleOf + ABOVE;
  for (let step = 0; step < BISECTIONS; step++) {
    const middle = (low + high) / 2;
    if (below(Math.exp(middle), ahead, spend, tail) < p) low = middle;
    else high = middle;
  }
  return Math.exp((low + high) / 2);
}

function below(value: number, ahead: CountsAhead, spend: SpendShape, tail: number): number {
  let sum = ahead.none;
  for (let index = 0; index < ahead.counts.length; index++) {
    const chance = ahead.chances[index] ?? 0;
    if (chance < 1e-9) continue;
    sum += chance * betaPrimeBelow(value, spend.shape * (ahead.counts[index] ?? 0), tail);
  }
  return sum;
}

/**
 * P(X ≤ value) for a beta prime variable: the cube-root normal approximation of the F distribution,
 * within half a per cent where the shapes add up to 6 or more.
 *
 * @see Paulson (1942); Abramowitz & Stegun (1964), 26.6.15
 */
function betaPrimeBelow(value: number, a: number, b: number): number {
  const cubeRoot = Math.cbrt((value * b) / a);
  const va = 1 / (9 * a);
  const vb = 1 / (9 * b);
  const z = (cubeRoot * (1 - vb) - (1 - va)) / Math.sqrt(va + cubeRoot * cubeRoot * vb);
  return normalBelow(z);
}

/** P(Z ≤ z), to 1e-7. Abramowitz & Stegun (1964), 26.2.17. */
function normalBelow(z: number): number {
  const t = 1 / (1 + 0.2316419 * Math.abs(z));
  const tail =
    0.3989422804014327 *
    Math.exp(-0.5 * z * z) *
    t *
    (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  return z > 0 ? 1 - tail : tail;
}
