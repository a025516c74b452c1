import fc from "fast-check";
import { dayOf, formatMoment, momentOfSerial, serialOfMoment } from "../../../src/core/math/day";
import {
  columnDateOrder,
  parseMoment,
  PLAIN_READING,
  zoneOffset,
  type Cell,
  type MomentReading,
} from "../../../src/core/tables";

const read = (cell: Cell | undefined, reading: Partial<MomentReading> = {}) => {
  const result = parseMoment(cell, { ...PLAIN_READING, ...reading });
  return typeof result === "number" ? formatMoment(result) : result;
};

test.each<{ name: string; cell: Cell | undefined; expected: string }>([
  { name: "a serial is a day", cell: 45660, expected: "2025-01-03 00:00" },
  { name: "a fraction of a serial is a time", cell: 45660.75, expected: "2025-01-03 18:00" },
  { name: "serial 1 is the first day of 1900", cell: 1, expected: "1900-01-01 00:00" },
  {
    name: "serial 61 is the day after the 29 February that never was",
    cell: 61,
    expected: "1900-03-01 00:00",
  },
  { name: "a number that spells a date", cell: 20250103, expected: "2025-01-03 00:00" },
  { name: "a number that spells a date and time", cell: 20250103183000, expected: "2025-01-03 18:30" },
  { name: "a number that spells no date", cell: 20251345, expected: "unreadable" },
  { name: "the last serial of the year 2200", cell: 109939, expected: "2200-12-31 00:00" },
  { name: "a serial past the year 2200", cell: 109940, expected: "unreadable" },
  { name: "a negative number", cell: -1, expected: "unreadable" },
  { name: "0 is how empty cells arrive", cell: 0, expected: "missing" },
  { name: "null", cell: null, expected: "missing" },
  { name: "a cell that the row lacks", cell: undefined, expected: "missing" },
  { name: "empty text", cell: "", expected: "missing" },
  { name: "blanks", cell: " \u3000", expected: "missing" },
  { name: "a word for nothing", cell: "无", expected: "missing" },
  { name: "a boolean", cell: true, expected: "unreadable" },
  { name: "an error cell", cell: { error: "#N/A" }, expected: "unreadable" },
  { name: "ISO day", cell: "2025-01-03", expected: "2025-01-03 00:00" },
  { name: "ISO day and time", cell: "2025-01-03T18:05:09", expected: "2025-01-03 18:05" },
  { name: "ISO with fraction of a second", cell: "2025-01-03 18:05:09.123", expected: "2025-01-03 18:05" },
  {
    name: "ISO with offset is taken as written without a zone",
    cell: "2025-01-03T18:05:00+08:00",
    expected: "2025-01-03 18:05",
  },
  { name: "slashes without zeros", cell: "2025/1/3", expected: "2025-01-03 00:00" },
  { name: "slashes with time", cell: "2025/1/3 9:07", expected: "2025-01-03 09:07" },
  { name: "points", cell: "2025.01.03", expected: "2025-01-03 00:00" },
  { name: "eight digits as text", cell: "20250103", expected: "2025-01-03 00:00" },
  { name: "eight digits with time", cell: "20250103 18:05:00", expected: "2025-01-03 18:05" },
  { name: "fourteen digits as text", cell: "20250103180500", expected: "2025-01-03 18:05" },
  { name: "Chinese date", cell: "2025年1月3日", expected: "2025-01-03 00:00" },
  { name: "Chinese date with weekday", cell: "2025年1月3日 星期五", expected: "2025-01-03 00:00" },
  { name: "Chinese date and afternoon", cell: "2025年1月3日 下午6:05", expected: "2025-01-03 18:05" },
  {
    name: "Chinese date and time in words",
    cell: "2025年01月03日 18时05分30秒",
    expected: "2025-01-03 18:05",
  },
  { name: "afternoon before a 24-hour time", cell: "2025/1/3 下午 18:05", expected: "2025-01-03 18:05" },
  { name: "half past midnight", cell: "2025-01-03 12:30 AM", expected: "2025-01-03 00:30" },
  { name: "half past noon", cell: "2025-01-03 12:30 PM", expected: "2025-01-03 12:30" },
  {
    name: "late evening at twelve is the next midnight",
    cell: "2025-01-03 晚上12点",
    expected: "2025-01-04 00:00",
  },
  { name: "24:00 is the next midnight", cell: "2025-01-03 24:00", expected: "2025-01-04 00:00" },
  { name: "25:00 is no time", cell: "2025-01-03 25:00", expected: "unreadable" },
  { name: "10:61 is no time", cell: "2025-01-03 10:61", expected: "unreadable" },
  { name: "full-width digits", cell: "２０２５－０１－０３", expected: "2025-01-03 00:00" },
  { name: "a leading apostrophe", cell: "'2025-01-03", expected: "2025-01-03 00:00" },
  { name: "a formula wrapper", cell: '="2025-01-03"', expected: "2025-01-03 00:00" },
  { name: "a month that is none", cell: "2025-13-45", expected: "unreadable" },
  { name: "a leap day in no leap year", cell: "2025-02-29", expected: "unreadable" },
  { name: "a leap day", cell: "2024-02-29", expected: "2024-02-29 00:00" },
  { name: "before 1900", cell: "1899-12-31", expected: "unreadable" },
  { name: "after 2200", cell: "2201-01-01", expected: "unreadable" },
  { name: "day and month name", cell: "3 Apr 2025", expected: "2025-04-03 00:00" },
  { name: "Excel's day-month-year with two digits", cell: "3-Apr-25", expected: "2025-04-03 00:00" },
  { name: "month name first", cell: "April 3rd, 2025 6:05 pm", expected: "2025-04-03 18:05" },
  { name: "weekday and month name", cell: "Thursday, 3 April 2025", expected: "2025-04-03 00:00" },
  { name: "year and month name", cell: "2025-Apr-03", expected: "2025-04-03 00:00" },
  { name: "either order of day and month", cell: "03/04/2025", expected: "ambiguous" },
  { name: "both orders are one", cell: "03/03/2025", expected: "2025-03-03 00:00" },
  { name: "only the day can be 25", cell: "25/04/2025", expected: "2025-04-25 00:00" },
  { name: "only the day can be 25, month first", cell: "04/25/2025 13:01", expected: "2025-04-25 13:01" },
  { name: "neither order fits", cell: "25/25/2025", expected: "unreadable" },
  { name: "two digits of a year that may stand first", cell: "25/01/03", expected: "ambiguous" },
  { name: "two digits of a year that cannot stand first", cell: "1/13/25", expected: "2025-01-13 00:00" },
  { name: "a serial as text", cell: "45660", expected: "2025-01-03 00:00" },
  { name: "a year alone", cell: "2025", expected: "unreadable" },
  { name: "words", cell: "yesterday", expected: "unreadable" },
  { name: "a cell full of prose", cell: `2025-01-03 ${" x".repeat(150_000)}`, expected: "unreadable" },
])("$name: $cell", ({ cell, expected }) => {
  expect(read(cell)).toBe(expected);
});

test("serials of the 1904 system lie 1462 days later", () => {
  expect(read(45660 - 1462, { date1904: true })).toBe("2025-01-03 00:00");
});

test("a stated order settles an ambiguous date", () => {
  expect(read("03/04/2025", { dateOrder: "dayFirst" })).toBe("2025-04-03 00:00");
  expect(read("03/04/2025", { dateOrder: "monthFirst" })).toBe("2025-03-04 00:00");
  expect(read("25/01/03", { dateOrder: "dayFirst" })).toBe("2003-01-25 00:00");
});

test.each([
  { text: "2025-01-03T18:05:00Z", zone: "Asia/Shanghai", expected: "2025-01-04 02:05" },
  { text: "2025-01-03T18:05:00+08:00", zone: "Asia/Shanghai", expected: "2025-01-03 18:05" },
  { text: "2025-01-03 18:05:00 -0500", zone: "Asia/Shanghai", expected: "2025-01-04 07:05" },
  { text: "2025-07-01T00:00:00Z", zone: "America/New_York", expected: "2025-06-30 20:00" },
  { text: "2025-03-09T06:59:59Z", zone: "America/New_York", expected: "2025-03-09 01:59" },
  { text: "2025-03-09T07:00:00Z", zone: "America/New_York", expected: "2025-03-09 03:00" },
  { text: "2025-01-03 18:05:00", zone: "Asia/Shanghai", expected: "2025-01-03 18:05" },
])("$text on the clocks of $zone is $expected", ({ text, zone, expected }) => {
  expect(read(text, { zoneOffset: zoneOffset(zone) })).toBe(expected);
});

test("an unknown zone is an argument that makes no sense", () => {
  expect(() => zoneOffset("Mars/Olympus")).toThrow("timeZone: unknownZone");
});

test.each<{ name: string; cells: readonly Cell[]; expected: string | null }>([
  { name: "a day above 12 in first place", cells: ["03/04/2025", "25/04/2025"], expected: "dayFirst" },
  { name: "a day above 12 in second place", cells: ["03/04/2025", "04/25/2025"], expected: "monthFirst" },
  { name: "dates that disagree", cells: ["25/04/2025", "04/25/2025"], expected: null },
  { name: "nothing above 12", cells: ["03/04/2025", "05/06/2025"], expected: null },
  { name: "a year that may stand first", cells: ["25/01/03"], expected: null },
  { name: "serials and ISO dates", cells: [45660, "2025-01-31", null], expected: null },
  { name: "no cells", cells: [], expected: null },
])("the order of a column: $name", ({ cells, expected }) => {
  expect(
    columnDateOrder(
      cells.map((cell) => ["id", cell]),
      1,
    ),
  ).toBe(expected);
});

test("a day reads the same in every way of writing it", () => {
  fc.assert(
    fc.property(fc.integer({ min: dayOf(1955, 1, 1), max: dayOf(2200, 12, 31) }), (day) => {
      const moment = day * 86_400;
      const iso = formatMoment(moment).slice(0, 10);
      const [year, month, date] = iso.split("-").map(Number);
      for (const cell of [
        serialOfMoment(moment),
        iso,
        iso.replaceAll("-", ""),
        Number(iso.replaceAll("-", "")),
        `${year}/${month}/${date}`,
        `${year}年${month}月${date}日`,
        `${iso}T00:00:00Z`,
      ]) {
        expect(parseMoment(cell, PLAIN_READING)).toBe(moment);
      }
      expect(parseMoment(`${date}/${month}/${year}`, { ...PLAIN_READING, dateOrder: "dayFirst" })).toBe(
        moment,
      );
    }),
  );
});

test("a serial reads as momentOfSerial has it", () => {
  fc.assert(
    fc.property(fc.double({ min: 1, max: 109_939, noNaN: true }), (serial) => {
      expect(parseMoment(serial, PLAIN_READING)).toBe(momentOfSerial(serial));
    }),
  );
});
