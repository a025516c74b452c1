import type { Cell } from "../core/tables";
import type { CellValue } from "../reports";

/**
 * A value of `Range.values` as a cell of ours. An empty cell is "" there, and so is a formula that gives "":
 * both are nothing.
 *
 * @param type - of `Range.valueTypes`; undefined: not asked for, since no text of the range looks like an error
 */
export function cellOf(value: unknown, type?: string): Cell {
  if (value === "" || value === null || value === undefined) return null;
  if (type === "Error") return { error: String(value) };
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") return value;
  // Entities and other data types: what the cell shows of them stands in `basicValue`.
  if (typeof value === "object" && "basicValue" in value) return cellOf(value.basicValue);
  return String(value);
}

/** Whether a text may stand for an error: only then are the types of a range worth asking for. */
export function looksLikeError(value: unknown): boolean {
  return typeof value === "string" && value.startsWith("#") && value.length <= 20;
}

/** A cell as something that can be written; an error as the text it shows. */
export function valueOf(cell: Cell): CellValue {
  return typeof cell === "object" && cell !== null ? cell.error : cell;
}
