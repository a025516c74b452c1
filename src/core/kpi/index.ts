export { meanInterval, meanRatioInterval, Moments, wilsonInterval, type Interval } from "./intervals";
export { kpiOutcome, type KpiOutcome, type KpiQuestion } from "./kpiOutcome";
export { kpiResult, kpiUnit, type KpiMeasure } from "./kpiResult";
export { kpiTarget, type KpiTarget, type StatedTarget } from "./kpiTargets";
export { readTargets } from "./readTargets";
export { KPI_IDS, type KpiId, type KpiResult, type KpiStatus } from "./types";
