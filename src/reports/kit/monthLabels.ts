import { calendarDate, type DayNumber } from "../../core/math/day";
import type { ReportContext } from "../context";

type MonthNumber = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12;

/**
 * What stands under the months of a chart: their names, with the year in two digits where it begins. A dozen of them fit under half
 * a page, and none is broken at a hyphen; the year stands behind a blank, where a host may break it.
 *
 * @param months - first days of months, one after the other; not `complete`: starred, cut short by the as-of date
 */
export function monthLabels(
  months: readonly { readonly month: DayNumber; readonly complete?: boolean }[],
  { t }: Pick<ReportContext, "t">,
): readonly string[] {
  return months.map(({ month: day, complete = true }, place) => {
    const { year, month } = calendarDate(day);
    const name = `${t(`month.${month as MonthNumber}`)}${complete ? "" : "*"}`;
    return place === 0 || month === 1
      ? t("report.monthOfYear", { month: name, year: String(year).slice(-2) })
      : name;
  });
}
