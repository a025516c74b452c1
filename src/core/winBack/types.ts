import type { DayNumber } from "../math/day";
import type { TierId } from "../tiers/types";

export type HoldReason = "openComplaint" | "naturalCycle" | "noConsent";

/** A customer silent for the win-back months. Held ones stay listed, last, with their reason. */
export interface WinBackItem {
  readonly customerId: string;
  readonly name: string;
  readonly tier: TierId;
  readonly lastDay: DayNumber;
  /** From the last order to the as-of date. */
  readonly days: number;
  /** Net spend in the 365 days ending on the last order; major units. */
  readonly valueAtRisk: number;
  /** Chance of no order within the horizon of the predicted risk times the value at risk; null without a prediction. */
  readonly expectedLoss: number | null;
  /** Orders ever, so 1 or more. */
  readonly orders: number;
  /** Mean days between purchase days; null with fewer than two. */
  readonly intervalDays: number | null;
  readonly state: "due" | "onHold";
  /** All that hold; empty when due. */
  readonly holds: readonly HoldReason[];
  readonly phone: string;
  readonly owner: string;
  readonly topCategory: string;
}
