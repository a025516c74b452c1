import { WorkbookError } from "./desk";
import { knowsExcelApi } from "./requirements";
import { officeCode, toWorkbookError, type Whereabouts } from "./toWorkbookError";

type Work<Result> = (context: Excel.RequestContext) => Promise<Result>;

/**
 * Runs work on the open workbook. Waits while a cell is being edited; whatever fails comes out as a
 * WorkbookError.
 */
export async function inExcel<Result>(work: Work<Result>, where: Whereabouts = {}): Promise<Result> {
  try {
    return await excel().run({ delayForCellEdit: true }, work);
  } catch (error) {
    throw toWorkbookError(error, where);
  }
}

/**
 * The same, as one step to undo where this Excel can (ExcelApi 1.20). A step that holds something without
 * undo is refused by Excel as a whole; it is then done again without the grouping.
 *
 * @returns what the work returns, and whether one step takes it back
 */
export async function inOneUndoStep<Result>(
  work: Work<Result>,
): Promise<{ readonly result: Result; readonly oneStep: boolean }> {
  if (knowsExcelApi("1.20")) {
    try {
      const result = await excel().run({ delayForCellEdit: true, mergeUndoGroup: true }, work);
      return { result, oneStep: true };
    } catch (error) {
      const inner = error instanceof WorkbookError ? error.cause : error;
      if (officeCode(inner) !== "UndoNotSupported") throw toWorkbookError(error);
    }
  }
  return { result: await inExcel(work), oneStep: false };
}

function excel(): typeof Excel {
  // Outside a host the name itself is missing.
  if (typeof Excel === "undefined" || typeof Office === "undefined")
    throw new WorkbookError("unsupported", { api: "Excel" });
  return Excel;
}
