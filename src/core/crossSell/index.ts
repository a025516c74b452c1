export { nextItems, type NextItem } from "./nextItem";
export { orderByName } from "./orderByName";
export { DEFAULT_PAIR_LIMITS, pairRules, type Holdings } from "./pairRules";
