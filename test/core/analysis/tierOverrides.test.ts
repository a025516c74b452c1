import { tierOverrides } from "../../../src/core/analysis/tierOverrides";
import type { CustomerRecord, TierEdit } from "../../../src/core/analysis";
import { customerRow } from "../../support/customerRow";

const edit = (customerId: string, tier: string, reason = "", row = 12): TierEdit => ({
  customerId,
  tier,
  reason,
  file: "",
  sheet: "客户评分",
  row,
});
const sheet = (...records: Partial<CustomerRecord>[]) => ({
  records: records.map(
    (record, index) =>
      customerRow(record.customerId ?? "", {
        record: { file: "a.xlsx", sheet: "客户", row: index + 2, ...record },
      }).record as CustomerRecord,
  ),
  keys: records.map(({ customerId = "" }) => customerId),
});
const NOBODY = sheet();

test.each([
  { name: "a tier by its Chinese word", edits: [edit("A", "高价值", "老板的朋友")], tier: "high" },
  { name: "a tier by its English word, whatever its case", edits: [edit("A", " High Value ")], tier: "high" },
  { name: "a tier by its id", edits: [edit("A", "basic")], tier: "basic" },
  {
    name: "the last of several lines for one customer",
    edits: [edit("A", "基础"), edit("A", "中等")],
    tier: "medium",
  },
  { name: "a customer written full-width", edits: [edit("Ａ", "中等")], tier: "medium" },
])("$name is taken", ({ edits, tier }) => {
  const { overrides, problems } = tierOverrides(NOBODY, edits);
  expect(overrides.get("A")).toEqual({ tier, reason: edits.at(-1)?.reason, from: "list" });
  expect(problems).toEqual([]);
});

test.each(["VIP", "窗口外", "未成交"])(
  "%s cannot be set by hand: a problem with its row, and no override",
  (tier) => {
    const { overrides, problems } = tierOverrides(NOBODY, [edit("A", tier, "", 14)]);
    expect(overrides.size).toBe(0);
    expect(problems).toEqual([
      {
        kind: "customers",
        file: "",
        sheet: "客户评分",
        row: 14,
        code: "unknownValue",
        field: "tierOverride",
        text: tier,
      },
    ]);
  },
);

test("the customer sheet sets tiers too; where both speak, the list wins", () => {
  const customers = sheet(
    { customerId: "A", tierOverride: "基础", overrideReason: "拖欠" },
    { customerId: "B", tierOverride: "高价值", overrideReason: "潜力" },
    { customerId: "C" },
  );
  const { overrides } = tierOverrides(customers, [edit("A", "高价值", "已结清")]);
  expect([...overrides]).toEqual([
    ["A", { tier: "high", reason: "已结清", from: "list" }],
    ["B", { tier: "high", reason: "潜力", from: "customers" }],
  ]);
});

test("a blank tier sets nothing, whatever reason stands beside it", () => {
  expect(tierOverrides(NOBODY, [edit("A", "", "想一想"), edit("", "高价值")]).overrides.size).toBe(0);
});
