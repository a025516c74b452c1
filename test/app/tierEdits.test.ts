import { tierEditColumns, tierEdits } from "../../src/app/tierEdits";
import type { Cell } from "../../src/core/tables";

const sheet = (rows: readonly (readonly Cell[])[]) => ({
  file: "r.xlsx",
  name: "客户评分",
  rows,
  date1904: false,
});

test.each([
  { name: "Chinese", head: ["客户ID", "层级", "人工分层", "人工分层理由"] },
  { name: "English", head: ["Customer", "Tier", "Tier set by hand", "Reason for the tier"] },
])("a $name report gives what was set, with its row", ({ head }) => {
  const rows = [
    ["客户评分"],
    [],
    [null, ...head],
    [null, "A", "中等", "高价值", "战略客户"],
    [null, "B", "中等", null, null],
    [null, 7, "基础", "中等", null],
  ];
  expect(tierEdits(sheet(rows))).toEqual([
    { customerId: "A", tier: "高价值", reason: "战略客户", file: "r.xlsx", sheet: "客户评分", row: 4 },
    { customerId: "7", tier: "中等", reason: "", file: "r.xlsx", sheet: "客户评分", row: 6 },
  ]);
});

test.each([
  {
    name: "a report of an older version, without the columns",
    rows: [
      ["客户ID", "层级"],
      ["A", "中等"],
    ],
  },
  { name: "an empty sheet", rows: [] },
])("$name sets nothing", ({ rows }) => {
  expect(tierEdits(sheet(rows))).toEqual([]);
});

test("columns that were moved are found by their headings, and a reason column that was removed is none", () => {
  expect(tierEditColumns([["人工分层", "层级", "客户ID"]])).toEqual({
    headRow: 0,
    customer: 2,
    tier: 0,
    reason: null,
  });
});
