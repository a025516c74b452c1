import { FORECAST_DAYS, type Analysis, type ForecastLine, type Predictions } from "../../core/analysis";
import type { BacktestCut, BacktestMethod } from "../../core/churn";
import { QUADRANT_IDS } from "../../core/clv";
import { describeVerdict } from "../../i18n/describeVerdict";
import type { ReportContext } from "../context";
import type { ChartSpec } from "../kit/chartData";
import { SheetBuilder, type Card, type KeyValue } from "../kit/sheetBuilder";
import { PALETTE } from "../model/palette";
import { alertBlock } from "./riskAlerts";
import type { StyleId } from "../model/styles";
import type { CellValue, SheetModel } from "../model/workbookModel";

/** The grid of the KPI board: 24 narrow columns that cards, tables and charts share. */
const GRID = 24;
const GRID_WIDTH = 6;
const HALF = GRID / 2;
const CHART_ROWS = 13;
/** With fewer customers in a tenth its realised share is a coin or two. */
const FEWEST_IN_GROUP = 5;

/** What will probably come, whether such predictions have come true on this data, and what they rest on. */
export function predictionSheet(analysis: Analysis, context: ReportContext): SheetModel {
  const { t } = context;
  const sheet = new SheetBuilder(context, {
    id: "prediction",
    widths: [2, ...Array.from({ length: GRID }, () => GRID_WIDTH)],
    tabColor: "accent",
  });
  sheet.title(t("sheet.prediction"));
  const { predictions } = analysis;
  if (predictions === null) {
    sheet.empty(t(`predictionGap.${analysis.predictionGap ?? "noOrders"}`));
    return sheet.build();
  }
  sheet.paragraph(verdict(predictions, context), "finding");
  const ahead = outlook(predictions, context);
  if (ahead !== "") sheet.paragraph(ahead, "finding");
  sheet.gap(8);
  sheet.cards(cards(predictions, context), { columns: 4, perRow: 6 });
  forecastBlock(sheet, predictions, context);
  quadrantBlock(sheet, predictions, context);
  alertBlock(sheet, analysis, context);
  sheet.pageStart();
  backtestBlock(sheet, predictions, context);
  sheet.section(t("prediction.model"));
  for (const item of modelLines(predictions, context)) line(sheet, item);
  return sheet.build();
}

function verdict({ backtest }: Predictions, { t, words }: ReportContext): string {
  return describeVerdict(t, words, backtest);
}

/** What today's customers are expected to bring in the horizon of the risk, and who may be lost. */
function outlook({ forecast, horizonDays, bands, value }: Predictions, { t, words }: ReportContext): string {
  const total = forecast?.lines.find((one) => one.tier === null && one.horizonDays === horizonDays);
  let customers = 0;
  let atRisk = 0;
  bands.forEach((band, customer) => {
    if (band !== "high") return;
    customers++;
    atRisk += value?.clv[customer] ?? 0;
  });
  return words.sentences([
    total === undefined
      ? ""
      : t("prediction.outlook", {
          days: horizonDays,
          revenue: words.money(total.expectedRevenue),
          low: words.money(total.low),
          high: words.money(total.high),
          orders: words.count(total.expectedOrders),
        }),
    value === null || customers === 0
      ? ""
      : t("prediction.highBand", { customers: words.count(customers), clv: words.money(atRisk) }),
  ]);
}

function cards(predictions: Predictions, { t, words, smallSampleText }: ReportContext): readonly Card[] {
  const { forecast, horizonDays, risk, value, backtest, months } = predictions;
  const none = { value: t("report.none"), style: "cardText" } as const;
  const total = forecast?.lines.find((one) => one.tier === null && one.horizonDays === horizonDays);
  const known = risk.filter((p) => !Number.isNaN(p));
  const leaving = known.reduce((sum, p) => sum + p, 0);
  const ours = backtest.methods.find(({ method }) => method === "ours");
  const [latest] = backtest.cuts;
  const unsure = backtest.verdict === "tooLittleData";
  return [
    {
      label: t("prediction.card.revenue", { days: horizonDays }),
      ...(total === undefined ? none : { value: total.expectedRevenue, style: "cardMoney" }),
      note: t("prediction.card.interval", {
        low: total === undefined ? t("report.none") : words.money(total.low),
        high: total === undefined ? t("report.none") : words.money(total.high),
      }),
    },
    {
      label: t("prediction.card.orders", { days: horizonDays }),
      ...(total === undefined ? none : { value: total.expectedOrders, style: "cardInteger" }),
      note: t("prediction.card.customers", { customers: words.count(known.length) }),
    },
    {
      label: t("prediction.card.risk", { days: horizonDays }),
      value: leaving / Math.max(1, known.length),
      style: "cardPercent",
      note: t("prediction.card.expectedLost", { customers: words.count(leaving) }),
    },
    {
      label: t("prediction.card.clv", { months }),
      ...(value === null
        ? none
        : { value: value.all.total / Math.max(1, value.all.customers), style: "cardMoney" }),
      note: value === null ? "" : t("prediction.card.clvTotal", { total: words.money(value.all.total) }),
    },
    {
      label: t("prediction.card.auc"),
      value: ours === undefined || ours.auc === null ? t("report.none") : words.decimal(ours.auc, 3),
      style: "cardText",
      note: unsure ? smallSampleText : t("prediction.card.aucNote"),
    },
    {
      label: t("prediction.card.lift"),
      value:
        latest === undefined || latest.topLift === null
          ? t("report.none")
          : t("prediction.card.times", { times: words.decimal(latest.topLift, 2) }),
      style: "cardText",
      note: unsure ? smallSampleText : t("prediction.card.liftNote"),
    },
  ];
}

interface GridColumn<Row> {
  readonly head: string;
  readonly columns: number;
  readonly cell: (row: Row) => { readonly value: CellValue; readonly style: StyleId };
}

/** Heads over words; figures have theirs on the right. */
const HEADS: Partial<Record<StyleId, StyleId>> = {
  word: "header",
  wordBold: "header",
  wordWrap: "header",
  wordGreyWrap: "header",
};

/** A table on the grid, each column over a few of its columns. Leaves `sheet.row` below it. */
function gridTable<Row>(
  sheet: SheetBuilder,
  columns: readonly GridColumn<Row>[],
  rows: readonly Row[],
  column = 1,
): void {
  let at = column;
  for (const { head, columns: width, cell } of columns) {
    const [first] = rows;
    const style = first === undefined ? "header" : (HEADS[cell(first).style] ?? "headerRight");
    sheet.span(sheet.row, at, width, head, style);
    sheet.fitHeight(sheet.row, at, width, head);
    at += width;
  }
  sheet.height(sheet.row, 20);
  sheet.row += 1;
  for (const row of rows) {
    at = column;
    for (const { columns: width, cell } of columns) {
      const { value, style } = cell(row);
      sheet.span(sheet.row, at, width, value, style);
      if (typeof value === "string") sheet.fitHeight(sheet.row, at, width, value);
      at += width;
    }
    sheet.row += 1;
  }
}

function forecastBlock(sheet: SheetBuilder, { forecast }: Predictions, context: ReportContext): void {
  const { t, words, tierName } = context;
  sheet.section(t("prediction.forecast"));
  if (forecast === null) {
    sheet.empty(t("prediction.noModel"));
    return;
  }
  const tiers = forecast.lines.flatMap(({ tier, horizonDays }) =>
    horizonDays === FORECAST_DAYS[0] ? [tier] : [],
  );
  const lineOf = (tier: ForecastLine["tier"], days: number) =>
    forecast.lines.find((one) => one.tier === tier && one.horizonDays === days);
  sheet.span(sheet.row, 1, 6, null, "header");
  FORECAST_DAYS.forEach((days, index) => {
    sheet.span(sheet.row, 7 + index * 6, 6, t("prediction.nextDays", { days }), "headerCenter");
  });
  sheet.row += 1;
  type Tier = ForecastLine["tier"];
  const money = (head: string, days: number, amount: (one: ForecastLine) => number): GridColumn<Tier> => ({
    head,
    columns: 2,
    cell: (tier) => {
      const found = lineOf(tier, days);
      return { value: found === undefined ? null : amount(found), style: "money" };
    },
  });
  gridTable<Tier>(
    sheet,
    [
      {
        head: t("scores.tier"),
        columns: 4,
        cell: (tier) => ({
          value: tier === null ? t("prediction.all") : tierName(tier),
          style: tier === null ? "wordBold" : "word",
        }),
      },
      {
        head: t("card.customers"),
        columns: 2,
        cell: (tier) => ({ value: lineOf(tier, FORECAST_DAYS[0])?.customers ?? null, style: "integer" }),
      },
      ...FORECAST_DAYS.flatMap((days) => [
        money(t("prediction.low"), days, ({ low }) => low),
        money(t("prediction.expected"), days, ({ expectedRevenue }) => expectedRevenue),
        money(t("prediction.high"), days, ({ high }) => high),
      ]),
    ],
    tiers,
  );
  sheet.paragraph(
    words.sentences([
      t("prediction.forecastNote"),
      t("prediction.notCovered", {
        what: words.list(forecast.notCovered.map((id) => t(`prediction.notCovered.${id}`))),
      }),
    ]),
    "noteWrap",
  );
}

function backtestBlock(sheet: SheetBuilder, predictions: Predictions, context: ReportContext): void {
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

function quadrantBlock(sheet: SheetBuilder, predictions: Predictions, context: ReportContext): void {
  const { t, words } = context;
  const { value, months } = predictions;
  sheet.section(t("prediction.quadrants"));
  if (value === null) {
    sheet.empty(t("prediction.noModel"));
    return;
  }
  const { quadrants, all } = value;
  type Quadrant = (typeof QUADRANT_IDS)[number];
  const cellOf = (id: Quadrant) => quadrants.cells.find(({ quadrant }) => quadrant === id);
  const share = (part: number | undefined, whole: number) =>
    part === undefined || whole <= 0 ? null : part / whole;
  const netAll = quadrants.cells.reduce((sum, cell) => sum + cell.value, 0);
  gridTable<Quadrant>(
    sheet,
    [
      {
        head: t("scores.potential"),
        columns: 4,
        cell: (id) => ({ value: t(`quadrant.${id}`), style: "wordBold" }),
      },
      {
        head: t("prediction.quadrantWho"),
        columns: 6,
        cell: (id) => ({ value: t(`prediction.quadrant.${id}`), style: "wordWrap" }),
      },
      {
        head: t("card.customers"),
        columns: 2,
        cell: (id) => ({ value: cellOf(id)?.customers ?? t("prediction.tooFew"), style: "integer" }),
      },
      {
        head: t("prediction.quadrantValue"),
        columns: 3,
        cell: (id) => ({ value: cellOf(id)?.value ?? null, style: "money" }),
      },
      {
        head: t("prediction.quadrantPotential", { months }),
        columns: 3,
        cell: (id) => ({ value: cellOf(id)?.potential ?? null, style: "money" }),
      },
      {
        head: t("prediction.quadrantShare"),
        columns: 2,
        cell: (id) => ({ value: share(cellOf(id)?.value, netAll), style: "percent" }),
      },
      {
        head: t("prediction.quadrantPotentialShare"),
        columns: 2,
        cell: (id) => ({ value: share(cellOf(id)?.potential, all.total), style: "percent" }),
      },
      {
        head: t("prediction.quadrantMean"),
        columns: 2,
        cell: (id) => {
          const cell = cellOf(id);
          return {
            value: cell === undefined || cell.customers === 0 ? null : cell.potential / cell.customers,
            style: "money",
          };
        },
      },
    ],
    QUADRANT_IDS,
  );
  sheet.paragraph(
    t("prediction.quadrantNote", {
      value: words.money(quadrants.valueCut),
      potential: words.money(quadrants.potentialCut),
    }),
    "noteWrap",
  );
}

function modelLines(predictions: Predictions, { t, words }: ReportContext): readonly KeyValue[] {
  const { method, model, horizonDays, months, annualDiscount } = predictions;
  const { learntFrom } = method;
  const text = (label: string, value: string, note: string): KeyValue => ({
    label,
    value,
    style: "wordWrap",
    note,
  });
  const lines: KeyValue[] = [
    text(
      t("prediction.line.source"),
      t(`riskSource.${method.source}`),
      learntFrom.customers === 0
        ? t("prediction.line.sourceNone")
        : t("prediction.line.sourceNote", {
            cuts: words.list(method.cuts.map((day) => words.day(day))),
            customers: words.count(learntFrom.customers),
            lost: words.count(learntFrom.lost),
            days: method.windowDays,
          }),
    ),
    text(
      t("prediction.line.horizon"),
      t("prediction.line.horizonValue", { days: horizonDays, months }),
      t("prediction.line.horizonNote", { discount: words.percent(annualDiscount) }),
    ),
  ];
  if (model === null)
    return [...lines, text(t("prediction.line.model"), t("report.none"), t("prediction.noModel"))];
  const { fit } = model;
  const notes =
    fit.status === "boundary"
      ? fit.boundaries.map((id) => t(`modelFit.boundary.${id}`))
      : [t("modelFit.converged")];
  if (fit.customersUsed < fit.customers) {
    notes.push(t("modelFit.sample", { customersUsed: words.count(fit.customersUsed) }));
  }
  return [
    ...lines,
    text(t("prediction.line.model"), t(`backtestMethod.${fit.params.model}`), words.sentences(notes)),
    text(
      t("prediction.line.rate"),
      t("prediction.line.rateValue", { orders: words.decimal(model.ordersPerYear, 1) }),
      t("prediction.line.rateNote"),
    ),
    text(
      t("prediction.line.leaving"),
      t(`prediction.line.leaving.${model.leaving.per}`, { share: words.percent(model.leaving.share) }),
      t("prediction.line.leavingNote"),
    ),
    text(
      t("prediction.line.spend"),
      words.money(model.populationSpend),
      t(`prediction.spendSource.${model.spendSource}`),
    ),
    text(
      t("prediction.line.parameters"),
      parametersText(fit.params, words),
      t("prediction.line.parametersNote"),
    ),
  ];
}

function parametersText(
  params: NonNullable<Predictions["model"]>["fit"]["params"],
  words: ReportContext["words"],
): string {
  const figures =
    params.model === "pareto"
      ? { r: params.r, alpha: params.alpha, s: params.s, beta: params.beta }
      : { r: params.r, alpha: params.alpha, a: params.a, b: params.b };
  return words.list(
    Object.entries(figures).map(([name, value]) => `${name} ${words.decimal(value, value < 10 ? 3 : 1)}`),
  );
}

/** A label, a figure in words, and what it means, on the grid. */
function line(sheet: SheetBuilder, { label, value, note }: KeyValue): void {
  const cells = [
    { at: 1, columns: 5, text: label, style: "wordBold" },
    { at: 6, columns: 7, text: String(value), style: "wordWrap" },
    { at: 13, columns: 12, text: note ?? "", style: "wordGreyWrap" },
  ] as const;
  for (const { at, columns, text, style } of cells) {
    sheet.span(sheet.row, at, columns, text, style);
    sheet.fitHeight(sheet.row, at, columns, text);
  }
  sheet.row += 1;
}
