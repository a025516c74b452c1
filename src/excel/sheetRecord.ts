import { cellAddress, rangeAddress } from "../reports/kit/address";
import { rangeOfAddress } from "./address";
import {
  formulaAt,
  isTextStyle,
  sheetExtent,
  sheetGrid,
  styleAt,
  styledAreas,
  type SheetGrid,
} from "./sheetGrid";
import type { CellRange, SheetModel, WorkbookModel } from "../reports";

/** A column of a list as we wrote it. */
export interface RecordedColumn {
  readonly title: string;
  /** Left blank for people to fill in: what stands there is theirs. */
  readonly blank: boolean;
  /** Holds ids or names: may tell rows apart. */
  readonly text: boolean;
}

export interface RecordedTable {
  /** As in the model, whatever the table is called in this workbook. */
  readonly name: string;
  readonly range: CellRange;
  /** Ours only; columns of users' own stand right of them. */
  readonly columns: readonly RecordedColumn[];
}

/**
 * What we wrote into a report sheet, kept in the workbook's settings: the next refresh tells by it which cells
 * are ours and which somebody typed.
 */
export interface SheetRecord {
  /** The name we gave the sheet; another one now was given by a person, and stays. */
  readonly sheetName: string;
  /** Cells that are ours, as addresses parted by blanks. */
  readonly cover: string;
  readonly rows: number;
  readonly columns: number;
  readonly tables: readonly RecordedTable[];
  /** The block of notes whose row is gone, by the text of its title, its rows counted with title and headings. */
  readonly kept: { readonly title: string; readonly rows: number } | null;
  /** A few of our texts by address: if they moved, rows or columns were inserted, and `cover` no longer holds. */
  readonly anchors: readonly { readonly address: string; readonly text: string }[];
  readonly printArea: boolean;
}

const ANCHORS = 3;

/** The record of a sheet as the model has it, before anything of users' own is added. */
export function sheetRecord(sheet: SheetModel, styles: WorkbookModel["styles"]): SheetRecord {
  const grid = sheetGrid(sheet);
  const { rows, columns } = sheetExtent(sheet);
  const taken: CellRange[] = [
    ...sheet.charts.map(({ anchor }) => anchor),
    ...(styledAreas(grid, (style) => (style === null ? null : true)).get(true) ?? []),
  ];
  return {
    sheetName: sheet.name,
    cover: taken.map((range) => rangeAddress(range)).join(" "),
    rows,
    columns,
    tables: sheet.tables.map((table) => recordedTable(table.name, table.range, grid, styles)),
    kept: null,
    anchors: anchorsOf(sheet, grid),
    printArea: sheet.print.area !== null,
  };
}

/** Texts of ours outside lists, which people sort and edit; from the whole height of the sheet. */
function anchorsOf(sheet: SheetModel, grid: SheetGrid): SheetRecord["anchors"] {
  const texts: { row: number; column: number; text: string }[] = [];
  for (let row = 0; row < grid.rows; row += 1) {
    if (sheet.tables.some(({ range }) => row >= range.row && row < range.row + range.rows)) continue;
    const line = grid.values[row] ?? [];
    const column = line.findIndex(
      (value, index) => typeof value === "string" && value !== "" && formulaAt(grid, row, index) === null,
    );
    if (column >= 0) texts.push({ row, column, text: String(line[column]) });
  }
  const step = Math.max(1, Math.floor((texts.length - 1) / (ANCHORS - 1)));
  return texts
    .filter((_, index) => index % step === 0)
    .slice(0, ANCHORS)
    .map(({ row, column, text }) => ({ address: cellAddress(row, column), text }));
}

function recordedTable(
  name: string,
  range: CellRange,
  grid: SheetGrid,
  styles: WorkbookModel["styles"],
): RecordedTable {
  const columns = Array.from({ length: range.columns }, (_, index): RecordedColumn => {
    const column = range.column + index;
    let blank = true;
    let text = range.rows > 1;
    for (let row = range.row + 1; row < range.row + range.rows && (blank || text); row += 1) {
      if ((grid.values[row]?.[column] ?? null) !== null || formulaAt(grid, row, column) !== null)
        blank = false;
      const style = styleAt(grid, row, column);
      if (style === null || !isTextStyle(styles[style])) text = false;
    }
    return { title: String(grid.values[range.row]?.[column] ?? ""), blank: blank && range.rows > 1, text };
  });
  return { name, range, columns };
}

/**
 * A record guessed for a report sheet without one, written into a file and opened here: columns the new report
 * has too are ours, others in its lists are users' own; everything else counts as ours.
 */
export function guessedRecord(
  sheetName: string,
  used: CellRange | null,
  tables: readonly { readonly name: string; readonly range: CellRange; readonly titles: readonly string[] }[],
  next: SheetRecord | null,
): SheetRecord {
  return {
    sheetName,
    cover: used === null ? "" : rangeAddress(used),
    rows: used === null ? 0 : used.row + used.rows,
    columns: used === null ? 0 : used.column + used.columns,
    tables: tables.map(({ name, range, titles }) => {
      const known = next?.tables.find((table) => table.name === name)?.columns ?? [];
      const columns = titles.flatMap((title) => known.find((column) => column.title === title) ?? []);
      return {
        name,
        range,
        columns: columns.length > 0 ? columns : titles.map((title) => ({ title, blank: false, text: false })),
      };
    }),
    kept: null,
    anchors: [],
    printArea: false,
  };
}

export function coveredRanges(record: SheetRecord): readonly CellRange[] {
  return record.cover.split(" ").flatMap((address) => {
    const range = rangeOfAddress(address);
    return range === null ? [] : [range];
  });
}

/** Tells whether we wrote a cell, or drew over it. */
export function coverTest(record: SheetRecord): (row: number, column: number) => boolean {
  const ranges = coveredRanges(record);
  return (row, column) =>
    ranges.some(
      (range) =>
        row >= range.row &&
        row < range.row + range.rows &&
        column >= range.column &&
        column < range.column + range.columns,
    );
}

/** A record as it was kept; null where there is none, or none that can be read. */
export function parseRecord(text: string | null): SheetRecord | null {
  if (text === null) return null;
  try {
    const record = JSON.parse(text) as SheetRecord;
    return typeof record.cover === "string" && Array.isArray(record.tables) ? record : null;
  } catch {
    return null;
  }
}
