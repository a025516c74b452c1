import type { SourceProblem } from "../sourceProblem";

/** Mistakes in a settings file or sheet; the sentences are `settingProblem.*`. */
export const SETTING_PROBLEMS = [
  "notAnObject",
  "fileNotAnObject",
  "unknownKey",
  "badValue",
  "badCell",
  "unknownName",
  "goalTwice",
  "sharesAboveOne",
  "riskSharesAboveOne",
  "weightsAllZero",
  "closesBeforeOpens",
  "unknownSheetKind",
  "unknownField",
] as const;

export type SettingProblem = SourceProblem<(typeof SETTING_PROBLEMS)[number]>;
