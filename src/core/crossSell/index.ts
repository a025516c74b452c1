export { nextItems, type NextItem } from "./nextItem";
export { pairRules, type Holdings } from "./pairRules";
