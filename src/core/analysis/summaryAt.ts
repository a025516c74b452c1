import type { DayNumber } from "../math/day";
import { summariseCustomers } from "../orders/summariseCustomers";
import type { CustomerSummary, ScoringBook } from "../orders/types";
import { ordersUntil } from "./ordersUntil";

/**
 * Sums per customer as they stood on an earlier day, with a window that ends there: for tiers at the
 * start of a period, which must not know what was bought in it.
 *
 * Amounts keep the refunds that are known at the book's own as-of date: an order that was given back
 * later counts with what was left of it.
 */
export function summaryAt(book: ScoringBook, asOf: DayNumber, windowDays: number): CustomerSummary {
  return summariseCustomers(
    {
      ...ordersUntil(book.orders, asOf),
      // Sums do not look at these.
      refunded: new Float64Array(0),
      orderIds: [],
      channel: new Int32Array(0),
    },
    ordersUntil(book.loose, asOf),
    asOf - windowDays + 1,
    new Uint8Array(book.customers.length),
  );
}
