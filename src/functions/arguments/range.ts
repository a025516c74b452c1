import { InvalidArgumentError } from "../../core/errors";
import type { Cell } from "../../core/tables";
import { cellOf, isBlankOrZero } from "./cellOf";

/** Rows of a sheet: no range can be taller. */
export const MAX_ROWS = 1_048_576;

/** A range argument; cells are turned into plain values as they are read, so a whole column stays cheap. */
export interface Range {
  readonly argument: string;
  readonly height: number;
  readonly width: number;
  cell(row: number, column: number): Cell;
  /** Rows without the blank ones at the end; 0 counts as blank, as older hosts hand over blank cells. */
  filledHeight(): number;
  /** The first `height` rows as plain cells; the very rows Excel passed where they hold nothing else. */
  rows(height: number): readonly (readonly Cell[])[];
}

/**
 * @param raw - what Excel passed: rows of cells, or one bare cell
 * @returns null for an omitted argument
 * @throws InvalidArgumentError `tooManyRows`
 */
export function rangeOf(argument: string, raw: unknown): Range | null {
  if (!Array.isArray(raw)) {
    const cell = cellOf(raw);
    return cell === null || cell === "" ? null : rangeOf(argument, [[cell]]);
  }
  const rows = raw as readonly unknown[];
  if (rows.length > MAX_ROWS) {
    throw new InvalidArgumentError(argument, "tooManyRows", { rows: rows.length, max: MAX_ROWS });
  }
  let width = 0;
  for (const row of rows) width = Math.max(width, Array.isArray(row) ? row.length : 1);
  if (rows.length === 0 || width === 0) return null;
  return {
    argument,
    height: rows.length,
    width,
    cell(row, column) {
      const cells = rows[row];
      return cellOf(
        Array.isArray(cells) ? (cells as readonly unknown[])[column] : column === 0 ? cells : null,
      );
    },
    filledHeight() {
      let height = rows.length;
      while (height > 0 && isBlankRow(rows[height - 1])) height--;
      return height;
    },
    rows(upTo) {
      const part = upTo < rows.length ? rows.slice(0, upTo) : rows;
      return part.every(isPlainRow)
        ? part
        : part.map((row) => (Array.isArray(row) ? row : [row]).map(cellOf));
    },
  };
}

function isBlankRow(row: unknown): boolean {
  return Array.isArray(row) ? row.every(isBlankRaw) : isBlankRaw(row);
}

// A whole column has a million of these: the plain ones are told apart before anything is converted.
function isBlankRaw(raw: unknown): boolean {
  return raw === null || raw === "" || raw === 0 || isBlankOrZero(cellOf(raw));
}

function isPlainRow(row: unknown): row is readonly Cell[] {
  if (!Array.isArray(row)) return false;
  for (const cell of row as readonly unknown[]) if (typeof cell === "object" && cell !== null) return false;
  return true;
}

/** One column of a range as cells, its first `height` rows. */
export function columnOf(range: Range, column = 0, height = range.height, from = 0): Cell[] {
  const cells = new Array<Cell>(Math.max(0, height - from));
  for (let row = from; row < height; row++) cells[row - from] = range.cell(row, column);
  return cells;
}

/** Rows up to the last that holds something in any of the ranges. */
export function filledHeight(ranges: readonly Range[]): number {
  return ranges.reduce((height, range) => Math.max(height, range.filledHeight()), 0);
}
