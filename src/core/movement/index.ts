export { movementBetween, type MovementSnapshot } from "./movementBetween";
export { movementCounts } from "./movementCounts";
export { movementReason, type CustomerState } from "./movementReason";
export type { MovementTable } from "./types";
