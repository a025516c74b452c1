export { nextItems, type ManualRule, type NextItem } from "./nextItem";
export { DEFAULT_PAIR_LIMITS, pairRules, type Holdings, type PairLimits, type PairRule } from "./pairRules";
