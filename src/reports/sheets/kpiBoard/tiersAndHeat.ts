import type { Analysis } from "../../../core/analysis";
import type { ReportContext } from "../../context";
import type { ChartSpec } from "../../kit/chartData";
import type { SheetBuilder } from "../../kit/sheetBuilder";
import { PALETTE } from "../../model/palette";
import { HALF } from "../boardGrid";

/** Heights of the rows that tier chart and R x F map share: scores across the top, five scores down, a note. */
const HEAT_HEAD = 22;

const HEAT_BODY = 150;

const HEAT_NOTE = 36;

/** Tiers by customers and revenue, beside customers by recency and frequency. */
export function tiersAndHeat(sheet: SheetBuilder, analysis: Analysis, context: ReportContext): void {
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
