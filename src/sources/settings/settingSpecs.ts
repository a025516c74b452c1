import type { SettingPath, SettingSpec } from "./settingSpec";
import { COMPLAINT_SPECS } from "./specs/complaintSpecs";
import { KPI_SPECS } from "./specs/kpiSpecs";
import { PLAN_SPECS } from "./specs/planSpecs";
import { PREDICTION_SPECS } from "./specs/predictionSpecs";
import { PROGRAMME_SPECS } from "./specs/programmeSpecs";
import { READING_SPECS } from "./specs/readingSpecs";
import { REPORT_SPECS } from "./specs/reportSpecs";
import { SCORING_SPECS } from "./specs/scoringSpecs";
import { SERVICE_SPECS } from "./specs/serviceSpecs";

/** Every setting: its names in a sheet, what may be written, and how that is read. */
export const SETTING_SPECS: Readonly<Record<SettingPath, SettingSpec>> = {
  ...SCORING_SPECS,
  ...READING_SPECS,
  ...SERVICE_SPECS,
  ...KPI_SPECS,
  ...PREDICTION_SPECS,
  ...PROGRAMME_SPECS,
  ...COMPLAINT_SPECS,
  ...PLAN_SPECS,
  ...REPORT_SPECS,
};
