import { numfmt, type ICellData } from "@univerjs/core";
import { CELL_TYPE } from "../book/cellType";

const ERROR = /^#(?:N\/A|VALUE!|REF!|DIV\/0!|NUM!|NAME\?|NULL!|SPILL!|CALC!|CONNECT!|BUSY!)$/;

/** A cell's value as `range.values` gives it: "" for an empty cell, errors as their text. */
export function cellOutput(cell: ICellData | null): string | number | boolean {
  const rich = cell?.p?.body?.dataStream.replace(/\r?\n?$/, "").replaceAll("\r", "\n");
  const value = cell?.v ?? rich ?? "";
  if (cell?.t === CELL_TYPE.boolean)
    return value === 1 || value === true || value === "1" || value === "TRUE";
  if (cell?.t === CELL_TYPE.text || cell?.t === CELL_TYPE.forcedText) return String(value);
  return value ?? "";
}

export type ValueType = "Empty" | "String" | "Double" | "Boolean" | "Error";

/** Text that only looks like an error is told from one by whether a formula gave it. */
export function valueType(value: string | number | boolean, fromFormula: boolean): ValueType {
  if (value === "") return "Empty";
  if (typeof value === "number") return "Double";
  if (typeof value === "boolean") return "Boolean";
  return fromFormula && ERROR.test(value) ? "Error" : "String";
}

/** A cell's value as the sheet shows it. */
export function cellText(value: string | number | boolean, numberFormat: string): string {
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  if (typeof value === "string") return value;
  try {
    return String(numfmt.format(numberFormat === "" ? "General" : numberFormat, value));
  } catch {
    // A format nobody can read: the number itself.
    return String(value);
  }
}
