import { cellAddress, rangeAddress } from "../reports/kit/address";
import { rangeOfAddress, splitAddress } from "./address";
import { WorkbookError } from "./desk";
import { inExcel } from "./inExcel";
import { knowsExcelApi } from "./requirements";
import { officeCode } from "./toWorkbookError";

export interface SheetPlace {
  readonly sheet: string;
  readonly address: string;
}

export interface SelectedCells extends SheetPlace {
  readonly rows: number;
  readonly columns: number;
}

/** What Excel answers where a chart, a shape or several ranges are selected. */
const NO_RANGE: ReadonlySet<string> = new Set(["InvalidSelection", "ItemNotFound", "InvalidArgument"]);

/** The selected range; null where none is, or several are. */
export function selectedCells(): Promise<SelectedCells | null> {
  return inExcel(async (context) => {
    try {
      const range = context.workbook.getSelectedRange();
      range.load("address,rowCount,columnCount");
      await context.sync();
      const { sheet, address } = splitAddress(range.address);
      return sheet === null ? null : { sheet, address, rows: range.rowCount, columns: range.columnCount };
    } catch (error) {
      if (NO_RANGE.has(officeCode(error) ?? "")) return null;
      throw error;
    }
  });
}

/** Shows cells: brings their sheet to the front and selects them. */
export function selectCells(place: SheetPlace): Promise<void> {
  return inExcel(async (context) => {
    const sheet = context.workbook.worksheets.getItemOrNullObject(place.sheet);
    sheet.load("visibility");
    await context.sync();
    if (sheet.isNullObject) throw new WorkbookError("sheetMissing", place);
    // Excel cannot bring a hidden sheet to the front.
    if (sheet.visibility !== "Visible") sheet.visibility = "Visible";
    sheet.activate();
    sheet.getRange(place.address).select();
    await context.sync();
  }, place);
}

/**
 * Writes a formula into the first selected cell. Cells are looked at before, as far as the size of the result is
 * known, and the result after: one that finds its way blocked is taken back.
 */
export async function insertFormulaAtSelection(
  formula: string,
  spill: { readonly rows: number; readonly columns: number } = { rows: 1, columns: 1 },
): Promise<SheetPlace> {
  const selected = await selectedCells();
  const range = selected === null ? null : rangeOfAddress(selected.address);
  if (selected === null || range === null) throw new WorkbookError("sheetMissing");
  const { sheet } = selected;
  const place = { sheet, address: cellAddress(range.row, range.column) };
  await inExcel(async (context) => {
    const worksheet = context.workbook.worksheets.getItem(sheet);
    const cell = worksheet.getRange(place.address);
    const address = rangeAddress({
      row: range.row,
      column: range.column,
      rows: Math.max(1, spill.rows),
      columns: Math.max(1, spill.columns),
    });
    const area = worksheet.getRange(address);
    area.load("formulas");
    const merged = knowsExcelApi("1.13") ? area.getMergedAreasOrNullObject() : null;
    merged?.load("address");
    worksheet.protection.load("protected");
    await context.sync();
    if (worksheet.protection.protected) throw new WorkbookError("protectedSheet", { sheet });
    const taken = firstTaken(area.formulas as readonly (readonly unknown[])[]);
    if (taken !== null)
      throw new WorkbookError("occupied", {
        sheet,
        address: cellAddress(range.row + taken.row, range.column + taken.column),
      });
    // A result cannot spill into merged cells; a single one can stand in them.
    if (merged !== null && !merged.isNullObject && (spill.rows > 1 || spill.columns > 1))
      throw new WorkbookError("mergedCells", { sheet, address: splitAddress(merged.address).address });
    cell.formulas = [[formula]];
    await context.sync();
    cell.load("values");
    await context.sync();
    if (cell.values[0]?.[0] !== "#SPILL!") return;
    cell.clear("Contents");
    await context.sync();
    throw new WorkbookError("occupied", place);
  }, place);
  return place;
}

function firstTaken(formulas: readonly (readonly unknown[])[]): { row: number; column: number } | null {
  for (const [row, line] of formulas.entries()) {
    const column = line.findIndex((cell) => cell !== "" && cell !== null);
    if (column >= 0) return { row, column };
  }
  return null;
}
