export { analyse } from "./analyse";
export { settingsHash } from "./settingsHash";
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
