import type { CustomerRow } from "../analysis/types";
import { wilsonInterval, type Interval } from "../kpi/intervals";
import type { DayNumber } from "../math/day";

/** What is done with a new customer, and how many days after the first order (1战略 2识别 3实施 4检查效果). */
export const ONBOARDING_DAYS = [1, 7, 30] as const;

export interface OnboardingStep {
  readonly day: (typeof ONBOARDING_DAYS)[number];
  readonly dueOn: DayNumber;
  /** done: touched on or after the day it was due; due: it is time and nothing was done. */
  readonly state: "done" | "due" | "upcoming";
}

export interface NewCustomer {
  readonly row: CustomerRow;
  readonly firstDay: DayNumber;
  readonly steps: readonly OnboardingStep[];
  readonly secondOrder: boolean;
}

export interface Onboarding {
  readonly days: number;
  /** Customers whose first order lies in the last `days`, the newest first. */
  readonly customers: readonly NewCustomer[];
  /** New customers of the window whose days are over, and how many of them ordered again in time. */
  readonly settled: number;
  readonly returned: number;
  readonly rate: number | null;
  readonly interval: Interval | null;
  /** Not `days` old yet: whether they come back in time shows later, and those who have are no share of anything. */
  readonly pending: number;
}

/**
 * New customers on their way to a second order.
 *
 * A customer is new whose first order lies in the window and on a day from which the data shows that it was
 * the first. The rate counts those whose days are over, and only them; a second order within them counts, on the
 * last day too.
 *
 * @param newFrom - first day on which somebody's first order shows that the customer is new
 * @param secondDayOf - day of the second purchase day by index into the book; null: none
 * @param touchedSince - whether the customer was touched on or after a day
 */
export function onboarding(
  rows: readonly CustomerRow[],
  source: {
    readonly newFrom: DayNumber;
    readonly asOf: DayNumber;
    readonly secondDayOf: (bookIndex: number) => DayNumber | null;
    readonly touchedSince: (row: CustomerRow, day: DayNumber) => boolean;
  },
  days = 60,
): Onboarding {
  const { newFrom, asOf, secondDayOf, touchedSince } = source;
  const customers: NewCustomer[] = [];
  let settled = 0;
  let returned = 0;
  let pending = 0;
  for (const row of rows) {
    const { firstDay } = row;
    if (firstDay === null || firstDay < newFrom || firstDay > asOf) continue;
    const second = secondDayOf(row.bookIndex);
    const inTime = second !== null && second <= firstDay + days;
    const over = firstDay + days <= asOf;
    // Who came back early must not count before those of the same age who did not.
    if (over) {
      settled++;
      if (inTime) returned++;
      continue;
    }
    pending++;
    const steps = ONBOARDING_DAYS.map((day): OnboardingStep => {
      const dueOn = firstDay + day;
      const state = dueOn > asOf ? "upcoming" : touchedSince(row, dueOn) ? "done" : "due";
      return { day, dueOn, state };
    });
    customers.push({ row, firstDay, steps, secondOrder: second !== null });
  }
  customers.sort((one, other) => other.firstDay - one.firstDay);
  return {
    days,
    customers,
    settled,
    returned,
    rate: settled > 0 ? returned / settled : null,
    interval: wilsonInterval(returned, settled),
    pending,
  };
}
