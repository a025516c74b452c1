import type { FieldOf, SheetKind } from "../core/tables";
import type { TRAINING_MODULES, TrainingPost } from "../core/training";

export const CATEGORY_IDS = ["formula", "food", "diapers", "care", "clothes", "toys", "maternity"] as const;
export type CategoryId = (typeof CATEGORY_IDS)[number];

export const TOUCH_CHANNELS = ["salon", "coupon", "chat", "text", "call"] as const;
export type TouchChannel = (typeof TOUCH_CHANNELS)[number];

/** A product and the months of a child's age it is for. */
export interface Product {
  readonly name: string;
  /** Whole units of the shop's currency. */
  readonly price: number;
  readonly fromMonth: number;
  readonly toMonth: number;
}

/** Days of a year when the shop sells more and takes something off. Month, day, both ends in. */
export interface Season {
  readonly from: readonly [number, number];
  readonly to: readonly [number, number];
  /** Orders on such a day, as a multiple of a plain day. */
  readonly lift: number;
  readonly discount: number;
}

/** How new customers find the shop. */
export interface Source {
  readonly name: string;
  /** Share of new customers; 0: money is spent and nobody comes. */
  readonly weight: number;
  /** Cost of one lead; null: nobody wrote the spend down. */
  readonly costPerLead: number | null;
  readonly leadsPerCustomer: number;
  readonly referral?: boolean;
}

/** What happened, to whom it happens, and how bad it is. */
export interface ComplaintReason {
  readonly text: string;
  readonly weight: number;
  readonly severity: "general" | "quality" | "major";
}

/** The input sheets of the sample, in the order of their tabs. */
export const SAMPLE_SHEETS = [
  "orders",
  "customers",
  "tickets",
  "touches",
  "channels",
  "surveys",
  "recommendations",
  "leads",
  "events",
  "winBackLog",
  "targets",
  "training",
  "settings",
  "snapshots",
] as const satisfies readonly SheetKind[];
export type SampleSheet = (typeof SAMPLE_SHEETS)[number];

/** Headings by field, in the order of the columns. */
export type Headings = { readonly [K in SampleSheet]: Readonly<Partial<Record<FieldOf<K>, string>>> };

/** One shop: its language, its money, its goods, its people. The story is the same, the words are not. */
export interface ShopProfile {
  readonly file: string;
  readonly currency: string;
  /** A currency a few foreign orders came in, without a rate. */
  readonly foreignCurrency: string;
  readonly sheets: Readonly<Record<SampleSheet, string>>;
  readonly headings: Headings;
  readonly customerPrefix: string;
  readonly orderPrefix: string;
  /** Draws a name from its parts. */
  readonly surnames: readonly string[];
  readonly givenNames: readonly string[];
  readonly surnameFirst: boolean;
  readonly mailHost: string;
  /** Numbers kept for fiction or test use; the rest of the digits is drawn. */
  readonly phonePrefixes: readonly string[];
  readonly phoneDigits: number;
  readonly owners: readonly string[];
  readonly agents: readonly string[];
  readonly categories: Readonly<
    Record<CategoryId, { readonly name: string; readonly products: readonly Product[] }>
  >;
  readonly gift: string;
  /** What the shop makes to measure: for people's clothes and toys, and for companies. */
  readonly custom: { readonly person: readonly string[]; readonly company: readonly string[] };
  /** A plan made with a company. */
  readonly jointPlan: string;
  /** Multiples of a plain day for January to December. */
  readonly months: readonly number[];
  readonly seasons: readonly Season[];
  readonly sources: readonly Source[];
  readonly salesChannels: readonly string[];
  readonly touchChannels: Readonly<Record<TouchChannel, string>>;
  readonly campaigns: Readonly<Record<TouchChannel, readonly string[]>>;
  readonly paymentReminder: string;
  readonly industries: readonly string[];
  readonly companies: readonly string[];
  readonly scenes: readonly string[];
  readonly needs: readonly string[];
  /** From careful with money to looking for the best. */
  readonly priceSensitivity: readonly [string, string, string];
  readonly complaintReasons: readonly ComplaintReason[];
  readonly lateReason: string;
  /** What agents answer: as they should, and as they should not. */
  readonly replies: { readonly kind: readonly string[]; readonly cold: readonly string[] };
  readonly enquiryTopics: readonly string[];
  readonly afterSalesTopics: readonly string[];
  readonly serviceChannels: readonly string[];
  readonly praise: readonly string[];
  readonly blame: readonly string[];
  readonly leadStages: readonly [string, string, string, string];
  readonly leadOutcomes: { readonly won: string; readonly lost: string; readonly open: string };
  readonly events: readonly {
    readonly name: string;
    readonly type: string;
    readonly month: number;
    readonly day: number;
  }[];
  readonly winBack: {
    readonly reasons: readonly string[];
    readonly actions: readonly string[];
    readonly won: string;
    readonly lost: string;
    readonly running: string;
  };
  readonly training: {
    readonly modules: Readonly<Record<(typeof TRAINING_MODULES)[number]["id"], string>>;
    readonly posts: Readonly<Record<TrainingPost, string>>;
    /** Between the posts that a module is for. */
    readonly and: string;
  };
  /** What the settings are called that the shop states, and what a ticket costs it. */
  readonly options: Readonly<Record<"startOn" | "pointsPerUnit" | "pointValue" | "ticketCost", string>> & {
    readonly costOfTicket: number;
  };
  readonly words: Readonly<
    Record<
      | "yes"
      | "no"
      | "consumer"
      | "business"
      | "completed"
      | "shipped"
      | "closed"
      | "cancelled"
      | "awaitingPayment"
      | "refunded"
      | "enquiry"
      | "complaint"
      | "afterSales"
      | "severityGeneral"
      | "severityQuality"
      | "severityMajor"
      | "resolved"
      | "open"
      | "high"
      | "medium"
      | "basic"
      | "outsideWindow"
      | "noOrder"
      | "absolute"
      | "relative"
      | "points"
      | "up"
      | "down"
      | "baselinePeriod",
      string
    >
  >;
  readonly badDates: readonly string[];
  readonly badAmounts: readonly string[];
  /** How an amount looks that a person typed. */
  readonly typedAmount: (amount: string) => string;
  readonly targetNames: Readonly<
    Record<
      | "completeness"
      | "responseRate"
      | "cac"
      | "coreRepeatRate"
      | "complaintOnTime"
      | "enquiryOnTime"
      | "highValueOnTime"
      | "followUpOnTime"
      | "satisfaction"
      | "nps"
      | "repeatRate"
      | "referralShareOfNew"
      | "touchCoverage"
      | "feedbackDays"
      | "winBackRate",
      string
    >
  >;
}
