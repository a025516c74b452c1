import type { RecordedTable, SheetRecord } from "./sheetRecord";
import type { CellRange, CellValue } from "../reports";

/** A cell as it stands in the workbook. */
export interface FoundCell {
  readonly value: CellValue;
  /** With "="; null: a constant. */
  readonly formula: string | null;
  readonly numberFormat: string;
}

/** A report sheet as it stands in the workbook before it is refreshed. */
export interface FoundSheet {
  readonly record: SheetRecord;
  readonly tables: readonly { readonly record: RecordedTable; readonly range: CellRange }[];
  /** What was read of it: at least heads, ids and columns of users' own, and all that lies outside our cells. */
  readonly cells: ReadonlyMap<string, { readonly row: number; readonly column: number } & FoundCell>;
}

/** Names a cell in a map. */
export const cellKey = (row: number, column: number): string => `${row},${column}`;

export const isEmptyCell = (cell: FoundCell | undefined): boolean =>
  cell === undefined || (cell.formula === null && (cell.value === null || cell.value === ""));

/** A value as it is compared: without blanks around it. */
export const comparedText = (value: CellValue): string => (value === null ? "" : String(value).trim());

/** A found cell without its place. */
export function justTheCell({ value, formula, numberFormat }: FoundCell): FoundCell {
  return { value, formula, numberFormat };
}
