import type { Cell, RawSheet } from "../core/tables";
import type { CellValue, SheetModel, WorkbookModel } from "../reports/model/workbookModel";
import { renamesBeside } from "./renameModel";

const ROW_HEIGHT = 16;
const MAX_SHEET_NAME = 31;

/**
 * The model with plain sheets behind its own: what was read from CSV files, for whoever wants data
 * and report in one file. They are named after the file, and numbered where names meet.
 */
export function withPlainSheets(model: WorkbookModel, sheets: readonly RawSheet[]): WorkbookModel {
  const added: SheetModel[] = [];
  for (const raw of sheets) {
    const name = sheetName(raw.name);
    const plain = plainSheet(raw, name);
    const taken = [...model.sheets, ...added].map((sheet) => sheet.name);
    const renames = renamesBeside({ ...model, sheets: [plain], names: [] }, { sheets: taken, names: [] });
    added.push({ ...plain, name: renames.sheets.get(name) ?? name });
  }
  return { ...model, sheets: [...model.sheets, ...added] };
}

function sheetName(name: string): string {
  const allowed = name.replace(/[\\/?*[\]:]/g, "_").replace(/^'+|'+$/g, "");
  return allowed.slice(0, MAX_SHEET_NAME) || "CSV";
}

function plainSheet(raw: RawSheet, name: string): SheetModel {
  return {
    id: "",
    name,
    tabColor: null,
    columnWidths: [],
    defaultRowHeight: ROW_HEIGHT,
    rowHeights: new Map(),
    blocks: [
      {
        row: 0,
        column: 0,
        values: raw.rows.map((row) => row.map(plainValue)),
        style: { of: "block", style: "" },
      },
    ],
    merges: [],
    tables: [],
    charts: [],
    conditionalFormats: [],
    validations: [],
    links: [],
    notes: [],
    freeze: { rows: 1, columns: 0 },
    showGridlines: true,
    zoom: 100,
    print: { orientation: "landscape", titleRows: { from: 0, to: 0 }, footer: "", area: null },
  };
}

function plainValue(cell: Cell): CellValue {
  return typeof cell === "object" && cell !== null ? cell.error : cell;
}
