import { NO_DAY } from "../math/day";
import { REJECT_REASONS } from "./types";
import type { ReadRows } from "./readOrderRows";
import type { AssembledBook } from "./assembleBook";

/** Money given back, each on the day it became known, as columns of equal length. */
export interface RefundEvents {
  /** Index into the customers of the book. */
  readonly customer: Int32Array;
  readonly day: Int32Array;
  /** Minor units above 0. */
  readonly value: Float64Array;
}

const DUPLICATE = REJECT_REASONS.indexOf("duplicate") + 1;

/**
 * Refunds that have a day: rows of their own with a negative amount, and refunds within an order's row where the
 * sheet dates them. One without a day cannot be put in time and is left out.
 *
 * @returns null where there is none
 */
export function refundEvents({ rows }: ReadRows, { settled }: AssembledBook): RefundEvents | null {
  const customer: number[] = [];
  const day: number[] = [];
  const value: number[] = [];
  for (let row = 0; row < rows.count; row++) {
    const of = rows.customer[row] ?? -1;
    if (of < 0 || (rows.fault[row] ?? 0) !== 0 || settled.reasonOfRow[row] === DUPLICATE) continue;
    const gross = rows.gross[row] ?? 0;
    const within = gross - (rows.net[row] ?? 0);
    const known = rows.refundDay?.[row] ?? NO_DAY;
    const [amount, on] = gross < 0 ? [-gross, rows.day[row] ?? NO_DAY] : [within, known];
    if (!(amount > 0) || on === NO_DAY) continue;
    customer.push(of);
    day.push(on);
    value.push(amount);
  }
  if (customer.length === 0) return null;
  return {
    customer: Int32Array.from(customer),
    day: Int32Array.from(day),
    value: Float64Array.from(value),
  };
}
