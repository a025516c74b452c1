/** Tiers by value, and the two states of customers who are in no tier. */
export const TIER_IDS = ["high", "medium", "basic", "outsideWindow", "noOrder"] as const;
/** "" where there are too few customers for tiers. */
export type TierId = (typeof TIER_IDS)[number] | "";
