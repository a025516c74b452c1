import { InvalidArgumentError } from "../errors";
import type { RfmTable } from "../rfm/types";
import type { SegmentScheme } from "../settings";
import { eightClassOf, eightCuts, type EightCuts, type EightScheme } from "./eightClasses";
import { segmentOf } from "./segmentOf";
import { SCORE_SCHEMES, type ScoreScheme, type SegmentId } from "./segmentTables";

/** Segments of a column of customers, and the cuts they were made with where the scheme has cuts. */
export interface SegmentColumn {
  /** One entry per row; "" where the row has no figures. */
  readonly segments: readonly (SegmentId | "")[];
  /** Cuts of the eight classes, in the units of the columns; null for score schemes and an empty base. */
  readonly cuts: EightCuts | null;
}

const isScoreScheme = (scheme: SegmentScheme): scheme is ScoreScheme => scheme in SCORE_SCHEMES;

/**
 * Segments of rows of three columns: scores for `named11` (1 to 5) and `klaviyo6` (1 to 3), or days,
 * orders and spend for the eight classes, whose cuts are taken over the rows given.
 *
 * @param r - scores R, or days since the last order; NaN: blank, the row gets ""
 * @param f - scores F, or orders
 * @param m - scores M, or net spend
 * @throws InvalidArgumentError `unequalLength` for columns of unequal length,
 *   `scoreOutsideScheme` for a score the scheme does not have
 * @example segmentColumn([5, NaN], [5, 1], [4, 1], "named11") // { segments: ["champions", ""], cuts: null }
 */
export function segmentColumn(
  r: ArrayLike<number>,
  f: ArrayLike<number>,
  m: ArrayLike<number>,
  scheme: SegmentScheme,
): SegmentColumn {
  if (f.length !== r.length || m.length !== r.length) {
    const argument = f.length !== r.length ? "f" : "m";
    throw new InvalidArgumentError(argument, "unequalLength", {
      expected: r.length,
      actual: argument === "f" ? f.length : m.length,
    });
  }
  const rows: number[] = [];
  for (let row = 0; row < r.length; row += 1) {
    if (!Number.isNaN(r[row]) && !Number.isNaN(f[row]) && !Number.isNaN(m[row])) rows.push(row);
  }
  return isScoreScheme(scheme) ? byScores(r, f, m, rows, scheme) : byCuts(r, f, m, rows, scheme);
}

/**
 * Segments of every customer of an RFM table. Customers outside the window, and those all of whose rows
 * lie after the as-of date, get ""; those without a valid order get prospects in `named11` and "" in the
 * other schemes. Cuts are taken over the base;
 * the cut of spend is in minor units, as the table is.
 *
 * @param rfm - scored on 5 bins for `named11` and on 3 for `klaviyo6`; any bins for the eight classes
 * @throws InvalidArgumentError `scoreOutsideScheme` when the table was scored on other bins
 */
export function segmentsOfTable(rfm: RfmTable, scheme: SegmentScheme): SegmentColumn {
  const rows: number[] = [];
  for (let row = 0; row < rfm.count; row += 1) if (rfm.inBase[row] === 1) rows.push(row);
  if (!isScoreScheme(scheme)) {
    return byCuts(rfm.daysSinceLastOrder, rfm.orders, rfm.netSpend, rows, scheme);
  }
  const found = byScores(rfm.r, rfm.f, rfm.m, rows, scheme);
  const { withoutOrder } = SCORE_SCHEMES[scheme];
  const segments = found.segments.map((segment, row) =>
    withoutOrder !== null && rfm.tiers[row] === "noOrder" ? withoutOrder : segment,
  );
  return { segments, cuts: null };
}

function byScores(
  r: ArrayLike<number>,
  f: ArrayLike<number>,
  m: ArrayLike<number>,
  rows: readonly number[],
  scheme: ScoreScheme,
): SegmentColumn {
  const segments = new Array<SegmentId | "">(r.length).fill("");
  for (const row of rows) segments[row] = segmentOf(r[row] ?? NaN, f[row] ?? NaN, m[row] ?? NaN, scheme);
  return { segments, cuts: null };
}

function byCuts(
  r: ArrayLike<number>,
  f: ArrayLike<number>,
  m: ArrayLike<number>,
  rows: readonly number[],
  scheme: EightScheme,
): SegmentColumn {
  const pick = (column: ArrayLike<number>) => Float64Array.from(rows, (row) => column[row] ?? NaN);
  const cuts = eightCuts(pick(r), pick(f), pick(m), scheme);
  const segments = new Array<SegmentId | "">(r.length).fill("");
  if (cuts !== null) {
    for (const row of rows) segments[row] = eightClassOf(r[row] ?? NaN, f[row] ?? NaN, m[row] ?? NaN, cuts);
  }
  return { segments, cuts };
}
