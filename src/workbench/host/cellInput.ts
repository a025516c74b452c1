import type { ICellData, IStyleData } from "@univerjs/core";
import { dayOf, isCalendarDate, serialOfDay } from "../../core/math/day";
import { CELL_TYPE, textType } from "../book/cellType";
import { HostError } from "./hostError";

/** What a cell is emptied with; its look stays. */
export const EMPTY: ICellData = { v: null, f: null, si: null, p: null, t: null };

const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?(%?)$/i;
const DATE = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})$/;
const LONGEST_TEXT = 32_767;
const PERCENT: IStyleData = { n: { pattern: "0.00%" } };
const DAY: IStyleData = { n: { pattern: "yyyy-mm-dd" } };

/**
 * A value handed to `range.values` or `formulas`, as Excel takes it: text that reads as a number, a percentage,
 * a date or a truth value becomes one, unless the cell's format is text or an apostrophe stands before it.
 *
 * Of the dates Excel reads in the user's language, only year-month-day is read here.
 *
 * Plain values come as no more than value and type: a list of a hundred thousand orders is a million of them.
 *
 * @param numberFormat - of the cell; asked for where the value is text
 * @returns undefined for null, which leaves the cell as it is
 * @throws HostError InvalidArgument for what no cell can hold
 */
export function cellInput(value: unknown, numberFormat: () => string): ICellData | undefined {
  if (value === null || value === undefined) return undefined;
  if (typeof value === "boolean") return { v: value ? 1 : 0, t: CELL_TYPE.boolean };
  if (typeof value === "number") return { v: value, t: CELL_TYPE.number };
  if (typeof value !== "string")
    throw new HostError("InvalidArgument", "a cell holds text, numbers, true or false");
  if (value === "") return EMPTY;
  if (value.length > LONGEST_TEXT)
    throw new HostError("InvalidArgument", "a cell holds 32767 characters at most");
  const text = (content: string): ICellData => ({ v: content, t: textType(content) });
  if (value.startsWith("'")) return text(value.slice(1));
  const format = numberFormat();
  if (format === "@") return text(value);
  if (value.startsWith("=") && value.length > 1) return { ...EMPTY, f: value };
  const trimmed = value.trim();
  const number = NUMBER.exec(trimmed);
  if (number !== null)
    return {
      v: Number(trimmed.replace("%", "")) / (number[1] === "%" ? 100 : 1),
      t: CELL_TYPE.number,
      ...(number[1] === "%" && format === "General" && { s: PERCENT }),
    };
  if (/^(?:true|false)$/i.test(trimmed))
    return { v: trimmed.toLowerCase() === "true" ? 1 : 0, t: CELL_TYPE.boolean };
  const [, year = 0, month = 0, day = 0] = (DATE.exec(trimmed) ?? []).map(Number);
  if (year >= 1900 && isCalendarDate(year, month, day))
    return {
      v: serialOfDay(dayOf(year, month, day)),
      t: CELL_TYPE.number,
      ...(format === "General" && { s: DAY }),
    };
  return text(value);
}
