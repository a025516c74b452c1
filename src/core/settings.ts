import type { KpiId } from "./kpi/types";
import type { DayNumber, Moment } from "./math/day";
import type { PlanTaskChange } from "./programme/planTasks";
import { DEFAULT_DEPARTMENT_WORDS } from "./service/departmentWords";

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
  /** full: every sheet of the programme; compact: those a manager reads every month. */
  readonly reportScope: "full" | "compact";
  /** Thresholds of the programme, which the brief gives in words only. */
  readonly programme: {
    /** First day of the roadmap; null: the day after the as-of date. */
    readonly startOn: DayNumber | null;
    /** Orders that make a loyal customer, and days after an order in which a customer is still being served. */
    readonly loyalOrders: number;
    readonly supportDays: number;
    /** Days after a ticket in which a customer is still being served. */
    readonly ticketDays: number;
    /** A relation: orders, months they are spread over, or contacts of one account. */
    readonly relationalOrders: number;
    readonly relationalMonths: number;
    readonly accountContacts: number;
    /** A strategic relation: months a contract spans, or share of net spend of a top-tier customer. */
    readonly contractMonths: number;
    readonly strategicShare: number;
    /** Share of orders at a discount from which a customer counts as a bargain hunter. */
    readonly bargainShare: number;
    /** At most this many touches in this many days. */
    readonly fatigueTouches: number;
    readonly fatigueDays: number;
    /** A cross-sell rule: customers with both, least confidence, lift it must beat. */
    readonly pairCustomers: number;
    readonly pairConfidence: number;
    readonly pairLift: number;
    /** Cross-sell rules written by hand, for customers of whom the data cannot tell: who has the first is offered the second. */
    readonly manualPairs: readonly (readonly [given: string, then: string])[];
    /** Few categories: at most this share of those the broadest buyer has bought. */
    readonly rangeShare: number;
    /** Change of a category's sales from which it rises or falls, and days after its first sale in which it is new. */
    readonly trendGrowth: number;
    readonly newProductDays: number;
    /** Silence after which a member counts as dead, in days. */
    readonly deadMemberDays: number;
    /** High-value customers one adviser can look after. */
    readonly adviserCap: number;
    /** Owners who have left: their customers count as nobody's. */
    readonly formerOwners: readonly string[];
    /** Days in which a second order, a win-back and a recommendation count. */
    readonly secondOrderDays: number;
    readonly winBackDays: number;
    readonly recommendationDays: number;
    /** Share of a win-back campaign that is left alone, and the seed that draws it. */
    readonly holdOutShare: number;
    readonly holdOutSeed: number;
    /** Share of a tier from which a need counts as shared. */
    readonly needShare: number;
    /** Days after a complaint in which an order counts as coming back. */
    readonly complaintRepeatDays: number;
    /** Days that an improvement of a complaint reason is given. */
    readonly improvementDays: number;
    /** Hours within which a major failure gets to management, a quality complaint to the quality team, and a grade is given. */
    readonly majorHours: number;
    readonly qualityHours: number;
    readonly gradingHours: number;
    /** Words of a complaint reason by which a department is known; tried in this order. */
    readonly financeWords: readonly string[];
    readonly carrierWords: readonly string[];
    readonly warehouseWords: readonly string[];
    readonly purchasingWords: readonly string[];
    readonly productWords: readonly string[];
    readonly marketingWords: readonly string[];
    readonly serviceWords: readonly string[];
    /** Months from the start at which the short, the middle and the long phase of the roadmap end, and their goals. */
    readonly phaseMonths: readonly number[];
    readonly shortGoals: readonly KpiId[];
    readonly middleGoals: readonly KpiId[];
    readonly longGoals: readonly KpiId[];
    /** What is to be otherwise in the work plan. */
    readonly planTasks: readonly PlanTaskChange[];
    /** Days in which a member who ordered, answered or came to an event is active. */
    readonly communityDays: number;
    /** Whether an event held online counts as one of the quarter. */
    readonly onlineEvents: boolean;
    /** Points for one unit of base currency of net spend, and what a point is worth in it; null: not known. */
    readonly pointsPerUnit: number | null;
    readonly pointValue: number | null;
    /** Days before they expire in which points are announced. */
    readonly pointsNoticeDays: number;
    /** Share of its scale from which an answer about rivals says that they are refused; 0.75 is 4 of 1 to 5. */
    readonly rivalShare: number;
    /** Share of what a customer buys of the kind that is bought here, from which rivals are refused. */
    readonly walletShare: number;
    /** Calendar months since the first order after which habit holds a customer. */
    readonly tenureMonths: number;
    /** Calendar months with one owner after which a tie to the person counts. */
    readonly ownerMonths: number;
    /** Days in which a visit or a cart is part of the portrait. */
    readonly onlineDays: number;
    /** Cost of one ticket in base currency; null: not known. */
    readonly ticketCost: number | null;
    /** Trade whose ratio of loyal to ordinary spend the brief quotes. */
    readonly trade: "retail" | "catering" | "airline" | "travel";
  };
}

/** Of the settings, those that orders are read and scored by. */
export type ScoringSettings = Pick<
  Settings,
  | "asOf"
  | "windowDays"
  | "bins"
  | "ties"
  | "weights"
  | "cuts"
  | "topShare"
  | "bottomShare"
  | "dateOrder"
  | "timeZone"
  | "currency"
  | "duplicates"
  | "countZero"
>;

/** The brief's own rules where it has them, else the product's. */
export const DEFAULT_SCORING: ScoringSettings = {
  asOf: null,
  windowDays: 365,
  bins: 5,
  ties: "low",
  weights: { r: 1, f: 1, m: 1 },
  cuts: { r: null, f: null, m: null },
  topShare: 0.2,
  bottomShare: 0.2,
  dateOrder: "auto",
  timeZone: null,
  currency: { base: null, decimals: 2, rates: {} },
  duplicates: "auto",
  countZero: false,
};

export const DEFAULT_SERVICE: Settings["service"] = {
  calendar: "calendar",
  opensAt: 9 * 60,
  closesAt: 18 * 60,
  workdays: [1, 2, 3, 4, 5],
  holidays: [],
  enquiryHours: 2,
  complaintHours: 24,
  highValueHours: 2,
  followUpDays: 7,
};

export const DEFAULT_SETTINGS: Settings = {
  ...DEFAULT_SCORING,
  now: null,
  language: "zh",
  segmentScheme: "named11",
  winBackMonths: 3,
  service: DEFAULT_SERVICE,
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
  reportScope: "full",
  programme: {
    startOn: null,
    loyalOrders: 3,
    supportDays: 30,
    ticketDays: 30,
    relationalOrders: 3,
    relationalMonths: 6,
    accountContacts: 2,
    contractMonths: 12,
    strategicShare: 0.05,
    bargainShare: 0.5,
    fatigueTouches: 4,
    fatigueDays: 30,
    pairCustomers: 3,
    pairConfidence: 0.1,
    pairLift: 1,
    manualPairs: [["奶粉", "辅食"]],
    rangeShare: 1 / 3,
    trendGrowth: 0.1,
    newProductDays: 180,
    deadMemberDays: 180,
    adviserCap: 50,
    formerOwners: [],
    secondOrderDays: 60,
    winBackDays: 60,
    recommendationDays: 30,
    holdOutShare: 0.1,
    holdOutSeed: 1,
    needShare: 0.2,
    complaintRepeatDays: 60,
    improvementDays: 30,
    majorHours: 2,
    qualityHours: 24,
    gradingHours: 2,
    financeWords: DEFAULT_DEPARTMENT_WORDS.finance,
    carrierWords: DEFAULT_DEPARTMENT_WORDS.carrier,
    warehouseWords: DEFAULT_DEPARTMENT_WORDS.warehouse,
    purchasingWords: DEFAULT_DEPARTMENT_WORDS.purchasing,
    productWords: DEFAULT_DEPARTMENT_WORDS.product,
    marketingWords: DEFAULT_DEPARTMENT_WORDS.marketing,
    serviceWords: DEFAULT_DEPARTMENT_WORDS.service,
    phaseMonths: [2, 6, 12],
    shortGoals: ["completeness", "responseRate"],
    middleGoals: ["cac", "coreRepeatRate", "complaintOnTime", "satisfaction"],
    longGoals: ["clv", "retention"],
    planTasks: [],
    communityDays: 90,
    onlineEvents: true,
    pointsPerUnit: null,
    pointValue: null,
    pointsNoticeDays: 60,
    rivalShare: 0.75,
    walletShare: 0.8,
    tenureMonths: 24,
    ownerMonths: 12,
    onlineDays: 90,
    ticketCost: null,
    trade: "retail",
  },
};
