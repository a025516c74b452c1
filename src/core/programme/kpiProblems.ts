import type { KpiId, KpiResult } from "../kpi";
import { firstDayOfMonth, monthIndex, type DayNumber } from "../math/day";
import type { PostId } from "./planTasks";
import { phaseOf, type Phase, type PhaseId } from "./roadmap";

/** Who can mend a KPI. */
const KPI_POSTS: Readonly<Record<KpiId, PostId>> = {
  completeness: "sales",
  completenessStrict: "sales",
  responseRate: "marketing",
  touchCoverage: "marketing",
  cac: "marketing",
  repeatRate: "sales",
  coreRepeatRate: "sales",
  retention: "sales",
  churn: "sales",
  clv: "management",
  complaintOnTime: "service",
  enquiryOnTime: "service",
  highValueOnTime: "service",
  followUpOnTime: "service",
  satisfaction: "service",
  nps: "service",
  referralShareOfNew: "marketing",
  referralShareOfRevenue: "marketing",
  highTierShareOfNet: "sales",
  loyalToOrdinarySpend: "management",
  netPerCustomer: "sales",
  netPerOrder: "sales",
  recommendationSuccess: "sales",
  referralRate: "marketing",
  cacToOrderValue: "marketing",
  existingShareOfNet: "sales",
  secondOrderRate: "sales",
  winBackRate: "sales",
  winBackEffect: "sales",
  communityReach: "marketing",
  silentMembers: "marketing",
  eventsInQuarter: "marketing",
  eventAttendance: "marketing",
  surveyCoverage: "service",
  feedbackDays: "service",
  pointsRedemption: "marketing",
};

/** A KPI that misses its target: a line of the improvement ledger before anybody has written in it. */
export interface KpiProblem {
  readonly kpi: KpiResult;
  readonly phase: PhaseId | null;
  readonly post: PostId;
  /** The stated due day while it lies ahead, else the end of next month. */
  readonly dueOn: DayNumber;
}

/**
 * The KPIs that miss their targets, in the order of the roadmap and then of the board. What has no target or no
 * baseline, or too small a sample to tell, is not a problem yet.
 */
export function kpiProblems(
  kpis: readonly KpiResult[],
  asOf: DayNumber,
  phases: readonly Phase[],
): readonly KpiProblem[] {
  const nextMonthEnd = firstDayOfMonth(monthIndex(asOf) + 2) - 1;
  const place = (kpi: KpiResult) => {
    const index = phases.findIndex(({ goals }) => goals.includes(kpi.id));
    return index < 0 ? phases.length : index;
  };
  return kpis
    .filter(({ status }) => status === "notMet")
    .sort((one, other) => place(one) - place(other))
    .map((kpi): KpiProblem => ({
      kpi,
      phase: phaseOf(kpi.id, phases)?.id ?? null,
      post: KPI_POSTS[kpi.id],
      dueOn: kpi.dueOn !== null && kpi.dueOn > asOf ? kpi.dueOn : nextMonthEnd,
    }));
}
