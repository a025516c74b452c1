import type { Cell } from "./cell";
import { cellText, isBlankText, numberText, plainText } from "./cellText";

const E_MAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;
const WHOLE_WITH_ZERO_DECIMALS = /^(-?\d+)\.0+$/;
const EXPONENT = /^\d(?:\.\d+)?e\+?\d+$/i;

/** From here on a spreadsheet no longer keeps every digit of a number. */
const FIRST_LOSSY_INTEGER = 1e15;

/**
 * The key that ids of customers and orders are compared by; "" where the cell names nobody.
 *
 * Trimmed and width-normalised text, case-sensitive, except that e-mail addresses are case-folded.
 * The number 1 and the texts "1", "1.0", "１", `="1"` and `'1` are one id; "01" is another. Inner
 * blanks stay. Words for nothing (「-」, null, #N/A) and error cells are no id.
 */
export function normaliseId(cell: Cell | undefined): string {
  if (typeof cell === "string") return normaliseIdText(cell);
  if (typeof cell === "number") return Number.isFinite(cell) ? numberText(cell) : "";
  if (typeof cell === "boolean") return cell ? "TRUE" : "FALSE";
  return "";
}

function normaliseIdText(text: string): string {
  const plain = plainText(text);
  if (isBlankText(plain)) return "";
  if (plain.includes("@")) return E_MAIL.test(plain) ? plain.toLowerCase() : plain;
  if (plain.endsWith("0") && plain.includes(".")) {
    return WHOLE_WITH_ZERO_DECIMALS.exec(plain)?.[1] ?? plain;
  }
  return plain;
}

/** An id as a reader is shown it: as it stood in the sheet, without wrapper and outer blanks. */
export function shownId(cell: Cell | undefined): string {
  return cellText(cell);
}

/**
 * Whether an id has lost digits or may have: a number of more than 15 digits, or text with an
 * exponent ("2.50000E+16"), which is what a spreadsheet makes of a long order number.
 */
export function isLongNumberId(cell: Cell | undefined): boolean {
  if (typeof cell === "number") return Math.abs(cell) >= FIRST_LOSSY_INTEGER;
  // Most ids that are text begin with a letter, which no number does.
  if (typeof cell !== "string" || cell.length < 5 || isLetter(cell.charCodeAt(0))) return false;
  return (cell.includes("E") || cell.includes("e")) && EXPONENT.test(plainText(cell));
}

function isLetter(code: number): boolean {
  return (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
}
