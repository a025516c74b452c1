import packageFile from "../../../package.json";
import {
  monthReview,
  trendDay,
  type Analysis,
  type ChangeCause,
  type KpiChange,
  type MonthAction,
} from "../../core/analysis";
import type { KpiResult } from "../../core/kpi";
import { NO_DAY, type DayNumber } from "../../core/math/day";
import type { ReportContext, SheetId } from "../context";
import { leftToPeople, SheetBuilder } from "../kit/sheetBuilder";
import type { SheetModel } from "../model/workbookModel";
import { revenueChart } from "../sheets/kpiBoard/monthCharts";
import { kpiFigure, kpiGapStyle, kpiStanding, kpiTarget, kpiValueStyle } from "../sheets/kpiText";

const WIDTHS = [2, 27, 12, 12, 14, 14, 24] as const;
const WIDTH = WIDTHS.length - 1;
/** As many as leave room for the rest of the page. */
const KPIS_SHOWN = 9;
const ACTIONS_SHOWN = 6;
const MONTHS_SHOWN = 13;
const CHART_ROWS = 9;

/** The sheet that has the list behind an action. */
const LISTS: Readonly<Record<MonthAction["code"], SheetId>> = {
  eventDue: "market",
  overdueTickets: "serviceSla",
  riskAlerts: "prediction",
  winBack: "winBack",
  unpaid: "unpaid",
  missedWithoutOwner: "kpiBoard",
  dearChannels: "channels",
  completeness: "contacts",
};

const FEEDBACK_FROM = ["management", "marketing", "service"] as const;

/** One page to hand up: how the KPIs stand, the trend, what changed and what stands behind it, what to do. */
export function monthlyReportSheet(
  analysis: Analysis,
  context: ReportContext,
  isPresent: (id: SheetId) => boolean,
): SheetModel {
  const { t, words } = context;
  const review = monthReview(analysis);
  const sheet = new SheetBuilder(context, {
    id: "monthlyReport",
    widths: WIDTHS,
    tabColor: "accent",
    orientation: "portrait",
    onePage: true,
  });
  const day = (value: DayNumber) => (value === NO_DAY ? t("report.none") : words.day(value));
  sheet.title(
    t("sheet.monthlyReport"),
    t("monthly.line", {
      asOf: words.day(analysis.asOf),
      first: day(analysis.firstOrderDay),
      last: day(analysis.lastOrderDay),
      windowDays: analysis.settings.windowDays,
      hash: analysis.settingsHash,
      version: packageFile.version,
    }),
  );
  sheet.paragraph(t("monthly.state", { ...review.statuses }), "finding", WIDTH);
  sheet.paragraph(monthSentence(analysis, context), "finding", WIDTH);
  kpis(sheet, analysis.kpis, context);
  trend(sheet, analysis, context);
  changes(sheet, review.changes, analysis, context);
  actions(sheet, review.actions, context, isPresent);
  feedback(sheet, context);
  return sheet.build();
}

/** The last month that is over against the one before it. */
function monthSentence(analysis: Analysis, { t, words }: ReportContext): string {
  const { month, monthBefore } = monthReview(analysis);
  if (month === null) return t("monthly.noMonth");
  const change = monthBefore === null || monthBefore.net <= 0 ? null : month.net / monthBefore.net - 1;
  return t(change === null ? "monthly.monthOnly" : "monthly.month", {
    month: words.day(month.month).slice(0, 7),
    net: words.money(month.net),
    change: change === null ? "" : `${change > 0 ? "+" : ""}${words.percent(change)}`,
    orders: words.count(month.orders),
    newBuyers: words.count(month.newBuyers),
  });
}

/** KPIs with a target, the missed ones first. */
function kpis(sheet: SheetBuilder, all: readonly KpiResult[], context: ReportContext): void {
  const { t } = context;
  const order = ["notMet", "smallSample", "met", "notDue", "noBaseline"];
  const shown = all
    .filter(
      ({ target, targetSource, value }) => target !== null && targetSource !== "benchmark" && value !== null,
    )
    .sort((one, other) => order.indexOf(one.status) - order.indexOf(other.status))
    .slice(0, KPIS_SHOWN);
  sheet.section(t("monthly.kpis"), WIDTH);
  sheet.table<KpiResult>({
    name: "MonthKpis",
    filter: false,
    rows: shown,
    empty: t("monthly.kpisEmpty"),
    columns: [
      { header: t("monthly.kpi"), style: "wordWrap", value: ({ id }) => t(`kpi.${id}`) },
      {
        header: t("monthly.value"),
        style: "wordRight",
        value: ({ value }) => value,
        styleOf: ({ unit }) => kpiValueStyle(unit),
      },
      {
        header: t("monthly.trend"),
        style: "wordRight",
        value: ({ value, before }) => (value === null || before === null ? t("report.none") : value - before),
        styleOf: ({ value, before, unit }) =>
          value === null || before === null ? "wordRight" : kpiGapStyle(unit),
      },
      {
        header: t("monthly.target"),
        style: "wordRight",
        value: (kpi) => kpiTarget(kpi, context).value,
        styleOf: (kpi) => kpiTarget(kpi, context).style,
      },
      {
        header: t("monthly.status"),
        style: "statusNeutral",
        value: (kpi) => kpiStanding(kpi, context).value,
        styleOf: (kpi) => kpiStanding(kpi, context).style,
      },
      {
        header: t("monthly.owner"),
        style: "text",
        value: ({ owner }) => (owner === "" ? t("kpiBoard.loopNoOwner") : owner),
      },
    ],
  });
}

function trend(sheet: SheetBuilder, analysis: Analysis, context: ReportContext): void {
  const { t } = context;
  const months = analysis.months.slice(-MONTHS_SHOWN);
  sheet.section(t("monthly.trendSection"), WIDTH);
  if (months.length === 0) {
    sheet.empty(t("monthly.noMonth"), WIDTH);
    return;
  }
  sheet.chartRow([{ spec: revenueChart(months, context), column: 1, columns: WIDTH }], CHART_ROWS);
}

function changes(
  sheet: SheetBuilder,
  found: readonly KpiChange[],
  analysis: Analysis,
  context: ReportContext,
): void {
  const { t, words } = context;
  const day = words.day(trendDay(analysis.asOf));
  sheet.section(t("monthly.changes", { day }), WIDTH);
  if (found.length === 0) {
    sheet.empty(t("monthly.noChanges", { day }), WIDTH);
    return;
  }
  for (const { kpi, better, causes } of found) {
    const said = t("monthly.change", {
      name: t(`kpi.${kpi.id}`),
      before: kpiFigure(kpi.before ?? 0, kpi.unit, context),
      value: kpiFigure(kpi.value ?? 0, kpi.unit, context),
      way: t(better ? "monthly.better" : "monthly.worse"),
    });
    const behind = causes.map((cause) => causeText(cause, context));
    sheet.paragraph(
      words.sentences([said, ...(behind.length === 0 ? [t("monthly.noCause")] : behind)]),
      "bodyWrap",
      WIDTH,
    );
  }
  sheet.note(t("monthly.changesNote"));
}

function causeText(cause: ChangeCause, { t, words }: ReportContext): string {
  switch (cause.code) {
    case "slowStep":
      return t("monthly.cause.slowStep", {
        step: t(`slaStep.${cause.step}`),
        hours: words.decimal(cause.hours, 1),
      });
    case "dearChannel":
      return t("monthly.cause.dearChannel", {
        channel: cause.channel,
        cac: words.money(cause.cac),
        maxCac: cause.maxCac === null ? t("report.none") : words.money(cause.maxCac),
      });
    case "quietChannel":
      return t("monthly.cause.quietChannel", { channel: cause.channel, rate: words.percent(cause.rate) });
    default: {
      const { code, ...holes } = cause;
      return t(`monthly.cause.${code}`, holes);
    }
  }
}

function actions(
  sheet: SheetBuilder,
  found: readonly MonthAction[],
  context: ReportContext,
  isPresent: (id: SheetId) => boolean,
): void {
  const { t, sheetName } = context;
  sheet.section(t("monthly.actions"), WIDTH);
  const linked = (code: MonthAction["code"]) => isPresent(LISTS[code]);
  sheet.table<MonthAction>({
    name: "MonthActions",
    filter: false,
    rows: found.slice(0, ACTIONS_SHOWN),
    empty: t("monthly.actionsEmpty"),
    columns: [
      { header: t("monthly.action"), style: "wordWrap", value: ({ code }) => t(`monthly.action.${code}`) },
      { header: t("monthly.concerns"), style: "integer", value: ({ count }) => count },
      {
        header: t("monthly.stake"),
        style: "wordRight",
        // Blank columns are for people to write in: what cannot be said is a dash.
        value: ({ value }) => value ?? t("report.none"),
        styleOf: ({ value }) => (value === null ? "wordRight" : "money"),
      },
      {
        header: t("monthly.list"),
        style: "wordLink",
        value: ({ code }) => (linked(code) ? sheetName(LISTS[code]) : t("report.none")),
        link: ({ code }) => (linked(code) ? { sheet: sheetName(LISTS[code]), cell: "A1" } : null),
        styleOf: ({ code }) => (linked(code) ? "wordLink" : "wordGrey"),
      },
      { header: t("monthly.owner"), style: "textWrap", value: leftToPeople },
      { header: t("monthly.dueOn"), style: "textWrap", value: leftToPeople },
    ],
  });
}

/** Lines for those who read it; what they write stays when the report is made again. */
function feedback(sheet: SheetBuilder, { t }: ReportContext): void {
  sheet.section(t("monthly.feedback"), WIDTH);
  const first = sheet.row + 1;
  sheet.table<(typeof FEEDBACK_FROM)[number]>({
    name: "MonthFeedback",
    filter: false,
    rows: FEEDBACK_FROM,
    empty: t("report.none"),
    columns: [
      { header: t("monthly.from"), style: "word", value: (from) => t(`monthly.feedbackFrom.${from}`) },
      { header: t("monthly.adopted"), style: "textWrap", value: leftToPeople },
      { header: t("monthly.owner"), style: "textWrap", value: leftToPeople },
      { header: t("monthly.due"), style: "textWrap", value: leftToPeople },
      { header: t("followUp.result"), style: "textWrap", value: leftToPeople },
      { header: t("monthly.remark"), style: "textWrap", value: leftToPeople },
    ],
  });
  FEEDBACK_FROM.forEach((_, index) => sheet.height(first + index, 24));
  sheet.note(t("monthly.feedbackNote"));
}
