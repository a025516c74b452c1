import { isBlankCell, plainText, type Cell } from "../tables";
import type { FieldCheck } from "./types";

export type CellState = "valid" | "empty" | "invalid";

const DASHES = /^[-‐-―−_]+$/u;

const MAINLAND_MOBILE = /^1[3-9]\d{9}$/;
const MAINLAND_MOBILE_WITH_COUNTRY = /^(?:\+|00)?86(1[3-9]\d{9})$/;
const PHONE_CHARACTERS = /^\+?[\d\s().-]+$/;
const EXTENSION = /\s*(?:转|分机|ext\.?|x|#)\s*\d{1,6}$/i;
/** A group of 2 to 4 digits set apart from the rest by brackets, a hyphen, a dot or a blank. */
const AREA_GROUP = /^(?:\(\d{1,4}\)|\d{2,4}[\s.-])/;
const EMAIL = /^[^\s@,;:<>()[\]"]+@(?:[^\s@,;:<>()[\]".]+\.)+[^\s@,;:<>()[\]".]{2,}$/;

function isPhone(text: string): boolean {
  const written = text.replace(EXTENSION, "").trim();
  if (!PHONE_CHARACTERS.test(written)) return false;
  const compact = written.replace(/[\s().-]/g, "");
  if (MAINLAND_MOBILE.test(compact) || MAINLAND_MOBILE_WITH_COUNTRY.test(compact)) return true;
  const digits = compact.replace("+", "");
  if (digits.length < 8 || digits.length > 15 || /^(\d)\1+$/.test(digits)) return false;
  // +86 or 0086 before eleven digits is a mobile, and was none above.
  if (/^(?:\+|00)861\d{10}$/.test(compact)) return false;
  return compact.startsWith("+") || digits.startsWith("0") || AREA_GROUP.test(written);
}

const CHECKS: Readonly<Record<FieldCheck, (text: string) => boolean>> = {
  text: () => true,
  phone: isPhone,
  email: (text) => EMAIL.test(text),
};

/**
 * Whether a cell says something, and something that can be right.
 *
 * Empty: blank, an error value, a run of dashes, 「无」「未知」, N/A, null, #N/A, whatever case and width.
 * A phone is a mainland mobile of 11 digits, or 8 to 15 digits with a country code (+, 00) or an area
 * code (a leading 0, or a first group in brackets or set apart); blanks, hyphens, dots, brackets, an
 * apostrophe in front and an extension behind are looked over. An e-mail has one @ and a dotted domain.
 *
 * @example checkCell("1380000", "phone") // "invalid"
 */
export function checkCell(cell: Cell | undefined, check: FieldCheck): CellState {
  if (isBlankCell(cell) || typeof cell === "object") return "empty";
  const text = plainText(String(cell));
  if (DASHES.test(text)) return "empty";
  return CHECKS[check](text) ? "valid" : "invalid";
}
