import type { TierId } from "../tiers/types";
import type { MovementReason } from "./types";

/** One customer at one date. */
export interface CustomerState {
  readonly tier: TierId;
  /** Scores R, F, M; all 0 outside the base. */
  readonly scores: readonly [r: number, f: number, m: number];
  /** Days since the last order, orders and net spend in the window; NaN: not known. */
  readonly raw: readonly [days: number, orders: number, spend: number];
}

/** Sign that makes a rise of the raw figure an improvement: more days since the last order are worse. */
const BETTER = [-1, 1, 1] as const;
const SPEND = 2;

/** Tiers within the base, where a tier depends on the others; the other two speak of the customer alone. */
const RANKED: ReadonlySet<TierId> = new Set(["high", "medium", "basic"]);

/**
 * Why a customer's tier changed: by the customer's own doing, or because the others moved.
 *
 * `ownChange` when one of these holds, with "the way of the change" meaning better for a rise and
 * worse for a fall:
 * 1. the customer came into the base or left it (an order in the window or none is nobody else's doing);
 * 2. one of the scores moved the way of the change, and the raw figure behind it (days, orders, spend)
 *    did too; where the raw figure of either date is not known, the score alone speaks;
 * 3. no score moved, but the customer's net spend, which ranks equal composites, moved the way of the change.
 *
 * `rankDrift` otherwise: the scores stayed or moved without the customer's figures moving that way, so
 * it was the others who overtook or fell back. Silence is the customer's own: days that went by
 * without an order are worse days when they cost a score.
 *
 * @param rises - the tier after is the better one
 */
export function movementReason(
  before: CustomerState,
  after: CustomerState,
  rises: boolean,
): Extract<MovementReason, "ownChange" | "rankDrift"> {
  if (!RANKED.has(before.tier) || !RANKED.has(after.tier)) return "ownChange";
  const way = rises ? 1 : -1;
  const scoreMove = (index: number) => Math.sign((after.scores[index] ?? 0) - (before.scores[index] ?? 0));
  const rawMove = (index: number) =>
    Math.sign((after.raw[index] ?? NaN) - (before.raw[index] ?? NaN)) * (BETTER[index] ?? 1);

  const byScore = BETTER.some((_, index) => {
    const raw = rawMove(index);
    return scoreMove(index) === way && (raw === way || Number.isNaN(raw));
  });
  const bySpend = BETTER.every((_, index) => scoreMove(index) === 0) && rawMove(SPEND) === way;
  return byScore || bySpend ? "ownChange" : "rankDrift";
}
