import { REJECT_REASONS, type RejectReason } from "./types";

/**
 * The rows of order sheets as columns of equal length, read but not yet netted: nothing in here
 * depends on the as-of date.
 */
export interface OrderRows {
  readonly count: number;
  /** Index of the customer; -1: the row names none. */
  readonly customer: Int32Array;
  /** Index of the order number, -1: the row has none; null: no row has one. */
  readonly order: Int32Array | null;
  /** NO_DAY where `fault` says so. */
  readonly day: Int32Array;
  /** Paid, in minor units of the base currency; negative in a refund row. */
  readonly gross: Float64Array;
  /** Paid less the refund that stands in the row. */
  readonly net: Float64Array;
  /** Day from which the row's own refund is known, NO_DAY: always; null: no refund has a day. */
  readonly refundDay: Int32Array | null;
  /** 0, or what keeps the row from being read: `reasonCode` of a reason. */
  readonly fault: Uint8Array;
  /** 0 counts, else `UNPAID` or `CANCELLED`; null: all count. */
  readonly status: Uint8Array | null;
  /** Day from which the status is known, NO_DAY: always; null: no status has a day. */
  readonly statusDay: Int32Array | null;
  /** Row that carries the totals of the order this row is a further line of; -1: the row speaks for itself; null: all do. */
  readonly head: Int32Array | null;
  /** 1: an exact copy of an earlier row, to be dropped; null: none is. */
  readonly duplicate: Uint8Array | null;
}

export const UNPAID = 1;
export const CANCELLED = 2;

/** A reason as a number from 1 on, in the order in which the first that holds is taken. */
export function reasonCode(reason: RejectReason): number {
  return REJECT_REASONS.indexOf(reason) + 1;
}

/** Money in whole minor units, the same on every engine: floor(amount × 10^decimals + 0.5). */
export function minorUnits(amount: number, scale: number): number {
  return Math.floor(amount * scale + 0.5);
}
