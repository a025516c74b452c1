import type { ICellData, IStyleData } from "@univerjs/core";
import type { CellRange } from "../../reports";
import { mergedStyle } from "./mergedStyle";

/**
 * What was written to the cells of a row and is not in the grid yet, by column. What cells hold and how they look
 * is kept apart: a list is written once, and then described property by property.
 */
export interface WaitingRow {
  readonly contents: Map<number, ICellData>;
  /** null: the look is taken off. */
  readonly looks: Map<number, IStyleData | null>;
}

/** The same for a sheet, by row. */
export type WaitingRows = Map<number, WaitingRow>;

/**
 * Puts a write over those that wait already. A content is all that a cell holds from then on: no formula where it
 * names none.
 */
export function addWaiting(row: WaitingRow, column: number, cell: ICellData): void {
  const { s: look } = cell;
  if (look !== undefined) {
    if (typeof look === "string") throw new Error("looks are written as what they are, not by the grid's id");
    const before = row.looks.get(column);
    row.looks.set(column, look !== null && before ? mergedStyle(before, look) : look);
    if (isLook(cell)) return;
  }
  const content = look === undefined ? cell : contentOf(cell);
  row.contents.set(column, content);
}

/** Forgets what was to be written to a range: it is emptied. */
export function dropWaiting(
  waiting: WaitingRows | undefined,
  { row, column, rows, columns }: CellRange,
): void {
  for (const [place, { contents, looks }] of waiting ?? []) {
    if (place < row || place >= row + rows) continue;
    for (let across = column; across < column + columns; across++) {
      contents.delete(across);
      looks.delete(across);
    }
  }
}

/** Says how a cell looks, and nothing of what it holds. */
function isLook(cell: ICellData): boolean {
  for (const key in cell) if (key !== "s") return false;
  return true;
}

function contentOf(cell: ICellData): ICellData {
  const content = { ...cell };
  delete content.s;
  return content;
}
