import type { DayNumber } from "../math/day";
import type { Interval } from "./intervals";
import { kpiOutcome } from "./kpiOutcome";
import type { KpiTarget } from "./kpiTargets";
import type { KpiId, KpiResult, KpiStatus } from "./types";

/** A figure as it was measured. */
export interface KpiMeasure {
  readonly value: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly interval: Interval | null;
  /** How many observations the figure rests on; null: a full count, which no sample size can make doubtful. */
  readonly sample: number | null;
  readonly coverage: number | null;
  /** The sheet whose absence keeps the figure from being known. */
  readonly missing: string | null;
  /** A period that still runs: missing the target counts from this day on; null: at once. */
  readonly lateFrom: DayNumber | null;
  /** Fewer observations than the figure's own rule asks for before anything is said, whatever the interval shows. */
  readonly tooFew: boolean;
}

const UNITS: Readonly<Record<KpiId, KpiResult["unit"]>> = {
  completeness: "fraction",
  completenessStrict: "fraction",
  responseRate: "fraction",
  touchCoverage: "fraction",
  cac: "money",
  repeatRate: "fraction",
  coreRepeatRate: "fraction",
  retention: "fraction",
  churn: "fraction",
  clv: "money",
  complaintOnTime: "fraction",
  enquiryOnTime: "fraction",
  highValueOnTime: "fraction",
  followUpOnTime: "fraction",
  satisfaction: "index",
  nps: "nps",
  referralShareOfNew: "fraction",
  referralShareOfRevenue: "fraction",
  highTierShareOfNet: "fraction",
  loyalToOrdinarySpend: "ratio",
  netPerCustomer: "money",
  netPerOrder: "money",
  recommendationSuccess: "fraction",
  referralRate: "fraction",
  cacToOrderValue: "fraction",
  existingShareOfNet: "fraction",
  secondOrderRate: "fraction",
  winBackRate: "fraction",
  winBackEffect: "fraction",
  communityReach: "fraction",
  silentMembers: "fraction",
  eventsInQuarter: "count",
  eventAttendance: "fraction",
  surveyCoverage: "fraction",
  feedbackDays: "days",
  pointsRedemption: "fraction",
};

/** The unit that figure, baseline and absolute target of a KPI are stated in. */
export function kpiUnit(id: KpiId): KpiResult["unit"] {
  return UNITS[id];
}

/**
 * One KPI beside its target, in an honest state.
 *
 * After `kpiOutcome`: a target whose due day lies ahead, or whose period still runs, and is not yet met is
 * `notDue`; a sample below
 * `smallSample` whose interval holds the target inside, or has no width since all answers are alike,
 * cannot tell, and is `smallSample`, and so is one with too few observations by its own rule. Where even a small sample leaves no doubt the state stays and the
 * badge alone says that it is small.
 */
export function kpiResult(
  id: KpiId,
  measure: KpiMeasure,
  target: KpiTarget,
  context: { readonly asOf: DayNumber; readonly smallSample: number; readonly before: number | null },
): KpiResult {
  const outcome = kpiOutcome({ actual: measure.value, ...target });
  const small =
    measure.value !== null &&
    (measure.tooFew || (measure.sample !== null && measure.sample < context.smallSample));
  return {
    id,
    value: measure.value,
    unit: UNITS[id],
    before: context.before,
    numerator: measure.numerator,
    denominator: measure.denominator,
    low: measure.interval?.low ?? null,
    high: measure.interval?.high ?? null,
    baseline: target.baseline,
    baselinePeriod: target.baselinePeriod,
    target: target.target,
    targetSource: target.targetSource,
    mode: target.mode,
    direction: target.direction,
    targetValue: outcome.targetValue,
    gap: outcome.gap,
    status: statusOf(outcome, measure, target, context.asOf, small),
    smallSample: small,
    coverage: measure.coverage,
    missing: measure.value === null ? measure.missing : null,
    owner: target.owner,
    dueOn: target.dueOn,
  };
}

function statusOf(
  outcome: ReturnType<typeof kpiOutcome>,
  { interval, lateFrom, tooFew }: KpiMeasure,
  { dueOn }: KpiTarget,
  asOf: DayNumber,
  small: boolean,
): KpiStatus {
  const { status, targetValue } = outcome;
  if (status !== "met" && status !== "notMet") return status;
  const isAhead = (day: DayNumber | null) => day !== null && day > asOf;
  if (status === "notMet" && (isAhead(dueOn) || isAhead(lateFrom))) return "notDue";
  const undecided =
    small &&
    interval !== null &&
    targetValue !== null &&
    // A few answers that are all alike have an interval without width, which is no certainty.
    (interval.low === interval.high || (interval.low < targetValue && targetValue < interval.high));
  return undecided || tooFew ? "smallSample" : status;
}
