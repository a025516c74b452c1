import type { SettingsPart } from "./statedSettings";
import type { SettingProblem } from "./settingProblem";
import { sourceProblem } from "../sourceProblem";
import { SETTING_SPECS, type SettingPath } from "./settingSpecs";

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

/** Mistakes that only two settings together make. */
export function togetherProblems(draft: DraftSettings): readonly SettingProblem[] {
  const { topShare, bottomShare, service } = draft as SettingsPart;
  const problems: SettingProblem[] = [];
  if (topShare !== undefined && bottomShare !== undefined && topShare + bottomShare > 1) {
    problems.push(sourceProblem("sharesAboveOne", { top: topShare, bottom: bottomShare }));
  }
  if (
    service?.opensAt !== undefined &&
    service.closesAt !== undefined &&
    service.closesAt <= service.opensAt
  ) {
    problems.push(
      sourceProblem("closesBeforeOpens", {
        opens: clockText(service.opensAt),
        closes: clockText(service.closesAt),
      }),
    );
  }
  return problems;
}

function clockText(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
}
