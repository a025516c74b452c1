export { createHost, type Host, type Screen } from "./createHost";
export type { FunctionMetadata } from "./customFunctions";
export type { GridParts, HostBook } from "./hostBook";
export { queueCalculations, type Calculations } from "./queueCalculations";
export { besideTheGrid } from "./besideTheGrid";
export { chartModel } from "./chartModel";
export { cellOutput, cellText } from "./cellOutput";
