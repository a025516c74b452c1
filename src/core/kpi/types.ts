import type { KpiDirection, KpiMode } from "../settings";

export const KPI_IDS = [
  "completeness",
  "completenessStrict",
  "responseRate",
  "touchCoverage",
  "cac",
  "repeatRate",
  "coreRepeatRate",
  "retention",
  "churn",
  "clv",
  "complaintOnTime",
  "enquiryOnTime",
  "highValueOnTime",
  "followUpOnTime",
  "satisfaction",
  "nps",
  "referralShareOfNew",
  "referralShareOfRevenue",
  "highTierShareOfNet",
  "loyalToOrdinarySpend",
  "netPerCustomer",
  "netPerOrder",
  "recommendationSuccess",
  "referralRate",
  "cacToOrderValue",
  "existingShareOfNet",
  "secondOrderRate",
  "winBackRate",
  "winBackEffect",
  "communityReach",
  "silentMembers",
  "eventsInQuarter",
  "eventAttendance",
  "surveyCoverage",
  "feedbackDays",
  "pointsRedemption",
] as const;
export type KpiId = (typeof KPI_IDS)[number];

export type KpiStatus = "met" | "notMet" | "noBaseline" | "notDue" | "smallSample" | "noTarget" | "noData";

/** One KPI with its target and an honest state: never a false zero. */
export interface KpiResult {
  readonly id: KpiId;
  /** Fraction, money in major units, index points, ratio, count or days, by `unit`; null: cannot be known. */
  readonly value: number | null;
  readonly unit: "fraction" | "money" | "index" | "ratio" | "nps" | "count" | "days";
  /** What the board of a month before would have shown, under today's settings; null: cannot be known. */
  readonly before: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
  /** 90 % interval where the sample makes one meaningful. */
  readonly low: number | null;
  readonly high: number | null;
  readonly baseline: number | null;
  /** As the 目标 sheet words it: "2024Q4"; "" where it says nothing. */
  readonly baselinePeriod: string;
  /** As stated by the brief or the 目标 sheet: 0.95, or 0.25 relative. */
  readonly target: number | null;
  /** Who set the target: the user's sheet, the brief, or a benchmark the brief quotes; null without target. */
  readonly targetSource: "sheet" | "brief" | "benchmark" | null;
  readonly mode: KpiMode;
  readonly direction: KpiDirection;
  /** The value that must be reached; null without target or baseline. */
  readonly targetValue: number | null;
  /** value − targetValue */
  readonly gap: number | null;
  readonly status: KpiStatus;
  /**
   * Sample is below the setting: the badge says so. The state stays met or notMet where the interval
   * leaves no doubt, and is smallSample where the target lies inside the interval.
   */
  readonly smallSample: boolean;
  /** Share of the base that the value speaks of, where part of it is unknown (source of a customer); null: all. */
  readonly coverage: number | null;
  /** Which sheet is missing when status is noData. */
  readonly missing: string | null;
  readonly owner: string;
  readonly dueOn: number | null;
}
