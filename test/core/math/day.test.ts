import fc from "fast-check";
import {
  addMonths,
  calendarDate,
  dayOf,
  firstDayOfMonth,
  formatDay,
  formatMoment,
  isCalendarDate,
  momentOfSerial,
  monthIndex,
  SECONDS_PER_DAY,
  serialOfDay,
  serialOfMoment,
} from "../../../src/core/math/day";

const day = (text: string) => {
  const [year = 0, month = 0, date = 0] = text.split("-").map(Number);
  return dayOf(year, month, date);
};

test("day 0 is 1970-01-01, and every day of 700 years agrees with the platform's UTC calendar", () => {
  expect(dayOf(1970, 1, 1)).toBe(0);
  for (let number = -150_000; number <= 110_000; number += 1) {
    const utc = new Date(number * 86_400_000);
    const date = { year: utc.getUTCFullYear(), month: utc.getUTCMonth() + 1, day: utc.getUTCDate() };
    if (dayOf(date.year, date.month, date.day) !== number) throw new Error(`day ${number}`);
    const back = calendarDate(number);
    if (back.year !== date.year || back.month !== date.month || back.day !== date.day) {
      throw new Error(`date of ${number}`);
    }
  }
});

test.each([
  { name: "month end is kept inside a short month", from: "2025-01-31", months: 1, to: "2025-02-28" },
  { name: "leap February", from: "2024-01-31", months: 1, to: "2024-02-29" },
  { name: "win-back edge of the brief", from: "2025-10-01", months: 3, to: "2026-01-01" },
  { name: "back over a year", from: "2025-01-15", months: -2, to: "2024-11-15" },
])("addMonths: $name", ({ from, months, to }) => {
  expect(formatDay(addMonths(day(from), months))).toBe(to);
});

test.each([
  { name: "documented example", serial: 36_526, date1904: false, text: "2000-01-01 00:00" },
  {
    name: "1 January 1900, before the leap day that never was",
    serial: 1,
    date1904: false,
    text: "1900-01-01 00:00",
  },
  { name: "last real day before it", serial: 59, date1904: false, text: "1900-02-28 00:00" },
  { name: "first day after it", serial: 61, date1904: false, text: "1900-03-01 00:00" },
  { name: "1904 system", serial: 36_526 - 1_462, date1904: true, text: "2000-01-01 00:00" },
  { name: "time of day", serial: 46_022.75, date1904: false, text: "2025-12-31 18:00" },
])("serial: $name", ({ serial, date1904, text }) => {
  expect(formatMoment(momentOfSerial(serial, date1904))).toBe(text);
});

test("every second survives the way to a serial and back", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 60_000 * SECONDS_PER_DAY }), fc.boolean(), (moment, date1904) => {
      expect(momentOfSerial(serialOfMoment(moment, date1904), date1904)).toBe(moment);
    }),
  );
});

test("serialOfDay counts 25,569 days to 1970", () => {
  expect(serialOfDay(0)).toBe(25_569);
  expect(serialOfDay(0, true)).toBe(24_107);
});

test("months group by calendar", () => {
  fc.assert(
    fc.property(fc.integer({ min: -20_000, max: 40_000 }), (number) => {
      const first = firstDayOfMonth(monthIndex(number));
      expect(first).toBeLessThanOrEqual(number);
      expect(number - first).toBeLessThan(31);
      expect(calendarDate(first).day).toBe(1);
    }),
  );
});

test.each(["2025-13-45", "2025-02-29", "2025-00-10", "2025-04-31"])("%s stands in no calendar", (text) => {
  const [year = 0, month = 0, date = 0] = text.split("-").map(Number);
  expect(isCalendarDate(year, month, date)).toBe(false);
});
