import { dayOf } from "../../../src/core/math/day";
import { createFormats } from "../../../src/taskpane/words/formats";
import { paneLocale } from "../../../src/taskpane/words/paneLocale";

test.each([
  { name: "the choice wins", chosen: "en", excel: "zh-CN", browser: "zh-CN", locale: "en" },
  { name: "Excel's", chosen: null, excel: "zh-CN", browser: "en-US", locale: "zh-CN" },
  { name: "any Chinese of Excel", chosen: null, excel: "zh-TW", browser: "en-US", locale: "zh-CN" },
  { name: "any other is English", chosen: null, excel: "de-DE", browser: "zh-CN", locale: "en" },
  { name: "the browser's outside Excel", chosen: null, excel: null, browser: "zh", locale: "zh-CN" },
] as const)("language: $name", ({ chosen, excel, browser, locale }) => {
  expect(paneLocale(chosen, excel, browser)).toBe(locale);
});

describe("figures", () => {
  const { count, percent, money, day, figure } = createFormats("zh-CN");
  test.each([
    ["a count", count(1234567), "1,234,567"],
    ["a share", percent(0.12345), "12.3%"],
    ["a small amount has cents", money(59.9, "CNY"), "¥59.90"],
    ["a large amount has none", money(482903.5, "CNY"), "¥482,904"],
    ["an amount below zero", money(-1500, "CNY"), "-¥1,500"],
    ["an amount without a currency", money(12, ""), "12.00"],
    ["a currency of one's own", money(12, "积分"), "12.00 积分"],
    ["a day", day(dayOf(2025, 12, 31)), "2025-12-31"],
    ["a figure", figure(3.24, 1), "3.2"],
  ])("%s", (_, text, wanted) => {
    expect(text).toBe(wanted);
  });
});
