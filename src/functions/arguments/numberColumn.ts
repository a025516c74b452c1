import type { Range } from "./range";

/** One column of a range as numbers; NaN where the cell is blank, text, an error, or TRUE and FALSE. */
export function numberColumn(range: Range, column = 0): Float64Array {
  const numbers = new Float64Array(range.height);
  for (let row = 0; row < range.height; row++) {
    const cell = range.cell(row, column);
    numbers[row] = typeof cell === "number" && Number.isFinite(cell) ? cell : NaN;
  }
  return numbers;
}
