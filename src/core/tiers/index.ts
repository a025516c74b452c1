export { checkTierShares, SMALLEST_TIER_BASE, tierByRank, tiersByKeys } from "./tierByRank";
export { TIER_IDS, type TierId } from "./types";
