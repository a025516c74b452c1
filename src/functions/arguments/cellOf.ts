import type { Cell } from "../../core/tables";

/** The shapes in which Excel hands over a cell that is more than text, number or boolean. */
interface RichCell {
  readonly type?: unknown;
  readonly basicValue?: unknown;
  readonly code?: unknown;
  readonly text?: unknown;
}

/**
 * The plain value of a cell as it crosses the border to a custom function.
 *
 * Blank cells and omitted arguments may come as null, undefined or "", and error cells as objects with a
 * code; formatted numbers and data types as objects with a `basicValue`. An object that is no cell at all is
 * the invocation, which Excel passes in place of a new optional argument while it still has last
 * release's metadata: such an argument was omitted.
 */
export function cellOf(raw: unknown): Cell {
  switch (typeof raw) {
    case "string":
    case "number":
    case "boolean":
      return raw;
    case "object":
      return raw === null ? null : richCell(raw as RichCell);
    default:
      return null;
  }
}

function richCell(raw: RichCell): Cell {
  if (typeof raw.code === "string" && raw.code.startsWith("#")) return { error: raw.code };
  if (raw.type === "Error" && typeof raw.basicValue === "string") return { error: raw.basicValue };
  // An entity shows its text in the sheet, and an error to formulas that cannot read it.
  if (raw.type === "Entity" && typeof raw.text === "string") return raw.text;
  const value = raw.basicValue;
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean" ? value : null;
}

/** Whether a cell is empty: a blank one may arrive as null or "", from older hosts as 0 (see `isBlankOrZero`). */
export function isBlank(cell: Cell): boolean {
  return cell === null || cell === "" || (typeof cell === "string" && cell.trim() === "");
}

/** Blank, or the 0 that some hosts make of a blank cell: for ids, dates and text, which are never 0. */
export function isBlankOrZero(cell: Cell): boolean {
  return cell === 0 || isBlank(cell);
}
