import { dayOf } from "../../../src/core/math/day";
import { translator, type Locale } from "../../../src/i18n";
import { monthLabels } from "../../../src/reports/kit/monthLabels";

const of = (locale: Locale, ...months: readonly (readonly [number, number, boolean?])[]) =>
  monthLabels(
    months.map(([year, month, complete = true]) => ({ month: dayOf(year, month, 1), complete })),
    { t: translator(locale) },
  );

test.each([
  {
    name: "the first month and each January carry the year",
    labels: of("zh-CN", [2024, 12], [2025, 1], [2025, 2]),
    expected: ["24年 12月", "25年 1月", "2月"],
  },
  {
    name: "in English the year follows the month",
    labels: of("en", [2024, 12], [2025, 1], [2025, 2]),
    expected: ["Dec ’24", "Jan ’25", "Feb"],
  },
  {
    name: "a month that is cut short is starred, with a year as without",
    labels: of("zh-CN", [2025, 1, false], [2025, 2, false]),
    expected: ["25年 1月*", "2月*"],
  },
  { name: "no months have no labels", labels: of("en"), expected: [] },
])("$name", ({ labels, expected }) => {
  expect(labels).toEqual(expected);
});
