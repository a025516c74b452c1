import type { DayNumber } from "../math/day";
import type { OrderBook } from "../orders/types";
import { scoreRfm } from "../rfm";
import type { Settings } from "../settings";
import { summaryAt } from "./summaryAt";

/**
 * Core customers at the start of a window, and how many of them ordered in it. Tiers of the window's
 * end would leak the answer: customers are core then because they ordered.
 *
 * @param orderedIn - orders in the window, by customer of the book
 * @returns null where nobody was core
 */
export function coreAtStart(
  book: OrderBook,
  windowStart: DayNumber,
  orderedIn: Int32Array,
  settings: Settings,
): { readonly customers: number; readonly ordered: number } | null {
  const before = windowStart - 1;
  const { tiers } = scoreRfm(summaryAt(book, before, settings.windowDays), before, settings);
  let customers = 0;
  let ordered = 0;
  tiers.forEach((tier, customer) => {
    if (tier !== "high") return;
    customers++;
    if ((orderedIn[customer] ?? 0) > 0) ordered++;
  });
  return customers === 0 ? null : { customers, ordered };
}
