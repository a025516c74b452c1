export { nextItems } from "./nextItem";
export { pairRules, type Holdings } from "./pairRules";
