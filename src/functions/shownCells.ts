import { cellText, type Cell } from "../core/tables";

/**
 * Customers or items as their cells first showed them: a number stays a number, so that XLOOKUP from the sheet's
 * own numbers finds it in the returned table.
 *
 * @param cells - the cell that each was first seen in
 */
export function shownCells(cells: readonly Cell[]): readonly (string | number)[] {
  return cells.map((cell) => {
    const text = cellText(cell);
    // A number so large that it would be shown with an exponent is written out as text instead.
    return typeof cell === "number" && String(cell) === text ? cell : text;
  });
}
