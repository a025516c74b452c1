import { median } from "../math/median";
import type { SegmentId } from "./segmentTables";

/** What a value is held against: good is R <= r, F >= f, M >= m; in the units of the columns. */
export interface EightCuts {
  readonly r: number;
  readonly f: number;
  readonly m: number;
}

/** How the eight classes cut each column: at its mean or at its median. */
export type EightScheme = "eightMean" | "eightMedian";

/**
 * 国内八类, by whether recency, frequency and spend are good: near or far, often or seldom, much or little.
 * The word important goes with spend; the rest follows the published table of the eight.
 */
export const EIGHT_CLASSES: readonly {
  readonly id: SegmentId;
  readonly near: boolean;
  readonly often: boolean;
  readonly much: boolean;
}[] = [
  { id: "importantValue", near: true, often: true, much: true },
  { id: "importantKeep", near: false, often: true, much: true },
  { id: "importantDevelop", near: true, often: false, much: true },
  { id: "importantRetain", near: false, often: false, much: true },
  { id: "generalValue", near: true, often: true, much: false },
  { id: "generalKeep", near: false, often: true, much: false },
  { id: "generalDevelop", near: true, often: false, much: false },
  { id: "generalRetain", near: false, often: false, much: false },
];

/**
 * The cuts of the eight classes over the base, one for each column, so that a report can print them.
 *
 * The median of an even number of values is the mean of the two in the middle. A mean is kept
 * between the smallest and the largest value, so that rounding cannot put equal values on the wrong
 * side: with all values equal everybody is good.
 *
 * @param r - days since the last order of the customers of the base
 * @param f - orders
 * @param m - net spend
 * @returns null for an empty base
 * @example eightCuts([10, 20], [1, 3], [5, 5], "eightMean") // { r: 15, f: 2, m: 5 }
 */
export function eightCuts(
  r: ArrayLike<number>,
  f: ArrayLike<number>,
  m: ArrayLike<number>,
  scheme: EightScheme,
): EightCuts | null {
  if (r.length === 0) return null;
  const cut = scheme === "eightMean" ? mean : (values: Float64Array) => median(values) ?? NaN;
  return { r: cut(sorted(r)), f: cut(sorted(f)), m: cut(sorted(m)) };
}

/** The class of one customer against given cuts; a value equal to its cut is good. */
export function eightClassOf(r: number, f: number, m: number, cuts: EightCuts): SegmentId {
  const near = r <= cuts.r;
  const often = f >= cuts.f;
  const much = m >= cuts.m;
  const row = EIGHT_CLASSES.find((item) => item.near === near && item.often === often && item.much === much);
  return (row ?? LAST_CLASS).id;
}

const LAST_CLASS = EIGHT_CLASSES[EIGHT_CLASSES.length - 1] as (typeof EIGHT_CLASSES)[number];

const sorted = (values: ArrayLike<number>): Float64Array => Float64Array.from(values).sort();

// Adding up in ascending order makes the mean the same whatever order the rows came in.
function mean(ascending: Float64Array): number {
  let sum = 0;
  for (const value of ascending) sum += value;
  const lowest = ascending[0] ?? NaN;
  const highest = ascending[ascending.length - 1] ?? NaN;
  return Math.min(Math.max(sum / ascending.length, lowest), highest);
}
