export { createHost, type Host, type HostOptions, type Refusals } from "./createHost";
export { ALL_SETS } from "./bootstrap";
export type { HostChart, HostSeries } from "./extras";
export type { FunctionMetadata } from "./customFunctions";
export type { GridParts, HostBook } from "./hostBook";
export { besideTheGrid } from "./besideTheGrid";
export { chartModel } from "./chartModel";
export { cellOutput, cellText } from "./cellOutput";
