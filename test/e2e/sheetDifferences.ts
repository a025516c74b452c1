import type { Cell, RawSheet } from "../../src/core/tables";
import { cellAddress } from "../../src/xlsx/cellAddress";

const MOST_SHOWN = 5;

/**
 * Two sheets cell by cell: which differ, as "B7: 12 → 13", at most five and their count.
 *
 * @param apart - how far two numbers may lie apart and count as the same, as a share of the larger
 * @param but - differences that are meant to be there
 */
export function sheetDifferences(
  wanted: RawSheet,
  found: RawSheet,
  apart = 0,
  but: (wanted: Cell, found: Cell) => boolean = () => false,
): readonly string[] {
  const rows = Math.max(wanted.rows.length, found.rows.length);
  const differences: string[] = [];
  for (let row = 0; row < rows; row += 1) {
    const columns = Math.max(wanted.rows[row]?.length ?? 0, found.rows[row]?.length ?? 0);
    for (let column = 0; column < columns; column += 1) {
      const [a, b] = [shown(wanted.rows[row]?.[column]), shown(found.rows[row]?.[column])];
      if (same(a, b, apart) || but(a, b)) continue;
      differences.push(`${cellAddress(row, column)}: ${JSON.stringify(a)} → ${JSON.stringify(b)}`);
    }
  }
  return differences.length <= MOST_SHOWN
    ? differences
    : [...differences.slice(0, MOST_SHOWN), `and ${String(differences.length - MOST_SHOWN)} more`];
}

/** An empty text, as a formula gives it, looks like an empty cell. */
function shown(cell: Cell | undefined): Cell {
  return cell === undefined || cell === "" ? null : cell;
}

function same(a: Cell, b: Cell, apart: number): boolean {
  if (typeof a === "number" && typeof b === "number")
    return Math.abs(a - b) <= apart * Math.max(Math.abs(a), Math.abs(b));
  return JSON.stringify(a) === JSON.stringify(b);
}
