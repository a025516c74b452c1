import type { Analysis } from "../../../core/analysis";
import type { Benchmark } from "../../../core/programme";
import { withCapital } from "../../../i18n/withCapital";
import type { ReportContext } from "../../context";
import type { SheetBuilder } from "../../kit/sheetBuilder";
import type { StyleId } from "../../model/styles";
import type { CellValue } from "../../model/workbookModel";

const STYLES: Readonly<Record<Benchmark["unit"], StyleId>> = {
  share: "percent",
  ratio: "decimal2",
  change: "gapPercent",
};

/** Columns of a line: claim, own figure, claimed figure, standing, interval; the note takes the rest. */
const NOTE_COLUMN = 6;

/** Every claim that the plan quotes, beside the shop's own figure; what is missing where there is none. */
export function benchmarkTable(
  sheet: SheetBuilder,
  analysis: Analysis,
  width: number,
  context: ReportContext,
): void {
  const { t, words } = context;
  const { market } = analysis.programme;
  const noteColumns = width - NOTE_COLUMN + 1;
  const holes = {
    days: market.horizonDays,
    months: analysis.settings.winBackMonths,
    trade: t(`trade.${analysis.settings.programme.trade}`),
  };
  sheet.section(t("market.benchmarks"), width);
  const heads = ["claim", "own", "claimed", "standing", "interval"] as const;
  heads.forEach((head, index) =>
    sheet.set(
      sheet.row,
      1 + index,
      t(`market.${head}`),
      index === 1 || index === 2 ? "headerRight" : "header",
    ),
  );
  sheet.span(sheet.row, NOTE_COLUMN, noteColumns, t("market.sourceOf"), "header");
  sheet.height(sheet.row, 20);
  sheet.row += 1;
  for (const benchmark of market.benchmarks) {
    const { id, own, claimed, unit, interval, standing } = benchmark;
    const figure = STYLES[unit];
    const shown = (value: number) => (unit === "ratio" ? words.decimal(value, 1) : words.percent(value));
    const cells: readonly (readonly [CellValue, StyleId])[] = [
      [t(`market.benchmark.${id}`, holes), "wordBold"],
      own === null ? [t("report.none"), "wordRight"] : [own, figure],
      [claimed, figure],
      [t(`market.standing.${standing ?? "none"}`), "statusNeutral"],
      [
        interval === null
          ? null
          : t("market.range", { low: shown(interval.low), high: shown(interval.high) }),
        "wordWrap",
      ],
    ];
    cells.forEach(([value, style], index) => {
      sheet.set(sheet.row, 1 + index, value, style);
      if (typeof value === "string") sheet.fitHeight(sheet.row, 1 + index, 1, value);
    });
    const note = noteOf(benchmark, holes, context);
    sheet.span(sheet.row, NOTE_COLUMN, noteColumns, note, "wordGreyWrap");
    sheet.fitHeight(sheet.row, NOTE_COLUMN, noteColumns, note);
    sheet.row += 1;
  }
}

function noteOf(
  { id, own, numerator, denominator, interval, needs }: Benchmark,
  holes: Readonly<Record<string, string | number>>,
  { t, words }: ReportContext,
): string {
  const isCount = interval !== null && id !== "loyalToOrdinarySpend";
  const note = words.clauses([
    t("market.quoted"),
    t(`market.benchmarkNote.${id}`, holes),
    ...(own !== null && isCount && numerator !== null && denominator !== null
      ? [t("market.outOf", { part: words.count(numerator), whole: words.count(denominator) })]
      : []),
    ...(needs === null ? [] : [t(`market.needs.${needs}`, holes)]),
  ]);
  return withCapital(note);
}
