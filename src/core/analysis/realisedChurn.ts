import type { DayNumber } from "../math/day";
import type { ScoringBook } from "../orders/types";

/** Who ordered this recently before the start counts as a customer to be kept. */
export const CHURN_BASE_DAYS = 365;

/** Customers who had something to be lost, and those who were. */
export interface RealisedChurn {
  /** Customers with a valid order in the 365 days that end on the start, the start's day included. */
  readonly customers: number;
  /** Those of them without a valid order in the days after the start, up to the as-of date. */
  readonly lost: number;
}

/**
 * Churn as it happened: of the customers with an order in the 365 days before the start, those who placed
 * none in the next H days. The start lies H days before the as-of date, so that the whole horizon has
 * passed.
 *
 * Where the data begins later than 365 days before the start, the base is what the data shows: customers
 * silent for longer are not in it, and churn looks lower than it is (`churnBaseDays` says how far it goes).
 *
 * @param horizonDays - H, 1 or more
 * @returns null where nobody ordered in the base
 */
export function realisedChurn(
  { asOf, orders }: Pick<ScoringBook, "asOf" | "orders">,
  horizonDays: number,
): RealisedChurn | null {
  const start = asOf - horizonDays;
  let customers = 0;
  let lost = 0;
  let order = 0;
  // Orders of one customer stand together.
  while (order < orders.count) {
    const customer = orders.customer[order];
    let isCustomer = false;
    let isKept = false;
    for (; order < orders.count && orders.customer[order] === customer; order++) {
      const day = orders.day[order] ?? 0;
      if (day > start) isKept ||= day <= asOf;
      else isCustomer ||= day > start - CHURN_BASE_DAYS;
    }
    if (!isCustomer) continue;
    customers++;
    if (!isKept) lost++;
  }
  return customers === 0 ? null : { customers, lost };
}

/** Days before the start that the data shows; 365 where it shows them all. */
export function churnBaseDays(firstOrderDay: DayNumber, asOf: DayNumber, horizonDays: number): number {
  return Math.min(CHURN_BASE_DAYS, asOf - horizonDays - firstOrderDay + 1);
}
