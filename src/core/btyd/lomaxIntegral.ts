import { gaussLegendre, type QuadratureRule } from "../math/gaussLegendre";

/** The first rule whose bounds hold for a panel is good to 1e-12 there: length in v, fall of the integrand in logs. */
const RULES = [
  { length: 1.5, fall: 4, rule: gaussLegendre(8) },
  { length: 2.5, fall: 10, rule: gaussLegendre(12) },
] as const;
const LONGEST = { length: 3, fall: 20, rule: gaussLegendre(16) } as const;

/** Beyond this exponent nothing is added that a double could hold. */
const NEGLIGIBLE = 46;

/** The integral and its moments, written by `lomaxMoments`. */
export interface LomaxMoments {
  /** ∫ f */
  value: number;
  /** ∫ f log(1 + u/A), ∫ f log(1 + u/B) */
  logA: number;
  logB: number;
  /** ∫ f / (A + u), ∫ f / (B + u) */
  inverseA: number;
  inverseB: number;
}

/**
 * ∫ from 0 to `length` of f(u) = (1 + u/A)^−p (1 + u/B)^−q du: the one integral behind Pareto/NBD.
 *
 * The papers write it as a difference of two Gauss hypergeometric functions, which loses all digits where
 * the two are close and overflows from x = 161. All terms are positive here: Gauss-Legendre over
 * v = log(1 + u/min(A, B)), in panels so short that the rule is good to 1e-12.
 *
 * @param p, q - > 0, p + q > 1
 * @param scaleA, scaleB - > 0
 * @see Fader & Hardie (2005), A note on deriving the Pareto/NBD model, section 4
 */
export function lomaxIntegral(p: number, scaleA: number, q: number, scaleB: number, length: number): number {
  return walk(p, scaleA, q, scaleB, length, null);
}

/** The integral with its moments, for derivatives by the exponents and scales. */
export function lomaxMoments(
  p: number,
  scaleA: number,
  q: number,
  scaleB: number,
  length: number,
  into: LomaxMoments,
): void {
  into.value = into.logA = into.logB = into.inverseA = into.inverseB = 0;
  into.value = walk(p, scaleA, q, scaleB, length, into);
}

function walk(
  p: number,
  scaleA: number,
  q: number,
  scaleB: number,
  length: number,
  into: LomaxMoments | null,
): number {
  // The sharper bend goes into the substitution; the other factor is smooth in v.
  return scaleA <= scaleB
    ? panels({ p, q, narrow: scaleA, wide: scaleB, length, swapped: false }, into)
    : panels({ p: q, q: p, narrow: scaleB, wide: scaleA, length, swapped: true }, into);
}

interface Integral {
  /** Exponents of the factor with the narrow and of the one with the wide scale. */
  readonly p: number;
  readonly q: number;
  readonly narrow: number;
  readonly wide: number;
  readonly length: number;
  /** Whether the narrow scale is B. */
  readonly swapped: boolean;
}

function panels(integral: Integral, into: LomaxMoments | null): number {
  const { p, q, narrow, wide, length } = integral;
  const end = Math.log1p(length / narrow);
  const ratio = narrow / wide;
  let from = 0;
  let before = 0;
  let sum = 0;
  while (from < end) {
    let to = Math.min(end, from + LONGEST.length);
    let exponent = (p - 1) * to + q * Math.log1p(ratio * Math.expm1(to));
    while (exponent - before > LONGEST.fall) {
      to = from + (to - from) / 2;
      exponent = (p - 1) * to + q * Math.log1p(ratio * Math.expm1(to));
    }
    sum += panel(integral, from, to, ruleFor(to - from, exponent - before), into);
    if (exponent > NEGLIGIBLE) break;
    from = to;
    before = exponent;
  }
  return sum;
}

function ruleFor(length: number, fall: number): QuadratureRule {
  for (const bounds of RULES) if (length <= bounds.length && fall <= bounds.fall) return bounds.rule;
  return LONGEST.rule;
}

function panel(
  integral: Integral,
  from: number,
  to: number,
  rule: QuadratureRule,
  into: LomaxMoments | null,
): number {
  const { p, q, narrow, wide, swapped } = integral;
  const { nodes, weights } = rule;
  const width = to - from;
  const ratio = narrow / wide;
  let sum = 0;
  let sumNarrow = 0;
  let sumWide = 0;
  let inverseNarrow = 0;
  let inverseWide = 0;
  for (let index = 0; index < nodes.length; index++) {
    const v = from + width * (nodes[index] ?? 0);
    // Only absolute errors count in the exponent, so the plain functions do, which are faster.
    const grown = Math.exp(v) - 1;
    const wideLog = Math.log(1 + ratio * grown);
    const f = (weights[index] ?? 0) * Math.exp((1 - p) * v - q * wideLog);
    sum += f;
    if (into === null) continue;
    sumNarrow += f * v;
    sumWide += f * wideLog;
    inverseNarrow += f / (1 + grown);
    inverseWide += f / (1 + ratio * grown);
  }
  const scale = width * narrow;
  if (into !== null) {
    into[swapped ? "logB" : "logA"] += scale * sumNarrow;
    into[swapped ? "logA" : "logB"] += scale * sumWide;
    into[swapped ? "inverseB" : "inverseA"] += (scale * inverseNarrow) / narrow;
    into[swapped ? "inverseA" : "inverseB"] += (scale * inverseWide) / wide;
  }
  return scale * sum;
}
