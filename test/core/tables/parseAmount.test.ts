import fc from "fast-check";
import {
  columnDecimalMark,
  currencyCode,
  currencyOfAmount,
  parseAmount,
  type Cell,
} from "../../../src/core/tables";

test.each<{ name: string; cell: Cell | undefined; expected: number | string }>([
  { name: "a number", cell: 12.3, expected: 12.3 },
  { name: "0 is an amount", cell: 0, expected: 0 },
  { name: "text", cell: "12.30", expected: 12.3 },
  { name: "yen sign", cell: "¥12.30", expected: 12.3 },
  { name: "full-width yen sign and commas", cell: "￥1,234,567.80", expected: 1234567.8 },
  { name: "a word behind", cell: "620.00元", expected: 620 },
  { name: "code before", cell: "RMB 620", expected: 620 },
  { name: "code behind", cell: "620 CNY", expected: 620 },
  { name: "dollars", cell: "$1,234.50", expected: 1234.5 },
  { name: "full-width digits", cell: "１，２８０．５０", expected: 1280.5 },
  { name: "brackets are negative", cell: "(12.30)", expected: -12.3 },
  { name: "brackets around a sign of money", cell: "($1,200)", expected: -1200 },
  { name: "a trailing minus", cell: "12.30-", expected: -12.3 },
  { name: "minus before the sign of money", cell: "-¥12", expected: -12 },
  { name: "minus behind the sign of money", cell: "¥-12", expected: -12 },
  { name: "the minus of typesetters", cell: "−12", expected: -12 },
  { name: "a plus", cell: "+12", expected: 12 },
  { name: "two signs", cell: "-12-", expected: "unreadable" },
  { name: "minus nothing is nothing", cell: "-0", expected: -0 },
  { name: "European writing can be read only one way", cell: "1.234,56", expected: 1234.56 },
  { name: "a comma before two digits", cell: "12,50", expected: 12.5 },
  { name: "a comma before three digits is a thousand", cell: "1,234", expected: 1234 },
  { name: "a point before three digits is a decimal point", cell: "1.234", expected: 1.234 },
  { name: "blanks between thousands", cell: "1 234,56", expected: 1234.56 },
  { name: "Swiss thousands", cell: "CHF 1'234.50", expected: 1234.5 },
  { name: "Indian groups", cell: "12,34,567.50", expected: 1234567.5 },
  { name: "groups that are none", cell: "1,23,4", expected: "unreadable" },
  { name: "an exponent", cell: "1.2E+3", expected: 1200 },
  { name: "a leading apostrophe", cell: "'12.30", expected: 12.3 },
  { name: "a formula wrapper", cell: '="12.30"', expected: 12.3 },
  { name: "a decimal without a whole", cell: ".5", expected: 0.5 },
  { name: "per cent", cell: "12%", expected: "unreadable" },
  { name: "words", cell: "twelve", expected: "unreadable" },
  { name: "three letters that are no currency", cell: "abc138", expected: "unreadable" },
  { name: "pieces", cell: "12 PCS", expected: "unreadable" },
  { name: "a currency code", cell: "THB 138", expected: 138 },
  { name: "a word beside a number", cell: "12 pieces", expected: "unreadable" },
  { name: "two numbers", cell: "12/30", expected: "unreadable" },
  { name: "a boolean", cell: true, expected: "unreadable" },
  { name: "an error cell", cell: { error: "#REF!" }, expected: "unreadable" },
  { name: "not a number", cell: Number.NaN, expected: "unreadable" },
  { name: "more than a number can hold", cell: "9".repeat(400), expected: "unreadable" },
  { name: "empty", cell: "", expected: "missing" },
  { name: "null", cell: null, expected: "missing" },
  { name: "a cell that the row lacks", cell: undefined, expected: "missing" },
  { name: "a dash", cell: "-", expected: "missing" },
  { name: "a cell full of prose", cell: `1${" ".repeat(300_000)}x`, expected: "unreadable" },
])("$name", ({ cell, expected }) => {
  const amount = parseAmount(cell, null);
  if (typeof expected === "number") expect(amount).toBeCloseTo(expected, 12);
  else expect(amount).toBe(expected);
});

test("a column that writes decimals with a comma reads 1.234 as a thousand", () => {
  const rows = [["1.234"], ["12,50"]];
  expect(columnDecimalMark(rows, 0)).toBe(",");
  expect(parseAmount("1.234", ",")).toBe(1234);
  expect(parseAmount("1,234", ",")).toBe(1.234);
  expect(parseAmount("12.50", ",")).toBe("unreadable");
});

test.each<{ name: string; cells: readonly Cell[]; expected: string | null }>([
  { name: "points", cells: ["12.50", "1,234"], expected: "." },
  { name: "commas", cells: ["12,5", "1.234"], expected: "," },
  { name: "both", cells: ["12,5", "12.5"], expected: null },
  { name: "whole numbers", cells: ["12", "1,234", 12.5], expected: null },
  { name: "two groups of thousands", cells: ["1,234,567"], expected: "." },
  { name: "nothing", cells: [], expected: null },
])("the decimal mark of a column: $name", ({ cells, expected }) => {
  expect(
    columnDecimalMark(
      cells.map((cell) => [cell]),
      0,
    ),
  ).toBe(expected);
});

test("a number survives being written as text", () => {
  fc.assert(
    fc.property(fc.integer({ min: -1e12, max: 1e12 }), (cents) => {
      const amount = cents / 100;
      const grouped = Math.abs(amount).toLocaleString("en-US", { minimumFractionDigits: 2 });
      const sign = amount < 0 ? "-" : "";
      for (const text of [
        `${sign}${grouped}`,
        `${sign}¥${grouped}`,
        `${sign}${grouped}元`,
        amount.toFixed(2),
      ]) {
        expect(parseAmount(text, ".")).toBeCloseTo(amount, 6);
      }
    }),
  );
});

test.each([
  ["¥12", "CNY"],
  ["$12", "USD"],
  ["12 EUR", "EUR"],
  ["(£12)", "GBP"],
  ["12", ""],
  ["twelve", ""],
])("%s names the currency %p", (text, code) => {
  expect(currencyOfAmount(text)).toBe(code);
});

test.each<[Cell, string]>([
  ["rmb", "CNY"],
  ["人民币", "CNY"],
  ["usd ", "USD"],
  ["points", "POINTS"],
  ["", ""],
  [null, ""],
])("%p in a currency column is %p", (cell, code) => {
  expect(currencyCode(cell)).toBe(code);
});
