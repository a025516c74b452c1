import { DEFAULT_SETTINGS } from "../../../src/core/settings";
import { dayOf } from "../../../src/core/math/day";
import { parseSettings } from "../../../src/sources";
import {
  changedOptions,
  FIGURE_OPTIONS,
  optionsOf,
  readDate,
  readFigure,
  readWeight,
  withDefaults,
  withSettings,
} from "../../../src/taskpane/pages/report/reportOptions";
import { NO_CHOICES } from "../../../src/taskpane/session/choices";

test("without choices the brief's defaults hold, and nothing counts as changed", () => {
  expect(optionsOf(NO_CHOICES)).toEqual({
    asOf: "",
    windowDays: 365,
    winBackMonths: 3,
    topShare: 0.2,
    bottomShare: 0.2,
    ties: "low",
    weights: { r: 1, f: 1, m: 1 },
    mask: "none",
    reportScope: "full",
    language: null,
  });
  expect(changedOptions(NO_CHOICES)).toBe(0);
});

test.each([
  ["a figure", { windowDays: 180 }, 1],
  ["a figure set to its default", { windowDays: 365 }, 0],
  ["a weight", { weights: { r: 2 } }, 1],
  ["weights set to their defaults", { weights: { r: 1, f: 1, m: 1 } }, 0],
  ["a language, even the default one", { language: "zh" }, 1],
  ["a compact report", { reportScope: "compact" }, 1],
  ["a date and a mask", { asOf: dayOf(2025, 12, 31), mask: "full" }, 2],
  ["what the page does not offer", { bins: 4 }, 0],
] as const)("changed: %s", (_, settings, count) => {
  expect(changedOptions({ ...NO_CHOICES, settings })).toBe(count);
});

test("going back to the defaults keeps what the page does not offer", () => {
  const choices = withSettings({ ...NO_CHOICES, settings: { bins: 4 } }, { windowDays: 90, ties: "high" });
  expect(withDefaults(choices).settings).toEqual({ bins: 4 });
});

test("a setting taken back leaves no key behind", () => {
  const choices = withSettings(NO_CHOICES, { language: "en" });
  expect(withSettings(choices, { language: undefined }).settings).toEqual({});
});

const option = (id: string) => {
  const found = FIGURE_OPTIONS.find((one) => one.id === id);
  if (found === undefined) throw new Error(id);
  return found;
};

test.each([
  ["windowDays", "365", 365],
  ["windowDays", " ３６５ ", 365],
  ["windowDays", "1", 1],
  ["windowDays", "3660", 3660],
  ["windowDays", "0", null],
  ["windowDays", "3661", null],
  ["windowDays", "30.5", null],
  ["windowDays", "1e3", null],
  ["windowDays", "-5", null],
  ["windowDays", "", null],
  ["winBackMonths", "60", 60],
  ["winBackMonths", "61", null],
  ["topShare", "20", 0.2],
  ["topShare", "20%", 0.2],
  ["topShare", "12.5", 0.125],
  ["topShare", "0", 0],
  ["topShare", "100", 1],
  ["topShare", "101", null],
] as const)("%s %j is %s", (id, text, wanted) => {
  expect(readFigure(option(id), text)).toBe(wanted);
});

test.each(FIGURE_OPTIONS.map((one) => [one.id, one] as const))(
  "%s allows what a settings file allows, and no more",
  (id, { least, most, unit }) => {
    const problems = (value: number) => parseSettings({ [id]: value * unit }).problems.length;
    expect([problems(least), problems(most)]).toEqual([0, 0]);
    expect(problems(most + 1)).toBe(1);
    expect(problems(least - 1)).toBe(1);
  },
);

test.each([
  ["0", 0],
  ["2.5", 2.5],
  ["-1", null],
  ["x", null],
] as const)("weight %j is %s", (text, wanted) => {
  expect(readWeight(text)).toBe(wanted);
});

test.each([
  ["2025-12-31", dayOf(2025, 12, 31)],
  [" 2024-02-29 ", dayOf(2024, 2, 29)],
  ["2025-02-29", null],
  ["31.12.2025", null],
  ["2025-1-1", null],
  ["", undefined],
  ["  ", undefined],
] as const)("date %j is %s", (text, wanted) => {
  expect(readDate(text)).toBe(wanted);
});

test("an as-of date is shown as it is written", () => {
  expect(optionsOf({ ...NO_CHOICES, settings: { asOf: dayOf(2025, 3, 9) } }).asOf).toBe("2025-03-09");
  expect(optionsOf({ ...NO_CHOICES, settings: { asOf: DEFAULT_SETTINGS.asOf } }).asOf).toBe("");
});
