import type { Analysis, SourceSheet, TableProblem } from "../../core/analysis";
import { formatMoment, momentOfSerial } from "../../core/math/day";
import { REJECT_REASONS, type RejectedRow } from "../../core/orders";
import type { ReportContext } from "../context";
import { SheetBuilder } from "../kit/sheetBuilder";
import type { SheetModel } from "../model/workbookModel";

const WIDTH = 7;
/** A longer list is cut here and says so; the JSON result holds every row. */
const ROWS_LISTED = 20_000;
const CUSTOMERS_NAMED = 10;

/** Every raw row accounted for: used, before the window, or left out with its reason and place. */
export function dataQualitySheet(analysis: Analysis, context: ReportContext): SheetModel {
  const { t, words } = context;
  const { quality } = analysis;
  const { counts } = quality;
  const sheet = new SheetBuilder(context, {
    id: "dataQuality",
    widths: [2, 26, 18, 10, 18, 22, 24, 58],
    tabColor: "grey",
  });
  sheet.title(t("sheet.dataQuality"));
  const rejected = REJECT_REASONS.reduce((sum, reason) => sum + counts.rejected[reason], 0);
  sheet.paragraph(
    t("quality.finding", {
      raw: words.count(counts.rawRows),
      used: words.count(counts.used),
      before: words.count(counts.beforeWindow),
      rejected: words.count(rejected),
      share: counts.rawRows === 0 ? "–" : words.percent(rejected / counts.rawRows),
    }),
    "finding",
    WIDTH,
  );

  sheet.section(t("quality.counts"), WIDTH);
  const share = (value: number) => (counts.rawRows === 0 ? null : value / counts.rawRows);
  const lines: readonly (readonly [string, number, string])[] = [
    [t("quality.used"), counts.used, t("quality.usedNote")],
    [t("quality.beforeWindow"), counts.beforeWindow, t("quality.beforeWindowNote")],
    ...REJECT_REASONS.filter((reason) => counts.rejected[reason] > 0).map(
      (reason) => [t(`reject.${reason}`), counts.rejected[reason], t(`rejectNote.${reason}`)] as const,
    ),
    [t("quality.rawRows"), counts.rawRows, t("quality.rawRowsNote")],
  ];
  sheet.set(sheet.row, 1, t("quality.what"), "header");
  sheet.set(sheet.row, 2, t("quality.rows"), "headerRight");
  sheet.set(sheet.row, 3, t("quality.share"), "headerRight");
  sheet.span(sheet.row, 4, WIDTH - 3, t("quality.meaning"), "header");
  sheet.row += 1;
  const first = sheet.row;
  lines.forEach(([label, value, note], index) => {
    const total = index === lines.length - 1;
    sheet.set(sheet.row, 1, label, total ? "wordBold" : "word");
    // The total is a sum that a reader can check.
    sheet.set(
      sheet.row,
      2,
      value,
      "integer",
      total ? `SUM(C${first + 1}:C${first + lines.length - 1})` : null,
    );
    sheet.set(sheet.row, 3, share(value), "percent");
    sheet.span(sheet.row, 4, WIDTH - 3, note, "wordGreyWrap");
    sheet.fitHeight(sheet.row, 4, WIDTH - 3, note);
    sheet.row += 1;
  });
  if (quality.notes.length > 0) {
    sheet.section(t("quality.notes"), WIDTH);
    for (const note of quality.notes)
      sheet.paragraph(t(`orderNote.${note.code}`, noteHoles(note, context)), "bodyWrap", WIDTH);
  }

  sheet.section(t("quality.sheets"), WIDTH);
  sheet.table<SourceSheet>({
    name: "SourceSheets",
    filter: false,
    // Snapshots are what reports kept, no input of anybody's: with them a report made twice would differ.
    rows: quality.sheets.filter(({ kind }) => kind !== "snapshots"),
    empty: t("quality.noSheets"),
    columns: [
      { header: t("quality.file"), style: "textWrap", value: ({ file }) => file },
      { header: t("quality.sheet"), style: "textWrap", value: ({ sheet: name }) => name },
      { header: t("quality.rows"), style: "integer", value: ({ rows }) => rows },
      {
        header: t("quality.readAs"),
        style: "word",
        value: ({ kind }) => (kind === null ? t("quality.notRecognised") : t(`sheetKind.${kind}`)),
        styleOf: ({ kind }) => (kind === null ? "statusBad" : "word"),
      },
      { header: t("quality.profile"), style: "word", value: ({ profile }) => t(`profile.${profile}`) },
      {
        header: t("quality.unused"),
        style: "wordGreyWrap",
        value: ({ unusedHeadings }) => words.list(unusedHeadings),
      },
      {
        header: t("quality.columns"),
        style: "wordWrap",
        value: ({ mapping }) =>
          words.list(
            mapping.map(({ field, heading }) => {
              const name = fieldName(field, context);
              return name === heading ? heading : t("quality.mapping", { heading, field: name });
            }),
          ),
      },
    ],
  });

  sheet.section(t("quality.people"), WIDTH);
  const people: readonly (readonly [string, readonly string[]])[] = [
    [t("quality.onlyInOrders"), quality.onlyInOrders],
    [t("quality.onlyInCustomers"), quality.onlyInCustomers],
    [t("quality.refundOnly"), quality.refundOnly],
  ];
  for (const [label, ids] of people) {
    sheet.span(sheet.row, 1, 2, label, "word");
    sheet.set(sheet.row, 3, ids.length, "integer");
    const named =
      ids.length > CUSTOMERS_NAMED
        ? t("quality.andMore", {
            names: words.list(ids.slice(0, CUSTOMERS_NAMED)),
            more: words.count(ids.length - CUSTOMERS_NAMED),
          })
        : words.list(ids);
    sheet.span(sheet.row, 4, WIDTH - 3, named === "" ? "–" : named, "wordGreyWrap");
    sheet.fitHeight(sheet.row, 4, WIDTH - 3, named);
    sheet.row += 1;
  }

  sheet.section(t("quality.problems"), WIDTH);
  sheet.table<TableProblem>({
    name: "SheetProblems",
    rows: quality.problems.slice(0, ROWS_LISTED),
    empty: t("quality.noProblems"),
    columns: [
      { header: t("quality.file"), style: "text", value: ({ file }) => file },
      { header: t("quality.sheet"), style: "text", value: ({ sheet: name }) => name },
      { header: t("quality.row"), style: "integer", value: ({ row }) => row },
      { header: t("quality.readAs"), style: "word", value: ({ kind }) => t(`sheetKind.${kind}`) },
      {
        header: t("quality.field"),
        style: "word",
        value: ({ field }) => (field === "" ? "" : fieldName(field, context)),
      },
      { header: t("quality.text"), style: "textWrap", value: cellText },
      {
        header: t("quality.reason"),
        style: "wordWrap",
        value: (problem) =>
          t(`tableProblem.${problem.code}`, {
            field: problem.field === "" ? "" : fieldName(problem.field, context),
            text: cellText(problem),
          }),
      },
    ],
  });
  more(sheet, quality.problems.length, context);

  sheet.section(t("quality.rejected"), WIDTH);
  sheet.table<RejectedRow>({
    name: "RejectedRows",
    rows: quality.rejected.slice(0, ROWS_LISTED),
    empty: t("quality.noRejected"),
    columns: [
      { header: t("quality.file"), style: "text", value: ({ file }) => file },
      { header: t("quality.sheet"), style: "text", value: ({ sheet: name }) => name },
      { header: t("quality.row"), style: "integer", value: ({ row }) => row },
      { header: t("scores.customer"), style: "text", value: ({ customerId }) => customerId },
      { header: t("field.orderId"), style: "text", value: ({ orderId }) => orderId },
      { header: t("quality.text"), style: "textWrap", value: ({ text }) => text },
      { header: t("quality.reason"), style: "word", value: ({ reason }) => t(`reject.${reason}`) },
    ],
  });
  more(sheet, quality.rejected.length, context);
  return sheet.build();
}

function more(sheet: SheetBuilder, rows: number, { t, words }: ReportContext): void {
  if (rows > ROWS_LISTED)
    sheet.note(
      t("quality.more", { listed: words.count(ROWS_LISTED), more: words.count(rows - ROWS_LISTED) }),
    );
}

function fieldName(field: string, { t }: ReportContext): string {
  return t(`field.${field}` as Parameters<typeof t>[0]);
}

/** A time as its cell shows it: the file keeps a count of days. */
function cellText({ field, text }: TableProblem): string {
  if (!/(At|On)$/.test(field) || !/^\d{5}(\.\d+)?$/.test(text)) return text;
  const moment = formatMoment(momentOfSerial(Number(text)));
  return text.includes(".") ? moment : moment.slice(0, 10);
}

/** Numbers of a note as a reader writes them. */
function noteHoles(
  note: Analysis["quality"]["notes"][number],
  { t, words }: ReportContext,
): Readonly<Record<string, string | number>> {
  return Object.fromEntries(
    Object.entries(note).map(([key, value]) => [
      key,
      typeof value === "number"
        ? Number.isInteger(value)
          ? words.count(value)
          : words.decimal(value, 1)
        : key === "dateOrder"
          ? t(`dateOrder.${value === "dayFirst" ? "dayFirst" : "monthFirst"}`)
          : value,
    ]),
  );
}
