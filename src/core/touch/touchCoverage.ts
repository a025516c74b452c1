import { TIER_IDS, type TierId } from "../tiers/types";
import type { PlannedTouch } from "./touchPlan";

/** How far the plan is kept, of the customers it asks to touch and who agreed to it. */
export interface CoverageCounts {
  readonly customers: number;
  /** Touched within the rhythm: the next touch is not due before today. */
  readonly onTime: number;
  /** Of the others: those who had better wait. */
  readonly onHold: number;
  /** onTime ÷ customers; null with nobody to touch. */
  readonly rate: number | null;
}

export interface TouchCoverage extends CoverageCounts {
  readonly byTier: readonly (CoverageCounts & { readonly tier: Exclude<TierId, ""> })[];
  /** Customers with a rhythm who did not agree to marketing, in no rate. */
  readonly noConsent: number;
}

/**
 * Coverage of the touch plan: the share of customers with a rhythm and consent whose last touch of that kind is not
 * longer ago than the rhythm. Due today still counts as on time; never touched does not.
 *
 * @param touches - by customer; null: no rhythm
 */
export function touchCoverage(
  touches: readonly (PlannedTouch | null)[],
  tiers: readonly TierId[],
  touchedBefore: (customer: number) => boolean,
  asOf: number,
): TouchCoverage {
  const counts = new Map<TierId, { customers: number; onTime: number; onHold: number }>();
  let noConsent = 0;
  touches.forEach((touch, customer) => {
    if (touch === null) return;
    if (touch.holds.includes("noConsent")) {
      noConsent++;
      return;
    }
    const tier = tiers[customer] ?? "";
    const count = counts.get(tier) ?? { customers: 0, onTime: 0, onHold: 0 };
    const isOnTime = touch.dueOn >= asOf && touchedBefore(customer);
    counts.set(tier, {
      customers: count.customers + 1,
      onTime: count.onTime + (isOnTime ? 1 : 0),
      onHold: count.onHold + (!isOnTime && touch.holds.length > 0 ? 1 : 0),
    });
  });
  const all = [...counts.values()];
  const sum = (of: (count: { customers: number; onTime: number; onHold: number }) => number) =>
    all.reduce((total, count) => total + of(count), 0);
  const rated = (count: { customers: number; onTime: number; onHold: number }): CoverageCounts => ({
    ...count,
    rate: count.customers > 0 ? count.onTime / count.customers : null,
  });
  return {
    ...rated({
      customers: sum(({ customers }) => customers),
      onTime: sum(({ onTime }) => onTime),
      onHold: sum(({ onHold }) => onHold),
    }),
    byTier: TIER_IDS.flatMap((tier) => {
      const count = counts.get(tier);
      return count === undefined ? [] : [{ tier, ...rated(count) }];
    }),
    noConsent,
  };
}
