import type { SheetKind } from "../../core/tables";
import { KIND_NAMES, OWN_REPORT_SHEETS } from "../headings/kindNames";

const plain = (name: string) => name.normalize("NFKC").trim().toLowerCase();

/** A second sheet of one name gets " (2)" from spreadsheets, "_2" from people. */
const withoutNumber = (name: string) => plain(name).replace(/\s*[(_]\d+\)?$/, "");

const OWN = new Set(OWN_REPORT_SHEETS.map(plain));

/** Whether a sheet is part of a report made earlier. */
export function isOwnReportSheet(sheet: string): boolean {
  return OWN.has(plain(sheet)) || OWN.has(withoutNumber(sheet));
}

/** The kind a sheet's name speaks for; null: none, or several. The longest name found decides. */
export function kindOfName(sheet: string): SheetKind | null {
  const name = plain(sheet).replace(/_/g, " ");
  let best: { kind: SheetKind | null; length: number } = { kind: null, length: 0 };
  for (const [kind, names] of Object.entries(KIND_NAMES) as [SheetKind, readonly string[]][]) {
    for (const candidate of names) {
      if (candidate.length < best.length || !holdsWord(name, candidate)) continue;
      if (candidate.length > best.length) best = { kind, length: candidate.length };
      else if (best.kind !== kind) best = { kind: null, length: candidate.length };
    }
  }
  return best.kind;
}

function holdsWord(name: string, word: string): boolean {
  if (!/^[a-z]/.test(word)) return name.includes(word);
  return new RegExp(`(^|[^a-z])${word}([^a-z]|$)`).test(name);
}
