import type { Cell } from "./cell";

const NOT_ASCII = /[^\0-\x7f]/;
const OUTER_BLANK = /^\s|\s$/;

/** Words that exports and people write where there is nothing. Compared in lower case. */
const BLANK_WORDS: ReadonlySet<string> = new Set([
  "-",
  "--",
  "—",
  "无",
  "未知",
  "n/a",
  "#n/a",
  "null",
  // What data tools write for a missing value: R, pandas.
  "na",
  "<na>",
  "nan",
]);

/** Longest of `BLANK_WORDS`: longer text need not be looked up. */
const LONGEST_BLANK_WORD = 4;

/**
 * Text as its writer meant it: without the wrapper that keeps a spreadsheet from turning it into a
 * number (`="0012"`, a leading apostrophe), without outer blanks, and with full-width letters, digits
 * and signs in their plain form (NFKC).
 *
 * Inner blanks and case stay. Text that is plain already comes back as it is.
 */
export function plainText(text: string): string {
  let plain = NOT_ASCII.test(text) ? text.normalize("NFKC") : text;
  if (OUTER_BLANK.test(plain)) plain = plain.trim();
  return unwrapText(plain);
}

/** The same without NFKC: what a reader is shown. */
export function shownText(text: string): string {
  return unwrapText(text.trim());
}

function unwrapText(text: string): string {
  const first = text.charCodeAt(0);
  // ' and its typographic form: spreadsheets hide the first, exports write it out.
  if (first === 39 || first === 0x2018 || first === 0x2019) return text.slice(1).trim();
  if (first === 61 && text.charCodeAt(1) === 34 && text.length >= 3 && text.endsWith('"')) {
    return text.slice(2, -1).replaceAll('""', '"').trim();
  }
  return text;
}

/**
 * Whether a cell holds nothing: empty, blanks only, or one of the words people write for nothing
 * (「-」「无」「未知」 N/A, null, #N/A). 0 and false are values.
 */
export function isBlankCell(cell: Cell | undefined): boolean {
  if (cell === null || cell === undefined || cell === "") return true;
  return typeof cell === "string" && isBlankText(plainText(cell));
}

/** `isBlankCell` for text that went through `plainText`. */
export function isBlankText(plain: string): boolean {
  if (plain === "") return true;
  return plain.length <= LONGEST_BLANK_WORD && BLANK_WORDS.has(plain.toLowerCase());
}

/** A cell as the text a person reads in it; "" for an empty one. */
export function cellText(cell: Cell | undefined): string {
  if (cell === null || cell === undefined) return "";
  if (typeof cell === "string") return shownText(cell);
  if (typeof cell === "number") return numberText(cell);
  if (typeof cell === "boolean") return cell ? "TRUE" : "FALSE";
  return cell.error;
}

/** A number written out without an exponent where it is whole: 2.5e16 is "25000000000000000". */
export function numberText(value: number): string {
  return Number.isInteger(value) && Math.abs(value) >= 1e21 ? BigInt(value).toString() : String(value);
}
