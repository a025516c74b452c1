import { resultJson } from "../../../src/app/resultJson";
import type { Analysis } from "../../../src/core/analysis";
import { dayOf, SECONDS_PER_DAY } from "../../../src/core/math/day";
import type { Locale } from "../../../src/i18n";
import { buildReport } from "../../../src/reports";
import { analysisOf, fixtureSheets } from "../../support/analyseFiles";
import { cellsOf } from "../../support/modelChecks";
import { smallAnalysis } from "../../support/smallAnalysis";

const AS_OF = dayOf(2025, 12, 31);
const fixture = analysisOf(fixtureSheets("mother-baby-shop"), {
  asOf: AS_OF,
  now: AS_OF * SECONDS_PER_DAY + 18 * 3_600,
});

function cells(analysis: Analysis, id: string, locale: Locale = "zh-CN") {
  const sheet = buildReport(analysis, locale).sheets.find((one) => one.id === id);
  if (sheet === undefined) throw new Error(id);
  return cellsOf(sheet);
}
/** The cells of the line that begins with this text. */
const lineOf = (found: ReturnType<typeof cells>, name: string) => {
  const row = found.find(({ value, column }) => value === name && column === 1)?.row;
  return found.filter((cell) => cell.row === row).sort((one, other) => one.column - other.column);
};

describe("M1, M6: five sheets give the market sheet its figures", () => {
  const market = cells(fixture, "market");

  test.each([
    { name: "忠诚与普通客户消费比（零售）", own: 6.0825, claimed: 16, standing: "低于 ▽" },
    { name: "60% 的新客户来自老客推荐", own: 0.18519, claimed: 0.6, standing: "低于 ▽" },
    { name: "40% 的满意客户还是会离开", own: 1 / 9, claimed: 0.4, standing: "低于 ▽" },
  ])("$name", ({ name, own, claimed, standing }) => {
    const [, figure, quoted, state] = lineOf(market, name);
    expect(figure?.value).toBeCloseTo(own, 4);
    expect(quoted?.value).toBe(claimed);
    expect(state?.value).toBe(standing);
  });

  test("R75, R76, R78: what is missing is named with its sheet and column, and no figure is made up", () => {
    const [, figure, , state, , note] = lineOf(market, "保持一个客户的费用是吸引新客的五分之一");
    expect([figure?.value, state?.value]).toEqual(["–", "缺数据 –"]);
    expect(note?.value).toContain("缺：触达记录表的「成本」列");
  });

  test.each([
    { requirement: "R4", text: "没有触达记录表" },
    { requirement: "R51", text: "没有线索表" },
    { requirement: "R34", text: "没有活动表" },
    { requirement: "R45", text: "没有企业客户" },
    { requirement: "R27", text: "没有积分" },
    { requirement: "R30", text: "没有已满期的推荐" },
  ])("$requirement: without its sheet the section says what would bring it", ({ text }) => {
    expect(market.some(({ value }) => typeof value === "string" && value.startsWith(text))).toBe(true);
  });

  test.each([
    { id: "user04", points: 50, state: "已到期，应扣除" },
    { id: "user03", points: 40, state: "提醒使用" },
    { id: "user02", points: 30, state: "提醒使用" },
    { id: "user01", points: 20, state: "提醒使用" },
  ])("R27: points of $id that expire stand by their day: $state", ({ id, points, state }) => {
    const market = cells(smallAnalysis(), "market");
    const from = market.find(({ value }) => value === "60 天内到期的积分")?.row ?? Infinity;
    const line = market.filter(({ row }) => row > from);
    const row = line.find(({ value }) => value === id)?.row;
    const texts = line.filter((cell) => cell.row === row).map(({ value }) => value);
    expect(texts).toEqual(expect.arrayContaining([points, state]));
  });

  test("R27: without consent nobody is reminded of points", () => {
    const small = smallAnalysis();
    const { market } = small.programme;
    const points = market.points && {
      ...market.points,
      expiring: (market.points.expiring ?? []).map((line) => ({
        ...line,
        row: { ...line.row, consent: false },
      })),
    };
    const found = cells(
      { ...small, programme: { ...small.programme, market: { ...market, points } } },
      "market",
    );
    const said = found.map(({ value }) => value);
    expect(said).not.toContain("提醒使用");
    expect(said).toContain("未同意，不提醒");
  });

  test("R81: repeat rates stand by share of discounts, and the sheet says that they are not causal", () => {
    const first = lineOf(market, "从不打折");
    expect(first[1]?.value).toBeGreaterThan(0);
    expect(market.some(({ value }) => typeof value === "string" && value.startsWith("不代表因果"))).toBe(
      true,
    );
  });

  test("M5, R21: channels stand with cost, limit, headroom and CLV of their customers", () => {
    const line = lineOf(market, "老客推荐").map(({ value }) => value);
    expect(line.slice(0, 4)).toEqual(["老客推荐", 10, 36, 26]);
    expect(lineOf(market, "小红书").map(({ value }) => value)[3]).toBe(-40);
  });
});

describe("R71: the monthly report", () => {
  const said = (analysis: Analysis, locale: Locale = "zh-CN") =>
    cells(analysis, "monthlyReport", locale).map(({ value }) => String(value ?? ""));

  test("carries the date, the data range, the settings' hash and the version", () => {
    const line = said(fixture).find((text) => text.startsWith("基准日"));
    expect(line).toMatch(
      /^基准日 2025-12-31 · 订单 2024-06-01 至 2025-12-28 · 窗口 365 天 · 设置 [0-9a-f]+ · Tenure \d/,
    );
  });

  test("counts the states of all KPIs and compares the month that is over", () => {
    const texts = said(fixture);
    expect(texts.find((text) => text.startsWith("指标：达标"))).toBeDefined();
    expect(texts.find((text) => text.startsWith("2025-12：净收入"))).toMatch(/较上月 [+-]/);
  });

  test("leaves owner and due of each action to a person, and lines for feedback", () => {
    const found = cells(fixture, "monthlyReport");
    const action = lineOf(found, "赢回沉默客户");
    expect(action.map(({ value }) => value)).toEqual([
      "赢回沉默客户",
      // Eight are silent; two of them are on hold.
      fixture.lists.winBack.filter(({ state }) => state === "due").length,
      expect.any(Number),
      "赢回名单",
      null,
      null,
    ]);
    expect(
      lineOf(found, "管理层")
        .slice(1)
        .every(({ value }) => value === null),
    ).toBe(true);
  });

  test("leads from each action to the sheet that has its list", () => {
    const sheets = buildReport(fixture, "zh-CN").sheets;
    const monthly = sheets.find(({ id }) => id === "monthlyReport");
    const linked = (action: string) => {
      const row = monthly === undefined ? -1 : (lineOf(cellsOf(monthly), action)[0]?.row ?? -1);
      const target = monthly?.links.find((link) => link.row === row)?.target;
      const sheet = sheets.find(
        ({ name }) => target !== undefined && "sheet" in target && name === target.sheet,
      );
      return sheet?.tables.map((table) => table.name) ?? [];
    };
    expect(linked("补全客户信息")).toContain("CompletenessGaps");
    expect(linked("赢回沉默客户")).toContain("WinBack");
  });

  test("names what changed, which way, and what the data shows beside it", () => {
    const world = smallAnalysis();
    const moved: Analysis = {
      ...world,
      kpis: world.kpis.map((kpi) => (kpi.id === "churn" ? { ...kpi, before: 0.2 } : kpi)),
    };
    expect(said(moved).find((text) => text.startsWith("客户流失率："))).toBe(
      "客户流失率：20.0% → 32.0%（变差）。流失风险骤升的客户 1 位。",
    );
    expect(said(moved, "en").find((text) => text.startsWith("Customer churn:"))).toBe(
      "Customer churn: 20.0% → 32.0% (worse). Customers whose risk jumped: 1.",
    );
  });

  test("says so where nothing can be compared", () => {
    expect(said(smallAnalysis()).some((text) => text.startsWith("与 2025-11-20 无可比较"))).toBe(true);
  });
});

test("the JSON result carries the market and the monthly report", () => {
  const { programme } = resultJson(fixture) as unknown as {
    readonly programme: {
      readonly market: {
        readonly benchmarks: readonly { readonly id: string; readonly own: number | null }[];
      };
      readonly monthlyReport: {
        readonly statuses: Readonly<Record<string, number>>;
        readonly loop: readonly unknown[];
      };
    };
  };
  expect(programme.market.benchmarks.find(({ id }) => id === "loyalToOrdinarySpend")?.own).toBeCloseTo(
    6.0825,
    4,
  );
  expect(Object.values(programme.monthlyReport.statuses).reduce((sum, count) => sum + count, 0)).toBe(
    fixture.kpis.length,
  );
  expect(programme.monthlyReport.loop).toHaveLength(4);
});
