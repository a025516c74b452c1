import { countsFrom1904 } from "../../src/excel/date1904";

test.each([
  { name: "a date that counts from 1900", value: 46_022, text: "2025-12-31", from1904: false },
  {
    name: "the same number from 1904 shows four years more",
    value: 46_022,
    text: "2030-01-01",
    from1904: true,
  },
  { name: "a time of day beside the date", value: 46_022.75, text: "2025/12/31 18:00", from1904: false },
  { name: "a column too narrow tells nothing", value: 46_022, text: "########", from1904: null },
  { name: "a year of two digits tells nothing", value: 46_022, text: "31.12.25", from1904: null },
  { name: "text tells nothing", value: "2025-12-31", text: "2025-12-31", from1904: null },
  { name: "a year that fits neither tells nothing", value: 46_022, text: "1999-12-31", from1904: null },
])("$name", ({ value, text, from1904 }) => {
  expect(countsFrom1904({ value, text, numberFormat: "yyyy-mm-dd" })).toBe(from1904);
});

test.each(["General", "0.00", "@", "h:mm"])("a number shown as %s tells nothing", (numberFormat) => {
  expect(countsFrom1904({ value: 2025, text: "2025", numberFormat })).toBeNull();
});
