import type { KpiDirection, KpiMode } from "../settings";
import type { KpiId, KpiResult } from "./types";

/** What a KPI is asked to reach, and where that is written. */
export interface KpiTarget {
  readonly target: number | null;
  readonly targetSource: KpiResult["targetSource"];
  readonly mode: KpiMode;
  readonly direction: KpiDirection;
  readonly baseline: number | null;
  readonly baselinePeriod: string;
  readonly owner: string;
  readonly dueOn: number | null;
}

type Default = Pick<KpiTarget, "target" | "targetSource" | "mode" | "direction">;

const none = (direction: KpiDirection = "up"): Default => ({
  target: null,
  targetSource: null,
  mode: "absolute",
  direction,
});
const brief = (target: number, mode: KpiMode, direction: KpiDirection = "up"): Default => ({
  target,
  targetSource: "brief",
  mode,
  direction,
});

/** Targets of the client's brief (B1, section 1 and 2) and the benchmark it quotes (B3: 60 % by referral). */
const DEFAULTS: Readonly<Record<KpiId, Default>> = {
  completeness: brief(0.95, "absolute"),
  completenessStrict: none(),
  responseRate: brief(0.2, "relative"),
  touchCoverage: none(),
  cac: brief(-0.3, "relative", "down"),
  repeatRate: none(),
  coreRepeatRate: brief(0.25, "relative"),
  retention: none(),
  churn: none("down"),
  clv: brief(0.35, "relative"),
  complaintOnTime: brief(1, "absolute"),
  enquiryOnTime: brief(1, "absolute"),
  highValueOnTime: brief(1, "absolute"),
  followUpOnTime: brief(1, "absolute"),
  satisfaction: brief(85, "absolute"),
  nps: none(),
  referralShareOfNew: { ...brief(0.6, "absolute"), targetSource: "benchmark" },
  referralShareOfRevenue: { ...brief(0.6, "absolute"), targetSource: "benchmark" },
  highTierShareOfNet: none(),
  loyalToOrdinarySpend: none(),
  netPerCustomer: none(),
  netPerOrder: none(),
  recommendationSuccess: brief(0.15, "absolute"),
  referralRate: none(),
  cacToOrderValue: brief(0.1, "absolute", "down"),
  existingShareOfNet: none(),
  secondOrderRate: none(),
  winBackRate: none(),
  winBackEffect: none(),
  communityReach: none(),
  silentMembers: none("down"),
  eventsInQuarter: brief(1, "absolute"),
  eventAttendance: none(),
  surveyCoverage: none(),
  feedbackDays: none("down"),
  pointsRedemption: none(),
};

/** A line of the 目标 sheet; what it leaves blank is null or "". */
export interface StatedTarget {
  readonly kpi: KpiId;
  readonly target: number | null;
  readonly mode: KpiMode | null;
  readonly direction: KpiDirection | null;
  readonly baseline: number | null;
  readonly baselinePeriod: string;
  readonly owner: string;
  readonly dueOn: number | null;
}

/**
 * The target of a KPI: the user's where the 目标 sheet states one, else the brief's.
 *
 * A stated target without a mode is absolute; a line without a target (a baseline or an owner alone)
 * keeps the brief's target and its mode.
 */
export function kpiTarget(id: KpiId, stated: StatedTarget | undefined): KpiTarget {
  const standard = DEFAULTS[id];
  if (stated === undefined) {
    return { ...standard, baseline: null, baselinePeriod: "", owner: "", dueOn: null };
  }
  const own = stated.target !== null;
  return {
    target: own ? stated.target : standard.target,
    targetSource: own ? "sheet" : standard.targetSource,
    mode: stated.mode ?? (own ? "absolute" : standard.mode),
    direction: stated.direction ?? standard.direction,
    baseline: stated.baseline,
    baselinePeriod: stated.baselinePeriod,
    owner: stated.owner,
    dueOn: stated.dueOn,
  };
}
