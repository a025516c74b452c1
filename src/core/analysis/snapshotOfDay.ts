import type { DayNumber } from "../math/day";
import type { Predictions } from "./predictions";
import type { CustomerRow, SnapshotRow } from "./types";

/** Scores, tiers and risks of today as the rows of a snapshot; who has not bought yet is no customer yet. */
export function snapshotOfDay(
  rows: readonly CustomerRow[],
  predictions: Pick<Predictions, "risk"> | null,
  asOf: DayNumber,
  settingsHash: string,
): readonly SnapshotRow[] {
  return rows.flatMap(({ id, bookIndex, r, f, m, score, rank, tier }): readonly SnapshotRow[] => {
    if (tier === "" || tier === "noOrder") return [];
    const risk = predictions?.risk[bookIndex] ?? Number.NaN;
    return [
      {
        takenOn: asOf,
        customerId: id,
        r,
        f,
        m,
        score,
        rank,
        tier,
        churnRisk: Number.isNaN(risk) ? null : risk,
        settingsHash,
      },
    ];
  });
}
