import type { DayNumber, Moment } from "../math/day";
import type { RefundEvents } from "./refundEvents";

/** Why a row of an order sheet is not part of a used order. The first that holds, in this order. */
export const REJECT_REASONS = [
  "duplicate",
  "unreadableDate",
  "ambiguousDate",
  "unreadableAmount",
  "noCustomer",
  "noRate",
  "fullRefund",
  "unpaid",
  "cancelled",
  "zeroAmount",
  "afterAsOf",
] as const;
export type RejectReason = (typeof REJECT_REASONS)[number];

/** One rejected row, with where it stands, what it said, and why. */
export interface RejectedRow {
  readonly file: string;
  readonly sheet: string;
  /** Sheet row number, 1-based. */
  readonly row: number;
  readonly reason: RejectReason;
  readonly customerId: string;
  readonly orderId: string;
  /** The cell text that was at fault, as it stood in the sheet; "" where no one cell is. */
  readonly text: string;
}

/**
 * Every raw row counted once:
 * rawRows = used + the sum of rejected + beforeWindow.
 */
export interface RowCounts {
  readonly rawRows: number;
  /** Rows of orders inside the window (and refund rows netted into them). */
  readonly used: number;
  /** Rows before the window: not rejected, they serve the models. */
  readonly beforeWindow: number;
  readonly rejected: Readonly<Record<RejectReason, number>>;
}

/**
 * Valid orders up to the as-of date, one entry each, as columns of equal length,
 * in the order customer, day, first row.
 */
export interface OrderColumns {
  readonly count: number;
  /** Index into `customers`. */
  readonly customer: Int32Array;
  readonly day: Int32Array;
  /** Net of the order in minor units of the base currency, refunds that are known by the as-of date taken off. */
  readonly net: Float64Array;
  readonly refunded: Float64Array;
  readonly orderIds: readonly string[];
  /** Index into `channels` of the book; -1: none. */
  readonly channel: Int32Array;
}

/** What was bought: one entry per row of a valid order, for portraits and recommendations. */
export interface LineColumns {
  readonly count: number;
  /** Index into OrderColumns. */
  readonly order: Int32Array;
  /** Index into `items`, -1: none. */
  readonly item: Int32Array;
  /** Index into `categories`, -1: none. */
  readonly category: Int32Array;
  readonly net: Float64Array;
}

/**
 * Money that nets although it belongs to no valid order: refunds whose order is not in the data, and
 * what was given back beyond the payment of a fully refunded order. Orders and loose money together
 * add up to the net spend of the summary.
 */
export interface LooseMoney {
  readonly count: number;
  /** Index into `customers`. */
  readonly customer: Int32Array;
  readonly day: Int32Array;
  /** Minor units, below 0. */
  readonly net: Float64Array;
}

/** An order row that waits for payment, for the reminder list. */
export interface UnpaidOrder {
  /** Index into `customers`. */
  readonly customer: number;
  readonly orderId: string;
  readonly createdAt: Moment;
  /** Minor units of the base currency. */
  readonly amount: number;
  readonly file: string;
  readonly sheet: string;
  readonly row: number;
}

/** What scores and models need: the orders of an order book, from sheets or from ranges of cells. */
export interface ScoringBook {
  /** The stated as-of date, else the last valid order day, else the last day of any row that was read, else 0. */
  readonly asOf: DayNumber;
  /** First day of the window, inside it. */
  readonly windowStart: DayNumber;
  /** Customer ids as first seen, in order of first appearance in any row that names a customer. */
  readonly customers: readonly string[];
  /** Normalised ids (the keys customers are joined by), in the same order. */
  readonly customerKeys: readonly string[];
  readonly orders: OrderColumns;
  readonly loose: LooseMoney;
  readonly summary: CustomerSummary;
  /** ISO code the money is in; "" where the data names none. */
  readonly currency: string;
  readonly decimals: number;
}

/** All that the order sheets say up to the as-of date. */
export interface OrderBook extends ScoringBook {
  readonly counts: RowCounts;
  /** Other things a reader should know: ids, no sentences. */
  readonly notes: readonly OrderNote[];
  readonly lines: LineColumns;
  /** Share taken off each order, 0 to 1, NaN: unknown; null: no sheet says what things would have cost. */
  readonly discounts: Float64Array | null;
  /** Hours from making to payment of each order, NaN: unknown; null: no sheet tells. */
  readonly paymentHours: Float64Array | null;
  /** 1 for each order with something made to measure; null: no sheet tells. */
  readonly madeToMeasure: Uint8Array | null;
  /** Dated refunds, those of orders that are none for it included; null: none. */
  readonly refunds: RefundEvents | null;
  readonly items: readonly string[];
  readonly categories: readonly string[];
  readonly channels: readonly string[];
  readonly unpaid: readonly UnpaidOrder[];
  readonly rejected: readonly RejectedRow[];
}

export type OrderNote =
  | { readonly code: "genuineDuplicatesKept"; readonly rows: number }
  | { readonly code: "windowShort"; readonly windowDays: number; readonly medianIntervalDays: number }
  | {
      readonly code: "dateOrderInferred";
      readonly dateOrder: "dayFirst" | "monthFirst";
      readonly sheet: string;
    }
  | { readonly code: "refundsUndated"; readonly rows: number }
  | { readonly code: "refundOnlyCustomers"; readonly customers: number }
  | { readonly code: "longNumberIds"; readonly rows: number; readonly sheet: string };

/**
 * The waist of the design: one entry per customer of the book, as columns.
 * Customers without a valid order have NO_DAY, 0 orders and whatever refunds left in `net`.
 */
export interface CustomerSummary {
  readonly count: number;
  /** NO_DAY: no valid order. */
  readonly firstDay: Int32Array;
  readonly lastDay: Int32Array;
  /** Distinct valid orders in the window. */
  readonly windowOrders: Int32Array;
  /** Net spend in the window, minor units; refunds without an order included. */
  readonly windowNet: Float64Array;
  readonly totalOrders: Int32Array;
  readonly totalNet: Float64Array;
  /** Distinct days with a valid order, over all history. */
  readonly purchaseDays: Int32Array;
  /**
   * Net of the orders on days after the first such day, over all history, minor units: over
   * purchaseDays − 1 it is the mean spend per repeat purchase.
   */
  readonly repeatNet: Float64Array;
  /** 1: every row of the customer lies after the as-of date. */
  readonly onlyAfterAsOf: Uint8Array;
}
