import type { IRowData, Workbook, Worksheet } from "@univerjs/core";
import type { GridParts } from "./hostBook";
import { movesNothing } from "./movesNothing";

type HiddenRows = Record<number, Partial<IRowData>>;

/**
 * Univer asks each row of the workbook whether it is hidden whenever a calculation begins: with a hundred thousand
 * orders that takes longer than most calculations. From here on it asks again only after what may have hidden some.
 *
 * @returns lets Univer ask by itself again
 */
export function rememberHiddenRows({ api, formulas }: GridParts, workbook: Workbook): () => void {
  let known = new WeakMap<Worksheet, HiddenRows>();
  const listener = api.onCommandExecuted(({ id }) => {
    if (id.includes(".mutation.") && !movesNothing(id)) known = new WeakMap();
  });
  formulas.getHiddenRowsFiltered = () => ({
    [workbook.getUnitId()]: Object.fromEntries(
      workbook.getSheets().map((sheet) => {
        const rows = known.get(sheet) ?? hiddenRowsOf(sheet);
        known.set(sheet, rows);
        return [sheet.getSheetId(), rows];
      }),
    ),
  });
  return () => {
    listener.dispose();
    // Its own again, which the class has.
    Reflect.deleteProperty(formulas, "getHiddenRowsFiltered");
  };
}

function hiddenRowsOf(sheet: Worksheet): HiddenRows {
  const hidden: HiddenRows = {};
  const rows = sheet.getRowCount();
  for (let row = 0; row < rows; row++) if (!sheet.getRowVisible(row)) hidden[row] = { hd: 1 };
  return hidden;
}
