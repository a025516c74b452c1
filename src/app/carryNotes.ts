import { cellText, isBlankCell, normaliseId, type Cell, type RawSheet } from "../core/tables";
import type { CellValue, SheetModel, TableModel, WorkbookModel } from "../reports";
import { forEachCell } from "../xlsx/modelCells";

/** A sheet of an earlier report, by its key. */
export interface EarlierSheet {
  readonly id: string;
  readonly sheet: RawSheet;
}

export interface CarriedNotes {
  readonly model: WorkbookModel;
  /** Cells that people had filled, and that stand in the new report, too. */
  readonly kept: number;
  /** Cells whose row the new report does not list, or lists more than once. */
  readonly lost: number;
}

/** Columns that may be needed to tell the rows of a list apart: customer, then order or date. */
const MOST_KEY_COLUMNS = 4;

/**
 * What people wrote into the lists of an earlier report (result, remark, tier set by hand), put into the new one:
 * into the columns that are left to them, beside the row with the same key. For reports that are written as files;
 * in an open workbook the sheets themselves are refreshed.
 *
 * Lists are found by their headings: those of a report in the other language are other ones.
 */
export function carryNotes(model: WorkbookModel, earlier: readonly EarlierSheet[]): CarriedNotes {
  let kept = 0;
  let lost = 0;
  const sheets = model.sheets.map((sheet) => {
    const fills = new Map<string, CellValue>();
    for (const { id, sheet: raw } of earlier) {
      if (id !== sheet.id) continue;
      for (const table of sheet.tables) {
        const carried = notesOf(listOf(sheet, table), raw.rows);
        for (const [place, value] of carried.fills) fills.set(place, value);
        lost += carried.lost;
      }
    }
    kept += fills.size;
    return fills.size === 0 ? sheet : filled(sheet, fills);
  });
  return { model: { ...model, sheets }, kept, lost };
}

interface List {
  readonly range: TableModel["range"];
  readonly titles: readonly string[];
  /** Whether a column is left to people. */
  readonly isTyped: readonly boolean[];
  readonly rows: readonly (readonly CellValue[])[];
}

function listOf(sheet: SheetModel, { range, typed = [] }: TableModel): List {
  const cells: CellValue[][] = Array.from({ length: range.rows }, () =>
    new Array<CellValue>(range.columns).fill(null),
  );
  forEachCell(sheet, range, (row, column, value) => {
    const line = cells[row - range.row];
    if (line !== undefined) line[column - range.column] = value;
  });
  const [head = [], ...rows] = cells;
  return {
    range,
    titles: head.map((cell) => cellText(cell)),
    isTyped: head.map((_, index) => typed.includes(index)),
    rows,
  };
}

function notesOf(
  { range, titles, isTyped, rows }: List,
  before: RawSheet["rows"],
): { readonly fills: ReadonlyMap<string, CellValue>; readonly lost: number } {
  const nothing = { fills: new Map<string, CellValue>(), lost: 0 };
  const left = titles.flatMap((title, index) => (isTyped[index] === true ? [{ title, index }] : []));
  const [first = ""] = titles;
  if (rows.length === 0 || left.length === 0 || isTyped[0] === true) return nothing;

  const head = before.findIndex((row) => {
    const texts = row.map((cell) => cellText(cell));
    return texts.includes(first) && left.some(({ title }) => texts.includes(title));
  });
  if (head < 0) return nothing;
  const oldTitles = (before[head] ?? []).map((cell) => cellText(cell));
  const firstColumn = oldTitles.indexOf(first);
  const end = before.findIndex((row, index) => index > head && isBlankCell(row[firstColumn]));
  const oldRows = before.slice(head + 1, end < 0 ? before.length : end);

  const shared = titles
    .flatMap((title, index) => {
      const at = oldTitles.indexOf(title);
      return isTyped[index] === true || at < 0 ? [] : [{ index, at }];
    })
    .slice(0, MOST_KEY_COLUMNS);
  const keyed = keysOf(shared, rows, oldRows);
  const placeOf = new Map<string, number>();
  const seen = new Set<string>();
  keyed.now.forEach((key, row) => {
    if (seen.has(key)) placeOf.delete(key);
    else placeOf.set(key, row);
    seen.add(key);
  });

  const fills = new Map<string, CellValue>();
  let lost = 0;
  const oldCounts = new Map<string, number>();
  for (const key of keyed.then) oldCounts.set(key, (oldCounts.get(key) ?? 0) + 1);
  oldRows.forEach((oldRow, index) => {
    const key = keyed.then[index] ?? "";
    const row = oldCounts.get(key) === 1 ? placeOf.get(key) : undefined;
    for (const { title, index: column } of left) {
      const at = oldTitles.indexOf(title);
      const cell = at < 0 ? null : (oldRow[at] ?? null);
      if (isBlankCell(cell)) continue;
      if (row === undefined) lost++;
      else fills.set(`${String(range.row + 1 + row)},${String(range.column + column)}`, valueOf(cell));
    }
  });
  return { fills, lost };
}

/** As few columns as tell the rows of both lists apart. */
function keysOf(
  columns: readonly { readonly index: number; readonly at: number }[],
  now: readonly (readonly CellValue[])[],
  then: readonly (readonly Cell[])[],
): { readonly now: readonly string[]; readonly then: readonly string[] } {
  for (let count = 1; ; count++) {
    const used = columns.slice(0, count);
    const keys = {
      now: now.map((row) => used.map(({ index }) => normaliseId(row[index] ?? null)).join("\u0000")),
      then: then.map((row) => used.map(({ at }) => normaliseId(row[at] ?? null)).join("\u0000")),
    };
    const areUnique = [keys.now, keys.then].every((list) => new Set(list).size === list.length);
    if (areUnique || count >= columns.length) return keys;
  }
}

const valueOf = (cell: Cell): CellValue => (typeof cell === "object" && cell !== null ? cell.error : cell);

function filled(sheet: SheetModel, fills: ReadonlyMap<string, CellValue>): SheetModel {
  const lines = new Set([...fills.keys()].map((place) => Number(place.split(",")[0])));
  return {
    ...sheet,
    blocks: sheet.blocks.map((block) => ({
      ...block,
      values: block.values.map((row, down) =>
        !lines.has(block.row + down)
          ? row
          : row.map((value, right) => {
              const note = fills.get(`${String(block.row + down)},${String(block.column + right)}`);
              return note === undefined ? value : note;
            }),
      ),
    })),
  };
}
