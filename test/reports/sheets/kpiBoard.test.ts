import type { Analysis } from "../../../src/core/analysis";
import type { KpiResult } from "../../../src/core/kpi";
import { createContext } from "../../../src/reports/context";
import { kpiBoardSheet } from "../../../src/reports/sheets/kpiBoard";
import { findings } from "../../../src/reports/sheets/kpiBoard/findings";
import { cellsOf } from "../../support/modelChecks";
import { smallAnalysis } from "../../support/smallAnalysis";

const full = smallAnalysis();
const withKpis = (change: (kpi: KpiResult) => Partial<KpiResult>): Analysis => ({
  ...full,
  kpis: full.kpis.map((kpi) => ({ ...kpi, ...change(kpi) })),
});
const said = (analysis: Analysis) => findings(analysis, createContext(analysis, "zh-CN"));

test.each([
  {
    name: "without orders the one finding is that there are none",
    analysis: { ...full, totals: { ...full.totals, orders: 0 } },
    index: 0,
    text: /^截至基准日没有有效订单/,
  },
  {
    name: "a window before is compared",
    analysis: { ...full, totals: { ...full.totals, net: 110, previousNet: 100 } },
    index: 0,
    text: /净收入 ¥110\.00，比上一窗口 \+10\.0%/,
  },
  {
    name: "without a window before nothing is compared, and nothing reads 0 %",
    analysis: { ...full, totals: { ...full.totals, previousNet: null } },
    index: 0,
    text: /更早的数据不足，无法与上一窗口比较/,
  },
  {
    name: "a window before of nothing is no base for a change",
    analysis: { ...full, totals: { ...full.totals, previousNet: 0 } },
    index: 0,
    text: /无法与上一窗口比较/,
  },
  {
    name: "a missed target is named with value and target; benchmarks are counted apart",
    analysis: full,
    index: 1,
    text: /^目标达标 1 \/ 2 项；未达标：客户信息完善率 90\.0%（目标 95\.0%）。方案引用的参考值有 2 项未达到/,
  },
  {
    name: "all met is said so",
    analysis: withKpis(({ status }) => (status === "notMet" ? { status: "met", gap: 0 } : {})),
    index: 1,
    text: /^可判定的目标全部达标：2 \/ 2 项。$/,
  },
  {
    name: "reminders in time are not called overdue",
    analysis: {
      ...full,
      lists: {
        ...full.lists,
        unpaidReminders: full.lists.unpaidReminders.map((item) => ({ ...item, state: "due" as const })),
      },
    },
    index: 2,
    text: /待付款提醒 1 单，均未超过 24 小时。1 位客户的流失风险比/,
  },
])("$name", ({ analysis, index, text }) => {
  expect(said(analysis)[index]).toMatch(text);
});

/** Lines of the KPI table by the heads of their columns. */
function table(analysis: Analysis) {
  const context = createContext(analysis, "zh-CN");
  const cells = cellsOf(kpiBoardSheet(analysis, context));
  const names = new Set(analysis.kpis.map(({ id }) => context.t(`kpi.${id}`)));
  return cells
    .filter(({ style, value }) => style === "wordBold" && names.has(String(value)))
    .map(({ row, value }) => {
      const at = (column: number) => cells.find((cell) => cell.row === row && cell.column === column)?.value;
      return {
        name: value,
        value: at(5),
        trend: at(7),
        baseline: at(9),
        target: at(11),
        gap: at(13),
        status: at(15),
        owner: at(17),
        note: at(19),
      };
    });
}

test("every KPI stands in the table once, missed targets first, what has no data last", () => {
  const lines = table(full);
  expect(lines).toHaveLength(full.kpis.length);
  expect(lines[0]).toEqual({
    name: "客户信息完善率",
    value: 0.9,
    trend: null,
    baseline: null,
    target: 0.95,
    gap: -0.05,
    status: "未达标 ▼",
    owner: null,
    note: expect.stringContaining("n = 120") as string,
  });
  expect(lines[lines.length - 1]).toMatchObject({ value: "–", target: null, gap: null, status: "缺数据 –" });
});

test("a KPI without a baseline shows the change asked for and no gap", () => {
  expect(table(full).find(({ name }) => name === "获客成本")).toMatchObject({
    value: 177.63,
    target: "-30.0%",
    gap: null,
    status: "缺基线 –",
  });
});

test("a KPI shows its baseline with period and mode, its owner, and its change since the month before", () => {
  const analysis = withKpis(({ id }) =>
    id === "coreRepeatRate"
      ? {
          value: 0.45,
          before: 0.42,
          baseline: 0.4,
          baselinePeriod: "2024",
          target: 0.25,
          mode: "relative",
          targetValue: 0.5,
          gap: -0.05,
          status: "notMet",
          targetSource: "sheet",
          owner: "王五",
          denominator: 40,
        }
      : {},
  );
  const line = table(analysis).find(({ name }) => name === "核心客户复购率");
  expect(line).toMatchObject({ value: 0.45, baseline: 0.4, target: 0.5, owner: "王五" });
  expect(line?.trend).toBeCloseTo(0.03, 12);
  expect(line?.note).toContain("目标为较基线相对变化 +25.0%；基线期 2024");
});

test("R10: the loop has four blocks with their KPIs, and says who answers for each", () => {
  const analysis = withKpis(({ id }) => (id === "enquiryOnTime" ? { owner: "赵六" } : {}));
  const cells = cellsOf(kpiBoardSheet(analysis, createContext(analysis, "zh-CN")));
  const heads = ["营销", "服务", "留存", "增值"].map((name) =>
    cells.find(({ value, style }) => value === name && style === "header"),
  );
  expect(heads.map((cell) => cell?.column)).toEqual([1, 7, 13, 19]);
  expect(new Set(heads.map((cell) => cell?.row)).size).toBe(1);
  const said = cells.map(({ value }) => value);
  expect(said).toContain("达标 ▲（负责人 赵六）");
  expect(said).toContain("缺基线 –（未指定负责人）");
  expect(said.find((text) => String(text).startsWith("闭环指标中"))).toMatch(/16 项中有 15 项未指定负责人/);
});

test("a benchmark that is not reached stands after the targets that are met", () => {
  const names = table(full).map(({ name }) => name);
  expect(names.indexOf("忠诚与普通客户消费比")).toBeGreaterThan(names.indexOf("咨询及时响应率"));
});

test("a month that is cut short is starred", () => {
  const context = createContext(full, "zh-CN");
  kpiBoardSheet(full, context);
  const months = context.chartData.blocks[0]?.rows.map(([month]) => month) ?? [];
  expect(months).toHaveLength(13);
  expect(months[0]).toBe("24年 12月");
  expect(months[months.length - 1]).toBe("12月*");
});

test("cohorts show only periods that have come, in italics where they are not over", () => {
  const cells = cellsOf(kpiBoardSheet(full, createContext(full, "zh-CN")));
  const open = cells.filter(({ style }) => style === "heatPercentOpen");
  expect(open.length).toBe(full.cohorts.rows.filter(({ customers }) => customers > 0).length - 1);
});
