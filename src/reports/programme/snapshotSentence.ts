import type { Analysis } from "../../core/analysis";
import type { ReportContext } from "../context";

/** Whether the monthly snapshot is in time or out of date, by the as-of date. */
export function snapshotSentence({ programme }: Analysis, { t, words }: ReportContext): string {
  const age = programme.plans.snapshotAge;
  if (age === null) return t("plan.snapshotFirst");
  return t(age.stale ? "plan.snapshotStale" : "plan.snapshotFresh", {
    last: words.day(age.lastOn),
    days: words.count(age.days),
  });
}
