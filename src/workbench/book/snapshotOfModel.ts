import type { ICellData, IWorkbookData, IWorksheetData, LocaleType } from "@univerjs/core";
import { finish, type Steps } from "../../core/math/steps";
import type { CellValue, SheetModel, StyleName, WorkbookModel } from "../../reports";
import { markName } from "../../reports/model/reportMark";
import { sheetReference } from "../../xlsx/cellAddress";
import { CELL_TYPE, textType } from "./cellType";
import { gridRange } from "./gridRange";
import { gridRules } from "./gridRules";
import { gridStyle } from "./gridStyle";
import { heightPx, widthPx } from "./gridUnits";

/** Room below and beside what is there: a formula that spills needs it, too. */
const SPARE = { rows: 500, columns: 40 } as const;
const LEAST = { rows: 1_000, columns: 60 } as const;
const TAB_COLORS = { accent: "#0F6CBD", grey: "#A6A6A6" } as const;
const NOTE_SIZE = { width: 220, height: 90 } as const;
/** Rows that are laid out in one step. */
const ROWS_A_STEP = 500;
/** Rule of a cell that offers values; Univer's word. */
const LIST_RULE = "list";

const sheetId = (index: number): string => `sheet${index + 1}`;

/** A workbook model as the grid opens it, at once; see `snapshotSteps`. */
export function snapshotOfModel(model: WorkbookModel, id: string): IWorkbookData {
  return finish(snapshotSteps(model, id));
}

/**
 * A workbook model as the grid opens it: cells, looks, merges, rules, lists, notes, names, frozen rows. Tables, links,
 * charts and page set-up are not the grid's; whoever opens the model keeps them.
 *
 * @param id - of the workbook in the grid; another one each time
 */
export function* snapshotSteps(model: WorkbookModel, id: string): Steps<IWorkbookData> {
  const ids = model.sheets.map((_, index) => sheetId(index));
  const sheets: Record<string, Partial<IWorksheetData>> = {};
  for (const [index, sheet] of model.sheets.entries())
    sheets[sheetId(index)] = yield* gridSheet(sheet, sheetId(index));
  const bySheet = <T>(of: (sheet: SheetModel) => T): Record<string, T> =>
    Object.fromEntries(model.sheets.map((sheet, index) => [sheetId(index), of(sheet)]));
  const resource = (name: string, data: unknown) => ({ name, data: JSON.stringify(data) });
  return {
    id,
    name: model.title,
    appVersion: "",
    locale: (model.language === "zh" ? "zhCN" : "enUS") as LocaleType,
    styles: Object.fromEntries(
      Object.entries(model.styles).map(([name, style]) => [name, gridStyle(style, model)]),
    ),
    defaultStyle: { ff: model.font, fs: model.fontSize, vt: 2 },
    sheetOrder: ids,
    sheets,
    resources: [
      resource("SHEET_CONDITIONAL_FORMATTING_PLUGIN", bySheet(gridRules)),
      resource("SHEET_DATA_VALIDATION_PLUGIN", bySheet(gridLists)),
      resource("SHEET_NOTE_PLUGIN", bySheet(gridNotes)),
      resource("SHEET_DEFINED_NAME_PLUGIN", gridNames(model)),
    ],
  };
}

function* gridSheet(sheet: SheetModel, id: string): Steps<Partial<IWorksheetData>> {
  const cells = yield* gridCells(sheet);
  const rows = Object.keys(cells).map(Number);
  const lastRow = rows.reduce((most, row) => Math.max(most, row), 0);
  const lastColumn = sheet.blocks.reduce(
    (most, { column, values }) => values.reduce((width, line) => Math.max(width, column + line.length), most),
    sheet.columnWidths.length,
  );
  const hidden = new Set(sheet.hiddenColumns ?? []);
  return {
    id,
    name: sheet.name,
    ...(sheet.tabColor !== null && { tabColor: TAB_COLORS[sheet.tabColor] }),
    hidden: sheet.hidden === true ? 1 : 0,
    rowCount: Math.max(LEAST.rows, lastRow + 1 + SPARE.rows),
    columnCount: Math.max(LEAST.columns, lastColumn + SPARE.columns),
    defaultRowHeight: heightPx(sheet.defaultRowHeight),
    zoomRatio: sheet.zoom / 100,
    showGridlines: sheet.showGridlines ? 1 : 0,
    ...(sheet.freeze !== null && {
      freeze: {
        xSplit: sheet.freeze.columns,
        ySplit: sheet.freeze.rows,
        startRow: sheet.freeze.rows === 0 ? -1 : sheet.freeze.rows,
        startColumn: sheet.freeze.columns === 0 ? -1 : sheet.freeze.columns,
      },
    }),
    mergeData: sheet.merges.map(gridRange),
    columnData: Object.fromEntries(
      Array.from({ length: Math.max(sheet.columnWidths.length, ...[...hidden].map((one) => one + 1)) }).map(
        (_, column) => {
          const width = sheet.columnWidths[column];
          return [
            column,
            {
              ...(width !== undefined && { w: widthPx(width) }),
              ...(hidden.has(column) && { hd: 1 as const }),
            },
          ];
        },
      ),
    ),
    rowData: Object.fromEntries(
      [...sheet.rowHeights].map(([row, points]) => [row, { h: heightPx(points), ia: 0 as const }]),
    ),
    cellData: cells,
  };
}

function* gridCells(sheet: SheetModel): Steps<Record<number, Record<number, ICellData>>> {
  const cells: Record<number, Record<number, ICellData>> = {};
  for (const { row, column, values, formulas, style } of sheet.blocks) {
    for (const [down, line] of values.entries()) {
      if (down % ROWS_A_STEP === ROWS_A_STEP - 1) yield;
      const target = (cells[row + down] ??= {});
      line.forEach((value, across) => {
        const name: StyleName | undefined =
          style.of === "block"
            ? style.style
            : style.of === "columns"
              ? style.styles[across]
              : style.styles[down]?.[across];
        const formula = formulas?.[down]?.[across] ?? null;
        target[column + across] = {
          ...gridValue(value),
          ...(formula !== null && { f: `=${formula}` }),
          ...(name !== undefined && { s: name }),
        };
      });
    }
  }
  return cells;
}

function gridValue(value: CellValue): ICellData {
  if (value === null) return {};
  if (typeof value === "boolean") return { v: value ? 1 : 0, t: CELL_TYPE.boolean };
  return { v: value, t: typeof value === "number" ? CELL_TYPE.number : textType(value) };
}

function gridLists(sheet: SheetModel): unknown[] {
  return sheet.validations.map((validation, index) => ({
    uid: `${sheet.name}-list${index + 1}`,
    type: LIST_RULE,
    ranges: [gridRange(validation.range)],
    formula1: validation.kind === "listValues" ? validation.values.join(",") : `=${validation.source}`,
    allowBlank: true,
    showErrorMessage: true,
    errorStyle: 1,
    ...(validation.prompt !== "" && { showInputMessage: true, prompt: validation.prompt }),
  }));
}

function gridNotes(sheet: SheetModel): Record<number, Record<number, unknown>> {
  const notes: Record<number, Record<number, unknown>> = {};
  sheet.notes.forEach(({ row, column, text }, index) => {
    (notes[row] ??= {})[column] = { id: `note${index + 1}`, row, col: column, note: text, ...NOTE_SIZE };
  });
  return notes;
}

/** The names of the workbook, and the hidden ones that mark the sheets of a report. */
function gridNames(model: WorkbookModel): Record<string, unknown> {
  const marks = model.sheets
    .filter(({ id }) => id !== "")
    .map(({ id, name }) => ({
      name: markName(id),
      sheet: name,
      range: { row: 0, column: 0, rows: 1, columns: 1 },
    }));
  return Object.fromEntries(
    [...model.names, ...marks].map(({ name, sheet, range }) => [
      name,
      {
        id: name,
        name,
        formulaOrRefString: sheetReference(sheet, range),
        localSheetId: "AllDefaultWorkbook",
      },
    ]),
  );
}
