import type { FoundCell } from "./foundSheet";
import type { CellValue } from "../reports";

/** A note with the row and column it belongs to, in words: so it finds back, also months later. */
export interface LooseNote {
  readonly row: string;
  readonly column: string;
  readonly value: CellValue;
}

/** Where in a row a note stands. */
export type NoteColumn =
  | { readonly kind: "blank"; readonly title: string; readonly ordinal: number }
  | { readonly kind: "added"; readonly title: string }
  /** Right of the list, so many columns from its edge. */
  | { readonly kind: "beside"; readonly offset: number; readonly title: string };

/** What people typed into a list, and beside it. */
export interface OwnList {
  readonly name: string;
  /** Titles of columns people added to the table, in their order. */
  readonly added: readonly { readonly title: string; readonly numberFormat: string }[];
  /** Cells beside the head of the list. */
  readonly beside: readonly ({ readonly offset: number } & FoundCell)[];
  /** Titles of our columns that may tell rows apart, the first being the list's own key. */
  readonly ids: readonly string[];
  /** All of them: rows without notes tell whether ids are unique. */
  readonly rows: readonly {
    readonly ids: readonly string[];
    readonly fromRow: number;
    readonly notes: readonly ListNote[];
  }[];
}

/** A note in a row of a list. */
export type ListNote = { readonly column: NoteColumn } & FoundCell;

/** A note outside the lists. */
export type NoteElsewhere = { readonly row: number; readonly column: number } & FoundCell;

/** All that people typed into a report sheet. Plain data: it is kept in the workbook while the sheet is rewritten. */
export interface OwnContent {
  readonly lists: readonly OwnList[];
  /** Elsewhere on the sheet. */
  readonly elsewhere: readonly NoteElsewhere[];
  /** In the block of notes whose row is gone. */
  readonly loose: readonly LooseNote[];
}

export const NO_CONTENT: OwnContent = { lists: [], elsewhere: [], loose: [] };
