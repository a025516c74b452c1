export { movementBetween, type MovementSnapshot } from "./movementBetween";
export { movementCounts, type MovementCounts } from "./movementCounts";
export { movementReason, type CustomerState } from "./movementReason";
export type { MovementReason, MovementTable } from "./types";
