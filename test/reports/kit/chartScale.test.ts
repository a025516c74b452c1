import { createContext } from "../../../src/reports/context";
import { chartScale } from "../../../src/reports/kit/chartScale";
import { smallAnalysis } from "../../support/smallAnalysis";

test.each([
  {
    name: "small Chinese amounts stay yuan",
    locale: "zh-CN",
    currency: "CNY",
    amount: 99_999,
    divisor: 1,
    unit: "元",
  },
  {
    name: "from 100,000 yuan in 万元",
    locale: "zh-CN",
    currency: "CNY",
    amount: 100_000,
    divisor: 10_000,
    unit: "万元",
  },
  {
    name: "an unnamed currency under Chinese headings is yuan",
    locale: "zh-CN",
    currency: "",
    amount: 5,
    divisor: 1,
    unit: "元",
  },
  {
    name: "dollars in Chinese keep their sign",
    locale: "zh-CN",
    currency: "USD",
    amount: 200_000,
    divisor: 10_000,
    unit: "万$",
  },
  {
    name: "English counts in thousands",
    locale: "en",
    currency: "USD",
    amount: 250_000,
    divisor: 1_000,
    unit: "$ thousand",
  },
  {
    name: "and in millions",
    locale: "en",
    currency: "GBP",
    amount: 25_000_000,
    divisor: 1_000_000,
    unit: "£ million",
  },
  {
    name: "negative amounts scale like positive ones",
    locale: "en",
    currency: "GBP",
    amount: -250_000,
    divisor: 1_000,
    unit: "£ thousand",
  },
] as const)("$name", ({ locale, currency, amount, divisor, unit }) => {
  const context = createContext({ ...smallAnalysis(), currency }, locale);
  expect(chartScale([1, amount], context)).toMatchObject({ divisor, unit });
});
