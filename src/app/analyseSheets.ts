import { analyseInSteps } from "../core/analysis";
import type { Analysis, TierEdit } from "../core/analysis";
import { finish, type Steps } from "../core/math/steps";
import { DEFAULT_SETTINGS } from "../core/settings";
import type { MappedTables, RawSheet } from "../core/tables";
import {
  mergeSettings,
  NO_OVERRIDES,
  readTables,
  settingConflicts,
  settingsFromSheet,
  type Question,
  type SettingProblem,
  type SettingsPart,
  type SourceOverrides,
} from "../sources";

/** What a user says beside the sheets. */
export interface AnalysisChoices {
  readonly overrides?: SourceOverrides;
  /** From the lowest to the highest: a settings file, then the command line or the pane. */
  readonly settings?: readonly SettingsPart[];
  /** Tiers that people set in the score list of an earlier report. */
  readonly tierEdits?: readonly TierEdit[];
}

export interface SheetsAnalysis {
  readonly tables: MappedTables;
  /** What is unclear about the sheets. */
  readonly questions: readonly Question[];
  /** What could not be understood in a settings sheet. */
  readonly settingProblems: readonly SettingProblem[];
  /** Settings that may not stand beside each other once all are merged; then there is no analysis. */
  readonly settingConflicts: readonly SettingProblem[];
  /** null: no sheet with orders was recognised (the questions say why), or settings conflict. */
  readonly analysis: Analysis | null;
}

/** From cells to everything one analysis finds: recognises the sheets, settles the settings, computes. */
export function analyseSheets(rawSheets: readonly RawSheet[], choices: AnalysisChoices = {}): SheetsAnalysis {
  return finish(analyseSheetsInSteps(rawSheets, choices));
}

/** `analyseSheets` in steps. */
export function* analyseSheetsInSteps(
  rawSheets: readonly RawSheet[],
  { overrides = NO_OVERRIDES, settings = [], tierEdits = [] }: AnalysisChoices = {},
): Steps<SheetsAnalysis> {
  const { tables, sources, questions } = readTables(rawSheets, overrides);
  const stated = tables.settings.map((table) => settingsFromSheet(table));
  const merged = mergeSettings(DEFAULT_SETTINGS, ...stated.map((part) => part.settings), ...settings);
  const conflicts = settingConflicts(merged);
  yield "analyse";
  const impossible = tables.orders.length === 0 || conflicts.length > 0;
  return {
    tables,
    questions,
    settingProblems: stated.flatMap(({ problems }) => problems),
    settingConflicts: conflicts,
    analysis: impossible ? null : yield* analyseInSteps(tables, sources, merged, tierEdits),
  };
}
