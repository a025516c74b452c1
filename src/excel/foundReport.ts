import { rangeAddress } from "../reports/kit/address";
import { REPORT_MARK } from "../reports/model/reportMark";
import { rangeOfAddress, splitAddress } from "./address";
import { cellOf, valueOf } from "./cellValue";
import { CHART_PREFIX } from "./chartSteps";
import { stretches } from "./payload";
import { readSetting, settingKey } from "./workbookSettings";
import { parseRecord, type RecordedTable, type SheetRecord } from "./sheetRecord";
import { idColumns } from "./rowsInList";
import type { FoundCell, FoundSheet } from "./foundSheet";
import type { CellRange } from "../reports";

/** Reads no more cells of a report sheet at once: values, formulas and formats of each. */
const CELLS_AT_ONCE = 20_000;

/** A table on a report sheet. */
export interface FoundTable {
  readonly name: string;
  readonly range: CellRange;
}

/** A sheet that carries our mark. */
export interface MarkedSheet {
  readonly id: string;
  readonly name: string;
  readonly used: CellRange | null;
  readonly tables: readonly FoundTable[];
  /** Charts of ours on it. */
  readonly charts: readonly string[];
  readonly protected: boolean;
  /** null: the report came in a file, or somebody took the settings out. */
  readonly record: SheetRecord | null;
}

/** What the workbook holds before a report is written into it. */
export interface FoundWorkbook {
  readonly sheetNames: readonly string[];
  readonly marked: readonly MarkedSheet[];
  /** Marks whose sheet is gone. */
  readonly lostMarks: readonly string[];
  /** Names of tables and defined names that are none of ours. */
  readonly takenNames: readonly string[];
  readonly settings: ReadonlyMap<string, string>;
  readonly structureProtected: boolean;
}

/** Sheets that carry our mark, by the hidden names that point at them. */
export async function markedSheetNames(context: Excel.RequestContext): Promise<{
  readonly byId: ReadonlyMap<string, string>;
  readonly lost: readonly string[];
  readonly otherNames: readonly string[];
}> {
  const { names } = context.workbook;
  names.load("items/name,items/formula");
  await context.sync();
  const byId = new Map<string, string>();
  const lost: string[] = [];
  const otherNames: string[] = [];
  for (const { name, formula } of names.items) {
    if (!name.startsWith(REPORT_MARK)) {
      otherNames.push(name);
      continue;
    }
    const { sheet } = splitAddress(String(formula).replace(/^=/, ""));
    if (sheet === null || sheet.includes("#REF")) lost.push(name);
    else byId.set(name.slice(REPORT_MARK.length), sheet);
  }
  return { byId, lost, otherNames };
}

/** Looks at everything a refresh has to know, but for the cells of the report sheets. */
export async function findReport(
  context: Excel.RequestContext,
  recordKey: (id: string) => string,
): Promise<FoundWorkbook> {
  const { worksheets, settings, tables, protection } = context.workbook;
  worksheets.load("items/name");
  settings.load("items/key,items/value");
  tables.load("items/name");
  protection.load("protected");
  const { byId, lost, otherNames } = await markedSheetNames(context);
  const kept = new Map<string, string>();
  for (const { key, value } of settings.items) {
    const text = key.startsWith(settingKey("")) ? readSetting(value) : null;
    if (text !== null) kept.set(key.slice(settingKey("").length), text);
  }
  const loaded = [...byId].map(([id, name]) => {
    const sheet = worksheets.getItem(name);
    const used = sheet.getUsedRangeOrNullObject(true);
    used.load("address");
    sheet.tables.load("items/name");
    sheet.charts.load("items/name");
    sheet.protection.load("protected");
    return { id, name, sheet, used };
  });
  await context.sync();
  const ranges = loaded.map(({ sheet }) =>
    sheet.tables.items.map((table) => {
      const range = table.getRange();
      range.load("address");
      return { name: table.name, range };
    }),
  );
  await context.sync();
  const marked = loaded.map(({ id, name, sheet, used }, index): MarkedSheet => ({
    id,
    name,
    used: used.isNullObject ? null : rangeOfAddress(used.address),
    tables: (ranges[index] ?? []).flatMap(({ name: table, range }) => {
      const place = rangeOfAddress(range.address);
      return place === null ? [] : [{ name: table, range: place }];
    }),
    charts: sheet.charts.items.map((chart) => chart.name).filter((chart) => chart.startsWith(CHART_PREFIX)),
    protected: sheet.protection.protected,
    record: parseRecord(kept.get(recordKey(id)) ?? null),
  }));
  const ours = new Set(marked.flatMap((sheet) => sheet.tables.map((table) => table.name)));
  return {
    sheetNames: worksheets.items.map(({ name }) => name),
    marked,
    lostMarks: lost,
    takenNames: [...otherNames, ...tables.items.map(({ name }) => name).filter((name) => !ours.has(name))],
    settings: kept,
    structureProtected: protection.protected,
  };
}

/** The table of a sheet that a list of the report was written to: by name, else by place. */
export function tableOf(
  tables: readonly FoundTable[],
  { name, range }: { readonly name: string; readonly range: CellRange },
): FoundTable | undefined {
  return (
    tables.find((table) => table.name === name) ??
    tables.find((table) => table.name.startsWith(`${name}_`)) ??
    tables.find((table) => table.range.row === range.row && table.range.column === range.column)
  );
}

/** First rows of the tables of each sheet: the titles of their columns. One request for all of them. */
export async function tableTitles(
  context: Excel.RequestContext,
  sheets: readonly MarkedSheet[],
): Promise<readonly (readonly (readonly string[])[])[]> {
  const heads = sheets.map(({ name, tables }) =>
    tables.map(({ range }) => {
      const head = context.workbook.worksheets.getItem(name).getRange(rangeAddress({ ...range, rows: 1 }));
      head.load("values");
      return head;
    }),
  );
  if (heads.some((list) => list.length > 0)) await context.sync();
  return heads.map((list) => list.map((head) => (head.values[0] ?? []).map(String)));
}

/** What is known of a sheet before its cells are read. */
export interface SheetToRead {
  readonly sheet: MarkedSheet;
  readonly record: SheetRecord;
  /** Titles of the columns of its tables. */
  readonly titles: readonly (readonly string[])[];
}

/**
 * Reads of report sheets what people may have typed. A small sheet is read whole; of a large one heads, ids,
 * columns of users' own, and all that lies outside our cells. Sheets share requests.
 */
export async function readFound(
  context: Excel.RequestContext,
  sheets: readonly SheetToRead[],
  beforeEach: () => void,
): Promise<readonly FoundSheet[]> {
  const found = sheets.map(({ sheet, record }) => ({
    record,
    tables: record.tables.flatMap((table) => {
      const there = tableOf(sheet.tables, table);
      return there === undefined ? [] : [{ record: table, range: there.range }];
    }),
    cells: new Map<string, PlacedCell>(),
  }));
  const parts = sheets.flatMap(({ sheet, record, titles }, index) => {
    const { used } = sheet;
    const { tables = [], cells = new Map<string, PlacedCell>() } = found[index] ?? {};
    if (used === null) return [];
    const titlesOf = (range: CellRange): readonly string[] =>
      titles[sheet.tables.findIndex((one) => one.range === range)] ?? [];
    const rectangles =
      used.rows * used.columns <= CELLS_AT_ONCE ? [used] : partsOf(used, record, tables, titlesOf);
    return rectangles.flatMap((rectangle) => {
      const rowsAtOnce = Math.max(1, Math.floor(CELLS_AT_ONCE / rectangle.columns));
      return stretches(rectangle.rows, () => 1, rowsAtOnce).map(({ from, to }) => ({
        sheet: sheet.name,
        range: { ...rectangle, row: rectangle.row + from, rows: to - from },
        cells,
      }));
    });
  });
  const size = (index: number): number =>
    (parts[index]?.range.rows ?? 0) * (parts[index]?.range.columns ?? 0);
  for (const { from, to } of stretches(parts.length, size, CELLS_AT_ONCE)) {
    beforeEach();
    const loaded = parts.slice(from, to).map((part) => {
      const proxy = context.workbook.worksheets.getItem(part.sheet).getRange(rangeAddress(part.range));
      proxy.load("values,formulas,numberFormat");
      return { ...part, proxy };
    });
    await context.sync();
    for (const { proxy, range, cells } of loaded) {
      keepCells(cells, range, proxy);
      proxy.untrack();
    }
  }
  return found;
}

type PlacedCell = { readonly row: number; readonly column: number } & FoundCell;

function keepCells(cells: Map<string, PlacedCell>, range: CellRange, proxy: Excel.Range): void {
  proxy.values.forEach((line: unknown[], i: number) => {
    line.forEach((raw, j) => {
      const formula = proxy.formulas[i]?.[j] as unknown;
      const isFormula = typeof formula === "string" && formula.startsWith("=") && formula !== raw;
      const value = valueOf(cellOf(raw));
      if (value === null && !isFormula) return;
      const row = range.row + i;
      const column = range.column + j;
      const numberFormat = String(proxy.numberFormat[i]?.[j] ?? "General");
      cells.set(`${row},${column}`, {
        row,
        column,
        value,
        formula: isFormula ? formula : null,
        numberFormat,
      });
    });
  });
}

/** The parts of a large sheet that may hold what people typed, and what names their rows. */
function partsOf(
  used: CellRange,
  record: SheetRecord,
  tables: readonly { readonly record: RecordedTable; readonly range: CellRange }[],
  titlesOf: (range: CellRange) => readonly string[],
): readonly CellRange[] {
  const right = used.column + used.columns;
  const bottom = used.row + used.rows;
  const parts: CellRange[] = [];
  const add = (row: number, column: number, endRow: number, endColumn: number): void => {
    if (endRow > row && endColumn > column)
      parts.push({ row, column, rows: endRow - row, columns: endColumn - column });
  };
  let row = used.row;
  for (const { record: table, range } of [...tables].sort((a, b) => a.range.row - b.range.row)) {
    // What stands above the list, and its head.
    add(row, used.column, range.row + 1, right);
    const end = range.row + range.rows;
    const wanted = new Set(
      [...idColumns(table.columns), ...table.columns.filter(({ blank }) => blank)].map(({ title }) => title),
    );
    const ours = new Set(table.columns.map(({ title }) => title));
    titlesOf(range).forEach((title, index) => {
      if (wanted.has(title) || !ours.has(title))
        add(range.row + 1, range.column + index, end, range.column + index + 1);
    });
    add(range.row + 1, used.column, end, range.column);
    add(range.row + 1, range.column + range.columns, end, right);
    row = end;
  }
  if (tables.length === 0) {
    // A large sheet without lists: what lies outside the cells we wrote, and the texts that tell their place.
    parts.push(...record.anchors.flatMap(({ address }) => rangeOfAddress(address) ?? []));
    add(used.row, record.columns, bottom, right);
    row = Math.max(used.row, record.rows);
  }
  add(row, used.column, bottom, right);
  return parts;
}
