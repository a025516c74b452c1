import type { KpiDirection, KpiMode } from "../settings";

export const KPI_IDS = [
  "completeness",
  "completenessStrict",
  "responseRate",
  "cac",
  "repeatRate",
  "coreRepeatRate",
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
] as const;
export type KpiId = (typeof KPI_IDS)[number];

export type KpiStatus = "met" | "notMet" | "noBaseline" | "notDue" | "smallSample" | "noTarget" | "noData";

/** One KPI with its target and an honest state: never a false zero. */
export interface KpiResult {
  readonly id: KpiId;
  /** Fraction, money in major units, index points or ratio, by `unit`; null: cannot be known. */
  readonly value: number | null;
  readonly unit: "fraction" | "money" | "index" | "ratio" | "nps";
  readonly numerator: number | null;
  readonly denominator: number | null;
  /** 90 % interval where the sample makes one meaningful. */
  readonly low: number | null;
  readonly high: number | null;
  readonly baseline: number | null;
  /** As stated by the brief or the 目标 sheet: 0.95, or 0.25 relative. */
  readonly target: number | null;
  readonly mode: KpiMode;
  readonly direction: KpiDirection;
  /** The value that must be reached; null without target or baseline. */
  readonly targetValue: number | null;
  /** value − targetValue */
  readonly gap: number | null;
  readonly status: KpiStatus;
  /** Sample is below the setting: the state stays, the badge says so. */
  readonly smallSample: boolean;
  /** Which sheet is missing when status is noData. */
  readonly missing: string | null;
  readonly owner: string;
  readonly dueOn: number | null;
}
