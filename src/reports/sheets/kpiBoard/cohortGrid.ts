import type { Analysis } from "../../../core/analysis";
import { addMonths, formatDay } from "../../../core/math/day";
import type { ReportContext } from "../../context";
import type { SheetBuilder } from "../../kit/sheetBuilder";
import { PALETTE } from "../../model/palette";
import { GRID } from "../boardGrid";

const COHORTS_SHOWN = 18;

/** Cohorts down, periods after the first order across. */
export function cohortGrid(sheet: SheetBuilder, analysis: Analysis, context: ReportContext): void {
  const { t } = context;
  sheet.section(t("kpiBoard.cohorts"));
  const { period } = analysis.cohorts;
  const rows = analysis.cohorts.rows.filter(({ customers }) => customers > 0).slice(-COHORTS_SHOWN);
  const labelColumns = 3;
  const sizeColumns = 2;
  const room = GRID - labelColumns - sizeColumns;
  const known = rows.map(({ active }) => active.findLastIndex((count) => count !== null));
  const periods = Math.min(room, Math.max(0, ...known));
  if (periods === 0) {
    sheet.empty(t("kpiBoard.noCohorts"));
    return;
  }
  const first = 1 + labelColumns + sizeColumns;
  sheet.span(sheet.row, 1, labelColumns, t(`kpiBoard.cohort.${period}`), "heatLabel");
  sheet.span(sheet.row, 1 + labelColumns, sizeColumns, t("kpiBoard.cohort.size"), "heatHead");
  for (let k = 1; k <= periods; k += 1) sheet.set(sheet.row, first + k - 1, `+${k}`, "heatHead");
  sheet.row += 1;
  const top = sheet.row;
  for (const cohort of rows) {
    sheet.span(sheet.row, 1, labelColumns, cohortLabel(cohort.start, period), "heatLabel");
    sheet.span(sheet.row, 1 + labelColumns, sizeColumns, cohort.customers, "heatInteger");
    for (let k = 1; k <= periods; k += 1) {
      const active = cohort.active[k] ?? null;
      if (active === null) continue;
      const open = cohort.incompleteFrom >= 0 && k >= cohort.incompleteFrom;
      sheet.set(
        sheet.row,
        first + k - 1,
        active / cohort.customers,
        open ? "heatPercentOpen" : "heatPercent",
      );
    }
    sheet.row += 1;
  }
  sheet.format({
    kind: "colorScale",
    range: { row: top, column: first, rows: rows.length, columns: periods },
    from: PALETTE.heatFrom,
    to: PALETTE.heatTo,
  });
  sheet.paragraph(t(`kpiBoard.cohortNote.${period}`), "noteWrap");
}

function cohortLabel(start: number, period: Analysis["cohorts"]["period"]): string {
  const text = formatDay(start);
  if (period === "year") return text.slice(0, 4);
  if (period === "month") return text.slice(0, 7);
  // The quarter of a day: months counted back to the start of its year.
  const quarter = [0, 3, 6, 9].findIndex(
    (months) => formatDay(addMonths(start, -months)).slice(5, 7) === "01",
  );
  return `${text.slice(0, 4)} Q${quarter + 1}`;
}
