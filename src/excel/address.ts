import type { CellRange } from "../reports";

const LETTERS = 26;
/** Sheet limits of Excel. */
export const SHEET_ROWS = 1_048_576;
export const SHEET_COLUMNS = 16_384;

export interface SheetAddress {
  /** null: the address names no sheet. */
  readonly sheet: string | null;
  readonly address: string;
}

/** Parts "'North & South'!B2:D6" into sheet and address. */
export function splitAddress(full: string): SheetAddress {
  const bang = full.lastIndexOf("!");
  if (bang < 0) return { sheet: null, address: full };
  const sheet = full.slice(0, bang);
  return {
    sheet: sheet.startsWith("'") && sheet.endsWith("'") ? sheet.slice(1, -1).replaceAll("''", "'") : sheet,
    address: full.slice(bang + 1),
  };
}

/**
 * The cells of "B2", "$B$2:D6", "A:C" or "3:9", with or without a sheet before it; whole columns and rows reach
 * to the end of the sheet.
 *
 * @returns null for what is no single range
 */
export function rangeOfAddress(full: string): CellRange | null {
  const { address } = splitAddress(full);
  const match = /^\$?([A-Z]{0,3})\$?(\d*)(?::\$?([A-Z]{0,3})\$?(\d*))?$/i.exec(address.trim());
  if (match === null || address === "") return null;
  const [, fromLetters = "", fromRow = "", toLetters = fromLetters, toRow = fromRow] = match;
  if ((fromLetters === "") !== (toLetters === "") || (fromRow === "") !== (toRow === "")) return null;
  const column = fromLetters === "" ? 0 : columnOfLetters(fromLetters);
  const lastColumn = toLetters === "" ? SHEET_COLUMNS - 1 : columnOfLetters(toLetters);
  const row = fromRow === "" ? 0 : Number(fromRow) - 1;
  const lastRow = toRow === "" ? SHEET_ROWS - 1 : Number(toRow) - 1;
  return { row, column, rows: lastRow - row + 1, columns: lastColumn - column + 1 };
}

/** Whether an address names whole columns or rows: Excel gives no values for those. */
export function isUnbounded(full: string): boolean {
  const { address } = splitAddress(full);
  return /^\$?[A-Z]+:\$?[A-Z]+$|^\$?\d+:\$?\d+$/i.test(address);
}

function columnOfLetters(letters: string): number {
  let column = 0;
  for (const letter of letters.toUpperCase()) column = column * LETTERS + letter.charCodeAt(0) - 64;
  return column - 1;
}

/** Whether two ranges share a cell. */
export function overlaps(a: CellRange, b: CellRange): boolean {
  return (
    a.row < b.row + b.rows &&
    b.row < a.row + a.rows &&
    a.column < b.column + b.columns &&
    b.column < a.column + a.columns
  );
}
