export { meanInterval, meanRatioInterval, medianInterval, Moments, wilsonInterval } from "./intervals";
export { kpiOutcome, type KpiOutcome, type KpiQuestion } from "./kpiOutcome";
export { kpiResult, type KpiMeasure } from "./kpiResult";
export { kpiTarget, type StatedTarget } from "./kpiTargets";
export { kpiOfName, readTargets } from "./readTargets";
export { KPI_IDS, type KpiId, type KpiResult, type KpiStatus } from "./types";
