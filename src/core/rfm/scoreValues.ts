import { InvalidArgumentError } from "../errors";
import type { TieRule } from "../settings";

export interface ScoreRule {
  /** Scores run from 1 to this; a whole number from 2 to `MOST_BINS`. */
  readonly bins: number;
  readonly higherIsBetter: boolean;
  readonly ties: TieRule;
}

/** Scores fit a byte; more bins than this say nothing a rank would not say better. */
export const MOST_BINS = 100;

/**
 * Scores by rank within the values, from 1 to `bins`, where `bins` is best. Equal values always get
 * one score.
 *
 * With `worse` values strictly worse, `eq` equal ones (itself included) and n in all:
 * low = 1 + floor(bins × worse / n), mid = ceil(bins × (worse + eq/2) / n),
 * high = ceil(bins × (worse + eq) / n), kept within 1 to bins. So with `low` a value that everybody
 * shares scores 1, with `high` it scores `bins`; with fewer distinct values than bins some scores stay
 * empty; a single value scores 1, the middle, or `bins`. No quantile and no unit is involved.
 *
 * @param values - any unit; NaN: no value
 * @returns one score per value; 0 where there is none
 * @throws InvalidArgumentError "notWholeInRange" for `bins`
 */
export function scoreValues(values: Float64Array, rule: ScoreRule): Uint8Array {
  checkBins(rule.bins);
  const starts = lowestOfEachScore(distinctRuns(values, rule.higherIsBetter), rule);
  const scores = new Uint8Array(values.length);
  for (let row = 0; row < values.length; row++) {
    const value = values[row] ?? Number.NaN;
    if (Number.isNaN(value)) continue;
    scores[row] = reached(starts, rule.higherIsBetter ? value : -value);
  }
  return scores;
}

/**
 * Scores by fixed cut points: a value that meets a cut has reached it. With k cuts the scores run from
 * 1 (no cut reached) to k + 1 (all of them).
 *
 * @param cuts - ascending, in the unit of the values; where lower is better a cut is reached from below
 * @returns one score per value; 0 for NaN
 * @throws InvalidArgumentError "notAscending" for `cuts`
 * @example scoreByCuts(Float64Array.of(30, 31, 400), [30, 90, 180, 365], false) // 5, 4, 1
 */
export function scoreByCuts(
  values: Float64Array,
  cuts: readonly number[],
  higherIsBetter: boolean,
): Uint8Array {
  checkCuts(cuts);
  const good = higherIsBetter ? cuts : cuts.map((cut) => -cut).reverse();
  const starts = Float64Array.from([-Infinity, ...good]);
  return Uint8Array.from(values, (value) => {
    if (Number.isNaN(value)) return 0;
    return reached(starts, higherIsBetter ? value : -value);
  });
}

function checkBins(bins: number): void {
  if (Number.isInteger(bins) && bins >= 2 && bins <= MOST_BINS) return;
  throw new InvalidArgumentError("bins", "notWholeInRange", { value: bins, least: 2, most: MOST_BINS });
}

function checkCuts(cuts: readonly number[]): void {
  const ascending = cuts.every((cut, index) => index === 0 || cut > (cuts[index - 1] ?? Infinity));
  if (cuts.length > 0 && cuts.length < MOST_BINS && cuts.every(Number.isFinite) && ascending) return;
  throw new InvalidArgumentError("cuts", "notAscending", { cuts: cuts.join(", ") });
}

/** Distinct values, worst first, signed so that larger is better, and how many there are of each. */
interface Runs {
  readonly values: Float64Array;
  readonly counts: Int32Array;
  readonly total: number;
}

/** Whole numbers are counted instead of sorted where they lie within this range, or this many times their number. */
const COUNTED_RANGE = 1 << 16;
const COUNTED_SPREAD = 16;

function distinctRuns(values: Float64Array, higherIsBetter: boolean): Runs {
  const good = new Float64Array(values.length);
  let total = 0;
  let least = Infinity;
  let most = -Infinity;
  let whole = true;
  for (let row = 0; row < values.length; row++) {
    const value = values[row] ?? Number.NaN;
    if (Number.isNaN(value)) continue;
    // Adding 0 turns −0 into 0, which a sort of numbers tells apart.
    const signed = (higherIsBetter ? value : -value) + 0;
    good[total++] = signed;
    if (signed < least) least = signed;
    if (signed > most) most = signed;
    if (whole && Math.floor(signed) !== signed) whole = false;
  }
  const present = good.subarray(0, total);
  const counted = whole && most - least < Math.max(COUNTED_RANGE, COUNTED_SPREAD * total);
  return counted ? countedRuns(present, least, most) : sortedRuns(present);
}

function countedRuns(present: Float64Array, least: number, most: number): Runs {
  const total = present.length;
  const all = new Int32Array(total === 0 ? 0 : most - least + 1);
  for (let index = 0; index < total; index++) {
    const place = (present[index] ?? 0) - least;
    all[place] = (all[place] ?? 0) + 1;
  }
  const distinct = Math.min(total, all.length);
  const values = new Float64Array(distinct);
  const counts = new Int32Array(distinct);
  let runs = 0;
  for (let place = 0; place < all.length; place++) {
    const count = all[place] ?? 0;
    if (count === 0) continue;
    values[runs] = least + place;
    counts[runs++] = count;
  }
  return { values: values.subarray(0, runs), counts: counts.subarray(0, runs), total };
}

function sortedRuns(present: Float64Array): Runs {
  const total = present.length;
  present.sort();
  const values = new Float64Array(total);
  const counts = new Int32Array(total);
  let runs = 0;
  for (let index = 0; index < total; index++) {
    const value = present[index] ?? 0;
    if (index === 0 || value !== values[runs - 1]) values[runs++] = value;
    counts[runs - 1] = (counts[runs - 1] ?? 0) + 1;
  }
  return { values: values.subarray(0, runs), counts: counts.subarray(0, runs), total };
}

/** Score s begins at the value in place s − 1; a score that nobody gets begins where the next one does. */
function lowestOfEachScore({ values, counts, total }: Runs, rule: ScoreRule): Float64Array {
  const starts = new Float64Array(rule.bins);
  let reachedScore = 0;
  let worse = 0;
  for (let run = 0; run < values.length; run++) {
    const equal = counts[run] ?? 0;
    const score = rankScore(worse, equal, total, rule);
    while (reachedScore < score) starts[reachedScore++] = values[run] ?? 0;
    worse += equal;
  }
  // Scores above the best value's begin nowhere, not even at infinity.
  return starts.subarray(0, reachedScore);
}

/** The rank rule itself, in whole numbers as far as they go. */
function rankScore(worse: number, equal: number, count: number, { bins, ties }: ScoreRule): number {
  const score =
    ties === "low"
      ? 1 + Math.floor((bins * worse) / count)
      : ties === "mid"
        ? Math.ceil((bins * (2 * worse + equal)) / (2 * count))
        : Math.ceil((bins * (worse + equal)) / count);
  return Math.min(bins, Math.max(1, score));
}

/** How many of the ascending starts a value has reached. */
function reached(starts: Float64Array, value: number): number {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (value >= (starts[middle] ?? Infinity)) low = middle + 1;
    else high = middle;
  }
  return low;
}
