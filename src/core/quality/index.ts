export { checkCell, type CellState } from "./checkCell";
export { completenessOf, isTestRecord, type RecordGap } from "./completenessOf";
export { completenessOfRange, fieldCheckNamed } from "./completenessOfRange";
export { INDUSTRY_OR_SCENE, requiredFields, type RequiredField } from "./requiredFields";
export type { CompletenessResult, FieldCheck } from "./types";
