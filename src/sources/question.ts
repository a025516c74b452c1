import type { SheetKind } from "../core/tables";
import type { SourceProblem } from "./sourceProblem";

/** What is unclear about a sheet, or worth knowing; the sentences are `file.*`. */
export const QUESTION_CODES = {
  /** No kind of sheet fits the headings. */
  unrecognisedSheet: "unused",
  /** A kind nearly fits, but columns are missing. */
  missingColumns: "unused",
  /** Two kinds fit equally well. */
  ambiguousKind: "unused",
  /** One column only: another separator, or a list. */
  oneColumn: "unused",
  /** No row looks like headings. */
  noHeadings: "unused",
  /** A workbook often has one or two blank sheets: no reason to stop. */
  emptySheet: "note",
  /** Headings, and no row below them. */
  headerOnly: "note",
  /** Two columns fit one field equally well; the first was taken. */
  ambiguousColumn: "choice",
  /** The settings name a heading that the sheet does not have. */
  overrideHeadingMissing: "choice",
  /** The settings name a field that this kind of sheet does not have. */
  overrideFieldUnknown: "choice",
  /** The settings name a sheet that no input has. */
  overrideSheetMissing: "choice",
  /** A sheet of a report made earlier. */
  ownReportSheet: "note",
} as const satisfies Record<string, "unused" | "choice" | "note">;

export type QuestionCode = keyof typeof QUESTION_CODES;

export interface Question extends SourceProblem<QuestionCode> {
  /** unused: the sheet was left out; choice: it was used, and a setting could change how; note: nothing to decide. */
  readonly weight: (typeof QUESTION_CODES)[QuestionCode];
  readonly file: string;
  readonly sheet: string;
  /** The kind taken or nearest; null: none. */
  readonly kind: SheetKind | null;
  /** The field in question; null: the whole sheet. */
  readonly field: string | null;
  /** What could be chosen: headings for a field, kinds for a sheet. */
  readonly candidates: readonly string[];
}
