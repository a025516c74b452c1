import { dayOf, isCalendarDate, type DayNumber } from "../math/day";

/** A day as `readCustomers` keeps it in a record (yyyy-mm-dd); null: none, or none that can be read. */
export function recordDay(text: string): DayNumber | null {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text) ?? [];
  const parts = [Number(year), Number(month), Number(day)] as const;
  return year === undefined || !isCalendarDate(...parts) ? null : dayOf(...parts);
}
