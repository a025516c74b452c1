/**
 * Days and clock times without time zones.
 *
 * A day is a whole number counted from 1970-01-01 (day 0); a moment is a whole number of seconds
 * counted from 1970-01-01 00:00:00 on the wall clock the data was written by. Nothing here looks at
 * the machine's clock or zone.
 */
export type DayNumber = number;

/** Seconds since 1970-01-01 00:00:00, as written on the wall clock. */
export type Moment = number;

/** Marks "no such day" in Int32Array columns of days. */
export const NO_DAY = -2147483648;

export const SECONDS_PER_DAY = 86_400;

const SERIAL_OF_DAY_ZERO = 25_569;
const SERIAL_OFFSET_1904 = 1_462;

export interface CalendarDate {
  readonly year: number;
  /** 1 to 12 */
  readonly month: number;
  /** 1 to 31 */
  readonly day: number;
}

/** Day number of a proleptic Gregorian date; the date must exist (see `isCalendarDate`). */
export function dayOf(year: number, month: number, day: number): DayNumber {
  // Years start in March, so that the leap day is the last day of a year (Richards, 2013).
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

/** The calendar date of a day number. */
export function calendarDate(day: DayNumber): CalendarDate {
  const shifted = day + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1_460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1,
  };
}

const MONTH_LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

/** Days in a month; 29 for February of a leap year. */
export function daysInMonth(year: number, month: number): number {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return month === 2 && leap ? 29 : (MONTH_LENGTHS[month - 1] ?? 0);
}

/** Whether such a date stands in the calendar: 2025-13-45 and 2025-02-29 do not. */
export function isCalendarDate(year: number, month: number, day: number): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

/**
 * The same day of the month, n months on; a day that the target month lacks becomes its last day
 * (31 January + 1 month = 28 or 29 February), as Excel's EDATE has it.
 */
export function addMonths(day: DayNumber, months: number): DayNumber {
  const date = calendarDate(day);
  const index = date.year * 12 + (date.month - 1) + months;
  const year = Math.floor(index / 12);
  const month = index - year * 12 + 1;
  return dayOf(year, month, Math.min(date.day, daysInMonth(year, month)));
}

/** Months since year 0: one whole number a calendar month, for grouping. */
export function monthIndex(day: DayNumber): number {
  const date = calendarDate(day);
  return date.year * 12 + date.month - 1;
}

/** First day of the month with this index. */
export function firstDayOfMonth(index: number): DayNumber {
  const year = Math.floor(index / 12);
  return dayOf(year, index - year * 12 + 1, 1);
}

/** 2025-12-31 */
export function formatDay(day: DayNumber): string {
  const date = calendarDate(day);
  return `${String(date.year).padStart(4, "0")}-${String(date.month).padStart(2, "0")}-${String(date.day).padStart(2, "0")}`;
}

/** 2025-12-31 18:00 */
export function formatMoment(moment: Moment): string {
  const day = Math.floor(moment / SECONDS_PER_DAY);
  const second = moment - day * SECONDS_PER_DAY;
  const hours = Math.floor(second / 3_600);
  const minutes = Math.floor((second % 3_600) / 60);
  return `${formatDay(day)} ${String(hours).padStart(2, "0")}:${String(minutes).padStart(2, "0")}`;
}

/** The day a moment falls on. */
export function dayOfMoment(moment: Moment): DayNumber {
  return Math.floor(moment / SECONDS_PER_DAY);
}

/**
 * Day and time of an Excel serial, as a moment.
 *
 * The 1900 system counts a 29 February 1900 that never was: serials below 60 shift by one.
 * Fractions of a day round to the nearest second, so that 0.0625 is exactly 01:30.
 */
export function momentOfSerial(serial: number, date1904 = false): Moment {
  const shifted = date1904 ? serial + SERIAL_OFFSET_1904 : serial < 60 ? serial + 1 : serial;
  return Math.round((shifted - SERIAL_OF_DAY_ZERO) * SECONDS_PER_DAY);
}

/** The Excel serial (whole or with a fraction of a day) of a moment. */
export function serialOfMoment(moment: Moment, date1904 = false): number {
  return serialOfDay(0, date1904) + moment / SECONDS_PER_DAY;
}

/** The Excel serial of a day from 1900-03-01 on. */
export function serialOfDay(day: DayNumber, date1904 = false): number {
  return day + SERIAL_OF_DAY_ZERO - (date1904 ? SERIAL_OFFSET_1904 : 0);
}
