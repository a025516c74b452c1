import { dayOf, serialOfDay } from "../core/math/day";
import type { Cell, FieldOf } from "../core/tables";
import type { ShopProfile } from "./shopProfile";
import type { ChannelMonth } from "./simulateMarketing";

type TargetName = keyof ShopProfile["targetNames"];
type Line = readonly [
  kpi: TargetName,
  baseline: number | "costOf2024" | null,
  target: number,
  mode: "absolute" | "relative" | "points",
  direction: "up" | "down",
  due: readonly [year: number, month: number],
  owner: number,
];

/**
 * What the shop set out to reach. Some goals were due when the story ends and some are not, and some are
 * relative without a baseline, so that every honest state can be seen.
 */
const LINES: readonly Line[] = [
  ["completeness", null, 0.95, "absolute", "up", [2025, 12], 1],
  ["responseRate", 0.135, 0.2, "relative", "up", [2025, 12], 0],
  ["cac", "costOf2024", -0.3, "relative", "down", [2026, 6], 0],
  ["coreRepeatRate", null, 0.25, "relative", "up", [2026, 6], 2],
  ["repeatRate", 0.55, 0.05, "points", "up", [2026, 6], 2],
  ["complaintOnTime", null, 1, "absolute", "up", [2025, 12], 3],
  ["enquiryOnTime", null, 0.9, "absolute", "up", [2025, 12], 3],
  ["highValueOnTime", null, 1, "absolute", "up", [2025, 12], 3],
  ["followUpOnTime", null, 0.85, "absolute", "up", [2025, 12], 3],
  ["satisfaction", null, 85, "absolute", "up", [2025, 12], 4],
  ["nps", null, 0.1, "relative", "up", [2026, 12], 4],
  ["referralShareOfNew", null, 0.6, "absolute", "up", [2026, 12], 0],
  ["touchCoverage", null, 0.8, "absolute", "up", [2026, 3], 2],
  ["feedbackDays", null, 2, "absolute", "down", [2025, 12], 4],
  ["winBackRate", 0.2, 0.05, "points", "up", [2026, 6], 2],
];

/** Spend for one new customer in 2024, over the sources whose spend somebody wrote down. */
function costOf2024(months: readonly ChannelMonth[]): number {
  const known = months.filter(({ month, spend }) => month < dayOf(2025, 1, 1) && spend !== null);
  const spend = known.reduce((sum, row) => sum + (row.spend ?? 0), 0);
  const newcomers = known.reduce((sum, row) => sum + row.newcomers.length, 0);
  return Math.round((spend / newcomers) * 100) / 100;
}

export function targetRows(
  profile: ShopProfile,
  months: readonly ChannelMonth[],
): readonly Partial<Record<FieldOf<"targets">, Cell>>[] {
  return LINES.map(([kpi, baseline, target, mode, direction, [year, month], owner]) => ({
    kpi: profile.targetNames[kpi],
    baseline: baseline === "costOf2024" ? costOf2024(months) : baseline,
    baselinePeriod: baseline === null ? null : profile.words.baselinePeriod,
    target,
    mode: profile.words[mode],
    direction: profile.words[direction],
    dueOn: serialOfDay(dayOf(year, month, 28)),
    owner: profile.owners[owner] ?? null,
  }));
}
