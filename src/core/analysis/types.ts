import type { DayNumber, Moment } from "../math/day";
import type { OrderBook, RejectedRow, RowCounts, OrderNote } from "../orders/types";
import type { RfmTable } from "../rfm/types";
import type { Settings } from "../settings";
import type { TierId } from "../tiers/types";
import type { FieldOf, ProfileId, SheetKind } from "../tables";
import type { CohortTable } from "../cohorts/types";
import type { MovementTable } from "../movement/types";
import type { AcquisitionWhatIf, TierShift } from "../clv";
import type { PredictionGap, Predictions } from "./predictions";
import type { Programme } from "./programme";
import type { TierCaseId } from "./whatIfCases";
import type { OnlineBehaviour } from "./onlineBehaviour";
import type { ChannelTable } from "../channels/types";
import type { ServiceResults } from "../service/types";
import type { Interval } from "../kpi/intervals";
import type { KpiResult } from "../kpi/types";
import type { ChannelClaim } from "../programme/channelClaims";
import type { TierNeeds } from "../programme/needShares";
import type { CompletenessResult } from "../quality/types";
import type { WinBackItem } from "../winBack/types";
import type { SurveySummary } from "../surveys/types";
import type { TouchResponse } from "../touch/types";

/** A sheet that was used, or could not be, and how it was read. */
export interface SourceSheet {
  readonly file: string;
  readonly sheet: string;
  /** null: not recognised. */
  readonly kind: SheetKind | null;
  readonly profile: ProfileId;
  readonly rows: number;
  readonly usedRows: number;
  /** Field, heading pairs. */
  readonly mapping: readonly { readonly field: string; readonly heading: string }[];
  /** Headings that no field took. */
  readonly unusedHeadings: readonly string[];
}

/** A row of another sheet that could not be used, or was used with doubt. */
export interface TableProblem {
  readonly kind: SheetKind;
  readonly file: string;
  readonly sheet: string;
  readonly row: number;
  readonly code:
    | "noCustomer"
    | "unreadableDate"
    | "unreadableNumber"
    | "outOfScale"
    | "finishedBeforeStarted"
    | "duplicateKey"
    | "unknownValue"
    | "missingValue";
  readonly field: string;
  readonly text: string;
}

export interface DataQuality {
  readonly counts: RowCounts;
  readonly rejected: readonly RejectedRow[];
  readonly problems: readonly TableProblem[];
  readonly sheets: readonly SourceSheet[];
  readonly notes: readonly OrderNote[];
  /** Customer ids with orders but no row in the customer sheet, and the other way round. */
  readonly onlyInOrders: readonly string[];
  readonly onlyInCustomers: readonly string[];
  readonly refundOnly: readonly string[];
  /** Kinds of sheets that were not there: what they would bring is for the words to say. */
  readonly missing: readonly SheetKind[];
}

/** What the customer sheet says of one customer; "" where it says nothing. */
export type CustomerRecord = { readonly [F in FieldOf<"customers">]: string } & {
  readonly file: string;
  readonly sheet: string;
  readonly row: number;
};

/** The tier that somebody wrote beside a customer in the score list of an earlier report, as it stands there. */
export interface TierEdit {
  readonly customerId: string;
  readonly tier: string;
  readonly reason: string;
  readonly file: string;
  readonly sheet: string;
  /** 1-based. */
  readonly row: number;
}

/** A tier set by hand, which goes before the computed one. */
export interface TierOverride {
  readonly tier: Extract<TierId, "high" | "medium" | "basic">;
  /** "": none was given. */
  readonly reason: string;
  /** Where it was set: the score list of the last report, or the customer sheet. */
  readonly from: "list" | "customers";
}

/**
 * One customer, everything known. Customers of the order sheets first, in order of first appearance,
 * then those of the customer sheet alone.
 */
export interface CustomerRow {
  readonly id: string;
  readonly key: string;
  readonly record: CustomerRecord | null;
  /** Index into the order book; -1: only in the customer sheet. */
  readonly bookIndex: number;
  /** What lists and portraits go by: the override, else the computed tier. */
  readonly tier: TierId;
  readonly computedTier: TierId;
  /** null: nobody has set the tier by hand. */
  readonly override: TierOverride | null;
  /** Segment id of the chosen scheme; "" outside the base. */
  readonly segment: string;
  /** 新 / 老 / 高价值 of the brief: "new", "existing", "highValue", "" without orders. */
  readonly relation: "new" | "existing" | "highValue" | "";
  /** side-industry/scene-category-preference in the user's own words; a part that is unknown is blank. "" with none. */
  readonly tag: string;
  readonly daysSinceLastOrder: number | null;
  readonly firstDay: DayNumber | null;
  readonly lastDay: DayNumber | null;
  /** In the window. */
  readonly orders: number;
  /** In the window; major units (yuan, not fen). */
  readonly netSpend: number;
  readonly totalOrders: number;
  readonly totalNet: number;
  readonly r: number;
  readonly f: number;
  readonly m: number;
  readonly code: string;
  /** Weighted composite; null outside the base. */
  readonly score: number | null;
  readonly rank: number | null;
  /** Mean days between purchase days; null with fewer than two. */
  readonly intervalDays: number | null;
  readonly topCategory: string;
  /** Orders of the last 12 months, oldest first, for a spark line. */
  readonly monthlyOrders: readonly number[];
  /** Satisfaction index of the latest answer, 0 to 100. */
  readonly satisfaction: number | null;
  /** Latest likelihood to recommend, 0 to 10. */
  readonly recommend: number | null;
  readonly openComplaint: boolean;
  readonly complaints: number;
  readonly lastTouch: DayNumber | null;
  readonly consent: boolean;
}

export interface Share {
  readonly id: string;
  readonly count: number;
  readonly net: number;
}

export interface TierPortrait {
  readonly tier: Exclude<TierId, "">;
  readonly customers: number;
  readonly customerShare: number | null;
  readonly net: number;
  readonly netShare: number | null;
  readonly orders: number;
  readonly netPerCustomer: number | null;
  readonly netPerOrder: number | null;
  readonly medianIntervalDays: number | null;
  readonly medianDaysSinceLastOrder: number | null;
  readonly repeatRate: number | null;
  /** Mean satisfaction index, 0 to 100, how many answered, and how many of them 2 of 5 or less. */
  readonly satisfaction: { readonly mean: number | null; readonly n: number; readonly low: number };
  /** What its customers ask for; null: no customer of the tier states a need. */
  readonly needs: Omit<TierNeeds, "tier"> | null;
  /** What its customers did on the shop's pages; null: no sheet tells of any customer. */
  readonly online: OnlineBehaviour | null;
  readonly topCategories: readonly Share[];
  readonly topTags: readonly Share[];
  readonly topComplaintReasons: readonly Share[];
  readonly contactPreferences: readonly Share[];
  readonly channelResponse: readonly {
    readonly channel: string;
    readonly delivered: number;
    readonly responded: number;
    /** 90 % interval of the response rate; null with nothing delivered. */
    readonly interval: Interval | null;
  }[];
  /** What the plan claims of the tier's channel, tested; null: it claims nothing. */
  readonly channelClaim: ChannelClaim | null;
  /** Mean churn risk of those who have ordered, and how many of them are in the high band; null: not predicted. */
  readonly risk: { readonly mean: number; readonly high: number; readonly customers: number } | null;
  /** CLV of those who have ordered, per customer and in all, and their share of everybody's. */
  readonly clv: { readonly mean: number; readonly total: number; readonly share: number | null } | null;
  /** Fewer than 5: counts instead of per cents inside the tier. */
  readonly smallSample: boolean;
}

export interface MonthPoint {
  /** First day of the month. */
  readonly month: DayNumber;
  readonly net: number;
  readonly orders: number;
  readonly buyers: number;
  /** Buyers whose first order ever falls in the month, where the data shows that it was the first. */
  readonly newBuyers: number;
  readonly returningBuyers: number;
  /** First seen within the first 90 days of the data: they may have bought before it begins. */
  readonly unknownBuyers: number;
  readonly newNet: number;
  readonly returningNet: number;
  readonly unknownNet: number;
  /** Whether every first-time buyer of the month is known to be new. */
  readonly newKnown: boolean;
  /** false: the as-of date lies before the month's end. */
  readonly complete: boolean;
}

export interface UnpaidReminder {
  readonly customerId: string;
  readonly name: string;
  readonly orderId: string;
  readonly createdAt: Moment;
  readonly dueAt: Moment;
  readonly amount: number;
  readonly state: "due" | "overdue";
  readonly phone: string;
  readonly owner: string;
  readonly reminded: boolean;
}

export interface LapsedSatisfied {
  readonly customerId: string;
  readonly name: string;
  /** Satisfaction index, 0 to 100. */
  readonly satisfaction: number;
  readonly answeredOn: DayNumber | null;
  readonly lastDay: DayNumber;
  readonly days: number;
  /** The answer came after the lapse. */
  readonly answeredAfterLapse: boolean;
}

export interface CompletenessGap {
  readonly customerId: string;
  readonly name: string;
  readonly owner: string;
  readonly tier: TierId;
  readonly missing: readonly string[];
  readonly invalid: readonly string[];
}

/** Scores, tiers and risk of an earlier date, for movement and trends. */
export interface SnapshotRow {
  readonly takenOn: DayNumber;
  readonly customerId: string;
  readonly r: number;
  readonly f: number;
  readonly m: number;
  readonly score: number | null;
  readonly rank: number | null;
  readonly tier: TierId;
  readonly churnRisk: number | null;
  readonly settingsHash: string;
}

/** A customer whose churn risk jumped since an earlier snapshot. */
export interface RiskAlert {
  readonly customerId: string;
  readonly name: string;
  readonly tier: TierId;
  readonly owner: string;
  readonly bookIndex: number;
  /** Day of the snapshot. */
  readonly since: DayNumber;
  readonly before: number;
  readonly now: number;
  /** Lower end of the 90 % interval of the risk now. */
  readonly low: number;
  readonly netSpend: number;
}

/** What would follow from other costs and other rules; money in major units. */
export interface WhatIf {
  /** null: no channel with known spend. */
  readonly acquisition:
    | (AcquisitionWhatIf & {
        readonly spend: number;
        readonly newCustomers: number;
        /** Mean CLV of a customer who has ordered; null: not predicted. */
        readonly value: number | null;
        readonly change: number;
      })
    | null;
  readonly tierCases: readonly {
    readonly id: TierCaseId;
    readonly moved: number;
    readonly tiers: readonly TierShift[];
  }[];
  /** Customers who would move in any of the cases. */
  readonly moving: number;
  /** The first fifty of them by net spend, with the tier each case gives them. */
  readonly movers: readonly {
    readonly customerId: string;
    readonly name: string;
    readonly tier: TierId;
    readonly netSpend: number;
    readonly to: Readonly<Partial<Record<TierCaseId, TierId>>>;
  }[];
}

/** Everything one analysis found: what reports, JSON and pane show. Money in major units throughout. */
export interface Analysis {
  readonly asOf: DayNumber;
  readonly now: Moment;
  readonly windowStart: DayNumber;
  /** First and last valid order day of the data; NO_DAY without one. */
  readonly firstOrderDay: DayNumber;
  readonly lastOrderDay: DayNumber;
  readonly settings: Settings;
  /** Short hash of the settings that change a score. */
  readonly settingsHash: string;
  readonly currency: string;
  readonly decimals: number;
  readonly quality: DataQuality;
  readonly book: OrderBook;
  readonly rfm: RfmTable;
  readonly customers: readonly CustomerRow[];
  readonly totals: {
    readonly net: number;
    readonly orders: number;
    readonly buyers: number;
    readonly netPerCustomer: number | null;
    readonly netPerOrder: number | null;
    /** The window of the same length before; null where the data does not reach back that far. */
    readonly previousNet: number | null;
    readonly previousOrders: number | null;
    readonly previousBuyers: number | null;
  };
  readonly portraits: readonly TierPortrait[];
  readonly segments: readonly Share[];
  readonly months: readonly MonthPoint[];
  readonly cohorts: CohortTable;
  /** customers[r-1][f-1] and net[r-1][f-1], over the base. */
  readonly heat: {
    readonly bins: number;
    readonly customers: readonly (readonly number[])[];
    readonly net: readonly (readonly number[])[];
  };
  readonly kpis: readonly KpiResult[];
  readonly completeness: CompletenessResult | null;
  /** Tickets opened in the window, up to `now`, like orders, touches and channels. */
  readonly service: ServiceResults | null;
  readonly survey: SurveySummary | null;
  readonly touch: TouchResponse | null;
  readonly channels: ChannelTable | null;
  readonly movement: MovementTable | null;
  readonly snapshots: readonly SnapshotRow[];
  /** The rows that today adds to them. */
  readonly snapshot: readonly SnapshotRow[];
  /** null where nothing can be predicted; `predictionGap` says why. */
  readonly predictions: Predictions | null;
  readonly predictionGap: PredictionGap | null;
  readonly lists: {
    readonly winBack: readonly WinBackItem[];
    readonly unpaidReminders: readonly UnpaidReminder[];
    readonly satisfiedButLapsed: readonly LapsedSatisfied[];
    readonly completenessGaps: readonly CompletenessGap[];
    readonly riskAlerts: readonly RiskAlert[];
  };
  readonly whatIf: WhatIf;
  /** Relations, service, market and plans of the brief. */
  readonly programme: Programme;
}
