import { monthIndex } from "../../math/day";
import { complaintMonths } from "../../service";
import type { ComplaintMonth } from "../../service/complaintMonths";
import type { ProgrammeInputs } from "./inputs";

/** How customers are served, month by month and person by person. */
export interface ServiceReview {
  /** The month of the as-of date first. */
  readonly complaintMonths: readonly ComplaintMonth[];
}

const MONTHS = 12;

/** @returns null without a ticket sheet */
export function serviceReviewOf({ tickets, book, now, absent }: ProgrammeInputs): ServiceReview | null {
  if (absent.has("tickets")) return null;
  const orders = new Map<number, number>();
  for (let order = 0; order < book.orders.count; order++) {
    const month = monthIndex(book.orders.day[order] ?? 0);
    orders.set(month, (orders.get(month) ?? 0) + 1);
  }
  return {
    complaintMonths: complaintMonths(tickets, now, MONTHS, (month) => orders.get(monthIndex(month)) ?? 0),
  };
}
