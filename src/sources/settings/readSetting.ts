import type { SettingProblem } from "./settingProblem";
import { sourceProblem } from "../sourceProblem";
import { SETTING_SPECS } from "./settingSpecs";
import type { SettingPath } from "./settingSpec";

/** Settings under way: groups are filled entry by entry. */
export type DraftSettings = Record<string, unknown>;

const LONGEST_SHOWN = 60;

/** What stood there, for the sentence that says it is wrong. */
function shownValue(value: unknown): string {
  const text = typeof value === "string" ? value : (JSON.stringify(value) ?? String(value));
  return text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)}…` : text;
}

/** Reads one value into the draft; a value that may not be written becomes a problem. */
export function readSetting(draft: DraftSettings, path: SettingPath, value: unknown): SettingProblem | null {
  const spec = SETTING_SPECS[path];
  const parsed = spec.schema.safeParse(value);
  if (!parsed.success) {
    return sourceProblem("badValue", { key: path, value: shownValue(value), allowed: spec.allowed });
  }
  const [group = "", leaf] = path.split(".");
  if (leaf === undefined) draft[group] = parsed.data;
  else draft[group] = { ...(draft[group] as object | undefined), [leaf]: parsed.data };
  return null;
}
