import type { IRange } from "@univerjs/core";
import type { CellRange } from "../../reports";

/** A range of the model as the grid counts: first and last row and column, both in. */
export function gridRange({ row, column, rows, columns }: CellRange): IRange {
  return { startRow: row, endRow: row + rows - 1, startColumn: column, endColumn: column + columns - 1 };
}

/** The way back. */
export function modelRange({ startRow, endRow, startColumn, endColumn }: IRange): CellRange {
  return {
    row: startRow,
    column: startColumn,
    rows: endRow - startRow + 1,
    columns: endColumn - startColumn + 1,
  };
}
