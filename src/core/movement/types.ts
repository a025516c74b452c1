import type { DayNumber } from "../math/day";
import type { TierId } from "../tiers/types";

/** Why a customer's tier changed between two dates. */
export type MovementReason =
  /** The customer's own days, orders or spend moved a score. */
  | "ownChange"
  /** The customer's own figures did not worsen or improve; the others overtook or fell back. */
  | "rankDrift"
  | "joined"
  | "left";

export interface MovementTable {
  readonly before: DayNumber;
  readonly after: DayNumber;
  readonly tiers: readonly TierId[];
  /** counts[i][j]: customers in tiers[i] before and tiers[j] after. */
  readonly counts: readonly (readonly number[])[];
  /** New customers by tier after, lost ones by tier before. */
  readonly joined: readonly number[];
  readonly left: readonly number[];
  readonly moves: readonly {
    readonly customerId: string;
    readonly from: TierId;
    readonly to: TierId;
    readonly direction: "up" | "down" | "joined" | "left";
    readonly reason: MovementReason;
    /** Which scores moved: r, f, m before and after. */
    readonly scoresBefore: readonly [number, number, number] | null;
    readonly scoresAfter: readonly [number, number, number] | null;
  }[];
}
