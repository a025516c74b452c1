export { analyse, analyseInSteps } from "./analyse";
export { CHURN_BASE_DAYS, CHURN_HORIZON_DAYS, churnBaseDays } from "./realisedChurn";
export type { ForecastLine, Predictions } from "./predictions";
export type {
  Analysis,
  CustomerRecord,
  CustomerRow,
  MonthPoint,
  Share,
  SourceSheet,
  TableProblem,
  TierPortrait,
  UnpaidReminder,
} from "./types";
