export { checkCell, type CellState } from "./checkCell";
export { completenessOf, isTestRecord, type RecordGap } from "./completenessOf";
export { completenessOfRange, fieldCheckNamed } from "./completenessOfRange";
export { contactProblems } from "./contactProblems";
export { duplicateCandidates, type IdentityFields } from "./duplicateCandidates";
export { requiredFields } from "./requiredFields";
export type { FieldCheck } from "./types";
