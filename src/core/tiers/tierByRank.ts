import { InvalidArgumentError } from "../errors";
import { rankByKeys } from "../math/rankByKeys";
import type { TierId } from "./types";

export interface TierShares {
  /** Share of the base that is high, from the best down; 0 to 1. */
  readonly topShare: number;
  /** Share of the base that is basic, from the worst up; 0 to 1, together at most 1. */
  readonly bottomShare: number;
}

/** Fewer than this and a tier would be a single person's: none is given. */
export const SMALLEST_TIER_BASE = 5;

/** Shares like 0.7 are not exact in binary: a p that meets a border on paper must meet it here. */
const BORDER_TOLERANCE = 1e-12;

/**
 * The tier of a rank: p = (mean rank of the tied group − 0.5) / base.
 *
 * p below the top share is high, p at or above 1 − the bottom share is basic, else medium. So
 * customers equal in everything are in one tier, and a group that straddles a border falls where its
 * middle falls.
 *
 * @param rank - best rank of the tied group, from 1
 * @param tied - customers in the group
 * @returns "" where the base is below `SMALLEST_TIER_BASE`
 */
export function tierByRank(rank: number, tied: number, base: number, shares: TierShares): TierId {
  if (base < SMALLEST_TIER_BASE) return "";
  const p = (rank + (tied - 1) / 2 - 0.5) / base;
  if (p < shares.topShare - BORDER_TOLERANCE) return "high";
  return p >= 1 - shares.bottomShare - BORDER_TOLERANCE ? "basic" : "medium";
}

/**
 * Throws where the shares make no sense.
 *
 * @throws InvalidArgumentError "notAShare" outside 0 to 1, "sharesExceedAll" where they overlap
 */
export function checkTierShares({ topShare, bottomShare }: TierShares): void {
  for (const [argument, share] of [
    ["topShare", topShare],
    ["bottomShare", bottomShare],
  ] as const) {
    if (!(share >= 0 && share <= 1)) throw new InvalidArgumentError(argument, "notAShare", { value: share });
  }
  if (topShare + bottomShare > 1 + BORDER_TOLERANCE) {
    throw new InvalidArgumentError("bottomShare", "sharesExceedAll", { topShare, bottomShare });
  }
}

/**
 * Tiers of rows by columns of keys: the first column first, later ones break its ties; higher is better.
 *
 * @param columns - at least one, of equal length. NaN in the first one: the row has no value and no
 *   tier; NaN in a later one is worse than any number
 * @returns one tier per row; "" for rows without a value, and for all where fewer than
 *   `SMALLEST_TIER_BASE` rows have one
 * @throws InvalidArgumentError see `checkTierShares`
 * @example tiersByKeys([Float64Array.of(9, 7, 5, 3, 1)], { topShare: 0.2, bottomShare: 0.2 })
 *   // high, medium, medium, medium, basic
 */
export function tiersByKeys(columns: readonly Float64Array[], shares: TierShares): readonly TierId[] {
  checkTierShares(shares);
  const first = columns[0] ?? new Float64Array(0);
  const rows = new Int32Array(first.length);
  let base = 0;
  for (let row = 0; row < first.length; row++) {
    if (!Number.isNaN(first[row])) rows[base++] = row;
  }
  const tiers = new Array<TierId>(first.length).fill("");
  if (base < SMALLEST_TIER_BASE) return tiers;
  const keys = columns.map((column) =>
    Float64Array.from(rows.subarray(0, base), (row) => {
      const value = column[row] ?? Number.NaN;
      return Number.isNaN(value) ? -Infinity : value;
    }),
  );
  const { rank, tied } = rankByKeys(keys);
  for (let index = 0; index < base; index++) {
    tiers[rows[index] ?? 0] = tierByRank(rank[index] ?? 1, tied[index] ?? 1, base, shares);
  }
  return tiers;
}
