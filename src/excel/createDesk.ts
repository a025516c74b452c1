import { addPlainSheets } from "./addSheets";
import { watchChanges, watchSelection } from "./deskEvents";
import { findOurFormulas, writeFormulas, writeValues } from "./ourFormulas";
import { cellsAt, createSheetReader, sheetFacts } from "./readSheets";
import { insertFormulaAtSelection, selectCells, selectedCells } from "./selection";
import { setWorkbookSetting, workbookSetting } from "./workbookSettings";
import { writeReport } from "./writeReport";
import type { Desk } from "./desk";

/** The open workbook, through Office.js. One for the life of the pane. */
export function createDesk(): Desk {
  const inTurn = queue();
  return {
    sheets: sheetFacts,
    read: createSheetReader(),
    cells: cellsAt,
    // Two reports at once would stage over each other.
    writeReport: (model, words, watch) => inTurn(() => writeReport(model, words, watch)),
    addSheets: (model, watch) => inTurn(() => addPlainSheets(model, watch)),
    selection: selectedCells,
    select: selectCells,
    insertFormula: (formula, spill) => inTurn(() => insertFormulaAtSelection(formula, spill)),
    formulas: findOurFormulas,
    setFormulas: (cells) => inTurn(() => writeFormulas(cells)),
    setValues: (blocks) => inTurn(() => writeValues(blocks)),
    setting: workbookSetting,
    setSetting: setWorkbookSetting,
    onChanged: watchChanges,
    onSelection: watchSelection,
  };
}

/** Runs tasks one after the other, whatever became of those before. */
function queue(): <Result>(task: () => Promise<Result>) => Promise<Result> {
  let last: Promise<unknown> = Promise.resolve();
  return (task) => {
    const next = last.then(task, task);
    last = next.catch(() => undefined);
    return next;
  };
}
