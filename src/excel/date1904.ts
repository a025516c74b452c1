import { rangeAddress } from "../reports/kit/address";
import { serialOfDay, calendarDate } from "../core/math/day";
import type { CellRange } from "../reports";

/** Rows looked at for a date; one is enough. */
const LOOK_ROWS = 40;
/** Days between the two systems' beginnings. */
const APART = serialOfDay(0) - serialOfDay(0, true);

/** A number, its number format, and the text the cell shows. */
export interface ShownNumber {
  readonly value: unknown;
  readonly numberFormat: unknown;
  readonly text: unknown;
}

/**
 * From which year the workbook counts its dates, told by one date cell: its number against the year it shows.
 *
 * @returns null: the cell tells nothing (no date, no year in four digits, or too narrow to show it)
 */
export function countsFrom1904(cell: ShownNumber): boolean | null {
  const { value, numberFormat, text } = cell;
  if (typeof value !== "number" || typeof text !== "string" || typeof numberFormat !== "string") return null;
  if (!/y/i.test(numberFormat) || !/[md]/i.test(numberFormat)) return null;
  const year = /(?:^|\D)(\d{4})(?:\D|$)/.exec(text)?.[1];
  if (year === undefined || value < 1 || value > 2_900_000) return null;
  const shown = Number(year);
  const yearOf = (serial: number): number => calendarDate(Math.floor(serial) - serialOfDay(0)).year;
  if (yearOf(value) === shown) return false;
  return yearOf(value + APART) === shown ? true : null;
}

/** Looks for a date among the first rows of a range; null: none there tells. */
export async function lookFor1904(
  context: Excel.RequestContext,
  sheetName: string,
  range: CellRange,
): Promise<boolean | null> {
  const rows = Math.min(range.rows, LOOK_ROWS);
  const head = context.workbook.worksheets.getItem(sheetName).getRange(rangeAddress({ ...range, rows }));
  head.load("values,numberFormat,text");
  await context.sync();
  // So wide that even these few rows are too much for one answer.
  if ((head.values as unknown) === null) return null;
  for (let i = 0; i < rows; i += 1) {
    for (let j = 0; j < range.columns; j += 1) {
      const told = countsFrom1904({
        value: head.values[i]?.[j],
        numberFormat: head.numberFormat[i]?.[j],
        text: head.text[i]?.[j],
      });
      if (told !== null) return told;
    }
  }
  return null;
}
