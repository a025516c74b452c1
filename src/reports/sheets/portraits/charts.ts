import type { Analysis, TierPortrait } from "../../../core/analysis";
import type { ReportContext } from "../../context";
import type { ChartSpec, SeriesSpec } from "../../kit/chartData";
import { chartScale } from "../../kit/chartScale";
import type { SheetBuilder } from "../../kit/sheetBuilder";
import { PALETTE, TIER_COLORS } from "../../model/palette";

const CATEGORIES = 6;
const ROWS = 12;

/** What each tier buys, and what one of its customers is worth, side by side on a page of their own. */
export function portraitCharts(
  sheet: SheetBuilder,
  analysis: Analysis,
  { columns, leftChart }: { readonly columns: number; readonly leftChart: number },
  context: ReportContext,
): void {
  const { t } = context;
  const bought = analysis.portraits.filter(({ topCategories }) => topCategories.length > 0);
  const valued = analysis.portraits.filter(({ netPerCustomer }) => netPerCustomer !== null);
  if (valued.length === 0) return;
  sheet.pageStart();
  sheet.section(t("tierPortraits.charts"));
  const value = { spec: valueChart(valued, context) };
  if (bought.length === 0) {
    sheet.chartRow([{ ...value, column: 1, columns: leftChart }], ROWS);
    sheet.note(t("tierPortraits.noCategories"));
    return;
  }
  sheet.chartRow(
    [
      { spec: categoryChart(bought, context), column: 1, columns: leftChart },
      { ...value, column: 1 + leftChart, columns: columns + 1 - leftChart },
    ],
    ROWS,
  );
}

/** Amounts, not shares: a share of a tier of four says nothing. */
function categoryChart(portraits: readonly TierPortrait[], context: ReportContext): ChartSpec {
  const { t } = context;
  const totals = new Map<string, number>();
  for (const { topCategories } of portraits)
    for (const { id, net } of topCategories) totals.set(id, (totals.get(id) ?? 0) + net);
  const categories = [...totals]
    .sort((a, b) => b[1] - a[1])
    .slice(0, CATEGORIES)
    .map(([id]) => id);
  const nets = portraits.map(({ topCategories }) => new Map(topCategories.map(({ id, net }) => [id, net])));
  const scale = chartScale(
    nets.flatMap((net) => [...net.values()]),
    context,
  );
  return {
    kind: "column",
    title: t("tierPortraits.chart.categories", { unit: scale.unit }),
    altText: t("tierPortraits.chart.categoriesAlt"),
    categoryHeader: t("tierPortraits.chart.category"),
    categories,
    series: portraits.map(({ tier }, index): SeriesSpec => {
      return {
        name: context.tierName(tier),
        values: categories.map((category) => (nets[index]?.get(category) ?? 0) / scale.divisor),
        style: scale.style,
        color: TIER_COLORS[tier],
      };
    }),
    categoryAxis: { title: null, numberFormat: null },
    valueAxis: { title: null, numberFormat: scale.numberFormat, min: 0, max: null },
    secondaryAxis: null,
    legend: "bottom",
  };
}

function valueChart(portraits: readonly TierPortrait[], context: ReportContext): ChartSpec {
  const { t } = context;
  const scale = chartScale(
    portraits.map(({ netPerCustomer }) => netPerCustomer ?? 0),
    context,
  );
  return {
    kind: "column",
    title: t("tierPortraits.chart.value", { unit: scale.unit }),
    altText: t("tierPortraits.chart.valueAlt"),
    categoryHeader: t("tierPortraits.tier"),
    categories: portraits.map(({ tier }) => context.tierName(tier)),
    series: [
      {
        name: t("tierPortraits.netPerCustomer"),
        values: portraits.map(({ netPerCustomer }) => (netPerCustomer ?? 0) / scale.divisor),
        style: scale.style,
        color: PALETTE.accent,
        labels: true,
      },
    ],
    categoryAxis: { title: null, numberFormat: null },
    valueAxis: { title: null, numberFormat: scale.numberFormat, min: 0, max: null },
    secondaryAxis: null,
    legend: "none",
  };
}
