import {
  CHURN_BASE_DAYS,
  churnBaseDays,
  trendDay,
  type Analysis,
  type MonthPoint,
} from "../../core/analysis";
import type { KpiId, KpiResult, KpiStatus } from "../../core/kpi";
import { addMonths, formatDay } from "../../core/math/day";
import type { ReportContext } from "../context";
import type { ChartSpec } from "../kit/chartData";
import { chartScale } from "../kit/chartScale";
import { monthLabels } from "../kit/monthLabels";
import { SheetBuilder, type Card } from "../kit/sheetBuilder";
import { PALETTE } from "../model/palette";
import type { StyleId } from "../model/styles";
import type { CellValue, SheetModel } from "../model/workbookModel";
import { alertFinding } from "./riskAlerts";
import { closedLoop } from "./closedLoop";
import { kpiFigure, kpiGapStyle, kpiNote, kpiStanding, kpiTarget, kpiValueStyle } from "./kpiText";

/**
 * The board stands on a grid of 24 narrow columns, so that cards, table, charts and heat maps share one
 * set of edges. They are narrow enough for a screen of 1366 pixels whatever font the host counts widths in.
 */
const GRID = 24;
const GRID_WIDTH = 6;
const HALF = GRID / 2;
/** A year and the same month of the year before. */
const MONTHS_SHOWN = 13;
const COHORTS_SHOWN = 18;
const FINDINGS_NAMED = 3;
/** Two rows of charts fit a printed page. */
const CHART_ROWS = 11;

/** What a manager must see first comes first. */
const STATUS_ORDER: readonly KpiStatus[] = [
  "notMet",
  "smallSample",
  "met",
  "notDue",
  "noBaseline",
  "noTarget",
  "noData",
];

/** Beside a state that holds in spite of a small sample; the line under the table says what it means. */
const SMALL_SAMPLE_SIGN = "○";

/** Columns of the KPI table, in grid columns. */
const KPI_COLUMNS = [
  { key: "name", columns: 4, head: "header" },
  { key: "value", columns: 2, head: "headerRight" },
  { key: "trend", columns: 2, head: "headerRight" },
  { key: "baseline", columns: 2, head: "headerRight" },
  { key: "target", columns: 2, head: "headerRight" },
  { key: "gap", columns: 2, head: "headerRight" },
  { key: "status", columns: 2, head: "header" },
  { key: "owner", columns: 2, head: "header" },
  { key: "note", columns: 6, head: "header" },
] as const;

/** The board: what happened, what needs attention, each KPI against its target, and the trends behind them. */
export function kpiBoardSheet(analysis: Analysis, context: ReportContext): SheetModel {
  const { t } = context;
  const sheet = new SheetBuilder(context, {
    id: "kpiBoard",
    widths: [2, ...Array.from({ length: GRID }, () => GRID_WIDTH)],
    tabColor: "accent",
  });
  sheet.title(t("sheet.kpiBoard"));
  for (const sentence of findings(analysis, context)) sheet.paragraph(sentence, "finding");
  sheet.gap(8);
  sheet.cards(cards(analysis, context), { columns: 4, perRow: 6 });
  sheet.section(t("kpiBoard.targets"));
  kpiTable(sheet, analysis, context);
  closedLoop(sheet, analysis, context);
  sheet.pageStart();
  charts(sheet, analysis, context);
  tiersAndHeat(sheet, analysis, context);
  sheet.pageStart();
  cohorts(sheet, analysis, context);
  return sheet.build();
}

/** Two to four sentences, each made from the figures below it. */
export function findings(analysis: Analysis, context: ReportContext): readonly string[] {
  const { t, words } = context;
  const { totals, lists } = analysis;
  if (totals.orders === 0) return [t("kpiBoard.noOrders")];
  const sentences: string[] = [];
  const change = ratioChange(totals.net, totals.previousNet);
  sentences.push(
    words.sentences([
      t(change === null ? "kpiBoard.findingNet" : "kpiBoard.findingNetChange", {
        days: analysis.settings.windowDays,
        net: words.money(totals.net),
        orders: words.count(totals.orders),
        buyers: words.count(totals.buyers),
        change: change === null ? "" : signedPercent(change, context),
      }),
      highShare(analysis, context),
    ]),
  );
  // A benchmark that the plan quotes is not a target anybody set.
  const judged = analysis.kpis.filter(
    ({ status, targetSource }) => (status === "met" || status === "notMet") && targetSource !== "benchmark",
  );
  const missed = judged
    .filter(({ status }) => status === "notMet")
    .sort((a, b) => shortfall(b) - shortfall(a));
  if (judged.length > 0) {
    const named = missed.slice(0, FINDINGS_NAMED).map((kpi) =>
      t("kpiBoard.findingMissed", {
        name: t(`kpi.${kpi.id}`),
        value: kpiFigure(kpi.value ?? 0, kpi.unit, context),
        target: kpiFigure(kpi.targetValue ?? 0, kpi.unit, context),
      }),
    );
    const benchmarks = analysis.kpis.filter(
      ({ status, targetSource }) => status === "notMet" && targetSource === "benchmark",
    ).length;
    sentences.push(
      words.sentences([
        t(
          missed.length === 0
            ? "kpiBoard.findingAllMet"
            : missed.length > FINDINGS_NAMED
              ? "kpiBoard.findingTargetsMore"
              : "kpiBoard.findingTargets",
          {
            judged: judged.length,
            met: judged.length - missed.length,
            names: words.list(named),
            more: missed.length - FINDINGS_NAMED,
          },
        ),
        benchmarks > 0 ? t("kpiBoard.findingBenchmarks", { benchmarks }) : "",
      ]),
    );
  }
  const due = lists.winBack.filter(({ state }) => state === "due");
  const overdue = lists.unpaidReminders.filter(({ state }) => state === "overdue").length;
  const actions: string[] = [];
  if (due.length > 0)
    actions.push(
      t("kpiBoard.findingWinBack", {
        customers: words.count(due.length),
        value: words.money(due.reduce((sum, item) => sum + item.valueAtRisk, 0)),
        months: analysis.settings.winBackMonths,
      }),
    );
  if (lists.unpaidReminders.length > 0)
    actions.push(
      t(overdue === 0 ? "kpiBoard.findingUnpaidInTime" : "kpiBoard.findingUnpaid", {
        orders: words.count(lists.unpaidReminders.length),
        overdue: words.count(overdue),
        hours: analysis.settings.unpaidHours,
      }),
    );
  if (lists.riskAlerts.length > 0) actions.push(alertFinding(analysis, context));
  if (actions.length > 0) sentences.push(words.sentences(actions));
  return sentences;
}

function highShare(analysis: Analysis, { t, words }: ReportContext): string {
  const high = analysis.portraits.find(({ tier }) => tier === "high");
  if (!high || high.customerShare === null || high.netShare === null || high.customers === 0) return "";
  return t("kpiBoard.findingHigh", {
    customers: words.percent(high.customerShare),
    net: words.percent(high.netShare),
  });
}

/** How far a KPI is from its target, as a share of the target: the farthest is named first. */
const shortfall = ({ gap, targetValue }: KpiResult) => Math.abs((gap ?? 0) / (targetValue || 1));

const ratioChange = (now: number, before: number | null) =>
  before === null || before <= 0 ? null : now / before - 1;

const signedPercent = (value: number, { words }: ReportContext) =>
  `${value > 0 ? "+" : ""}${words.percent(value)}`;

function cards(analysis: Analysis, context: ReportContext): readonly Card[] {
  const { t, words } = context;
  const { totals, settings } = analysis;
  const versus = (now: number, before: number | null) => {
    const change = ratioChange(now, before);
    return change === null
      ? t("kpiBoard.noPrevious")
      : t("kpiBoard.versusPrevious", { change: signedPercent(change, context) });
  };
  const kpi = (id: KpiId) => analysis.kpis.find((item) => item.id === id);
  const perCustomer = settings.averageOrderBasis === "customer";
  const average = perCustomer ? totals.netPerCustomer : totals.netPerOrder;
  const repeat = kpi("repeatRate");
  const satisfaction = kpi("satisfaction");
  return [
    {
      label: t("kpiBoard.card.net"),
      value: totals.net,
      style: "cardMoney",
      note: versus(totals.net, totals.previousNet),
    },
    {
      label: t("kpiBoard.card.buyers"),
      value: totals.buyers,
      style: "cardInteger",
      note: versus(totals.buyers, totals.previousBuyers),
    },
    {
      label: t("kpiBoard.card.orders"),
      value: totals.orders,
      style: "cardInteger",
      note: versus(totals.orders, totals.previousOrders),
    },
    {
      label: t(perCustomer ? "kpi.netPerCustomer" : "kpi.netPerOrder"),
      value: average ?? t("report.none"),
      style: average === null ? "cardText" : "cardMoney",
      note: perCustomer
        ? t("kpiBoard.card.perOrder", {
            value: totals.netPerOrder === null ? t("report.none") : words.money(totals.netPerOrder),
          })
        : t("kpiBoard.card.perCustomer", {
            value: totals.netPerCustomer === null ? t("report.none") : words.money(totals.netPerCustomer),
          }),
    },
    rateCard(t("kpi.repeatRate"), repeat, "cardPercent", context),
    rateCard(t("kpi.satisfaction"), satisfaction, "cardDecimal1", context),
  ];
}

function rateCard(
  label: string,
  kpi: KpiResult | undefined,
  style: "cardPercent" | "cardDecimal1",
  context: ReportContext,
): Card {
  const { t, words } = context;
  if (kpi === undefined || kpi.value === null)
    return { label, value: t("report.none"), style: "cardText", note: t("kpiStatus.noData") };
  const sample = t("kpiBoard.card.sample", { n: words.count(kpi.denominator ?? 0) });
  const badge = kpi.smallSample ? ` · ${context.smallSampleText}` : "";
  const note =
    kpi.targetValue === null
      ? `${sample}${badge}`
      : `${t("kpiBoard.card.target", { target: kpiFigure(kpi.targetValue, kpi.unit, context) })} ${context.statusText(kpi.status)}`;
  return { label, value: kpi.value, style, note };
}

/** Place in the table. A benchmark that is not reached is no alarm: it stands after the targets that are met. */
function attention({ status, targetSource }: KpiResult): number {
  const place = STATUS_ORDER.indexOf(status);
  return status === "notMet" && targetSource === "benchmark" ? STATUS_ORDER.indexOf("met") + 0.5 : place;
}

/** Churn of customers the data shows too short a time of: who was silent for longer is not in it. */
function churnBaseNote(kpi: KpiResult, analysis: Analysis, { t, words }: ReportContext): readonly string[] {
  if ((kpi.id !== "churn" && kpi.id !== "retention") || kpi.value === null) return [];
  const days = churnBaseDays(analysis.firstOrderDay, analysis.asOf, analysis.settings.prediction.horizonDays);
  return days < CHURN_BASE_DAYS ? [t("kpiBoard.churnBaseShort", { days: words.count(days) })] : [];
}

function kpiTable(sheet: SheetBuilder, analysis: Analysis, context: ReportContext): void {
  const { t, words } = context;
  const { kpis, quality } = analysis;
  let column = 1;
  for (const { key, columns, head } of KPI_COLUMNS) {
    sheet.span(sheet.row, column, columns, t(`kpiBoard.column.${key}`), head);
    column += columns;
  }
  sheet.height(sheet.row, 20);
  sheet.row += 1;
  const ordered = [...kpis].sort((a, b) => attention(a) - attention(b));
  for (const kpi of ordered) {
    const target = kpiTarget(kpi, context);
    const state = kpiStanding(kpi, context);
    const badge = kpi.smallSample && kpi.status !== "smallSample" ? ` ${SMALL_SAMPLE_SIGN}` : "";
    const cells: Record<(typeof KPI_COLUMNS)[number]["key"], { value: CellValue; style: StyleId }> = {
      name: { value: t(`kpi.${kpi.id}`), style: "wordBold" },
      value:
        kpi.value === null
          ? { value: t("report.none"), style: "wordRight" }
          : { value: kpi.value, style: kpiValueStyle(kpi.unit) },
      trend: {
        value: kpi.value === null || kpi.before === null ? null : kpi.value - kpi.before,
        style: kpiGapStyle(kpi.unit),
      },
      baseline: { value: kpi.baseline, style: kpiValueStyle(kpi.unit) },
      target,
      gap: { value: kpi.gap, style: kpiGapStyle(kpi.unit) },
      status: { value: state.value + badge, style: state.style },
      owner: { value: kpi.owner === "" ? null : kpi.owner, style: "textWrap" },
      note: {
        value: words.clauses([
          kpiNote(kpi, quality.missing, context),
          ...churnBaseNote(kpi, analysis, context),
        ]),
        style: "wordGreyWrap",
      },
    };
    let at = 1;
    for (const { key, columns } of KPI_COLUMNS) {
      const cell = cells[key];
      sheet.span(sheet.row, at, columns, cell.value, cell.style);
      if (typeof cell.value === "string") sheet.fitHeight(sheet.row, at, columns, cell.value);
      at += columns;
    }
    sheet.row += 1;
  }
  sheet.paragraph(t("kpiBoard.signs", { trendDay: words.day(trendDay(analysis.asOf)) }), "noteWrap");
}

/** yyyy-mm, starred where the as-of date cuts the month short. */
const monthLabel = (point: MonthPoint) => `${formatDay(point.month).slice(0, 7)}${point.complete ? "" : "*"}`;

function charts(sheet: SheetBuilder, analysis: Analysis, context: ReportContext): void {
  const { t } = context;
  sheet.section(t("kpiBoard.trend"));
  const months = analysis.months.slice(-MONTHS_SHOWN);
  if (months.length === 0) {
    sheet.empty(t("kpiBoard.noOrders"));
    return;
  }
  sheet.chartRow(
    [
      { spec: revenueChart(months, context), column: 1, columns: HALF },
      { spec: newReturningChart(months, context), column: 1 + HALF, columns: HALF },
    ],
    CHART_ROWS,
  );
  const open = months.find(({ complete }) => !complete);
  sheet.paragraph(
    context.words.sentences([
      open ? t("kpiBoard.monthOpen", { month: monthLabel(open), asOf: formatDay(analysis.asOf) }) : "",
      months.some(({ unknownBuyers }) => unknownBuyers > 0) ? t("kpiBoard.unknownNew") : "",
      t("kpiBoard.newNote"),
    ]),
    "noteWrap",
  );
}

/** Net revenue as columns and orders as a line, month by month. */
export function revenueChart(months: readonly MonthPoint[], context: ReportContext): ChartSpec {
  const { t } = context;
  const scale = chartScale(
    months.map(({ net }) => net),
    context,
  );
  return {
    kind: "combo",
    title: t("kpiBoard.chart.revenue", { unit: scale.unit }),
    altText: t("kpiBoard.chart.revenueAlt", {
      from: monthLabel(months[0] as MonthPoint),
      to: monthLabel(months[months.length - 1] as MonthPoint),
    }),
    categoryHeader: t("kpiBoard.chart.month"),
    categories: monthLabels(months, context),
    series: [
      {
        name: t("kpiBoard.chart.net", { unit: scale.unit }),
        values: months.map(({ net }) => net / scale.divisor),
        style: scale.style,
        color: PALETTE.accent,
        as: "column",
      },
      {
        name: t("kpiBoard.chart.orders"),
        values: months.map(({ orders }) => orders),
        style: "integer",
        color: PALETTE.grey,
        as: "line",
        secondary: true,
      },
    ],
    categoryAxis: { title: null, numberFormat: null },
    valueAxis: { title: null, numberFormat: scale.numberFormat, min: 0, max: null },
    secondaryAxis: { title: null, numberFormat: "#,##0" },
    legend: "bottom",
  };
}

function newReturningChart(months: readonly MonthPoint[], context: ReportContext): ChartSpec {
  const { t } = context;
  const series = [
    { key: "returningBuyers", word: "kpiBoard.chart.returning", color: PALETTE.accent },
    { key: "newBuyers", word: "kpiBoard.chart.new", color: PALETTE.accentLight },
    { key: "unknownBuyers", word: "kpiBoard.chart.unknown", color: PALETTE.greyLight },
  ] as const;
  return {
    kind: "stackedColumn",
    title: t("kpiBoard.chart.newReturning"),
    altText: t("kpiBoard.chart.newReturningAlt"),
    categoryHeader: t("kpiBoard.chart.month"),
    categories: monthLabels(months, context),
    series: series
      .filter(({ key }) => key !== "unknownBuyers" || months.some((month) => month[key] > 0))
      .map(({ key, word, color }) => ({
        name: t(word),
        values: months.map((month) => month[key]),
        style: "integer",
        color,
      })),
    categoryAxis: { title: null, numberFormat: null },
    valueAxis: { title: null, numberFormat: "#,##0", min: 0, max: null },
    secondaryAxis: null,
    legend: "bottom",
  };
}

/** Heights of the rows that tier chart and R x F map share: scores across the top, five scores down, a note. */
const HEAT_HEAD = 22;
const HEAT_BODY = 150;
const HEAT_NOTE = 36;

function tiersAndHeat(sheet: SheetBuilder, analysis: Analysis, context: ReportContext): void {
  const { t } = context;
  const { bins } = analysis.heat;
  sheet.gap(10);
  sheet.sectionAt(sheet.row, 1, HALF - 1, t("kpiBoard.tiers"));
  sheet.sectionAt(sheet.row, 1 + HALF, HALF, t("kpiBoard.heat"));
  sheet.row += 1;
  const top = sheet.row;
  const rows = bins + 2;
  const tiers = analysis.portraits.filter((item) => item.customerShare !== null && item.netShare !== null);
  if (tiers.length > 0) sheet.chartRow([{ spec: tierChart(tiers, context), column: 1, columns: HALF }], rows);
  else sheet.span(top, 1, HALF - 1, t("kpiBoard.noTiers"), "empty", rows);
  heatMap(sheet, analysis, top, context);
  sheet.height(top, HEAT_HEAD);
  for (let index = 1; index <= bins; index += 1) sheet.height(top + index, HEAT_BODY / bins);
  sheet.height(top + bins + 1, HEAT_NOTE);
  sheet.row = top + rows;
}

function tierChart(tiers: Analysis["portraits"], context: ReportContext): ChartSpec {
  const { t } = context;
  return {
    kind: "column",
    title: t("kpiBoard.chart.tiers"),
    altText: t("kpiBoard.chart.tiersAlt"),
    categoryHeader: t("kpiBoard.chart.tier"),
    categories: tiers.map(({ tier }) => context.tierName(tier)),
    series: [
      {
        name: t("kpiBoard.chart.customerShare"),
        values: tiers.map(({ customerShare }) => customerShare),
        style: "percent",
        color: PALETTE.greyMid,
        labels: true,
      },
      {
        name: t("kpiBoard.chart.netShare"),
        values: tiers.map(({ netShare }) => netShare),
        style: "percent",
        color: PALETTE.accent,
        labels: true,
      },
    ],
    categoryAxis: { title: null, numberFormat: null },
    valueAxis: { title: null, numberFormat: "0%", min: 0, max: null },
    secondaryAxis: null,
    legend: "bottom",
  };
}

/** R down, F across; each cell spans as many grid columns as there is room for. */
function heatMap(sheet: SheetBuilder, analysis: Analysis, top: number, context: ReportContext): void {
  const { t } = context;
  const { bins, customers } = analysis.heat;
  const left = 1 + HALF;
  const labelColumns = 2;
  const cellColumns = Math.floor((HALF - labelColumns) / bins);
  if (cellColumns === 0) {
    sheet.span(top, left, HALF, t("kpiBoard.heatTooFine", { bins }), "empty", bins + 2);
    return;
  }
  const first = left + labelColumns;
  sheet.span(top, left, labelColumns, t("kpiBoard.heatCorner"), "heatLabel");
  for (let f = 1; f <= bins; f += 1)
    sheet.span(top, first + (f - 1) * cellColumns, cellColumns, `F${f}`, "heatHead");
  for (let r = bins; r >= 1; r -= 1) {
    const row = top + 1 + bins - r;
    sheet.span(row, left, labelColumns, `R${r}`, "heatLabel");
    for (let f = 1; f <= bins; f += 1)
      sheet.span(
        row,
        first + (f - 1) * cellColumns,
        cellColumns,
        customers[r - 1]?.[f - 1] ?? 0,
        "heatInteger",
      );
  }
  sheet.format({
    kind: "colorScale",
    range: { row: top + 1, column: first, rows: bins, columns: bins * cellColumns },
    from: PALETTE.heatFrom,
    to: PALETTE.heatTo,
  });
  sheet.span(top + bins + 1, left, HALF, t("kpiBoard.heatNote", { bins }), "noteWrap");
}

/** Cohorts down, periods after the first order across. */
function cohorts(sheet: SheetBuilder, analysis: Analysis, context: ReportContext): void {
  const { t } = context;
  sheet.section(t("kpiBoard.cohorts"));
  const { period } = analysis.cohorts;
  const rows = analysis.cohorts.rows.filter(({ customers }) => customers > 0).slice(-COHORTS_SHOWN);
  const labelColumns = 3;
  const sizeColumns = 2;
  const room = GRID - labelColumns - sizeColumns;
  const known = rows.map(({ active }) => active.findLastIndex((count) => count !== null));
  const periods = Math.min(room, Math.max(0, ...known));
  if (periods === 0) {
    sheet.empty(t("kpiBoard.noCohorts"));
    return;
  }
  const first = 1 + labelColumns + sizeColumns;
  sheet.span(sheet.row, 1, labelColumns, t(`kpiBoard.cohort.${period}`), "heatLabel");
  sheet.span(sheet.row, 1 + labelColumns, sizeColumns, t("kpiBoard.cohort.size"), "heatHead");
  for (let k = 1; k <= periods; k += 1) sheet.set(sheet.row, first + k - 1, `+${k}`, "heatHead");
  sheet.row += 1;
  const top = sheet.row;
  for (const cohort of rows) {
    sheet.span(sheet.row, 1, labelColumns, cohortLabel(cohort.start, period), "heatLabel");
    sheet.span(sheet.row, 1 + labelColumns, sizeColumns, cohort.customers, "heatInteger");
    for (let k = 1; k <= periods; k += 1) {
      const active = cohort.active[k] ?? null;
      if (active === null) continue;
      const open = cohort.incompleteFrom >= 0 && k >= cohort.incompleteFrom;
      sheet.set(
        sheet.row,
        first + k - 1,
        active / cohort.customers,
        open ? "heatPercentOpen" : "heatPercent",
      );
    }
    sheet.row += 1;
  }
  sheet.format({
    kind: "colorScale",
    range: { row: top, column: first, rows: rows.length, columns: periods },
    from: PALETTE.heatFrom,
    to: PALETTE.heatTo,
  });
  sheet.paragraph(t(`kpiBoard.cohortNote.${period}`), "noteWrap");
}

function cohortLabel(start: number, period: Analysis["cohorts"]["period"]): string {
  const text = formatDay(start);
  if (period === "year") return text.slice(0, 4);
  if (period === "month") return text.slice(0, 7);
  // The quarter of a day: months counted back to the start of its year.
  const quarter = [0, 3, 6, 9].findIndex(
    (months) => formatDay(addMonths(start, -months)).slice(5, 7) === "01",
  );
  return `${text.slice(0, 4)} Q${quarter + 1}`;
}
