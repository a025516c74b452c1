import { scoreValues } from "../rfm";
import type { CustomersAt } from "./customersAt";
import type { PurchaseHistory } from "./purchaseHistory";

const WINDOW_DAYS = 365;

/**
 * R + F + M of every customer of a day, each 1 to 5, with purchase days and spend of the 365 days
 * that end on it: the score a spreadsheet would rank customers by.
 */
export function rfmSums(history: PurchaseHistory, at: CustomersAt): Float64Array {
  const recency = Float64Array.from(at.lastDay, (last) => at.day - last);
  const orders = new Float64Array(at.count);
  const spend = new Float64Array(at.count);
  for (let row = 0; row < at.count; row++) {
    const from = history.start[at.customer[row] ?? 0] ?? 0;
    for (let index = from; index < from + (at.purchases[row] ?? 0); index++) {
      if ((history.day[index] ?? 0) <= at.day - WINDOW_DAYS) continue;
      orders[row] = (orders[row] ?? 0) + 1;
      spend[row] = (spend[row] ?? 0) + (history.spend[index] ?? 0);
    }
  }
  const r = scoreValues(recency, { bins: 5, ties: "mid", higherIsBetter: false });
  const f = scoreValues(orders, { bins: 5, ties: "mid", higherIsBetter: true });
  const m = scoreValues(spend, { bins: 5, ties: "mid", higherIsBetter: true });
  return Float64Array.from(r, (score, row) => score + (f[row] ?? 0) + (m[row] ?? 0));
}
