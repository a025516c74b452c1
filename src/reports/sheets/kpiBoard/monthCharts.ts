import type { Analysis, MonthPoint } from "../../../core/analysis";
import { formatDay } from "../../../core/math/day";
import type { ReportContext } from "../../context";
import type { ChartSpec } from "../../kit/chartData";
import { chartScale } from "../../kit/chartScale";
import { monthLabels } from "../../kit/monthLabels";
import type { SheetBuilder } from "../../kit/sheetBuilder";
import { PALETTE } from "../../model/palette";
import { HALF } from "../boardGrid";

/** A year and the same month of the year before. */
const MONTHS_SHOWN = 13;

/** Two rows of charts fit a printed page. */
const CHART_ROWS = 11;

/** yyyy-mm, starred where the as-of date cuts the month short. */
const monthLabel = (point: MonthPoint) => `${formatDay(point.month).slice(0, 7)}${point.complete ? "" : "*"}`;

/** Revenue and buyers month by month, and what a month that is not over means. */
export function monthCharts(sheet: SheetBuilder, analysis: Analysis, context: ReportContext): void {
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
