export { analyse, analyseInSteps } from "./analyse";
export { CHURN_BASE_DAYS, churnBaseDays } from "./realisedChurn";
export { FORECAST_DAYS, type ForecastLine, type Predictions } from "./predictions";
export { monthReview, type ChangeCause, type KpiChange, type MonthAction } from "./monthReview";
export { trendDay } from "./programme";
export type {
  Analysis,
  CustomerRecord,
  CustomerRow,
  MonthPoint,
  RiskAlert,
  Share,
  SnapshotRow,
  SourceSheet,
  TableProblem,
  TierEdit,
  TierPortrait,
  UnpaidReminder,
} from "./types";
