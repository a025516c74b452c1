import type { ScoringBook } from "../orders/types";

/** What customers spent per purchase day, as columns over the customers of a book; minor units. */
export interface PurchaseSpend {
  /** Purchase days up to the as-of date. */
  readonly purchaseDays: Int32Array;
  readonly firstDay: Int32Array;
  readonly lastDay: Int32Array;
  /** Mean net of a purchase day after the first; 0 with one such day or none. */
  readonly meanRepeatSpend: Float64Array;
  /** Mean net of all purchase days; 0 without one. */
  readonly meanSpend: Float64Array;
}

/**
 * Purchase days and what was spent on them. The first one is left out of the repeat mean, as the
 * models of purchase counts leave it out: what someone tries a shop with tells little of what follows.
 */
export function purchaseSpend(
  book: Pick<ScoringBook, "customers" | "orders" | "asOf" | "summary">,
): PurchaseSpend {
  const { orders, summary } = book;
  const customers = book.customers.length;
  const firstNet = new Float64Array(customers);
  const totalNet = new Float64Array(customers);
  for (let order = 0; order < orders.count; order++) {
    const customer = orders.customer[order] ?? 0;
    const net = orders.net[order] ?? 0;
    totalNet[customer] = (totalNet[customer] ?? 0) + net;
    if (orders.day[order] === summary.firstDay[customer])
      firstNet[customer] = (firstNet[customer] ?? 0) + net;
  }
  const { purchaseDays } = summary;
  const meanRepeatSpend = totalNet.map((net, customer) => {
    const repeats = (purchaseDays[customer] ?? 0) - 1;
    return repeats > 0 ? (net - (firstNet[customer] ?? 0)) / repeats : 0;
  });
  const meanSpend = totalNet.map((net, customer) => {
    const days = purchaseDays[customer] ?? 0;
    return days > 0 ? net / days : 0;
  });
  return { purchaseDays, firstDay: summary.firstDay, lastDay: summary.lastDay, meanRepeatSpend, meanSpend };
}
