import type { Cell } from "./cell";
import type { FieldOf, ProfileId, SheetKind } from "./fields";

/** A recognised sheet: which column holds which field, and the rows below the heading row. */
export interface MappedTable<K extends SheetKind = SheetKind> {
  readonly kind: K;
  readonly file: string;
  readonly sheet: string;
  readonly profile: ProfileId;
  readonly date1904: boolean;
  /** Sheet row number (1-based) of rows[0]. */
  readonly firstRow: number;
  readonly headings: readonly string[];
  /** Column index (0-based) of each field that the sheet has. */
  readonly columns: Readonly<Partial<Record<FieldOf<K>, number>>>;
  /** Every row below the headings, blank ones included, so that row numbers hold. */
  readonly rows: readonly (readonly Cell[])[];
}

/** The tables of one analysis; a kind may come from several files or sheets. */
export type MappedTables = { readonly [K in SheetKind]: readonly MappedTable<K>[] };
