import { InvalidArgumentError } from "../errors";
import { dayOfMoment, SECONDS_PER_DAY, type DayNumber, type Moment } from "../math/day";
import type { Settings } from "../settings";

/** What a service clock counts by. */
export interface ServiceCalendar {
  /** Seconds that count from one moment to a later one; 0 when the second is not later. */
  elapsed(from: Moment, to: Moment): number;
  /** The first moment by which so many seconds have gone by. */
  dueAt(from: Moment, seconds: number): Moment;
}

/** Every second counts. */
export const CALENDAR_HOURS: ServiceCalendar = {
  elapsed: (from, to) => Math.max(0, to - from),
  dueAt: (from, seconds) => from + seconds,
};

const SECONDS_PER_MINUTE = 60;
const MINUTES_PER_DAY = 1_440;
const DAYS_PER_WEEK = 7;

/**
 * Only seconds between opening and closing on a working day count; a holiday is no working day.
 *
 * A question at 17:30 that is answered at 09:10 of the next working day took 40 minutes of a service
 * open from 9 to 18. What comes in at night starts to count at the next opening.
 *
 * Both functions take steps of days only to search, so that a span of years costs no more than an hour.
 *
 * @param hours - minutes of the day of opening and closing (up to 1440; not past midnight), working
 *   days with Monday as 1, holidays as day numbers
 * @throws InvalidArgumentError `closesBeforeOpening`, `outsideDay` or `noWorkdays`
 */
export function workingHours(
  hours: Pick<Settings["service"], "opensAt" | "closesAt" | "workdays" | "holidays">,
): ServiceCalendar {
  const { opensAt, closesAt } = hours;
  if (!(opensAt >= 0 && opensAt < MINUTES_PER_DAY)) {
    throw new InvalidArgumentError("opensAt", "outsideDay", { value: opensAt });
  }
  if (!(closesAt > 0 && closesAt <= MINUTES_PER_DAY)) {
    throw new InvalidArgumentError("closesAt", "outsideDay", { value: closesAt });
  }
  if (closesAt <= opensAt) {
    throw new InvalidArgumentError("closesAt", "closesBeforeOpening", { opensAt, closesAt });
  }
  const worksOn = Array.from({ length: DAYS_PER_WEEK }, (_, index) => hours.workdays.includes(index + 1));
  const perWeek = worksOn.filter(Boolean).length;
  if (perWeek === 0) throw new InvalidArgumentError("workdays", "noWorkdays");

  const opening = opensAt * SECONDS_PER_MINUTE;
  const perDay = (closesAt - opensAt) * SECONDS_PER_MINUTE;
  const isWeekday = (day: DayNumber): boolean => worksOn[weekday(day)] === true;
  const daysOff = Int32Array.from(new Set(hours.holidays.filter(isWeekday))).sort();
  const isOff = new Set(daysOff);
  // Working days from the Monday of the week to before each weekday.
  const beforeWeekday = worksOn.map((_, index) => worksOn.slice(0, index).filter(Boolean).length);

  /** Working days before this one, from a fixed far Monday on; only differences mean something. */
  const workdaysBefore = (day: DayNumber): number => {
    const week = Math.floor((day - FIRST_MONDAY) / DAYS_PER_WEEK);
    return week * perWeek + (beforeWeekday[weekday(day)] ?? 0) - countBefore(daysOff, day);
  };
  const workedBefore = (moment: Moment): number => {
    const day = dayOfMoment(moment);
    const today = isWeekday(day) && !isOff.has(day) ? moment - day * SECONDS_PER_DAY - opening : 0;
    return workdaysBefore(day) * perDay + Math.min(Math.max(today, 0), perDay);
  };

  return {
    elapsed: (from, to) => (to <= from ? 0 : workedBefore(to) - workedBefore(from)),
    dueAt: (from, seconds) => {
      if (seconds <= 0) return from;
      const target = workedBefore(from) + seconds;
      // The day on which the target is reached is the last one before which it is not.
      let before = dayOfMoment(from);
      let after = before + 1;
      while (workdaysBefore(after) * perDay < target) {
        const step = 2 * (after - before);
        before = after;
        after += step;
      }
      while (after - before > 1) {
        const middle = before + ((after - before) >> 1);
        if (workdaysBefore(middle) * perDay < target) before = middle;
        else after = middle;
      }
      return before * SECONDS_PER_DAY + opening + target - workdaysBefore(before) * perDay;
    },
  };
}

/** The calendar that the settings name, or the other of the two. */
export function serviceCalendar(
  service: Settings["service"],
  which: Settings["service"]["calendar"],
): ServiceCalendar {
  return which === "calendar" ? CALENDAR_HOURS : workingHours(service);
}

/** 1969-12-29, the Monday before day 0. */
const FIRST_MONDAY = -3;

/** 0 = Monday … 6 = Sunday */
function weekday(day: DayNumber): number {
  const index = (day - FIRST_MONDAY) % DAYS_PER_WEEK;
  return index < 0 ? index + DAYS_PER_WEEK : index;
}

/** How many entries of an ascending column lie below a day. */
function countBefore(ascending: Int32Array, day: DayNumber): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ascending[middle] as number) < day) low = middle + 1;
    else high = middle;
  }
  return low;
}
