export { nextItems, type NextItem } from "./nextItem";
export { orderByName } from "./orderByName";
export type { Holdings } from "./pairCounts";
export { DEFAULT_PAIR_LIMITS, pairRules } from "./pairRules";
