import type { DayNumber, Moment } from "./math/day";

export type Language = "zh" | "en";
export type TieRule = "low" | "mid" | "high";
export type MaskLevel = "none" | "partial" | "full";
export type SegmentScheme = "named11" | "klaviyo6" | "eightMean" | "eightMedian";
export type KpiMode = "absolute" | "relative" | "points";
export type KpiDirection = "up" | "down";

/** Everything a user may choose. Settings files, settings sheets and the pane all end here. */
export interface Settings {
  /** Last day that counts; null: the last valid order day. */
  readonly asOf: DayNumber | null;
  /** The moment open tickets and unpaid orders are judged at; null: the end of the as-of day. */
  readonly now: Moment | null;
  readonly language: Language;
  readonly windowDays: number;
  readonly bins: number;
  readonly ties: TieRule;
  readonly weights: { readonly r: number; readonly f: number; readonly m: number };
  /** Frozen cut points, ascending, in days, orders and money; null: ranks within the base. */
  readonly cuts: {
    readonly r: readonly number[] | null;
    readonly f: readonly number[] | null;
    readonly m: readonly number[] | null;
  };
  readonly topShare: number;
  readonly bottomShare: number;
  readonly segmentScheme: SegmentScheme;
  readonly winBackMonths: number;
  readonly dateOrder: "auto" | "dayFirst" | "monthFirst";
  /** IANA zone that times with an offset are turned into; null: a time is taken as written. */
  readonly timeZone: string | null;
  readonly currency: {
    /** ISO code; null: the most frequent in the data (or unnamed). */
    readonly base: string | null;
    readonly decimals: number;
    /** Units of base currency for one unit of the other, by ISO code, or by "CODE yyyy-mm" for one month. */
    readonly rates: Readonly<Record<string, number>>;
  };
  /** Exact duplicate rows: dropped where an export has one row per order (auto), always, or never. */
  readonly duplicates: "auto" | "drop" | "keep";
  readonly countZero: boolean;
  readonly service: {
    readonly calendar: "calendar" | "working";
    /** Minutes of the day the service opens and closes. */
    readonly opensAt: number;
    readonly closesAt: number;
    /** 1 = Monday … 7 = Sunday */
    readonly workdays: readonly number[];
    readonly holidays: readonly DayNumber[];
    readonly enquiryHours: number;
    readonly complaintHours: number;
    readonly highValueHours: number;
    readonly followUpDays: number;
  };
  /** Customer fields that count for completeness; null: those of the default that the sheet has. */
  readonly requiredFields: readonly string[] | null;
  readonly averageOrderBasis: "customer" | "order";
  readonly channelLimit: number;
  readonly satisfactionScale: "times" | "minmax";
  readonly unpaidHours: number;
  readonly prediction: {
    /** H of churn risk and churn KPI, in days. */
    readonly horizonDays: number;
    /** Shares of the customers, by rank of their risk, in the low and the high band; where no cuts are set. */
    readonly lowShare: number;
    readonly highShare: number;
    /** Risks from which the medium and the high band begin; null: bands by shares. */
    readonly bandCuts: readonly number[] | null;
    /** Months that CLV looks ahead. */
    readonly months: number;
    /** Discount a year. */
    readonly annualDiscount: number;
    /** Share of net spend that is left; 1: CLV is revenue. */
    readonly margin: number;
  };
  /** Fewer than this in a rate's denominator: the state says so. */
  readonly smallSample: number;
  readonly mask: MaskLevel;
}

/** The brief's own rules where it has them, else the product's. */
export const DEFAULT_SETTINGS: Settings = {
  asOf: null,
  now: null,
  language: "zh",
  windowDays: 365,
  bins: 5,
  ties: "low",
  weights: { r: 1, f: 1, m: 1 },
  cuts: { r: null, f: null, m: null },
  topShare: 0.2,
  bottomShare: 0.2,
  segmentScheme: "named11",
  winBackMonths: 3,
  dateOrder: "auto",
  timeZone: null,
  currency: { base: null, decimals: 2, rates: {} },
  duplicates: "auto",
  countZero: false,
  service: {
    calendar: "calendar",
    opensAt: 9 * 60,
    closesAt: 18 * 60,
    workdays: [1, 2, 3, 4, 5],
    holidays: [],
    enquiryHours: 2,
    complaintHours: 24,
    highValueHours: 2,
    followUpDays: 7,
  },
  requiredFields: null,
  averageOrderBasis: "customer",
  channelLimit: 0.1,
  satisfactionScale: "times",
  unpaidHours: 24,
  prediction: {
    horizonDays: 90,
    lowShare: 1 / 3,
    highShare: 1 / 3,
    bandCuts: null,
    months: 12,
    annualDiscount: 0.1,
    margin: 1,
  },
  smallSample: 30,
  mask: "none",
};
