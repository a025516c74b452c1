import { addMonths, firstDayOfMonth, monthIndex, type DayNumber } from "../math/day";
import type { OrderColumns } from "../orders/types";

/** One silence of a customer that became long enough to win them back. */
export interface Lapse {
  /** Index into the customers of the book. */
  readonly customer: number;
  readonly lastDay: DayNumber;
  /** The day the months were over: both arms of a campaign count from here. */
  readonly dueOn: DayNumber;
  /** The order that ended it; null: it lasts. */
  readonly endedOn: DayNumber | null;
  /** Position of the first order after `lastDay` in the book's orders, and of the customer's end. */
  readonly from: number;
  readonly to: number;
}

/**
 * Every silence of so many calendar months, ended or not, customer by customer, the earliest first. An order on
 * the very day the months are over ends it before it began.
 *
 * @param orders - in the order customer, day
 */
export function lapsesOf(
  orders: Pick<OrderColumns, "count" | "customer" | "day">,
  months: number,
  asOf: DayNumber,
): readonly Lapse[] {
  const lapses: Lapse[] = [];
  const { count, customer, day } = orders;
  let end = 0;
  for (let order = 0; order < count; order++) {
    const who = customer[order] as number;
    if (order >= end) {
      end = order;
      while (end < count && customer[end] === who) end++;
    }
    const lastDay = day[order] as number;
    const next = order + 1 < end ? (day[order + 1] as number) : null;
    // Most gaps are far too short: no need to ask the calendar.
    if ((next ?? asOf) - lastDay < months * SHORTEST_MONTH) continue;
    const dueOn = addMonths(lastDay, months);
    if (dueOn > asOf || (next !== null && next <= dueOn)) continue;
    lapses.push({ customer: who, lastDay, dueOn, endedOn: next, from: order + 1, to: end });
  }
  return lapses;
}

const SHORTEST_MONTH = 28;

/** The campaign a lapse belongs to: the month it became due in. So a customer stays in one arm as long as it lasts. */
export function campaignOf(dueOn: DayNumber): DayNumber {
  return firstDayOfMonth(monthIndex(dueOn));
}
