import type { CellRange } from "../model/workbookModel";

/** 0 → A, 26 → AA */
export function columnLetters(column: number): string {
  const rest = column % 26;
  const letter = String.fromCharCode(65 + rest);
  return column < 26 ? letter : columnLetters((column - rest) / 26 - 1) + letter;
}

/** B4, or $B$4. */
export function cellAddress(row: number, column: number, absolute = false): string {
  return absolute ? `$${columnLetters(column)}$${row + 1}` : `${columnLetters(column)}${row + 1}`;
}

/** B4:D10, or $B$4:$D$10; one cell alone stays B4:B4, so that it is read as a range. */
export function rangeAddress(range: CellRange, absolute = false): string {
  const from = cellAddress(range.row, range.column, absolute);
  return `${from}:${cellAddress(range.row + range.rows - 1, range.column + range.columns - 1, absolute)}`;
}

/** '客户评分'!A1 */
export function sheetReference(sheet: string, address: string): string {
  return `'${sheet.replaceAll("'", "''")}'!${address}`;
}
