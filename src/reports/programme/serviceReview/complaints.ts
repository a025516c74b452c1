import type { Analysis } from "../../../core/analysis";
import { addMonths } from "../../../core/math/day";
import type { ReportContext } from "../../context";
import type { ChartSpec } from "../../kit/chartData";
import { monthLabels } from "../../kit/monthLabels";
import { leftToPeople, type SheetBuilder, type TableColumn } from "../../kit/sheetBuilder";
import { PALETTE } from "../../model/palette";
import { HALF, WIDTH, type Review } from "./layout";

const CHART_ROWS = 13;
const REASONS_CHARTED = 10;
const REASONS_LISTED = 15;
const CHANNELS_SHOWN = 5;
const SEVERITIES = ["general", "quality", "major", "unknown"] as const;

/** The complaint report: months, the reasons of the reported month, what to do about them, and how they came in. */
export function complaintBlock(
  sheet: SheetBuilder,
  review: Review,
  analysis: Analysis,
  context: ReportContext,
): void {
  const { t } = context;
  sheet.section(t("review.complaints"), WIDTH);
  sheet.gap(6);
  const month = context.words.day(review.reported.month).slice(0, 7);
  const named = review.reported.reasons.some(({ reason }) => reason !== "");
  sheet.chartRow(
    [
      { spec: monthChart(review, analysis, context), column: 1, columns: HALF },
      ...(named ? [{ spec: paretoChart(review, month, context), column: 1 + HALF, columns: HALF }] : []),
    ],
    CHART_ROWS,
  );
  sheet.paragraph(
    context.words.sentences([
      t("review.monthNote"),
      isCutShort(review, analysis) ? t("review.monthOpen", { asOf: context.words.day(analysis.asOf) }) : "",
      named || review.reported.complaints === 0 ? "" : t("review.noReasons"),
    ]),
    "noteWrap",
    WIDTH,
  );
  improvementTable(sheet, review, month, analysis, context);
  crossTable(sheet, review, context);
}

/** The first of the months is that of the as-of date, which may not be over. */
function isCutShort({ complaintMonths }: Review, { asOf }: Analysis): boolean {
  const [latest] = complaintMonths;
  return latest !== undefined && asOf + 1 < addMonths(latest.month, 1);
}

function monthChart(review: Review, analysis: Analysis, context: ReportContext): ChartSpec {
  const { t } = context;
  const months = [...review.complaintMonths].reverse();
  const cut = isCutShort(review, analysis);
  return {
    kind: "combo",
    title: t("review.chart.months"),
    altText: t("review.chart.monthsAlt"),
    categoryHeader: t("field.month"),
    categories: monthLabels(
      months.map(({ month }, place) => ({ month, complete: !cut || place < months.length - 1 })),
      context,
    ),
    series: [
      {
        name: t("sla.complaints"),
        values: months.map(({ complaints }) => complaints),
        style: "integer",
        color: PALETTE.accent,
        as: "column",
      },
      {
        name: t("review.per100"),
        values: months.map(({ per100Orders }) => per100Orders),
        style: "decimal1",
        color: PALETTE.grey,
        as: "line",
        secondary: true,
      },
    ],
    categoryAxis: { title: null, numberFormat: null },
    valueAxis: { title: null, numberFormat: "0", min: 0, max: null },
    secondaryAxis: { title: null, numberFormat: "0.0" },
    legend: "bottom",
  };
}

/** Reasons by count with the line that adds them up: the few that make most of the trouble stand left. */
function paretoChart(review: Review, month: string, { t }: ReportContext): ChartSpec {
  const reasons = review.reported.reasons.slice(0, REASONS_CHARTED);
  return {
    kind: "combo",
    title: t("review.chart.pareto", { month }),
    altText: t("review.chart.paretoAlt", { month }),
    categoryHeader: t("field.reason"),
    categories: reasons.map(({ reason }) => (reason === "" ? t("word.unknown") : reason)),
    series: [
      {
        name: t("sla.complaints"),
        values: reasons.map(({ count }) => count),
        style: "integer",
        color: PALETTE.accent,
        as: "column",
        labels: true,
      },
      {
        name: t("review.cumulative"),
        values: reasons.map(({ cumulativeShare }) => cumulativeShare),
        style: "percent",
        color: PALETTE.grey,
        as: "line",
        secondary: true,
      },
    ],
    categoryAxis: { title: null, numberFormat: null },
    valueAxis: { title: null, numberFormat: "0", min: 0, max: null },
    secondaryAxis: { title: null, numberFormat: "0%", max: 1 },
    legend: "bottom",
  };
}

function improvementTable(
  sheet: SheetBuilder,
  review: Review,
  month: string,
  analysis: Analysis,
  context: ReportContext,
): void {
  const { t, dateCell } = context;
  sheet.section(t("review.improvements", { month }), WIDTH);
  const columns: readonly TableColumn<Review["improvements"][number]>[] = [
    {
      header: t("field.reason"),
      style: "textWrap",
      value: ({ reason }) => (reason === "" ? t("word.unknown") : reason),
    },
    { header: t("sla.complaints"), style: "integer", value: ({ count }) => count },
    { header: t("review.change"), style: "gapInteger", value: ({ change }) => change },
    { header: t("review.shareOfMonth"), style: "percent", value: ({ share }) => share },
    {
      header: t("review.department"),
      style: "wordWrap",
      value: ({ department, word }) =>
        word === ""
          ? t(`department.${department}`)
          : t("review.departmentBy", { department: t(`department.${department}`), word }),
      styleOf: ({ department }) => (department === "unknown" ? "statusNeutral" : "wordWrap"),
    },
    { header: t("review.improvementOwner"), style: "text", value: ({ owner }) => owner },
    { header: t("field.dueOn"), style: "date", value: ({ dueOn }) => dateCell(dueOn) },
    { header: t("review.progress"), style: "word", value: leftToPeople },
    { header: t("review.measure"), style: "wordWrap", value: leftToPeople },
  ];
  const header = sheet.row;
  const range = sheet.table({
    name: "Improvements",
    filter: false,
    rows: review.improvements,
    empty: t("review.noImprovements", { month }),
    columns,
  });
  if (range === null) return;
  sheet.validate({
    kind: "listValues",
    range: {
      row: header + 1,
      column: 1 + columns.findIndex(({ header: text }) => text === t("review.progress")),
      rows: review.improvements.length,
      columns: 1,
    },
    values: [t("progress.planned"), t("progress.running"), t("progress.done"), t("progress.dropped")],
    prompt: t("review.progressPrompt"),
  });
  sheet.paragraph(
    t("review.improvementNote", { days: analysis.settings.programme.improvementDays }),
    "noteWrap",
    WIDTH,
  );
}

interface CrossLine {
  readonly reason: string;
  readonly count: number;
  readonly bySeverity: ReadonlyMap<string, number>;
  readonly byChannel: ReadonlyMap<string, number>;
}

/** Reasons down, kinds and channels across: where complaints come in, and how grave they are. */
function crossTable(sheet: SheetBuilder, review: Review, context: ReportContext): void {
  const { t, words } = context;
  sheet.pageStart();
  sheet.section(t("review.cross"), WIDTH);
  const lines = crossLines(review.complaintTable);
  const channels = busiest(review.complaintTable);
  const shown = lines.slice(0, REASONS_LISTED);
  const named = (channel: string) => (channel === "" ? t("review.noChannel") : channel);
  const header = sheet.row;
  const range = sheet.table<CrossLine>({
    name: "ComplaintCross",
    filter: false,
    rows: shown,
    empty: t("review.noComplaints"),
    columns: [
      {
        header: t("field.reason"),
        style: "textWrap",
        value: ({ reason }) => (reason === "" ? t("word.unknown") : reason),
      },
      { header: t("sla.complaints"), style: "integer", value: ({ count }) => count },
      ...SEVERITIES.map((severity): TableColumn<CrossLine> => ({
        header: t(`severity.${severity}`),
        style: "integer",
        value: ({ bySeverity }) => bySeverity.get(severity) ?? 0,
      })),
      ...channels.map((channel): TableColumn<CrossLine> => ({
        header: t("review.byChannel", { channel: named(channel) }),
        style: "integer",
        value: ({ byChannel }) => byChannel.get(channel) ?? 0,
      })),
    ],
  });
  if (range === null) return;
  sheet.format({
    kind: "dataBar",
    range: { row: header + 1, column: 2, rows: shown.length, columns: 1 },
    color: PALETTE.accentLight,
  });
  sheet.paragraph(
    words.sentences([
      t("review.crossNote"),
      lines.length > shown.length
        ? t("review.crossMore", { reasons: words.count(lines.length - shown.length) })
        : "",
    ]),
    "noteWrap",
    WIDTH,
  );
}

function crossLines(table: Review["complaintTable"]): readonly CrossLine[] {
  const lines = new Map<
    string,
    { count: number; bySeverity: Map<string, number>; byChannel: Map<string, number> }
  >();
  const add = (counts: Map<string, number>, key: string, count: number) =>
    counts.set(key, (counts.get(key) ?? 0) + count);
  for (const { reason, severity, channel, count } of table) {
    let line = lines.get(reason);
    if (line === undefined)
      lines.set(reason, (line = { count: 0, bySeverity: new Map(), byChannel: new Map() }));
    line.count += count;
    add(line.bySeverity, severity, count);
    add(line.byChannel, channel, count);
  }
  return [...lines]
    .map(([reason, line]): CrossLine => ({ reason, ...line }))
    .sort((one, other) => other.count - one.count);
}

/** Channels by their complaints, the busiest first; none where no complaint names one. */
function busiest(table: Review["complaintTable"]): readonly string[] {
  const counts = new Map<string, number>();
  for (const { channel, count } of table) counts.set(channel, (counts.get(channel) ?? 0) + count);
  const channels = [...counts].sort((one, other) => other[1] - one[1]).map(([channel]) => channel);
  return channels.some((channel) => channel !== "") ? channels.slice(0, CHANNELS_SHOWN) : [];
}
