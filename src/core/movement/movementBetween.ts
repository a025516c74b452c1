import type { DayNumber } from "../math/day";
import { TIER_IDS, type TierId } from "../tiers/types";
import { movementCounts } from "./movementCounts";
import { movementReason, type CustomerState } from "./movementReason";
import type { MovementTable } from "./types";

/** Every customer at one date, as columns of equal length. */
export interface MovementSnapshot {
  readonly takenOn: DayNumber;
  /** Ids as shown. */
  readonly customerIds: readonly string[];
  /** Normalised ids, by which the two dates are joined. */
  readonly customerKeys: readonly string[];
  readonly tiers: readonly TierId[];
  /** Scores; 0 outside the base. */
  readonly r: ArrayLike<number>;
  readonly f: ArrayLike<number>;
  readonly m: ArrayLike<number>;
  /** Days since the last order, orders and net spend in the window; NaN where not known; null: no such column. */
  readonly days: ArrayLike<number> | null;
  readonly orders: ArrayLike<number> | null;
  readonly spend: ArrayLike<number> | null;
}

/** From best to worst: where each tier stands. No tier ("") stands nowhere. */
const PLACE = new Map<TierId, number>(TIER_IDS.map((tier, index) => [tier, index]));

/**
 * Who moved between the tiers of two dates, and why.
 *
 * `counts` has a row and a column for every tier that occurs at either date, best first. `moves` lists
 * the customers whose tier changed, in the order of the snapshot before, then those who joined in the
 * order of the one after. A customer without a tier ("", a base of fewer than five) is counted under
 * "", but a change to or from it is no move: there is nothing to compare. Reasons: `movementReason`.
 *
 * A customer who stands twice in a snapshot counts once, with the later row.
 */
export function movementBetween(before: MovementSnapshot, after: MovementSnapshot): MovementTable {
  const rowsBefore = rowByKey(before);
  const rowsAfter = rowByKey(after);
  const matrix = movementCounts(
    { keys: before.customerKeys, labels: before.tiers },
    { keys: after.customerKeys, labels: after.tiers },
    TIER_IDS,
  );

  const moves: MovementTable["moves"][number][] = [];
  for (const [key, row] of rowsBefore) {
    const from = stateAt(before, row);
    const rowAfter = rowsAfter.get(key);
    if (rowAfter === undefined) {
      moves.push({
        customerId: before.customerIds[row] ?? key,
        from: from.tier,
        to: "",
        direction: "left",
        reason: "left",
        scoresBefore: from.scores,
        scoresAfter: null,
      });
      continue;
    }
    const to = stateAt(after, rowAfter);
    const placeBefore = PLACE.get(from.tier);
    const placeAfter = PLACE.get(to.tier);
    if (placeBefore === undefined || placeAfter === undefined || placeBefore === placeAfter) continue;
    const rises = placeAfter < placeBefore;
    moves.push({
      customerId: after.customerIds[rowAfter] ?? key,
      from: from.tier,
      to: to.tier,
      direction: rises ? "up" : "down",
      reason: movementReason(from, to, rises),
      scoresBefore: from.scores,
      scoresAfter: to.scores,
    });
  }
  for (const [key, row] of rowsAfter) {
    if (rowsBefore.has(key)) continue;
    const to = stateAt(after, row);
    moves.push({
      customerId: after.customerIds[row] ?? key,
      from: "",
      to: to.tier,
      direction: "joined",
      reason: "joined",
      scoresBefore: null,
      scoresAfter: to.scores,
    });
  }
  return {
    before: before.takenOn,
    after: after.takenOn,
    tiers: matrix.labels,
    counts: matrix.counts,
    joined: matrix.joined,
    left: matrix.left,
    moves,
  };
}

function rowByKey(snapshot: MovementSnapshot): ReadonlyMap<string, number> {
  const rows = new Map<string, number>();
  snapshot.customerKeys.forEach((key, row) => {
    if (key !== "") rows.set(key, row);
  });
  return rows;
}

function stateAt(snapshot: MovementSnapshot, row: number): CustomerState {
  return {
    tier: snapshot.tiers[row] ?? "",
    scores: [snapshot.r[row] ?? 0, snapshot.f[row] ?? 0, snapshot.m[row] ?? 0],
    raw: [snapshot.days?.[row] ?? NaN, snapshot.orders?.[row] ?? NaN, snapshot.spend?.[row] ?? NaN],
  };
}
