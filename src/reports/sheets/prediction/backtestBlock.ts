import type { Predictions } from "../../../core/analysis";
import type { BacktestCut, BacktestMethod } from "../../../core/churn";
import type { ReportContext } from "../../context";
import type { ChartSpec } from "../../kit/chartData";
import type { SheetBuilder } from "../../kit/sheetBuilder";
import { PALETTE } from "../../model/palette";
import type { StyleId } from "../../model/styles";
import type { CellValue } from "../../model/workbookModel";
import { HALF } from "../boardGrid";
import { gridTable } from "./gridTable";

const CHART_ROWS = 13;

/** With fewer customers in a tenth its realised share is a coin or two. */
const FEWEST_IN_GROUP = 5;

/** How predictions made in the past came out: calibration, bands, and our method beside others. */
export function backtestBlock(sheet: SheetBuilder, predictions: Predictions, context: ReportContext): void {
  const { t, words } = context;
  const { backtest, backtestCustomers, risk } = predictions;
  sheet.section(t("prediction.backtest"));
  const [latest] = backtest.cuts;
  if (latest === undefined) {
    sheet.empty(t("prediction.noBacktest", { days: backtest.horizonDays }));
    return;
  }
  const known = risk.reduce((sum, p) => sum + (Number.isNaN(p) ? 0 : 1), 0);
  sheet.paragraph(
    words.sentences([
      t("prediction.backtestHow", {
        cuts: words.list(backtest.cuts.map(({ day }) => words.day(day))),
        days: backtest.horizonDays,
      }),
      backtestCustomers < known
        ? t("prediction.backtestSample", {
            customers: words.count(backtestCustomers),
            all: words.count(known),
          })
        : "",
    ]),
    "noteWrap",
  );
  const isCalibrated =
    latest.calibration.length > 0 &&
    latest.calibration.every(({ customers }) => customers >= FEWEST_IN_GROUP);
  const charts = [
    ...(isCalibrated ? [calibrationChart(latest, context)] : []),
    ...(latest.bands.length === 0 ? [] : [bandChart(latest, context)]),
  ];
  if (charts.length > 0) {
    sheet.chartRow(
      charts.map((spec, index) => ({ spec, column: 1 + index * HALF, columns: HALF })),
      CHART_ROWS,
    );
    sheet.paragraph(
      isCalibrated
        ? words.sentences([
            t("prediction.calibrationNote"),
            latest.calibrationError === null
              ? ""
              : t("prediction.calibrationError", { error: words.percent(latest.calibrationError) }),
          ])
        : t("prediction.calibrationLeftOut"),
      "noteWrap",
    );
  }
  sheet.gap(8);
  methodsTable(sheet, predictions, context);
}

function calibrationChart(cut: BacktestCut, { t, words }: ReportContext): ChartSpec {
  return {
    kind: "combo",
    title: t("prediction.chart.calibration", { day: words.day(cut.day) }),
    altText: t("prediction.chart.calibrationAlt"),
    categoryHeader: t("prediction.chart.group"),
    categories: cut.calibration.map((_, index) => String(index + 1)),
    series: [
      {
        name: t("prediction.realised"),
        values: cut.calibration.map(({ realised }) => realised),
        style: "percent",
        color: PALETTE.accent,
        as: "column",
      },
      {
        name: t("prediction.predicted"),
        values: cut.calibration.map(({ meanPredicted }) => meanPredicted),
        style: "percent",
        color: PALETTE.ink,
        as: "line",
        look: "dashed",
      },
    ],
    categoryAxis: { title: t("prediction.chart.groupAxis"), numberFormat: null },
    valueAxis: { title: null, numberFormat: "0%", min: 0, max: 1 },
    secondaryAxis: null,
    legend: "bottom",
  };
}

function bandChart(cut: BacktestCut, { t, words }: ReportContext): ChartSpec {
  return {
    kind: "column",
    title: t("prediction.chart.bands", { day: words.day(cut.day) }),
    altText: t("prediction.chart.bandsAlt"),
    categoryHeader: t("scores.riskBand"),
    categories: cut.bands.map(({ band, customers }) =>
      t("prediction.bandOf", { band: t(`riskBand.${band}`), customers: words.count(customers) }),
    ),
    series: [
      {
        name: t("prediction.predicted"),
        values: cut.bands.map(({ meanRisk }) => meanRisk),
        style: "percent",
        color: PALETTE.accentLight,
        labels: true,
      },
      {
        name: t("prediction.realised"),
        values: cut.bands.map(({ realised }) => realised),
        style: "percent",
        color: PALETTE.accent,
        labels: true,
      },
    ],
    categoryAxis: { title: null, numberFormat: null },
    valueAxis: { title: null, numberFormat: "0%", min: 0, max: 1 },
    secondaryAxis: null,
    legend: "bottom",
  };
}

function methodsTable(sheet: SheetBuilder, { backtest }: Predictions, { t, words }: ReportContext): void {
  const figure = (value: number | null, digits: number): { value: CellValue; style: StyleId } => ({
    value: value === null ? t("report.none") : words.decimal(value, digits),
    style: "wordRight",
  });
  const explained: Readonly<Record<BacktestMethod, string>> = {
    ours: t("prediction.method.ours"),
    bgnbd: t("prediction.method.model"),
    mbgnbd: t("prediction.method.model"),
    pareto: t("prediction.method.model"),
    recency: t("prediction.method.recency"),
    rfm: t("prediction.method.rfm"),
    baseRate: t("prediction.method.baseRate"),
  };
  gridTable(
    sheet,
    [
      {
        head: t("prediction.method"),
        columns: 4,
        cell: ({ method }) => ({
          value: t(`backtestMethod.${method}`),
          style: method === "ours" ? "wordBold" : "word",
        }),
      },
      { head: t("prediction.auc"), columns: 3, cell: ({ auc }) => figure(auc, 3) },
      { head: t("prediction.logLoss"), columns: 3, cell: ({ logLoss }) => figure(logLoss, 3) },
      { head: t("prediction.brier"), columns: 3, cell: ({ brier }) => figure(brier, 3) },
      { head: t("prediction.ordersError"), columns: 3, cell: ({ ordersError }) => figure(ordersError, 3) },
      {
        head: t("prediction.methodWhat"),
        columns: 8,
        cell: ({ method }) => ({ value: explained[method], style: "wordGreyWrap" }),
      },
    ],
    backtest.methods,
  );
  sheet.paragraph(t("prediction.methodsNote"), "noteWrap");
}
