import { wilsonInterval } from "../../../src/core/kpi";
import type { Analysis, TierPortrait } from "../../../src/core/analysis";
import { createContext } from "../../../src/reports/context";
import { tierPortraitsSheet } from "../../../src/reports/sheets/tierPortraits";
import { cellsOf } from "../../support/modelChecks";
import { smallAnalysis } from "../../support/smallAnalysis";

const full = smallAnalysis();

/** What stands in a tier's column, by the label of its line. */
function column(analysis: Analysis, tier: TierPortrait["tier"]): Readonly<Record<string, unknown>> {
  const sheet = tierPortraitsSheet(analysis, createContext(analysis, "zh-CN"));
  const cells = cellsOf(sheet);
  const at = 2 + analysis.portraits.findIndex((portrait) => portrait.tier === tier);
  return Object.fromEntries(
    cells
      .filter((cell) => cell.column === 1 && cell.style === "wordBold")
      .map(({ row, value }) => [
        String(value),
        cells.find((cell) => cell.row === row && cell.column === at)?.value,
      ]),
  );
}

const change = (tier: TierPortrait["tier"], part: Partial<TierPortrait>): Analysis => ({
  ...full,
  portraits: full.portraits.map((item) => (item.tier === tier ? { ...item, ...part } : item)),
});

test("a tier of fewer than five shows counts, and keeps its share of customers and revenue", () => {
  const high = column(full, "high");
  expect(high["客户数"]).toBe("样本少 ○  4");
  expect(high["客户占比"]).toBeCloseTo(4 / 24, 10);
  expect(high["复购率"]).toBe("3 / 4 人");
  for (const line of ["主要品类", "主要标签", "触达偏好"]) expect(high[line]).not.toMatch(/%/);
});

test("a tier of five or more shows shares", () => {
  const medium = column(full, "medium");
  expect(medium["复购率"]).toBe(0.75);
  expect(medium["主要品类"]).toMatch(/奶粉：¥[\d,.]+（60\.0%）/);
});

test("R85: every portrait goes from finding the need over meeting it to loyalty", () => {
  const heads = Object.keys(column(full, "high"));
  const steps = ["发现需求：需求", "满足需求：痛点", "营造忠诚：触达"];
  expect(heads.filter((head) => steps.includes(head))).toEqual(steps);
});

describe("R43: online behaviour stands in the need block", () => {
  const said = (analysis: Analysis) =>
    cellsOf(tierPortraitsSheet(analysis, createContext(analysis, "zh-CN"))).flatMap(({ value }) =>
      typeof value === "string" ? [value] : [],
    );

  test("with it: who came by, what waits in the cart, and what was looked at and never bought", () => {
    const medium = column(full, "medium");
    expect(medium["发现需求：需求"]).toMatch(/线上：近 90 天 7 人来访，2 人加购后未下单。看过没买：童装。/);
    expect(medium["近 90 天线上行为"]).toBe("来访：7\n加购：3\n其中之后未下单：2");
    expect(medium["看过没买（潜在需求）"]).toBe("童装：2");
    expect(said(full).some((text) => text.includes("输入中没有线上行为"))).toBe(false);
  });

  test("a tier of whom nothing is known shows none", () => {
    expect(column(full, "noOrder")["近 90 天线上行为"]).toBe("–");
  });

  test("without it: no line, and a sentence says which columns would bring it", () => {
    const without = { ...full, portraits: full.portraits.map((portrait) => ({ ...portrait, online: null })) };
    expect(column(without, "medium")).not.toHaveProperty("近 90 天线上行为");
    expect(column(without, "medium")["发现需求：需求"]).not.toContain("线上");
    expect(
      said(without).some((text) => /输入中没有线上行为.*「最近访问」「最近加购」「最近浏览品类」/.test(text)),
    ).toBe(true);
  });
});

test("parts of a tag that are not known say so", () => {
  expect(column(full, "medium")["主要标签"]).toMatch(/C端-未知-奶粉-未知/);
});

test("channels are named by response where enough was delivered, else the plan speaks", () => {
  const analysis = change("medium", {
    channelResponse: [
      { channel: "电话", delivered: 3, responded: 3, interval: wilsonInterval(3, 3) },
      { channel: "短信", delivered: 60, responded: 6, interval: wilsonInterval(6, 60) },
      { channel: "企业微信", delivered: 50, responded: 20, interval: wilsonInterval(20, 50) },
    ],
  });
  const medium = column(analysis, "medium");
  expect(medium["营造忠诚：触达"]).toMatch(/响应最好：企业微信 40\.0%（送达 50）/);
  expect(
    String(medium["各渠道响应"])
      .split("\n")
      .map((line) => line.split("：")[0]),
  ).toEqual(["企业微信", "短信", "电话"]);
  expect(column(full, "basic")["营造忠诚：触达"]).toMatch(/触达记录不足，按方案建议/);
});

test.each([1, 2, 3, 4, 5])("with %i tiers every chart is at least 480 pixels wide", (count) => {
  const analysis = { ...full, portraits: full.portraits.slice(0, count) };
  const sheet = tierPortraitsSheet(analysis, createContext(analysis, "zh-CN"));
  // Seven pixels a character and five a column: the narrowest that a host counts for a font of this size.
  for (const { anchor } of sheet.charts) {
    const columns = sheet.columnWidths.slice(anchor.column, anchor.column + anchor.columns);
    expect(columns).toHaveLength(anchor.columns);
    expect(columns.reduce((sum, width) => sum + width * 7 + 5, 0)).toBeGreaterThanOrEqual(480);
  }
});

test("a shop without customers gets a sentence", () => {
  const analysis = { ...full, portraits: [] };
  const texts = cellsOf(tierPortraitsSheet(analysis, createContext(analysis, "zh-CN"))).map(
    ({ value }) => value,
  );
  expect(texts.some((text) => String(text).startsWith("没有可画像的客户"))).toBe(true);
});
