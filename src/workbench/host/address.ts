import type { CellRange } from "../../reports";
import { columnLetters, columnOfAddress, rangeAddress } from "../../xlsx/cellAddress";

export const MOST_ROWS = 1_048_576;
export const MOST_COLUMNS = 16_384;

/** A sheet's name as Excel writes it before "!": quoted only where it has to be. */
export function quotedName(name: string): string {
  const plain = /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(name) && !/^[A-Z]{1,3}\d+$/i.test(name);
  return plain ? name : `'${name.replaceAll("'", "''")}'`;
}

/** "A1:B2", "A:C" or "3:5", as Excel writes a range. */
export function shownAddress(range: CellRange): string {
  if (range.rows >= MOST_ROWS)
    return `${columnLetters(range.column)}:${columnLetters(range.column + range.columns - 1)}`;
  if (range.columns >= MOST_COLUMNS) return `${range.row + 1}:${range.row + range.rows}`;
  return rangeAddress(range);
}

const CELLS = /^\$?([A-Z]{1,3})\$?(\d{1,7})(?::\$?([A-Z]{1,3})\$?(\d{1,7}))?$/i;
const COLUMNS = /^\$?([A-Z]{1,3}):\$?([A-Z]{1,3})$/i;
const ROWS = /^\$?(\d{1,7}):\$?(\d{1,7})$/;

/** The range an address names, without its sheet; null: it names none. */
export function parseAddress(address: string): CellRange | null {
  const text = address.trim();
  const between = (a: number, b: number) => ({ from: Math.min(a, b), count: Math.abs(a - b) + 1 });
  const cells = CELLS.exec(text);
  if (cells !== null) {
    const [, left = "", top = "", right = left, bottom = top] = cells;
    const rows = between(Number(top) - 1, Number(bottom) - 1);
    const columns = between(columnOfAddress(left), columnOfAddress(right));
    const fits = rows.from >= 0 && rows.from + rows.count <= MOST_ROWS;
    return fits && columns.from + columns.count <= MOST_COLUMNS
      ? { row: rows.from, column: columns.from, rows: rows.count, columns: columns.count }
      : null;
  }
  const whole = COLUMNS.exec(text);
  if (whole !== null) {
    const columns = between(columnOfAddress(whole[1] ?? ""), columnOfAddress(whole[2] ?? ""));
    return { row: 0, column: columns.from, rows: MOST_ROWS, columns: columns.count };
  }
  const lines = ROWS.exec(text);
  if (lines === null) return null;
  const rows = between(Number(lines[1]) - 1, Number(lines[2]) - 1);
  return { row: rows.from, column: 0, rows: rows.count, columns: MOST_COLUMNS };
}

/** Sheet and address of "'My sheet'!A1"; the sheet is null where none is named. */
export function splitReference(reference: string): {
  readonly sheet: string | null;
  readonly address: string;
} {
  const match = /^=?(?:'((?:[^']|'')+)'|([^'!]+))!(.+)$/.exec(reference);
  if (match === null) return { sheet: null, address: reference.replace(/^=/, "") };
  return { sheet: match[1]?.replaceAll("''", "'") ?? match[2] ?? "", address: match[3] ?? "" };
}
