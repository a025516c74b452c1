import type { DayNumber } from "../math/day";
import type { SettledOrders } from "./settleOrders";
import type { CustomerSummary, OrderColumns, OrderNote } from "./types";

/** What a reader of the figures should know of the orders they rest on. */
export function orderNotes(
  settled: SettledOrders,
  summary: CustomerSummary,
  orders: OrderColumns,
  { asOf, windowDays }: { readonly asOf: DayNumber; readonly windowDays: number },
): readonly OrderNote[] {
  const notes: OrderNote[] = [];
  if (settled.undatedRefundRows > 0 && settled.lastRowDay > asOf) {
    notes.push({ code: "refundsUndated", rows: settled.undatedRefundRows });
  }
  let refundOnly = 0;
  for (let customer = 0; customer < summary.count; customer++) {
    if (summary.totalOrders[customer] === 0 && (summary.totalNet[customer] ?? 0) < 0) refundOnly++;
  }
  if (refundOnly > 0) notes.push({ code: "refundOnlyCustomers", customers: refundOnly });
  const median = medianInterval(orders);
  if (median !== null && windowDays < WINDOW_INTERVALS * median) {
    notes.push({ code: "windowShort", windowDays, medianIntervalDays: median });
  }
  return notes;
}

/** A window that is not at least so many typical intervals long says little about a customer. */
const WINDOW_INTERVALS = 3;

/** Median of the days between one purchase day and the next, over all customers; null: nobody came twice. */
function medianInterval(orders: OrderColumns): number | null {
  // Gaps are whole days, so counting them is all the sorting they need.
  const counts = new Map<number, number>();
  let gaps = 0;
  for (let index = 1; index < orders.count; index++) {
    if (orders.customer[index] !== orders.customer[index - 1]) continue;
    const gap = (orders.day[index] ?? 0) - (orders.day[index - 1] ?? 0);
    if (gap === 0) continue;
    counts.set(gap, (counts.get(gap) ?? 0) + 1);
    gaps++;
  }
  if (gaps === 0) return null;
  const sorted = [...counts].sort((one, other) => one[0] - other[0]);
  const at = (place: number): number => {
    let passed = 0;
    for (const [gap, count] of sorted) {
      passed += count;
      if (passed > place) return gap;
    }
    return 0;
  };
  return (at(Math.floor((gaps - 1) / 2)) + at(Math.floor(gaps / 2))) / 2;
}
