import type { Cell, RawSheet } from "../../src/core/tables";
import type { SheetModel } from "../../src/reports";
import { cellsOf } from "./modelChecks";

/** A report sheet as it would be read back from a workbook: values alone. */
export function rawSheetOf(sheet: SheetModel): RawSheet {
  const rows: Cell[][] = [];
  for (const { row, column, value } of cellsOf(sheet)) {
    while (rows.length <= row) rows.push([]);
    const line = rows[row] as Cell[];
    while (line.length <= column) line.push(null);
    line[column] = value;
  }
  return { file: "report.xlsx", name: sheet.name, rows, date1904: false };
}
