import type { ICellData, IRange, Nullable } from "@univerjs/core";
import type { CellRange } from "../../reports";

type Matrix = Record<number, Record<number, ICellData>>;

/**
 * A change that leaves a cell as it is. Without its type, Univer would guess one anew, and make text of a number
 * that is formatted as text.
 */
export const unchanged = (cell: Nullable<ICellData>): ICellData => (cell?.t ? { t: cell.t } : {});

/**
 * Cells that stand for all of a range in a change told to Univer. Told of each cell of a long list, its listeners
 * take longer than the list itself. Of the first row and column, it makes the whole range again: what depends on any
 * of it is calculated. One cell in each area is told with its value, for whoever looks at cells one by one.
 *
 * @param areas - of rules that look at values, and what is selected; those that lie elsewhere do not matter
 */
export function witnessCells(
  { row, column, rows, columns }: CellRange,
  areas: readonly IRange[],
  cellAt: (row: number, column: number) => Nullable<ICellData>,
): Matrix {
  const told: Matrix = {};
  const tell = (down: number, across: number, cell: ICellData): void => {
    (told[down] ??= {})[across] = cell;
  };
  for (let across = column; across < column + columns; across++)
    tell(row, across, unchanged(cellAt(row, across)));
  for (let down = row; down < row + rows; down++) tell(down, column, unchanged(cellAt(down, column)));
  for (const { startRow, endRow, startColumn, endColumn } of areas) {
    // Whole columns and rows have no first cell of their own.
    const top = Math.max(row, startRow || 0);
    const left = Math.max(column, startColumn || 0);
    const isInside = (from: number, last: number, end: number): boolean =>
      from < end && !(Number.isFinite(last) && last < from);
    if (!isInside(top, endRow, row + rows) || !isInside(left, endColumn, column + columns)) continue;
    const cell = cellAt(top, left);
    tell(top, left, { v: cell?.v, t: cell?.t });
  }
  return told;
}
