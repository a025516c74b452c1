export { analyse } from "./analyse";
export { CHURN_BASE_DAYS, CHURN_HORIZON_DAYS, churnBaseDays } from "./realisedChurn";
export { settingsHash } from "./settingsHash";
export type { ForecastLine, ModelFacts, PredictionGap, Predictions, ValueColumns } from "./predictions";
export type {
  Analysis,
  CompletenessGap,
  CustomerRecord,
  CustomerRow,
  DataQuality,
  LapsedSatisfied,
  MonthPoint,
  Share,
  SnapshotRow,
  SourceSheet,
  TableProblem,
  TierPortrait,
  UnpaidReminder,
} from "./types";
