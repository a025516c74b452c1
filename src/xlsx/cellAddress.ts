import type { CellRange } from "../reports/model/workbookModel";

const LETTERS = 26;
const CODE_OF_A = 65;

/** Column letters of a column counted from 0: 0 is A, 26 is AA. */
export function columnLetters(column: number): string {
  let letters = "";
  for (let rest = column; rest >= 0; rest = Math.floor(rest / LETTERS) - 1) {
    letters = String.fromCharCode(CODE_OF_A + (rest % LETTERS)) + letters;
  }
  return letters;
}

/** Column counted from 0 of an address such as "AB12"; -1 if it has no letters. */
export function columnOfAddress(address: string): number {
  let column = 0;
  for (let i = 0; i < address.length; i++) {
    const letter = (address.charCodeAt(i) | 32) - 96;
    if (letter < 1 || letter > LETTERS) break;
    column = column * LETTERS + letter;
  }
  return column - 1;
}

/** "B3" for row 2, column 1. */
export function cellAddress(row: number, column: number): string {
  return `${columnLetters(column)}${row + 1}`;
}

/** "B3:D9"; a single cell is "B3". */
export function rangeAddress(range: CellRange): string {
  const from = cellAddress(range.row, range.column);
  const to = cellAddress(range.row + range.rows - 1, range.column + range.columns - 1);
  return from === to ? from : `${from}:${to}`;
}

/** "$B$3:$D$9"; a single cell is "$B$3". */
export function absoluteAddress(range: CellRange): string {
  return rangeAddress(range).replace(/([A-Z]+)(\d+)/g, "$$$1$$$2");
}

/** Sheet name as it stands in a formula; always quoted, which is right for every name. */
export function quotedSheet(name: string): string {
  return `'${name.replaceAll("'", "''")}'`;
}

/** "'Sheet 1'!$B$3:$D$9" */
export function sheetReference(sheet: string, range: CellRange): string {
  return `${quotedSheet(sheet)}!${absoluteAddress(range)}`;
}
