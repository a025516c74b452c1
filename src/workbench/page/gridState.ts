import type { ICellData, IWorkbookData } from "@univerjs/core";
import { FormulaDataModel } from "@univerjs/preset-sheets-core";
import type { Grid } from "./createGrid";

/** What the grid holds now, every formula written out; null: no workbook is open. */
export function gridState({ api, injector }: Grid): IWorkbookData | null {
  const workbook = api.getActiveWorkbook();
  if (workbook === null) return null;
  const formulas = injector.get(FormulaDataModel);
  const id = workbook.getId();
  // A copy: what is written out below is not to change the grid.
  const snapshot = JSON.parse(JSON.stringify(workbook.save())) as IWorkbookData;
  for (const [sheetId, sheet] of Object.entries(snapshot.sheets)) {
    for (const [row, line] of Object.entries(sheet.cellData ?? {})) {
      for (const [column, cell] of Object.entries(line as Record<string, ICellData>)) {
        // Formulas that were filled down name the first of them only.
        if (!cell.f && cell.si)
          cell.f = formulas.getFormulaStringByCell(Number(row), Number(column), sheetId, id) ?? null;
      }
    }
  }
  return snapshot;
}
