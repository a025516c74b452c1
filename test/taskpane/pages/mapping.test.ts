import type { SourceOverrides } from "../../../src/sources";
import { isCorrected, withField, withKind } from "../../../src/taskpane/pages/data/mapping";

const NOTHING: SourceOverrides = { sheets: {}, columns: {} };
const said: SourceOverrides = {
  sheets: { A: "orders", B: "customers" },
  columns: { A: { paid: "Total", paidAt: "Date" }, B: { name: "Who" } },
};

test.each([
  ["a kind", withKind(NOTHING, "A", "orders"), { sheets: { A: "orders" }, columns: {} }],
  [
    "another kind drops the sheet's columns",
    withKind(said, "A", "tickets"),
    {
      sheets: { A: "tickets", B: "customers" },
      columns: { B: { name: "Who" } },
    },
  ],
  [
    "leaving a sheet out",
    withKind(said, "B", "ignore"),
    {
      sheets: { A: "orders", B: "ignore" },
      columns: { A: said.columns["A"] },
    },
  ],
  [
    "back to the headings",
    withKind(said, "A", null),
    {
      sheets: { B: "customers" },
      columns: { B: { name: "Who" } },
    },
  ],
  ["a field", withField(NOTHING, "A", "Sum", "paid"), { sheets: {}, columns: { A: { paid: "Sum" } } }],
  [
    "a field moves to another column",
    withField(said, "A", "Sum", "paid"),
    {
      ...said,
      columns: { ...said.columns, A: { paidAt: "Date", paid: "Sum" } },
    },
  ],
  [
    "a column moves to another field",
    withField(said, "A", "Total", "refunded"),
    {
      ...said,
      columns: { ...said.columns, A: { paidAt: "Date", refunded: "Total" } },
    },
  ],
  [
    "a column set free",
    withField(said, "A", "Total", null),
    {
      ...said,
      columns: { ...said.columns, A: { paidAt: "Date" } },
    },
  ],
  [
    "the last column set free leaves no trace",
    withField(said, "B", "Who", null),
    {
      ...said,
      columns: { A: said.columns["A"] },
    },
  ],
] as const)("%s", (_, result, wanted) => {
  expect(result).toEqual(wanted);
});

test.each([
  ["by its kind", { sheets: { A: "orders" }, columns: {} }, true],
  ["by a column", { sheets: {}, columns: { A: { paid: "Sum" } } }, true],
  ["by nothing", said, false],
] as const)("a sheet is corrected %s", (_, overrides, corrected) => {
  expect(isCorrected(overrides as SourceOverrides, corrected ? "A" : "C")).toBe(corrected);
});
