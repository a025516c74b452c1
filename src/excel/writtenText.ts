/** Longest text a cell holds. */
const MOST_CHARACTERS = 32_767;
/** Dates, times, amounts, fractions: whatever Excel reads as a number is shorter than this. */
const LONGEST_NUMBER = 40;
const BOOLEANS: ReadonlySet<string> = new Set(["true", "false", "真", "假"]);

/**
 * Text as it has to be given to `Range.values`, so that Excel keeps it as text.
 *
 * In a cell with the text format "@" Excel reads nothing into it. Elsewhere "=1+1" would become a formula,
 * "2025-12" a date, "1:1:1" a time and "TRUE" a boolean; a leading apostrophe, which Excel takes off again,
 * prevents it. Text longer than a cell holds is cut, the last character an ellipsis.
 */
export function writtenText(text: string, inTextCell: boolean): string {
  const kept = cutToCell(text);
  return !inTextCell && mayBeRead(kept) ? `'${kept}` : kept;
}

/**
 * Text that begins with an apostrophe in a cell with the text format: hosts differ on whether the first
 * apostrophe is kept there, so such a cell is written with two, and gets its format afterwards.
 */
export function isAwkwardText(text: string): boolean {
  return text.startsWith("'");
}

function mayBeRead(text: string): boolean {
  if (/^[=+\-@'#]/.test(text)) return true;
  if (text.length > LONGEST_NUMBER) return false;
  return /\p{N}/u.test(text) || BOOLEANS.has(text.trim().toLowerCase());
}

function cutToCell(text: string): string {
  if (text.length <= MOST_CHARACTERS) return text;
  const last = text.charCodeAt(MOST_CHARACTERS - 2);
  // Never through a surrogate pair.
  const end = last >= 0xd800 && last <= 0xdbff ? MOST_CHARACTERS - 2 : MOST_CHARACTERS - 1;
  return `${text.slice(0, end)}…`;
}
