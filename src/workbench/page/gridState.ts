import type { ICellData, IWorkbookData } from "@univerjs/core";
import { FormulaDataModel } from "@univerjs/preset-sheets-core";
import type { BesideTheGrid } from "../book/modelOfSnapshot";
import type { Grid } from "./createGrid";

/** What the grid holds now: its snapshot with every formula written out, and what formulas have filled. */
export interface GridState {
  readonly snapshot: IWorkbookData;
  readonly spilled: BesideTheGrid["spilled"];
}

export function gridState({ api, injector }: Grid): GridState | null {
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
  const spilled = (formulas.getArrayFormulaCellData()[id] ?? {}) as unknown as GridState["spilled"];
  return { snapshot, spilled };
}
