export { nextItems, type NextItem } from "./nextItem";
export { DEFAULT_PAIR_LIMITS, pairRules, type Holdings } from "./pairRules";
