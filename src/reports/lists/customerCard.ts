import type { Analysis, CustomerRow } from "../../core/analysis";
import { formatDay } from "../../core/math/day";
import type { ReportContext } from "../context";
import { rangeAddress, sheetReference } from "../kit/address";
import { SheetBuilder } from "../kit/sheetBuilder";
import { PALETTE } from "../model/palette";
import type { StyleId } from "../model/styles";
import type { CellValue, SheetModel } from "../model/workbookModel";
import type { PredictionColumnId, ScoreColumnId, ScoresLayout } from "./customerScores";
import { relationColumns, type RelationColumnId } from "./relationColumns";
import { bandName, figureOf, quadrantName, reasonOf, segmentName } from "./customerScores";

/** Twelve equal columns, so that six cards of two, two halves of six and twelve months share their edges. */
const GRID = 12;
const GRID_WIDTH = 11;
const DASH = "–";
/** Marks the place of a figure that a formula puts into a sentence. */
const HOLE = "\u0000";

interface Lookup {
  readonly label: string;
  readonly style: StyleId;
  readonly column: ScoreColumnId;
  readonly cached: (row: CustomerRow) => CellValue;
}

/**
 * One customer on a page. The reader picks an id in a drop-down; every other cell is a native formula that looks
 * the customer up in the score table, so the page works for people without the add-in.
 */
export function customerCardSheet(
  analysis: Analysis,
  context: ReportContext,
  layout: ScoresLayout | null,
): SheetModel {
  const { t, words, tierName, dateCell } = context;
  const sheet = new SheetBuilder(context, {
    id: "customerCard",
    widths: [2, ...Array.from({ length: GRID }, () => GRID_WIDTH)],
    tabColor: "accent",
  });
  sheet.title(t("sheet.customerCard"));
  const chosen = layout?.rows[0];
  if (layout === null || chosen === undefined) {
    sheet.empty(t("card.empty"));
    return sheet.build();
  }

  const pickRow = sheet.row;
  const pick = `$D$${pickRow + 1}`;
  sheet.span(pickRow, 1, 2, t("card.pick"), "subhead");
  sheet.span(pickRow, 3, 3, chosen.id, "input");
  sheet.height(pickRow, 26);
  sheet.validate({
    kind: "listRange",
    range: { row: pickRow, column: 3, rows: 1, columns: 1 },
    source: columnAddress(layout, "id"),
    prompt: t("card.pickPrompt"),
  });
  // EXACT, because MATCH takes "a" for "A" and reads * and ? as wildcards.
  const ids = columnAddress(layout, "id");
  const positionCell = `$I$${pickRow + 1}`;
  sheet.span(pickRow, 6, 2, t("card.position"), "noteRight");
  sheet.set(
    pickRow,
    8,
    1,
    "noteCenter",
    `SUMPRODUCT(EXACT(${ids},${pick})*(ROW(${ids})-${layout.firstRow}))`,
  );
  sheet.span(pickRow, 9, 4, t("card.of", { customers: words.count(layout.rows.length) }), "note");
  sheet.row = pickRow + 1;
  sheet.gap(8);

  const cell = (row: number, column: number, columns: number, lookup: Lookup) => {
    const formula = lookupFormula(layout, lookup.column, positionCell);
    const cached = lookup.cached(chosen);
    if (columns > 1) sheet.span(row, column, columns, null, lookup.style);
    sheet.set(row, column, cached === null || cached === "" ? DASH : cached, lookup.style, formula);
  };

  const net = (row: CustomerRow) => row.netSpend;
  const cards: readonly Lookup[] = [
    { label: t("scores.tier"), style: "cardName", column: "tier", cached: ({ tier }) => tierName(tier) },
    {
      label: t("scores.segment"),
      style: "cardName",
      column: "segment",
      cached: ({ segment }) => segmentName(segment, context),
    },
    {
      label: t("scores.days"),
      style: "cardInteger",
      column: "days",
      cached: (row) => row.daysSinceLastOrder,
    },
    { label: t("scores.orders"), style: "cardInteger", column: "orders", cached: ({ orders }) => orders },
    { label: t("scores.net"), style: "cardMoney", column: "net", cached: net },
    { label: t("scores.rank"), style: "cardInteger", column: "rank", cached: ({ rank }) => rank },
  ];
  const cardRow = sheet.row;
  const predicted = layout.column("risk") === null ? [] : predictedLines(analysis, context);
  const predictionRows = predicted.length === 0 ? 0 : 2 * predicted.length + 3;
  const relations = relationLines(analysis, context);
  const relationRows = 2 * relations.lines.length + 3 + (relations.timeline === null ? 0 : 3);
  const monthsRow = cardRow + 4 + BODY_ROWS + predictionRows + relationRows;
  const reference = tierAverages(sheet, analysis, context, monthsRow + 18);
  cards.forEach((card, index) => {
    const column = 1 + index * 2;
    sheet.span(cardRow, column, 2, card.label, "cardLabel");
    cell(cardRow + 1, column, 2, card);
    const note = cardNote(card.column, cardRow, reference, analysis, context, chosen);
    sheet.span(cardRow + 2, column, 2, null, "cardNote");
    sheet.set(cardRow + 2, column, note.cached, "cardNote", note.formula);
  });
  sheet.height(cardRow, 19);
  sheet.height(cardRow + 1, 29);
  sheet.height(cardRow + 2, 19);

  // Two halves: what was bought on the left, who it is on the right.
  const top = cardRow + 4;
  const left: readonly Lookup[] = [
    { label: t("scores.code"), style: "wordRight", column: "code", cached: ({ code }) => code },
    { label: t("scores.score"), style: "decimal1", column: "score", cached: ({ score }) => score },
    {
      label: t("scores.lastDay"),
      style: "date",
      column: "lastDay",
      cached: ({ lastDay }) => dateCell(lastDay),
    },
    {
      label: t("scores.firstDay"),
      style: "date",
      column: "firstDay",
      cached: ({ firstDay }) => dateCell(firstDay),
    },
    { label: t("scores.interval"), style: "decimal1", column: "interval", cached: (row) => row.intervalDays },
    {
      label: t("scores.totalOrders"),
      style: "integer",
      column: "totalOrders",
      cached: ({ totalOrders }) => totalOrders,
    },
    { label: t("scores.totalNet"), style: "money", column: "totalNet", cached: ({ totalNet }) => totalNet },
    {
      label: t("scores.topCategory"),
      style: "wordRight",
      column: "topCategory",
      cached: ({ topCategory }) => topCategory,
    },
    {
      label: t("scores.satisfaction"),
      style: "decimal1",
      column: "satisfaction",
      cached: (row) => row.satisfaction,
    },
    {
      label: t("scores.recommend"),
      style: "integer",
      column: "recommend",
      cached: ({ recommend }) => recommend,
    },
    {
      label: t("scores.complaints"),
      style: "integer",
      column: "complaints",
      cached: ({ complaints }) => complaints,
    },
    {
      label: t("scores.openComplaint"),
      style: "wordRight",
      column: "openComplaint",
      cached: ({ openComplaint }) => (openComplaint ? t("word.yes") : ""),
    },
  ];
  const right: readonly Lookup[] = layout.profile.map((field) => ({
    label: t(`field.${field}`),
    style: "word" as const,
    column: field === "name" ? "name" : (`profile.${field}` as const),
    cached: ({ record }) => record?.[field] ?? "",
  }));
  sheet.sectionAt(top, 1, 6, t("card.buying"));
  sheet.sectionAt(top, 8, 5, t("card.profile"));
  left
    .filter(({ column }) => layout.column(column) !== null)
    .forEach((lookup, index) => {
      sheet.span(top + 1 + index, 1, 3, lookup.label, "wordGrey");
      cell(top + 1 + index, 4, 3, lookup);
    });
  if (right.length === 0) sheet.span(top + 1, 8, 5, t("card.noProfile"), "empty", 3);
  right.slice(0, BODY_ROWS - 2).forEach((lookup, index) => {
    sheet.span(top + 1 + index, 8, 2, lookup.label, "wordGrey");
    cell(top + 1 + index, 10, 3, lookup);
  });

  const figures = (head: number, title: string, lines: readonly (readonly Lookup[])[]) => {
    sheet.sectionAt(head, 1, GRID, title);
    lines.forEach((line, index) => {
      const at = head + 1 + 2 * index;
      const width = GRID / line.length;
      line.forEach((lookup, place) => {
        const column = 1 + place * width;
        sheet.span(at, column, width, lookup.label, line.length === 1 ? "header" : "headerRight");
        sheet.height(at, 20);
        cell(at + 1, column, width, lookup);
      });
    });
  };
  if (predicted.length > 0) figures(top + BODY_ROWS, t("card.prediction"), predicted);
  const relationHead = top + BODY_ROWS + predictionRows;
  figures(relationHead, t("card.relation"), relations.lines);
  if (relations.timeline !== null) {
    const head = relationHead + 2 * relations.lines.length + 2;
    sheet.sectionAt(head, 1, GRID, t("card.timeline"));
    cell(head + 1, 1, GRID, relations.timeline);
    sheet.height(head + 1, TIMELINE_HEIGHT);
  }
  monthlyOrders(sheet, context, layout, chosen, positionCell, monthsRow);
  return sheet.build();
}

/** Lines of labels over figures: the risk, the value, and, on a line of its own, the reason. */
function predictedLines(
  { predictions, decimals }: Analysis,
  context: ReportContext,
): readonly (readonly Lookup[])[] {
  if (predictions === null) return [];
  const { value, horizonDays, months } = predictions;
  const line = (id: PredictionColumnId, style: StyleId, cached: (row: CustomerRow) => CellValue): Lookup => ({
    label: context.t(`scores.${id}`, { days: horizonDays, months }),
    style,
    column: id,
    cached,
  });
  const figure = (id: PredictionColumnId, style: StyleId, column: Float64Array) =>
    line(id, style, (row) => figureOf(column, row));
  const risk = [
    figure("risk", "percent", predictions.risk),
    figure("riskLow", "percent", predictions.low),
    figure("riskHigh", "percent", predictions.high),
    line("riskBand", "wordRight", (row) => bandName(predictions, row, context)),
  ];
  const worth =
    value === null
      ? []
      : [
          [
            figure("clv", "money", value.clv),
            figure("clvLow", "money", value.clvLow),
            figure("clvHigh", "money", value.clvHigh),
            line("potential", "wordRight", (row) => quadrantName(predictions, row, context)),
          ],
        ];
  return [risk, ...worth, [line("reason", "word", (row) => reasonOf(predictions, row, context, decimals))]];
}

/** Where the customer stands and what comes next; on lines of their own the action and the reasons. */
function relationLines(
  analysis: Analysis,
  context: ReportContext,
): { readonly lines: readonly (readonly Lookup[])[]; readonly timeline: Lookup | null } {
  const columns = relationColumns(analysis, context);
  const line = (id: RelationColumnId, style: StyleId): readonly Lookup[] =>
    columns.flatMap((column) =>
      column.id === id
        ? [{ label: column.header, style, column: id, cached: (row: CustomerRow) => column.value(row, 0) }]
        : [],
    );
  return {
    lines: [
      [
        ...line("stage", "wordRight"),
        ...line("relationType", "wordRight"),
        ...line("loyalty", "decimal1"),
        ...line("nextTouch", "date"),
      ],
      line("nextAction", "word"),
      line("relationReasons", "word"),
      line("attitude", "word"),
    ],
    timeline: line("timeline", "bodyWrap")[0] ?? null,
  };
}

/** Room for the latest six interactions, one a line. */
const TIMELINE_HEIGHT = 92;
/** Rows of the two halves, head and air included. */
const BODY_ROWS = 16;

function columnAddress(layout: ScoresLayout, id: ScoreColumnId): string {
  const column = layout.column(id) ?? 0;
  return sheetReference(
    layout.sheetName,
    rangeAddress({ row: layout.firstRow, column, rows: layout.rows.length, columns: 1 }, true),
  );
}

/** Looks a column up at the chosen position; a dash where nothing is known. */
function lookupFormula(layout: ScoresLayout, id: ScoreColumnId, position: string): string | null {
  if (layout.column(id) === null) return null;
  const found = `INDEX(${columnAddress(layout, id)},${position})`;
  return `IF(${position}=0,"${DASH}",IF(${found}="","${DASH}",${found}))`;
}

/** First and last row of the tier averages, counted from 1. */
interface TierReference {
  readonly from: number;
  readonly to: number;
}

/** Averages of each tier under the card: what the figures above are compared with. */
function tierAverages(
  sheet: SheetBuilder,
  analysis: Analysis,
  context: ReportContext,
  row: number,
): TierReference {
  const { t, tierName } = context;
  sheet.sectionAt(row, 1, GRID, t("card.tierAverages"));
  const heads = [
    t("scores.tier"),
    t("card.customers"),
    t("card.daysSince"),
    t("card.ordersEach"),
    t("card.netEach"),
    t("scores.interval"),
  ];
  heads.forEach((head, index) => {
    sheet.span(row + 1, 1 + index * 2, 2, head, index === 0 ? "header" : "headerRight");
  });
  analysis.portraits.forEach((portrait, line) => {
    const at = row + 2 + line;
    const figures: readonly (readonly [CellValue, StyleId])[] = [
      [tierName(portrait.tier), "word"],
      [portrait.customers, "integer"],
      [portrait.medianDaysSinceLastOrder, "integer"],
      [portrait.customers > 0 ? portrait.orders / portrait.customers : null, "decimal1"],
      [portrait.netPerCustomer, "money"],
      [portrait.medianIntervalDays, "decimal1"],
    ];
    figures.forEach(([value, style], index) =>
      sheet.span(at, 1 + index * 2, 2, value ?? DASH, value === null ? "wordRight" : style),
    );
  });
  sheet.span(row + 2 + analysis.portraits.length, 1, GRID, t("card.tierAveragesNote"), "note");
  return { from: row + 3, to: row + 2 + analysis.portraits.length };
}

/** The comparison under a figure: its tier's average, looked up by the tier shown above. */
function cardNote(
  column: ScoreColumnId,
  cardRow: number,
  reference: TierReference,
  analysis: Analysis,
  context: ReportContext,
  chosen: CustomerRow,
): { readonly formula: string | null; readonly cached: string } {
  const { t, words, money } = context;
  const compared: Partial<Record<ScoreColumnId, { readonly at: string; readonly format: string }>> = {
    days: { at: "F", format: "#,##0" },
    orders: { at: "H", format: "0.0" },
    net: { at: "J", format: "#,##0" },
  };
  const portrait = analysis.portraits.find(({ tier }) => tier === chosen.tier);
  const own = compared[column];
  if (column === "rank")
    return { formula: null, cached: t("card.rankOf", { customers: words.count(analysis.rfm.baseCount) }) };
  if (own === undefined) return { formula: null, cached: "" };
  const values: Partial<Record<ScoreColumnId, number | null>> = {
    days: portrait?.medianDaysSinceLastOrder ?? null,
    orders: portrait && portrait.customers > 0 ? portrait.orders / portrait.customers : null,
    net: portrait?.netPerCustomer ?? null,
  };
  const value = values[column] ?? null;
  const sign = column === "net" ? money.sign : "";
  const [before = "", after = ""] = t("card.tierAverage", { value: HOLE }).split(HOLE);
  const shown =
    value === null
      ? DASH
      : column === "orders"
        ? words.decimal(value, 1)
        : `${sign}${words.decimal(value, 0)}`;
  const tiers = `$B$${reference.from}:$B$${reference.to}`;
  const averages = `$${own.at}$${reference.from}:$${own.at}$${reference.to}`;
  const found = `INDEX(${averages},MATCH($B$${cardRow + 2},${tiers},0))`;
  const text = (words: string) => `"${words.replaceAll('"', '""')}"`;
  return {
    formula: `${text(before)}&IFERROR(IF(ISNUMBER(${found}),${text(sign)}&TEXT(${found},"${own.format}"),"${DASH}"),"${DASH}")&${text(after)}`,
    cached: `${before}${shown}${after}`,
  };
}

/** Orders of the last twelve months: a line of figures and a chart over it. */
function monthlyOrders(
  sheet: SheetBuilder,
  context: ReportContext,
  layout: ScoresLayout,
  chosen: CustomerRow,
  position: string,
  row: number,
): void {
  const { t } = context;
  sheet.pageStart(row);
  sheet.sectionAt(row, 1, GRID, t("card.months"));
  if (layout.months.length === 0) {
    sheet.span(row + 1, 1, GRID, t("card.monthsLeftOut"), "empty");
    return;
  }
  layout.months.forEach((month, index) => {
    const id = `month.${index}` as const;
    sheet.set(row + 1, 1 + index, formatDay(month).slice(0, 7), "headerRight");
    sheet.set(
      row + 2,
      1 + index,
      chosen.monthlyOrders[index] ?? 0,
      "integer",
      `IF(${position}=0,0,INDEX(${columnAddress(layout, id)},${position}))`,
    );
  });
  const name = context.sheetName("customerCard");
  sheet.chart({
    kind: "column",
    name: "customerMonths",
    title: t("card.monthsTitle"),
    altText: t("card.monthsTitle"),
    series: [
      {
        name: t("scores.orders"),
        nameCell: { sheet: name, row, column: 1 },
        categories: { sheet: name, range: { row: row + 1, column: 1, rows: 1, columns: 12 } },
        values: { sheet: name, range: { row: row + 2, column: 1, rows: 1, columns: 12 } },
        color: PALETTE.accent,
        labels: false,
      },
    ],
    categoryAxis: { title: null, numberFormat: null },
    valueAxis: { title: null, numberFormat: "0", min: 0, max: null },
    secondaryAxis: null,
    legend: "none",
    anchor: { row: row + 4, column: 1, rows: 13, columns: GRID },
  });
  for (let index = 0; index < 13; index += 1) sheet.height(row + 4 + index, 18);
}
