import {
  calendarDate,
  dayOf,
  dayOfMoment,
  isCalendarDate,
  momentOfSerial,
  SECONDS_PER_DAY,
  type Moment,
} from "../math/day";
import type { Cell } from "./cell";
import { isBlankText, plainText } from "./cellText";
import type { ZoneOffset } from "./zoneOffset";

/** Which of the first two numbers of 03/04/2025 is the day. */
export type DateOrder = "dayFirst" | "monthFirst";

/** Why a cell is no moment. */
export type MomentProblem = "missing" | "unreadable" | "ambiguous";

/** What must be known about a column to read its dates. */
export interface MomentReading {
  /** Whether serials count from 1904. */
  readonly date1904: boolean;
  /** The order that holds for the column (`columnDateOrder`), else the one of the settings; null: not known. */
  readonly dateOrder: DateOrder | null;
  /** Turns a time with an offset into the local wall clock; null: it is taken as written. */
  readonly zoneOffset: ZoneOffset | null;
}

export const PLAIN_READING: MomentReading = { date1904: false, dateOrder: null, zoneOffset: null };

const FIRST_YEAR = 1900;
const LAST_YEAR = 2200;
const LAST_SERIAL = 109_939;

/** Text of digits alone is a serial only from 1954-10-03 on: shorter numbers are rather years or counts. */
const FIRST_TEXT_SERIAL = 20_000;

/** No date is longer; the patterns below must never meet a cell full of prose. */
const LONGEST_TEXT = 64;

const MONTHS: Readonly<Record<string, number>> = {
  jan: 1,
  feb: 2,
  mar: 3,
  apr: 4,
  may: 5,
  jun: 6,
  jul: 7,
  aug: 8,
  sep: 9,
  oct: 10,
  nov: 11,
  dec: 12,
};

/** Words before or after a time, and what they make of an hour from 0 to 12. */
const HALF_DAYS: Readonly<Record<string, "morning" | "afternoon">> = {
  am: "morning",
  "a.m.": "morning",
  上午: "morning",
  凌晨: "morning",
  早上: "morning",
  pm: "afternoon",
  "p.m.": "afternoon",
  下午: "afternoon",
  中午: "afternoon",
  晚上: "afternoon",
};

const HALF_DAY = "(am|pm|a\\.m\\.|p\\.m\\.|上午|凌晨|早上|下午|中午|晚上)";
const WEEKDAY = "(?:[(（]?(?:星期|周|礼拜)[一二三四五六日天][)）]?)?";
const MONTH_NAME =
  "(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?";
const WEEKDAY_NAME = "(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\\.?,?\\s+)?";
const TIME = new RegExp(
  `^${WEEKDAY}[\\s,t]*(?:${HALF_DAY}\\s*)?(\\d{1,2})(?:\\s*[:时点]\\s*(\\d{1,2})(?:\\s*[:分]\\s*(\\d{1,2})(?:[.,](\\d+))?)?)?\\s*[时点分秒]?\\s*${HALF_DAY}?\\s*(z|utc|gmt|(?:utc|gmt)?[+-]\\d{2}:?\\d{2}|[+-]\\d{2})?$`,
);
const WEEKDAY_ONLY = new RegExp(`^\\s*${WEEKDAY}\\s*$`);

const YEAR_FIRST = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?(?!\d)/;
const COMPACT = /^(\d{4})(\d{2})(\d{2})(?:[\st]*(\d{2}):?(\d{2}):?(\d{2})?)?$/;
const NUMBERS = /^(\d{1,2})\s*([-/.])\s*(\d{1,2})\s*\2\s*(\d{4}|\d{2})(?!\d)/;
const DAY_MONTH_NAME = new RegExp(
  `^${WEEKDAY_NAME}(\\d{1,2})(?:st|nd|rd|th)?[-\\s/.]*(?:of\\s+)?${MONTH_NAME}[-\\s/.,]*(\\d{4}|\\d{2})(?!\\d)`,
);
const MONTH_NAME_DAY = new RegExp(
  `^${WEEKDAY_NAME}${MONTH_NAME}[-\\s/.]*(\\d{1,2})(?:st|nd|rd|th)?[-\\s/.,]+(\\d{4}|\\d{2})(?!\\d)`,
);
const YEAR_MONTH_NAME = new RegExp(`^(\\d{4})[-\\s/.]+${MONTH_NAME}[-\\s/.]+(\\d{1,2})(?!\\d)`);
const SERIAL = /^\d{5,6}(?:\.\d+)?$/;

/**
 * Day and time in a cell, as a moment, or why there is none.
 *
 * Numbers are Excel serials, or whole numbers that spell a date (20250103, 20250103183000). Text may
 * be ISO with or without time and offset, 2025/1/3, 2025.01.03, 20250103, 2025年1月3日, 3 Apr 2025,
 * with a 12-hour or 24-hour time, in full-width signs, in a wrapper (`="…"`, leading apostrophe), or a
 * serial of five or six digits. 03/04/2025 follows the reading's `dateOrder`, and is "ambiguous"
 * without one, unless it can be read only one way (25/04/2025) or both ways are one (03/03/2025). Years
 * of two digits follow Excel (30 to 99 are 19xx).
 *
 * 24:00 is the next midnight. Dates before 1900 or after 2200, and dates that no calendar has
 * (2025-13-45), are "unreadable", as are booleans and error cells; a blank cell and the number 0, by
 * which Excel hands over empty cells, are "missing".
 *
 * @example parseMoment("2025年1月3日 下午6:05", PLAIN_READING) // 2025-01-03 18:05
 */
export function parseMoment(cell: Cell | undefined, reading: MomentReading): Moment | MomentProblem {
  if (typeof cell === "number") return momentOfNumber(cell, reading.date1904);
  if (typeof cell === "string") {
    const simple = momentOfIsoText(cell);
    return simple ?? momentOfText(plainText(cell).toLowerCase(), reading);
  }
  return cell === null || cell === undefined ? "missing" : "unreadable";
}

/**
 * The order of day and month that the other dates of a column settle: a date that fits only one
 * order speaks for it, and the column has an order when none speaks against it. null: none settles
 * it, or they disagree.
 *
 * A first number above 12 before a year of two digits says nothing: 25/01/03 may begin with the year.
 */
export function columnDateOrder(
  rows: readonly (readonly (Cell | undefined)[])[],
  column: number,
): DateOrder | null {
  let dayFirst = false;
  let monthFirst = false;
  for (const row of rows) {
    const cell = row[column];
    if (typeof cell !== "string" || cell.length > LONGEST_TEXT || startsWithYear(cell)) continue;
    const match = NUMBERS.exec(plainText(cell));
    if (match === null) continue;
    const first = Number(match[1]);
    const second = Number(match[3]);
    const longYear = match[4]?.length === 4;
    if (first > 12 && first <= 31 && second <= 12 && longYear) dayFirst = true;
    else if (second > 12 && second <= 31 && first <= 12) monthFirst = true;
    if (dayFirst && monthFirst) return null;
  }
  return dayFirst ? "dayFirst" : monthFirst ? "monthFirst" : null;
}

function startsWithYear(text: string): boolean {
  for (let index = 0; index < 4; index++) if (!isDigit(text.charCodeAt(index))) return false;
  return true;
}

function momentOfNumber(value: number, date1904: boolean): Moment | MomentProblem {
  if (value === 0) return "missing";
  if (!(value > 0)) return "unreadable";
  if (value <= LAST_SERIAL) {
    const moment = momentOfSerial(value, date1904);
    return isPlausible(moment) ? moment : "unreadable";
  }
  return Number.isInteger(value) ? compactMoment(String(value)) : "unreadable";
}

function isPlausible(moment: Moment): boolean {
  const { year } = calendarDate(dayOfMoment(moment));
  return year >= FIRST_YEAR && year <= LAST_YEAR;
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

function twoDigits(text: string, at: number): number {
  const tens = text.charCodeAt(at);
  const ones = text.charCodeAt(at + 1);
  return isDigit(tens) && isDigit(ones) ? (tens - 48) * 10 + ones - 48 : -1;
}

/** yyyy-mm-dd, alone or with hh:mm or hh:mm:ss: by far the most frequent text, read without a pattern. */
function momentOfIsoText(text: string): Moment | null {
  const { length } = text;
  if (length !== 10 && length !== 16 && length !== 19) return null;
  const separator = text.charCodeAt(4);
  if ((separator !== 45 && separator !== 47) || text.charCodeAt(7) !== separator) return null;
  const century = twoDigits(text, 0);
  const yearOfCentury = twoDigits(text, 2);
  const month = twoDigits(text, 5);
  const day = twoDigits(text, 8);
  if (century < 0 || yearOfCentury < 0 || month < 0 || day < 0) return null;
  const year = century * 100 + yearOfCentury;
  if (year < FIRST_YEAR || year > LAST_YEAR || !isCalendarDate(year, month, day)) return null;
  const start = dayOf(year, month, day) * SECONDS_PER_DAY;
  if (length === 10) return start;
  const gap = text.charCodeAt(10);
  if ((gap !== 32 && gap !== 84) || text.charCodeAt(13) !== 58) return null;
  const hours = twoDigits(text, 11);
  const minutes = twoDigits(text, 14);
  const seconds = length === 16 ? 0 : text.charCodeAt(16) === 58 ? twoDigits(text, 17) : -1;
  if (hours < 0 || hours > 23 || minutes < 0 || minutes > 59 || seconds < 0 || seconds > 59) return null;
  return start + hours * 3_600 + minutes * 60 + seconds;
}

function momentOfText(text: string, reading: MomentReading): Moment | MomentProblem {
  if (isBlankText(text)) return "missing";
  if (text.length > LONGEST_TEXT) return "unreadable";
  const yearFirst = YEAR_FIRST.exec(text);
  if (yearFirst !== null) {
    return withTime(yearFirst[1], yearFirst[2], yearFirst[3], text.slice(yearFirst[0].length), reading);
  }
  if (SERIAL.test(text)) {
    const serial = Number(text);
    return serial >= FIRST_TEXT_SERIAL ? momentOfNumber(serial, reading.date1904) : "unreadable";
  }
  if (COMPACT.test(text)) return compactMoment(text);
  const numbers = NUMBERS.exec(text);
  if (numbers !== null) return momentOfNumbers(text, numbers, reading);
  const dayName = DAY_MONTH_NAME.exec(text);
  if (dayName !== null) {
    const month = MONTHS[(dayName[2] ?? "").slice(0, 3)];
    return withTime(dayName[3], month, dayName[1], text.slice(dayName[0].length), reading);
  }
  const nameDay = MONTH_NAME_DAY.exec(text);
  if (nameDay !== null) {
    const month = MONTHS[(nameDay[1] ?? "").slice(0, 3)];
    return withTime(nameDay[3], month, nameDay[2], text.slice(nameDay[0].length), reading);
  }
  const yearName = YEAR_MONTH_NAME.exec(text);
  if (yearName !== null) {
    const month = MONTHS[(yearName[2] ?? "").slice(0, 3)];
    return withTime(yearName[1], month, yearName[3], text.slice(yearName[0].length), reading);
  }
  return "unreadable";
}

function momentOfNumbers(
  text: string,
  match: RegExpExecArray,
  reading: MomentReading,
): Moment | MomentProblem {
  const first = Number(match[1]);
  const second = Number(match[3]);
  const rest = text.slice(match[0].length);
  const asDayFirst = withTime(match[4], second, first, rest, reading);
  const asMonthFirst = withTime(match[4], first, second, rest, reading);
  if (asDayFirst === asMonthFirst) return asDayFirst;
  if (typeof asMonthFirst === "number" && typeof asDayFirst === "number") {
    if (reading.dateOrder === null) return "ambiguous";
    return reading.dateOrder === "dayFirst" ? asDayFirst : asMonthFirst;
  }
  if (typeof asMonthFirst === "number") return asMonthFirst;
  // 25/01/03 may begin with the year: only a stated order makes the 25 a day.
  return match[4]?.length === 2 && reading.dateOrder !== "dayFirst" ? "ambiguous" : asDayFirst;
}

function compactMoment(digits: string): Moment | MomentProblem {
  const match = COMPACT.exec(digits);
  if (match === null) return "unreadable";
  const start = dayMoment(Number(match[1]), Number(match[2]), Number(match[3]));
  if (start === null) return "unreadable";
  const hours = Number(match[4] ?? 0);
  const minutes = Number(match[5] ?? 0);
  const seconds = Number(match[6] ?? 0);
  const time = secondOfDay(hours, minutes, seconds);
  return time === null ? "unreadable" : start + time;
}

function withTime(
  yearText: string | undefined,
  month: string | number | undefined,
  day: string | number | undefined,
  rest: string,
  reading: MomentReading,
): Moment | "unreadable" {
  const start = dayMoment(fullYear(yearText ?? ""), Number(month), Number(day));
  if (start === null) return "unreadable";
  if (rest === "" || WEEKDAY_ONLY.test(rest)) return start;
  const match = TIME.exec(rest);
  // "2025-01-03 12" could be an hour or a stray number: an hour needs minutes, a sign or a half of the day.
  if (match === null || !(/[:时点]/.test(rest) || match[1] !== undefined || match[6] !== undefined)) {
    return "unreadable";
  }
  const hours = hourOfDay(Number(match[2]), match[1] ?? match[6]);
  if (hours === null) return "unreadable";
  const time = secondOfDay(hours, Number(match[3] ?? 0), Number(match[4] ?? 0));
  if (time === null) return "unreadable";
  const written = start + time;
  const offset = match[7];
  if (offset === undefined || reading.zoneOffset === null) return written;
  const utc = written - offsetSeconds(offset);
  return utc + reading.zoneOffset(utc);
}

/** Excel's rule for years of two digits: 00 to 29 are 20xx, 30 to 99 are 19xx. */
function fullYear(text: string): number {
  const year = Number(text);
  return text.length === 4 ? year : year < 30 ? 2000 + year : 1900 + year;
}

function dayMoment(year: number, month: number, day: number): Moment | null {
  if (year < FIRST_YEAR || year > LAST_YEAR || !isCalendarDate(year, month, day)) return null;
  return dayOf(year, month, day) * SECONDS_PER_DAY;
}

function secondOfDay(hours: number, minutes: number, seconds: number): number | null {
  if (minutes > 59 || seconds > 59 || hours > 24) return null;
  if (hours === 24 && (minutes > 0 || seconds > 0)) return null;
  return hours * 3_600 + minutes * 60 + seconds;
}

/** 12 am is midnight and 12 pm noon; 下午15:30 is written by people and means 15:30. */
function hourOfDay(hours: number, word: string | undefined): number | null {
  const half = word === undefined ? undefined : HALF_DAYS[word];
  if (half === undefined) return hours;
  if (half === "morning") return hours === 12 ? 0 : hours < 12 ? hours : null;
  // 晚上12点 is the midnight to come; every other 12 of the second half is noon.
  if (word === "晚上" && hours === 12) return 24;
  return hours < 12 ? hours + 12 : hours;
}

function offsetSeconds(text: string): number {
  const match = /([+-])(\d{2}):?(\d{2})?$/.exec(text);
  if (match === null) return 0;
  const size = Number(match[2]) * 3_600 + Number(match[3] ?? 0) * 60;
  return match[1] === "-" ? -size : size;
}
