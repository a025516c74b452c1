import { NO_DAY } from "../../math/day";
import type { ScoringBook } from "../../orders/types";

/** Second day with a valid order of each customer of the book; NO_DAY: none yet. */
export function secondPurchaseDays({ orders, summary }: Pick<ScoringBook, "orders" | "summary">): Int32Array {
  const second = new Int32Array(summary.count).fill(NO_DAY);
  for (let order = 0; order < orders.count; order++) {
    const customer = orders.customer[order] ?? 0;
    const day = orders.day[order] ?? NO_DAY;
    // Orders stand by customer and day: the first later day is the second one.
    if (second[customer] === NO_DAY && day > (summary.firstDay[customer] ?? NO_DAY)) second[customer] = day;
  }
  return second;
}
