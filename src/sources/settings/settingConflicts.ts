import { sourceProblem } from "../sourceProblem";
import type { SettingProblem } from "./settingProblem";
import type { SettingsPart } from "./statedSettings";

/**
 * Mistakes that settings make only together: each may be written, but not beside the others.
 *
 * Asked of one file it finds what that file contradicts itself in; asked of the merged settings it
 * finds what a sheet, a file and the command line make of each other.
 */
export function settingConflicts(stated: SettingsPart): readonly SettingProblem[] {
  const { topShare, bottomShare, service, weights, prediction, programme } = stated;
  const problems: SettingProblem[] = [];
  if (topShare !== undefined && bottomShare !== undefined && topShare + bottomShare > 1) {
    problems.push(sourceProblem("sharesAboveOne", { top: topShare, bottom: bottomShare }));
  }
  if (weights?.r === 0 && weights.f === 0 && weights.m === 0) {
    problems.push(sourceProblem("weightsAllZero", {}));
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
  const { lowShare, highShare } = prediction ?? {};
  if (lowShare !== undefined && highShare !== undefined && lowShare + highShare > 1) {
    problems.push(sourceProblem("riskSharesAboveOne", { low: lowShare, high: highShare }));
  }
  const phases = (["shortGoals", "middleGoals", "longGoals"] as const).map((id) => ({
    id,
    goals: programme?.[id] ?? [],
  }));
  for (const kpi of new Set(phases.flatMap(({ goals }) => goals))) {
    const naming = phases.filter(({ goals }) => goals.includes(kpi));
    if (naming.length > 1)
      problems.push(
        sourceProblem(
          "goalTwice",
          {},
          { goals: [`kpi.${kpi}`], phases: naming.map(({ id }) => `setting.${id}`) },
        ),
      );
  }
  return problems;
}

function clockText(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
}
