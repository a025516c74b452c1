import type { ICellData, Nullable } from "@univerjs/core";
import type { CellRange } from "../../reports";
import { createArea, type Area } from "./createArea";

type Matrix = Record<number, Record<number, Nullable<ICellData>>>;

/** What was taken out of a sheet's cells, and what is still to be told. */
interface TakenOut {
  readonly area: Area;
  /** Changes that say to Univer what it has to calculate anew, as of its `set-range-values`. */
  readonly told: Matrix;
  /** Whether there were formulas among the cells. */
  readonly formulas: boolean;
}

/**
 * Takes the cells of a range out of a sheet's own cells, at once: told of each, Univer takes minutes over a long
 * list. Formulas stay until Univer takes them out itself, for others may be calculated from them.
 *
 * @param each - whether Univer is told of every cell; else the first row and column stand for the rest, of which
 *   it makes one range
 */
export function takeOutCells(cells: Matrix, range: CellRange, each: boolean): TakenOut {
  const area = createArea();
  const told: Matrix = {};
  let formulas = false;
  const tell = (row: number, column: number): void => void ((told[row] ??= {})[column] = null);
  for (const key of Object.keys(cells)) {
    const row = Number(key);
    if (row < range.row || row >= range.row + range.rows) continue;
    const line = cells[row] ?? {};
    let left = false;
    for (const place in line) {
      const column = Number(place);
      const isInside = column >= range.column && column < range.column + range.columns;
      const isFormula = Boolean(line[column]?.f) || Boolean(line[column]?.si);
      if (isInside) area.see(row, column);
      if (isInside && (isFormula || each)) tell(row, column);
      if (isInside && !isFormula) Reflect.deleteProperty(line, place);
      else left = true;
      formulas ||= isInside && isFormula;
    }
    if (!left) Reflect.deleteProperty(cells, key);
  }
  const emptied = area.range();
  if (emptied !== null && !each) {
    for (let across = 0; across < emptied.columns; across++) tell(emptied.row, emptied.column + across);
    for (let down = 0; down < emptied.rows; down++) tell(emptied.row + down, emptied.column);
  }
  return { area, told, formulas };
}
