import { PLAN_WEEKS, type PlannedTask } from "../../core/programme";
import { calendarDate, formatDay, type DayNumber } from "../../core/math/day";
import type { ReportContext } from "../context";
import { cellAddress } from "../kit/address";
import type { SheetBuilder } from "../kit/sheetBuilder";
import { PALETTE } from "../model/palette";

/** Columns of the work plan: ours, and the same as its owner has them, which outrank ours. */
interface PlanColumns {
  readonly start: number;
  readonly end: number;
  readonly ownStart: number;
  readonly ownEnd: number;
  readonly ownDone: number;
}

/** First and last day of a task as formulas: the owner's where one is written. */
export function ownDates(
  row: number,
  columns: PlanColumns,
): { readonly from: string; readonly to: string; readonly done: string } {
  const at = (column: number) => `$${cellAddress(row, column)}`;
  const outranked = (own: number, ours: number) => `IF(${at(own)}="",${at(ours)},${at(own)})`;
  return {
    from: outranked(columns.ownStart, columns.start),
    to: outranked(columns.ownEnd, columns.end),
    done: `N(${at(columns.ownDone)})`,
  };
}

/**
 * Bars of the work plan, one column a week: filled by rules over the dates of each row, so that they move with the
 * dates people write. The first of the rules that holds wins: done, planned, the week of the as-of date.
 *
 * @param row - of the first task; the months are named in the row of the table's head
 */
export function ganttBars(
  sheet: SheetBuilder,
  { dateCell, t }: ReportContext,
  place: { readonly row: number; readonly column: number; readonly columns: PlanColumns },
  plan: { readonly tasks: readonly PlannedTask[]; readonly startOn: DayNumber; readonly asOf: DayNumber },
): void {
  const { row, column, columns } = place;
  const range = { row, column, rows: plan.tasks.length, columns: PLAN_WEEKS };
  const first = String(dateCell(plan.startOn));
  const here = `COLUMN(${cellAddress(row, column)})-COLUMN($${cellAddress(row, column)})`;
  const week = `(${first}+7*(${here}))`;
  const { from, to, done } = ownDates(row, columns);
  sheet.format({
    kind: "formula",
    range,
    formula: `AND(${done}>0,${week}+6>=${from},${week}<${from}+${done}*(${to}-${from}+1))`,
    color: null,
    fill: PALETTE.accent,
  });
  sheet.format({
    kind: "formula",
    range,
    formula: `AND(${week}+6>=${from},${week}<=${to})`,
    color: null,
    fill: PALETTE.accentLight,
  });
  const asOf = String(dateCell(plan.asOf));
  sheet.format({
    kind: "formula",
    range,
    formula: `AND(${week}<=${asOf},${week}+6>=${asOf})`,
    color: null,
    fill: PALETTE.greyLight,
  });
  months(sheet, place.row - 1, column, plan.startOn, (month) => t(`month.${month}`));
}

type MonthNumber = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12;

/** Names each month over the weeks that begin in it; one week alone has no room for a name. */
function months(
  sheet: SheetBuilder,
  row: number,
  column: number,
  startOn: DayNumber,
  nameOf: (month: MonthNumber) => string,
): void {
  const monthOf = (week: number) => formatDay(startOn + 7 * week).slice(0, 7);
  for (let week = 0; week < PLAN_WEEKS;) {
    let end = week + 1;
    while (end < PLAN_WEEKS && monthOf(end) === monthOf(week)) end += 1;
    const name = nameOf(calendarDate(startOn + 7 * week).month as MonthNumber);
    if (end - week > 1) sheet.span(row, column + week, end - week, name, "ganttMonth");
    week = end;
  }
}
