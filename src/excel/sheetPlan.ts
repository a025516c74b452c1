import { carryOver, type CarriedSheet } from "./carryOver";
import { emptiedSheet } from "./emptiedSheet";
import { createGiveWay } from "./giveWay";
import { markId, type NamedModel } from "./namedModel";
import { NO_CONTENT, type OwnContent } from "./ownContent";
import { knowsExcelApi } from "./requirements";
import { sheetExtent, sheetGrid, type SheetGrid } from "./sheetGrid";
import { sheetRecord, type SheetRecord } from "./sheetRecord";
import { stagingColumn } from "./stagingPlace";
import { typedContents } from "./typedContents";
import type { DeskWords } from "./desk";
import type { FoundTable, FoundWorkbook, MarkedSheet } from "./foundReport";
import type { OldSheet } from "./refreshSteps";
import type { CellRange, SheetModel } from "../reports";

/** One sheet of the report on its way into the workbook. */
export interface SheetPlan {
  readonly id: string;
  readonly name: string;
  readonly carried: CarriedSheet;
  readonly content: OwnContent;
  readonly grid: SheetGrid;
  readonly extent: { readonly rows: number; readonly columns: number };
  readonly old: OldSheet | null;
  readonly tables: readonly { readonly name: string; readonly range: CellRange; readonly filter: boolean }[];
  readonly marked: MarkedSheet | null;
  readonly stagingColumn: number | null;
}

/** Plans every sheet: those of the new model, and those of an earlier report that it has nothing for. */
export async function planSheets(
  context: Excel.RequestContext,
  named: NamedModel,
  found: FoundWorkbook,
  words: DeskWords,
  stopIfCancelled: () => void,
): Promise<readonly SheetPlan[]> {
  const modelNames = new Map([...named.tableNames].map(([from, to]) => [to, from]));
  const sheets: SheetModel[] = [...named.model.sheets];
  for (const marked of found.marked) {
    if (!sheets.some(({ id }) => markId(id) === marked.id)) sheets.push(emptiedSheet(marked, words));
  }
  const giveWay = createGiveWay();
  const ordered: {
    readonly sheet: SheetModel;
    readonly record: SheetRecord;
    readonly marked: MarkedSheet | null;
  }[] = [];
  for (const sheet of sheets) {
    const next = sheetRecord(sheet, named.model.styles);
    // Lists are known by their names in the model, whatever the table had to be called here.
    const record: SheetRecord = {
      ...next,
      tables: next.tables.map((table) => ({ ...table, name: modelNames.get(table.name) ?? table.name })),
    };
    ordered.push({ sheet, record, marked: found.marked.find(({ id }) => id === markId(sheet.id)) ?? null });
    await giveWay();
  }
  const contents = await typedContents(context, ordered, found, stopIfCancelled);
  const plans: SheetPlan[] = [];
  for (const { sheet, record, marked } of ordered) {
    const content = contents.get(sheet.id) ?? NO_CONTENT;
    const carried = carryOver(sheet, record, content, words);
    const extent = carriedExtent(carried);
    const grid = sheetGrid(carried.sheet);
    const old = marked === null ? null : oldSheet(marked, carried.sheet, extent);
    plans.push({
      id: sheet.id,
      name: sheet.name,
      carried,
      content,
      grid,
      extent,
      old,
      tables: carried.sheet.tables.filter(({ name }) => name !== old?.resized?.name),
      marked,
      stagingColumn: stagingColumn(grid, extent, marked),
    });
    await giveWay();
  }
  return plans;
}

function carriedExtent({ sheet, cells }: CarriedSheet): { readonly rows: number; readonly columns: number } {
  const { rows, columns } = sheetExtent(sheet);
  return {
    rows: cells.reduce((most, { row }) => Math.max(most, row + 1), rows),
    // Columns of users' own keep their width and font.
    columns,
  };
}

function oldSheet(
  marked: MarkedSheet,
  sheet: SheetModel,
  extent: { readonly rows: number; readonly columns: number },
): OldSheet {
  const { used, record } = marked;
  const bottom = used === null ? 0 : used.row + used.rows;
  const right = used === null ? 0 : used.column + used.columns;
  const rows = Math.max(bottom, record?.rows ?? 0, extent.rows, 1);
  const columns = Math.max(record?.columns ?? right, extent.columns, 1);
  const resized = resizable(marked.tables, sheet);
  return {
    own: { row: 0, column: 0, rows, columns },
    beside: right > columns ? { row: 0, column: columns, rows, columns: right - columns } : null,
    dissolved: marked.tables.filter(({ name }) => name !== resized?.name).map(({ name }) => name),
    resized,
    charts: marked.charts,
  };
}

/**
 * The table of a list that can simply change its size: then formulas that refer to it go on doing so. Excel
 * wants its head in the same row; and two lists on one sheet could run into each other on the way.
 */
function resizable(
  tables: readonly FoundTable[],
  sheet: SheetModel,
): { readonly name: string; readonly range: CellRange } | null {
  const [old, ...others] = tables;
  const [next, ...more] = sheet.tables;
  if (old === undefined || next === undefined || others.length > 0 || more.length > 0) return null;
  const stays =
    old.name === next.name && old.range.row === next.range.row && old.range.column === next.range.column;
  return stays && knowsExcelApi("1.13") ? { name: next.name, range: next.range } : null;
}
