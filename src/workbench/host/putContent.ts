import type { ICellData, Nullable } from "@univerjs/core";

/** What of a cell a plain content says; anything else (formulas, rich text) is for Univer to put in. */
const PLAIN: ReadonlySet<string> = new Set(["v", "t"]);

/** Whether a cell holds a value and nothing that Univer keeps books on: no formula, no rich text. */
export function isPlain(cell: Nullable<ICellData>): boolean {
  if (cell === null || cell === undefined) return true;
  return !cell.f && !cell.si && !cell.p;
}

/** Whether what is written to a cell is a plain value, with its type, or nothing: then `putContent` can write it. */
export function isPlainContent(content: ICellData): boolean {
  for (const key in content) {
    const value = content[key as keyof ICellData];
    if (value !== null && value !== undefined && !PLAIN.has(key)) return false;
  }
  return content.v === null || (content.v !== undefined && typeof content.t === "number");
}

/**
 * Puts a plain content into a cell as Univer's own change of cells does; the look stays.
 *
 * @param stands - the plain cell that is there; it is changed itself
 * @param content - of this cell alone: where none stands, it becomes the cell
 * @returns the cell from now on; null: nothing is left of it
 */
export function putContent(stands: Nullable<ICellData>, content: ICellData): ICellData | null {
  const { v, t } = content;
  if (v === null) {
    if (stands === null || stands === undefined) return null;
    delete stands.v;
    delete stands.t;
    for (const key in stands) if (stands[key as keyof ICellData] !== undefined) return stands;
    return null;
  }
  if (stands === null || stands === undefined) return isBare(content) ? content : { v, t };
  stands.v = v;
  stands.t = t;
  return stands;
}

function isBare(content: ICellData): boolean {
  for (const key in content) if (!PLAIN.has(key)) return false;
  return true;
}
