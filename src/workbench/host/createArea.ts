import type { CellRange } from "../../reports";

/** The smallest range around cells that are shown to it one by one. */
export interface Area {
  see(row: number, column: number): void;
  /** null: no cell was seen. */
  range(): CellRange | null;
  /** First and last cell of the range, as row and column; none where no cell was seen. */
  corners(): readonly (readonly [number, number])[];
}

export function createArea(): Area {
  let [top, left, bottom, right] = [Infinity, Infinity, -1, -1];
  return {
    see: (row, column) => {
      if (row < top) top = row;
      if (row > bottom) bottom = row;
      if (column < left) left = column;
      if (column > right) right = column;
    },
    range: () =>
      bottom < 0 ? null : { row: top, column: left, rows: bottom - top + 1, columns: right - left + 1 },
    corners: () =>
      bottom < 0
        ? []
        : [
            [top, left],
            [bottom, right],
          ],
  };
}
