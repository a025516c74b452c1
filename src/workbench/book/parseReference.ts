import type { CellRange } from "../../reports";
import { columnOfAddress } from "../../xlsx/cellAddress";

/** A sheet and a range of it. */
export interface SheetRange {
  readonly sheet: string;
  readonly range: CellRange;
}

const REFERENCE = /^=?(?:'((?:[^']|'')+)'|([^'!]+))!\$?([A-Z]{1,3})\$?(\d+)(?::\$?([A-Z]{1,3})\$?(\d+))?$/i;

/** What "'My sheet'!$B$3:$D$9" means; null: it is no range of cells on one sheet. */
export function parseReference(text: string): SheetRange | null {
  const match = REFERENCE.exec(text.trim());
  if (match === null) return null;
  const [, quoted, bare = "", left = "", top = "", right = left, bottom = top] = match;
  const column = columnOfAddress(left);
  const row = Number(top) - 1;
  return {
    sheet: quoted?.replaceAll("''", "'") ?? bare,
    range: {
      row,
      column,
      rows: Number(bottom) - row,
      columns: columnOfAddress(right) - column + 1,
    },
  };
}
