import type { Cell } from "./cell";
import { isBlankText, plainText } from "./cellText";

/** Why a cell is no amount. */
export type AmountProblem = "missing" | "unreadable";

/** The sign between whole and broken part of a number. */
export type DecimalMark = "." | ",";

/** Signs and words of money beside a number, in upper case and plain width, and the currency each stands for. */
const CURRENCY_WORDS: Readonly<Record<string, string>> = {
  "¥": "CNY",
  元: "CNY",
  圆: "CNY",
  块: "CNY",
  人民币: "CNY",
  RMB: "CNY",
  "CN¥": "CNY",
  $: "USD",
  US$: "USD",
  美元: "USD",
  "€": "EUR",
  欧元: "EUR",
  "£": "GBP",
  英镑: "GBP",
  HK$: "HKD",
  港币: "HKD",
  港元: "HKD",
  NT$: "TWD",
  日元: "JPY",
  "₩": "KRW",
  A$: "AUD",
  C$: "CAD",
  S$: "SGD",
  "₹": "INR",
};

/** Codes of ISO 4217 that shops are paid in; other three letters beside a number (PCS, ABC) are no money. */
const CODES: ReadonlySet<string> = codesOf(
  // All that begin with A, then all that begin with B, and so on: first letter, then two letters a code.
  "AEDFNLLMDNGOARSUDWGZN BAMBDDTGNHDIFMDNDOBRLSDTNWPYNZD CADDFHFLPNHNYOPRCUPVEZK DJFKKOPZD EGPRNTBUR " +
    "FJDKP GBPELHSIPMDNFTQYD HKDNLRKTGUF IDRLSNRQDRRSK JMDODPY KESGSHRMFPWRWWDYDZT LAKBPKRRDSLYD " +
    "MADDLGAKDMKNTOPRUURVRWKXNYRZN NADGNIOOKPRZD OMR PABENGKHPKRLNYG QAR RONSDUBWF " +
    "SARBDCRDGEKGDHPLEOSRDSPTNVCYPZL THBJSMTNDOPRYTDWDZS UAHGXSDYUZS VESNDUV WST XAFCDOFPF YER ZARMWWL",
);

function codesOf(packed: string): ReadonlySet<string> {
  return new Set(
    packed.split(" ").flatMap(([first = "", ...rest]) => {
      const pairs = rest.join("").match(/../g) ?? [];
      return pairs.map((pair) => first + pair);
    }),
  );
}

/** No amount is longer; the patterns below must never meet a cell full of prose. */
const LONGEST_TEXT = 48;

/** Sign, money word, sign, number, sign, money word: every part but the number may be missing. */
const PARTS = /^([+-]?)\s*([^\d\s.,()+-]*)\s*([+-]?)\s*([\d.,' ]*\d[.,]?|[.,]\d+)\s*(-?)\s*([^\d\s.,()+-]*)$/;
const PLAIN_NUMBER = /^[+-]?\d+(?:\.\d+)?$/;
const EXPONENT = /^[+-]?\d+(?:\.\d+)?e[+-]?\d+$/i;

/** What each way of writing a number says about the decimal mark; the first that fits is taken. */
const WRITINGS: readonly { readonly pattern: RegExp; readonly mark: DecimalMark | null }[] = [
  { pattern: /^\d+$/, mark: null },
  // 1.234 alone may be either, and so may 1,234.
  { pattern: /^\d{1,3}[.,]\d{3}$/, mark: null },
  { pattern: /^\d*\.\d*$/, mark: "." },
  { pattern: /^\d*,\d*$/, mark: "," },
  { pattern: /^\d{1,3}(?:,\d{2,3})*,\d{3}(?:\.\d*)?$/, mark: "." },
  { pattern: /^\d{1,3}(?:\.\d{3})+(?:,\d*)?$/, mark: "," },
  { pattern: /^\d{1,3}(?:[' ]\d{3})+(?:\.\d*)?$/, mark: "." },
  { pattern: /^\d{1,3}(?:[' ]\d{3})+,\d*$/, mark: "," },
];

/**
 * The amount in a cell, or why there is none.
 *
 * Numbers as they are; text with money signs and words (¥ ￥ $ € 元 RMB CNY), thousands separators,
 * full-width digits, a sign before or after, or brackets for a negative amount. "1,234" is one
 * thousand and "1.234" a little more than one, unless the column writes decimals with a comma
 * (`columnDecimalMark`); "12,50" and "1.234,56" can be read only one way and are.
 *
 * Per cents, other words, booleans and error cells are "unreadable"; blank cells and words for nothing
 * are "missing", which is not 0.
 *
 * @param mark - the decimal mark of the column; null: not settled, a point where both would do
 * @example parseAmount("￥1,280.50元", null) // 1280.5
 */
export function parseAmount(cell: Cell | undefined, mark: DecimalMark | null): number | AmountProblem {
  if (typeof cell === "number") return Number.isFinite(cell) ? cell : "unreadable";
  if (typeof cell === "string") return amountOfText(cell, mark);
  return cell === null || cell === undefined ? "missing" : "unreadable";
}

/**
 * The decimal mark that the amounts of a column settle: an amount that can be read only one way
 * speaks for its mark, and the column has a mark when none speaks against it.
 */
export function columnDecimalMark(
  rows: readonly (readonly (Cell | undefined)[])[],
  column: number,
): DecimalMark | null {
  let point = false;
  let comma = false;
  for (const row of rows) {
    const cell = row[column];
    if (typeof cell !== "string" || cell === "" || (point && !maySayComma(cell))) continue;
    // Most amounts say at most "point": only what may say more is taken apart.
    if (PLAIN_NUMBER.test(cell)) {
      const at = cell.indexOf(".");
      if (at >= 0 && cell.length - at !== 4) point = true;
      else if (at > 3) point = true;
    } else {
      const mark = markOfText(cell);
      if (mark === ".") point = true;
      else if (mark === ",") comma = true;
    }
    if (point && comma) return null;
  }
  return point ? "." : comma ? "," : null;
}

/** Three digits (or signs) behind a point or comma, full-width ones included: thousands, or decimals. */
const EITHER_MARK = /[.,．，]\S{3}\D*$/;

/**
 * Whether the column's decimal mark may change what an amount's text means. Every other text reads
 * the same with the mark of its column and without one, so a column need not be walked for it.
 */
export function needsDecimalMark(text: string): boolean {
  return EITHER_MARK.test(text.slice(-LONGEST_TEXT));
}

/** Only a comma, or a second point, can speak for decimals behind a comma. */
function maySayComma(text: string): boolean {
  const at = text.indexOf(".");
  return text.includes(",") || text.includes("，") || (at >= 0 && text.includes(".", at + 1));
}

/**
 * The ISO code of the currency that an amount's text names by sign or word; "" where it names none.
 * ¥ is read as CNY and $ as USD: a currency column, where there is one, says it better.
 */
export function currencyOfAmount(cell: Cell | undefined): string {
  if (typeof cell !== "string" || cell === "" || PLAIN_NUMBER.test(cell)) return "";
  const parts = partsOf(bare(plainText(cell)));
  return parts === null ? "" : (currencyOf(parts.before) ?? "") || (currencyOf(parts.after) ?? "");
}

/**
 * The ISO code that a cell of a currency column means; "" for a blank one. A word the table does not
 * know stays as it is, in upper case, so that a rate can be stated for it.
 */
export function currencyCode(cell: Cell | undefined): string {
  if (typeof cell !== "string") return "";
  const word = plainText(cell).toUpperCase();
  return isBlankText(word) ? "" : (CURRENCY_WORDS[word] ?? word);
}

interface AmountParts {
  readonly negative: boolean;
  readonly before: string;
  readonly digits: string;
  readonly after: string;
}

function bare(text: string): string {
  return text.startsWith("(") && text.endsWith(")") ? text.slice(1, -1).trim() : text;
}

function partsOf(text: string): AmountParts | null {
  // Minus has a sign of its own in Unicode, and exports use it.
  if (text.length > LONGEST_TEXT) return null;
  const match = PARTS.exec(text.replaceAll("−", "-").toUpperCase());
  if (match === null) return null;
  const signs = `${match[1] ?? ""}${match[3] ?? ""}${match[5] ?? ""}`;
  if (signs.length > 1) return null;
  return {
    negative: signs === "-",
    before: match[2] ?? "",
    digits: (match[4] ?? "").trim(),
    after: match[6] ?? "",
  };
}

/** "" names nothing and is fine; null is a word that has no business beside an amount. */
function currencyOf(word: string): string | null {
  if (word === "") return "";
  return CURRENCY_WORDS[word] ?? (CODES.has(word) ? word : null);
}

function writingOf(digits: string): { readonly mark: DecimalMark | null } | null {
  return WRITINGS.find(({ pattern }) => pattern.test(digits)) ?? null;
}

function markOfText(text: string): DecimalMark | null {
  const parts = partsOf(bare(plainText(text)));
  return parts === null ? null : (writingOf(parts.digits)?.mark ?? null);
}

/** ¥ ￥ $ € £ before a number: by far the most frequent signs. */
const LEADING_SIGN = /^[¥￥$€£]/;

function amountOfText(text: string, mark: DecimalMark | null): number | AmountProblem {
  if (mark !== ",") {
    if (PLAIN_NUMBER.test(text)) return finite(Number(text));
    const rest = LEADING_SIGN.test(text) ? text.slice(1) : text.endsWith("元") ? text.slice(0, -1) : "";
    if (PLAIN_NUMBER.test(rest)) return finite(Number(rest));
  }
  const plain = plainText(text);
  if (isBlankText(plain)) return "missing";
  if (EXPONENT.test(plain)) return finite(Number(plain));
  const inner = bare(plain);
  const parts = partsOf(inner);
  if (parts === null || currencyOf(parts.before) === null || currencyOf(parts.after) === null) {
    return "unreadable";
  }
  const writing = writingOf(parts.digits);
  if (writing === null) return "unreadable";
  const negative = parts.negative || inner !== plain;
  const size = sizeOf(parts.digits, writing.mark, mark);
  return size === null ? "unreadable" : negative && size !== 0 ? -size : size;
}

function finite(value: number): number | AmountProblem {
  return Number.isFinite(value) ? value : "unreadable";
}

function sizeOf(digits: string, written: DecimalMark | null, column: DecimalMark | null): number | null {
  // A number that can be read only the other way contradicts a settled column: better no amount than a wrong one.
  if (written !== null && column !== null && written !== column) return null;
  const decimal = written ?? column ?? ".";
  const groups = decimal === "." ? /[,' ]/g : /[.' ]/g;
  const size = Number(digits.replace(groups, "").replace(",", "."));
  return Number.isFinite(size) ? size : null;
}
