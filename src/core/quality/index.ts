export { checkCell, type CellState } from "./checkCell";
export { completenessOf, type RecordGap } from "./completenessOf";
export { completenessOfRange, fieldCheckNamed } from "./completenessOfRange";
export { contactProblems, type ContactProblem } from "./contactProblems";
export {
  duplicateCandidates,
  type DuplicateEvidence,
  type DuplicatePair,
  type IdentityFields,
} from "./duplicateCandidates";
export { requiredFields } from "./requiredFields";
export type { FieldCheck } from "./types";
