import { CHURN_BASE_DAYS, churnBaseDays, trendDay, type Analysis } from "../../../core/analysis";
import type { KpiResult, KpiStatus } from "../../../core/kpi";
import type { ReportContext } from "../../context";
import type { SheetBuilder } from "../../kit/sheetBuilder";
import type { StyleId } from "../../model/styles";
import type { CellValue } from "../../model/workbookModel";
import { kpiGapStyle, kpiNote, kpiStanding, kpiTarget, kpiValueStyle } from "../kpiText";

/** What a manager must see first comes first. */
const STATUS_ORDER: readonly KpiStatus[] = [
  "notMet",
  "smallSample",
  "met",
  "notDue",
  "noBaseline",
  "noTarget",
  "noData",
];

/** Beside a state that holds in spite of a small sample; the line under the table says what it means. */
const SMALL_SAMPLE_SIGN = "○";

/** Columns of the KPI table, in grid columns. */
const KPI_COLUMNS = [
  { key: "name", columns: 4, head: "header" },
  { key: "value", columns: 2, head: "headerRight" },
  { key: "trend", columns: 2, head: "headerRight" },
  { key: "baseline", columns: 2, head: "headerRight" },
  { key: "target", columns: 2, head: "headerRight" },
  { key: "gap", columns: 2, head: "headerRight" },
  { key: "status", columns: 2, head: "header" },
  { key: "owner", columns: 2, head: "header" },
  { key: "note", columns: 6, head: "header" },
] as const;

/** Place in the table. A benchmark that is not reached is no alarm: it stands after the targets that are met. */
function attention({ status, targetSource }: KpiResult): number {
  const place = STATUS_ORDER.indexOf(status);
  return status === "notMet" && targetSource === "benchmark" ? STATUS_ORDER.indexOf("met") + 0.5 : place;
}

/** Churn of customers the data shows too short a time of: who was silent for longer is not in it. */
function churnBaseNote(kpi: KpiResult, analysis: Analysis, { t, words }: ReportContext): readonly string[] {
  if ((kpi.id !== "churn" && kpi.id !== "retention") || kpi.value === null) return [];
  const days = churnBaseDays(analysis.firstOrderDay, analysis.asOf, analysis.settings.prediction.horizonDays);
  return days < CHURN_BASE_DAYS ? [t("kpiBoard.churnBaseShort", { days: words.count(days) })] : [];
}

/** Every KPI beside its target: what needs attention first, what cannot be known last. */
export function kpiTable(sheet: SheetBuilder, analysis: Analysis, context: ReportContext): void {
  const { t, words } = context;
  const { kpis, quality } = analysis;
  let column = 1;
  for (const { key, columns, head } of KPI_COLUMNS) {
    sheet.span(sheet.row, column, columns, t(`kpiBoard.column.${key}`), head);
    column += columns;
  }
  sheet.height(sheet.row, 20);
  sheet.row += 1;
  const ordered = [...kpis].sort((a, b) => attention(a) - attention(b));
  for (const kpi of ordered) {
    const target = kpiTarget(kpi, context);
    const state = kpiStanding(kpi, context);
    const badge = kpi.smallSample && kpi.status !== "smallSample" ? ` ${SMALL_SAMPLE_SIGN}` : "";
    const cells: Record<(typeof KPI_COLUMNS)[number]["key"], { value: CellValue; style: StyleId }> = {
      name: { value: t(`kpi.${kpi.id}`), style: "wordBold" },
      value:
        kpi.value === null
          ? { value: t("report.none"), style: "wordRight" }
          : { value: kpi.value, style: kpiValueStyle(kpi.unit) },
      trend: {
        value: kpi.value === null || kpi.before === null ? null : kpi.value - kpi.before,
        style: kpiGapStyle(kpi.unit),
      },
      baseline: { value: kpi.baseline, style: kpiValueStyle(kpi.unit) },
      target,
      gap: { value: kpi.gap, style: kpiGapStyle(kpi.unit) },
      status: { value: state.value + badge, style: state.style },
      owner: { value: kpi.owner === "" ? null : kpi.owner, style: "textWrap" },
      note: {
        value: words.clauses([
          kpiNote(kpi, quality.missing, context),
          ...churnBaseNote(kpi, analysis, context),
        ]),
        style: "wordGreyWrap",
      },
    };
    let at = 1;
    for (const { key, columns } of KPI_COLUMNS) {
      const cell = cells[key];
      sheet.span(sheet.row, at, columns, cell.value, cell.style);
      if (typeof cell.value === "string") sheet.fitHeight(sheet.row, at, columns, cell.value);
      at += columns;
    }
    sheet.row += 1;
  }
  sheet.paragraph(t("kpiBoard.signs", { trendDay: words.day(trendDay(analysis.asOf)) }), "noteWrap");
}
