import type { Analysis, CustomerRow, Predictions } from "../../core/analysis";
import { addMonths, firstDayOfMonth, formatDay, monthIndex } from "../../core/math/day";
import { describeReasons } from "../../i18n/describeReasons";
import { withCapital } from "../../i18n/withCapital";
import type { ReportContext } from "../context";
import { leftToPeople, SheetBuilder, type TableColumn } from "../kit/sheetBuilder";
import type { SheetModel } from "../model/workbookModel";
import { byStanding } from "./byStanding";
import { relationColumns, type RelationColumnId } from "./relationColumns";
import { profileFieldsOf, type ProfileField } from "./profileFields";

/** Columns that stand in the table where there are predictions; those of value where a model could be fitted. */
export type PredictionColumnId =
  | "risk"
  | "riskBand"
  | "riskLow"
  | "riskHigh"
  | "reason"
  | "nextPurchase"
  | "clv"
  | "clvLow"
  | "clvHigh"
  | "expectedOrders"
  | "potential";

/** Columns of the score table that other sheets look up, by id. */
export type ScoreColumnId =
  | "id"
  | "name"
  | "tier"
  | "computedTier"
  | "tierOverride"
  | "overrideReason"
  | "segment"
  | "days"
  | "orders"
  | "net"
  | "r"
  | "f"
  | "m"
  | "code"
  | "score"
  | "rank"
  | "firstDay"
  | "lastDay"
  | "interval"
  | "totalOrders"
  | "totalNet"
  | "topCategory"
  | "tag"
  | "satisfaction"
  | "recommend"
  | "complaints"
  | "openComplaint"
  | RelationColumnId
  | PredictionColumnId
  | `profile.${ProfileField}`
  | `month.${number}`;

/** Where the score table stands, for lookups and the drop-down of the customer card. */
export interface ScoresLayout {
  readonly sheetName: string;
  /** First and last row of customers, counted from 0. */
  readonly firstRow: number;
  readonly lastRow: number;
  readonly column: (id: ScoreColumnId) => number | null;
  /** The customers as the table lists them. */
  readonly rows: readonly CustomerRow[];
  /** First days of the months whose orders the table counts; empty in a very large table. */
  readonly months: readonly number[];
  readonly profile: readonly ProfileField[];
}

/** What a printed page holds ends with the first of these that the table has; the rest is for the screen and for lookups. */
const LAST_PRINTED: readonly ScoreColumnId[] = ["potential", "riskBand", "interval"];
/** Beyond this, twelve columns of monthly orders would make the file half as large again. */
const MONTH_COLUMNS_UP_TO = 10_000;

/** Tiers that can be set by hand: the others say what a customer did. */
const SETTABLE_TIERS = ["high", "medium", "basic"] as const;

interface ScoreColumn extends TableColumn<CustomerRow> {
  readonly id: ScoreColumnId;
}

/** Every customer with scores, tier and what is known of them: best first, then outside the window, then no order. */
export function customerScoresSheet(
  analysis: Analysis,
  context: ReportContext,
): { readonly sheet: SheetModel; readonly layout: ScoresLayout | null } {
  const { t, words } = context;
  const sheet = new SheetBuilder(context, { id: "customerScores", widths: "fit" });
  const rows = [...analysis.customers].sort(byStanding);
  const profile = profileFieldsOf(analysis);
  const months =
    rows.length <= MONTH_COLUMNS_UP_TO
      ? Array.from({ length: 12 }, (_, index) =>
          firstDayOfMonth(monthIndex(addMonths(analysis.asOf, index - 11))),
        )
      : [];
  const columns = scoreColumns(analysis, context, profile, months);
  sheet.title(t("sheet.customerScores"));
  sheet.note(
    t("scores.note", {
      customers: words.count(rows.length),
      base: words.count(analysis.rfm.baseCount),
      bins: analysis.settings.bins,
      ties: t(`tieRule.${analysis.settings.ties}`),
    }),
  );
  const { core } = analysis.programme.plans;
  if (core.customers > 0)
    sheet.note(
      t("scores.core", {
        customers: words.count(core.customers),
        share: core.netShare === null ? t("report.none") : words.percent(core.netShare),
      }),
    );
  for (const note of predictionNotes(analysis, context)) sheet.note(note);
  sheet.note(t("scores.tierOverrideNote"));
  sheet.gap(6);
  const header = sheet.row;
  const range = sheet.table({
    name: "CustomerScores",
    columns,
    rows,
    freeze: true,
    freezeColumns: 2,
    empty: t("scores.empty"),
  });
  const place = new Map(columns.map((column, index) => [column.id, 1 + index]));
  if (range !== null) {
    const body = (id: ScoreColumnId) => ({
      row: header + 1,
      column: place.get(id) ?? 1,
      rows: rows.length,
      columns: 1,
    });
    sheet.format({ kind: "dataBar", range: body("net"), color: "96C6FA" });
    sheet.validate({
      kind: "listValues",
      range: body("tierOverride"),
      values: SETTABLE_TIERS.map(context.tierName),
      prompt: t("scores.tierOverridePrompt"),
    });
  }
  const lastPrinted = LAST_PRINTED.find((id) => place.has(id)) ?? "interval";
  sheet.printColumns((place.get(lastPrinted) ?? columns.length) + 1);
  return {
    sheet: sheet.build(),
    layout:
      range === null
        ? null
        : {
            sheetName: context.sheetName("customerScores"),
            firstRow: header + 1,
            lastRow: header + rows.length,
            column: (id) => place.get(id) ?? null,
            rows,
            months,
            profile,
          },
  };
}

function scoreColumns(
  analysis: Analysis,
  context: ReportContext,
  profile: readonly ProfileField[],
  months: readonly number[],
): readonly ScoreColumn[] {
  const { t, words, tierName, dateCell } = context;
  const positive = (value: number) => (value > 0 ? value : null);
  const hasNames = profile.includes("name");
  const predicted = predictionColumns(analysis, context);
  const scoreHeader = (letter: "r" | "f" | "m") => t(`scores.${letter}`, { bins: analysis.settings.bins });
  return [
    { id: "id", header: t("scores.customer"), style: "text", value: ({ id }) => id, maxWidth: 24 },
    ...(hasNames
      ? [
          {
            id: "name",
            header: t("field.name"),
            style: "text",
            value: ({ record }) => record?.name ?? "",
            maxWidth: 18,
          } as const satisfies ScoreColumn,
        ]
      : []),
    { id: "tier", header: t("scores.tier"), style: "word", value: ({ tier }) => tierName(tier) },
    {
      id: "segment",
      header: t("scores.segment"),
      style: "word",
      value: ({ segment }) => segmentName(segment, context),
    },
    {
      id: "days",
      header: t("scores.days"),
      maxWidth: 14,
      style: "integer",
      value: (row) => row.daysSinceLastOrder,
    },
    {
      id: "orders",
      header: t("scores.orders"),
      maxWidth: 12,
      style: "integer",
      value: ({ orders }) => orders,
    },
    { id: "net", header: t("scores.net"), style: "money", value: ({ netSpend }) => netSpend },
    { id: "r", header: scoreHeader("r"), maxWidth: 12, style: "integer", value: ({ r }) => positive(r) },
    { id: "f", header: scoreHeader("f"), maxWidth: 12, style: "integer", value: ({ f }) => positive(f) },
    { id: "m", header: scoreHeader("m"), maxWidth: 12, style: "integer", value: ({ m }) => positive(m) },
    { id: "code", header: t("scores.code"), maxWidth: 10, style: "text", value: ({ code }) => code },
    { id: "score", header: t("scores.score"), maxWidth: 11, style: "decimal1", value: ({ score }) => score },
    { id: "rank", header: t("scores.rank"), maxWidth: 9, style: "integer", value: ({ rank }) => rank },
    { id: "lastDay", header: t("scores.lastDay"), style: "date", value: ({ lastDay }) => dateCell(lastDay) },
    ...predicted.printed,
    {
      id: "firstDay",
      header: t("scores.firstDay"),
      style: "date",
      value: ({ firstDay }) => dateCell(firstDay),
    },
    {
      id: "interval",
      header: t("scores.interval"),
      maxWidth: 13,
      style: "decimal1",
      value: ({ intervalDays }) => intervalDays,
    },
    ...tierColumns(analysis, context),
    ...predicted.further,
    {
      id: "totalOrders",
      header: t("scores.totalOrders"),
      maxWidth: 11,
      style: "integer",
      value: ({ totalOrders }) => totalOrders,
    },
    { id: "totalNet", header: t("scores.totalNet"), style: "money", value: ({ totalNet }) => totalNet },
    {
      id: "topCategory",
      header: t("scores.topCategory"),
      style: "text",
      value: ({ topCategory }) => topCategory,
    },
    { id: "tag", header: t("scores.tag"), style: "text", value: ({ tag }) => words.tag(tag) },
    ...relationColumns(analysis, context),
    ...(analysis.survey === null
      ? []
      : ([
          {
            id: "satisfaction",
            header: t("scores.satisfaction"),
            maxWidth: 13,
            style: "decimal1",
            value: (row) => row.satisfaction,
          },
          {
            id: "recommend",
            header: t("scores.recommend"),
            maxWidth: 13,
            style: "integer",
            value: ({ recommend }) => recommend,
          },
        ] as const satisfies readonly ScoreColumn[])),
    ...(analysis.service === null
      ? []
      : ([
          {
            id: "complaints",
            header: t("scores.complaints"),
            maxWidth: 12,
            style: "integer",
            value: ({ complaints }) => complaints,
          },
          {
            id: "openComplaint",
            header: t("scores.openComplaint"),
            maxWidth: 12,
            style: "word",
            value: ({ openComplaint }) => (openComplaint ? t("word.yes") : ""),
          },
        ] as const satisfies readonly ScoreColumn[])),
    ...profile
      .filter((field) => field !== "name")
      .map((field): ScoreColumn => ({
        id: `profile.${field}`,
        header: t(`field.${field}`),
        style: "text",
        value: ({ record }) => record?.[field] ?? "",
        maxWidth: 24,
      })),
    ...months.map((month, index): ScoreColumn => ({
      id: `month.${index}`,
      header: t("scores.month", { month: formatDay(month).slice(0, 7) }),
      maxWidth: 11,
      style: "integer",
      value: ({ monthlyOrders }) => monthlyOrders[index] ?? 0,
    })),
  ];
}

/**
 * The tier as computed, where somebody has set another, and two columns for the people who know the customer. We
 * write nothing into those: what stands there is kept from report to report, and read when the next one is made.
 */
function tierColumns({ customers }: Analysis, { t, tierName }: ReportContext): readonly ScoreColumn[] {
  return [
    ...(customers.some(({ override }) => override !== null)
      ? [
          {
            id: "computedTier",
            header: t("scores.computedTier"),
            style: "word",
            value: ({ computedTier }) => tierName(computedTier),
          } as const satisfies ScoreColumn,
        ]
      : []),
    {
      id: "tierOverride",
      header: t("scores.tierOverride"),
      style: "word",
      value: leftToPeople,
      minWidth: 12,
    },
    {
      id: "overrideReason",
      header: t("scores.overrideReason"),
      style: "wordWrap",
      value: leftToPeople,
      minWidth: 24,
    },
  ];
}

/** A column of the book for a row of the table; null where there is none. */
export function figureOf(column: Float64Array | undefined, { bookIndex }: CustomerRow): number | null {
  const value = column?.[bookIndex] ?? Number.NaN;
  return Number.isNaN(value) ? null : value;
}

/** Why the risk of a customer is what it is, in one sentence; "" without one. */
export function reasonOf(
  predictions: Predictions,
  { bookIndex }: Pick<CustomerRow, "bookIndex">,
  { t, words }: ReportContext,
  decimals: number,
): string {
  if ((predictions.bands[bookIndex] ?? "") === "") return "";
  return withCapital(describeReasons(t, words, predictions.reasonsOf(bookIndex), 10 ** decimals));
}

/** What the predicted columns mean, or why there are none. */
function predictionNotes(
  { predictions, predictionGap }: Analysis,
  { t, settingHoles }: ReportContext,
): readonly string[] {
  if (predictions === null) return [t(`predictionGap.${predictionGap ?? "noOrders"}`)];
  const { method, value } = predictions;
  return [
    t("scores.riskNote", { ...settingHoles, source: t(`riskSource.${method.source}`) }),
    ...(value === null ? [] : [t("scores.clvNote", settingHoles)]),
  ];
}

interface PredictionColumns {
  /** What a page has room for, and what only the screen has. */
  readonly printed: readonly ScoreColumn[];
  readonly further: readonly ScoreColumn[];
}

function predictionColumns({ predictions, decimals }: Analysis, context: ReportContext): PredictionColumns {
  if (predictions === null) return { printed: [], further: [] };
  const { t } = context;
  const { value, months, horizonDays } = predictions;
  const figure = (
    id: PredictionColumnId,
    style: "percent" | "money" | "decimal1" | "integer",
    column: Float64Array | undefined,
    maxWidth = 13,
  ): ScoreColumn => ({
    id,
    header: t(`scores.${id}`, { days: horizonDays, months }),
    maxWidth,
    style,
    value: (row) => figureOf(column, row),
  });
  const reasons = new Map<CustomerRow, string>();
  const reason = (row: CustomerRow) => {
    const known = reasons.get(row) ?? reasonOf(predictions, row, context, decimals);
    reasons.set(row, known);
    return known;
  };
  const risk: readonly ScoreColumn[] = [
    figure("risk", "percent", predictions.risk, 11),
    {
      id: "riskBand",
      header: t("scores.riskBand"),
      maxWidth: 10,
      style: "word",
      value: (row) => bandName(predictions, row, context),
    },
  ];
  const why: readonly ScoreColumn[] = [
    figure("riskLow", "percent", predictions.low, 11),
    figure("riskHigh", "percent", predictions.high, 11),
    { id: "reason", header: t("scores.reason"), maxWidth: 60, style: "word", value: reason },
    figure("nextPurchase", "integer", predictions.nextPurchaseDays),
  ];
  if (value === null) return { printed: risk, further: why };
  return {
    printed: [
      ...risk,
      figure("clv", "money", value.clv, 14),
      {
        id: "potential",
        header: t("scores.potential"),
        maxWidth: 13,
        style: "word",
        value: (row) => quadrantName(predictions, row, context),
      },
    ],
    further: [
      ...why,
      figure("expectedOrders", "decimal1", value.expectedOrders),
      figure("clvLow", "money", value.clvLow, 14),
      figure("clvHigh", "money", value.clvHigh, 14),
    ],
  };
}

/** 低 / 中 / 高; "" without a risk. */
export function bandName({ bands }: Predictions, { bookIndex }: CustomerRow, { t }: ReportContext): string {
  const band = bands[bookIndex] ?? "";
  return band === "" ? "" : t(`riskBand.${band}`);
}

/** Where a customer stands by value and potential; "" for who has none. */
export function quadrantName(
  { value }: Predictions,
  { bookIndex }: CustomerRow,
  { t }: ReportContext,
): string {
  const quadrant = value?.quadrants.of[bookIndex] ?? "";
  return quadrant === "" ? "" : t(`quadrant.${quadrant}`);
}

/** Name of a segment id; "" stays empty. */
export function segmentName(segment: string, { t }: ReportContext): string {
  return segment === "" ? "" : t(`segment.${segment}` as Parameters<typeof t>[0]);
}
