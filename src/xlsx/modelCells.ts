import type { CellRange, CellValue, SheetModel } from "../reports/model/workbookModel";

/** Values of a sheet's blocks within a range; later blocks come later and so win. */
export function forEachCell(
  sheet: SheetModel,
  range: CellRange,
  visit: (row: number, column: number, value: CellValue) => void,
): void {
  for (const block of sheet.blocks) {
    const from = Math.max(block.row, range.row);
    const to = Math.min(block.row + block.values.length, range.row + range.rows);
    for (let row = from; row < to; row++) {
      const values = block.values[row - block.row] ?? [];
      const left = Math.max(block.column, range.column);
      const right = Math.min(block.column + values.length, range.column + range.columns);
      for (let column = left; column < right; column++) {
        visit(row, column, values[column - block.column] ?? null);
      }
    }
  }
}
