import { cellAddress } from "../reports/kit/address";
import { overlaps, rangeOfAddress } from "./address";
import { formulaInRow } from "./ownFormula";
import { sheetGrid, type SheetGrid, type UserCell } from "./sheetGrid";
import { coveredRanges, type RecordedColumn, type RecordedTable, type SheetRecord } from "./sheetRecord";
import type { DeskWords } from "./desk";
import type { Block, CellRange, CellValue, SheetModel } from "../reports";

/** A cell as it stands in the workbook. */
export interface FoundCell {
  readonly value: CellValue;
  /** With "="; null: a constant. */
  readonly formula: string | null;
  readonly numberFormat: string;
}

/** A report sheet as it stands in the workbook before it is refreshed. */
export interface FoundSheet {
  readonly record: SheetRecord;
  readonly tables: readonly { readonly record: RecordedTable; readonly range: CellRange }[];
  /** What was read of it: at least heads, ids and columns of users' own, and all that lies outside our cells. */
  readonly cells: ReadonlyMap<string, { readonly row: number; readonly column: number } & FoundCell>;
}

/** A note with the row and column it belongs to, in words: so it finds back, also months later. */
export interface LooseNote {
  readonly row: string;
  readonly column: string;
  readonly value: CellValue;
}

/** Where in a row a note stands. */
type NoteColumn =
  | { readonly kind: "blank"; readonly title: string; readonly ordinal: number }
  | { readonly kind: "added"; readonly title: string }
  /** Right of the list, so many columns from its edge. */
  | { readonly kind: "beside"; readonly offset: number; readonly title: string };

/** All that people typed into a report sheet. Plain data: it is kept in the workbook while the sheet is rewritten. */
export interface OwnContent {
  readonly lists: readonly {
    readonly name: string;
    /** Titles of columns people added to the table, in their order. */
    readonly added: readonly { readonly title: string; readonly numberFormat: string }[];
    /** Cells beside the head of the list. */
    readonly beside: readonly ({ readonly offset: number } & FoundCell)[];
    /** Titles of our columns that may tell rows apart, the first being the list's own key. */
    readonly ids: readonly string[];
    readonly rows: readonly {
      readonly ids: readonly string[];
      readonly fromRow: number;
      readonly notes: readonly ({ readonly column: NoteColumn } & FoundCell)[];
    }[];
  }[];
  /** Elsewhere on the sheet. */
  readonly elsewhere: readonly ({ readonly row: number; readonly column: number } & FoundCell)[];
  /** In the block of notes whose row is gone. */
  readonly loose: readonly LooseNote[];
}

export const NO_CONTENT: OwnContent = { lists: [], elsewhere: [], loose: [] };

/** A sheet's model with users' own content in its place. */
export interface CarriedSheet {
  readonly sheet: SheetModel;
  /** Cells of users' own; they stand in no block, and keep their number formats. */
  readonly cells: readonly UserCell[];
  readonly record: SheetRecord;
  readonly kept: number;
  readonly orphans: number;
}

const KEPT_HEAD_ROWS = 3;
const BETWEEN = " · ";
const key = (row: number, column: number): string => `${row},${column}`;
const isEmpty = (cell: FoundCell | undefined): boolean =>
  cell === undefined || (cell.formula === null && (cell.value === null || cell.value === ""));

const shown = (value: CellValue): string => (value === null ? "" : String(value).trim());

/**
 * Picks out of a report sheet what people typed: in columns we leave blank, in columns they added to a list or
 * beside it, in the block of loose notes, and anywhere we wrote nothing.
 */
export function ownContent({ record, tables, cells }: FoundSheet): OwnContent {
  const at = (row: number, column: number): FoundCell | undefined => cells.get(key(row, column));
  const claimed = new Set<string>();
  const claim = (row: number, column: number): void => void claimed.add(key(row, column));
  const shift = shiftOf(record, tables, cells);

  const lists = tables.map(({ record: table, range }) => {
    const moved = { rows: range.row - table.range.row, columns: range.column - table.range.column };
    const titles = Array.from({ length: range.columns }, (_, index) =>
      shown(at(range.row, range.column + index)?.value ?? null),
    );
    const placeOf = new Map<RecordedColumn, number>();
    for (const column of table.columns) {
      const index = titles.indexOf(column.title);
      if (index >= 0) placeOf.set(column, index);
    }
    const ours = new Set(placeOf.values());
    const added = titles.flatMap((title, index) => (ours.has(index) ? [] : [{ title, index }]));
    const ids = idColumns(table.columns).filter((column) => placeOf.has(column));
    const blanks = table.columns.filter(({ blank }) => blank);
    // What we draw right of the list, a chart or another list, is ours; beyond it begins what is not.
    const edge = range.column + range.columns;
    const ownBeside = coveredRanges(record).map((one) => ({
      ...one,
      row: one.row + moved.rows,
      column: one.column + moved.columns,
    }));
    const besideCells = [...cells.values()].filter(
      ({ row, column }) =>
        column >= edge &&
        row >= range.row &&
        row < range.row + range.rows &&
        !ownBeside.some((one) => overlaps(one, { row, column, rows: 1, columns: 1 })) &&
        // Another list in these rows has its own right side.
        !tables.some(
          ({ range: other }) =>
            other !== range &&
            other.column >= edge &&
            row >= other.row &&
            row < other.row + other.rows &&
            column >= other.column,
        ),
    );
    const besideByRow = new Map<number, typeof besideCells>();
    for (const cell of besideCells) {
      if (isEmpty(cell)) continue;
      claim(cell.row, cell.column);
      besideByRow.set(cell.row, [...(besideByRow.get(cell.row) ?? []), cell]);
    }
    const rows = Array.from({ length: Math.max(0, range.rows - 1) }, (_, index) => range.row + 1 + index).map(
      (row) => {
        const notes: ({ column: NoteColumn } & FoundCell)[] = [];
        blanks.forEach((column, ordinal) => {
          const place = placeOf.get(column);
          const cell = place === undefined ? undefined : at(row, range.column + place);
          if (cell !== undefined && !isEmpty(cell))
            notes.push({ ...plain(cell), column: { kind: "blank", title: column.title, ordinal } });
        });
        for (const { title, index: place } of added) {
          const cell = at(row, range.column + place);
          if (cell !== undefined && !isEmpty(cell))
            notes.push({ ...plain(cell), column: { kind: "added", title } });
        }
        for (const cell of besideByRow.get(row) ?? []) {
          const offset = cell.column - edge;
          const title = shown(at(range.row, cell.column)?.value ?? null);
          notes.push({ ...plain(cell), column: { kind: "beside", offset, title } });
        }
        return {
          ids: ids.map((column) => shown(at(row, range.column + (placeOf.get(column) ?? 0))?.value ?? null)),
          fromRow: row,
          notes,
        };
      },
    );
    return {
      name: table.name,
      added: added.map(({ title, index }) => ({
        title,
        numberFormat: at(range.row + 1, range.column + index)?.numberFormat ?? "General",
      })),
      beside: (besideByRow.get(range.row) ?? []).map((cell) => ({
        ...plain(cell),
        offset: cell.column - edge,
      })),
      ids: ids.map(({ title }) => title),
      // Rows without notes matter too: they tell whether ids are unique.
      rows,
    };
  });

  const loose: LooseNote[] = [];
  const keptRange = record.kept === null ? null : foundBlock(record.kept, cells);
  if (keptRange !== null) {
    for (let row = keptRange.row; row < keptRange.row + keptRange.rows; row += 1) {
      const [name, column, note] = [0, 1, 2].map((index) => at(row, keptRange.column + index));
      for (let index = 0; index < keptRange.columns; index += 1) claim(row, keptRange.column + index);
      if (row < keptRange.row + KEPT_HEAD_ROWS || isEmpty(note)) continue;
      loose.push({
        row: shown(name?.value ?? null),
        column: shown(column?.value ?? null),
        value: note?.value ?? null,
      });
    }
  }

  const elsewhere: ({ row: number; column: number } & FoundCell)[] = [];
  if (shift !== null) {
    const covered = coverTest(record);
    const cover = (row: number, column: number): boolean => covered(row - shift.rows, column - shift.columns);
    const inTables = tables.map(({ range }) => range);
    for (const cell of cells.values()) {
      const { row, column } = cell;
      if (isEmpty(cell) || claimed.has(key(row, column)) || cover(row, column)) continue;
      if (inTables.some((range) => overlaps(range, { row, column, rows: 1, columns: 1 }))) continue;
      elsewhere.push({ row, column, ...plain(cell) });
    }
  }
  return { lists, elsewhere, loose };
}

function plain({ value, formula, numberFormat }: FoundCell): FoundCell {
  return { value, formula, numberFormat };
}

/** The block of loose notes, wherever its title stands now. */
function foundBlock(kept: NonNullable<SheetRecord["kept"]>, cells: FoundSheet["cells"]): CellRange | null {
  let found: CellRange | null = null;
  for (const { row, column, value } of cells.values()) {
    if (value === kept.title && (found === null || row > found.row))
      found = { row, column, rows: kept.rows, columns: 3 };
  }
  return found;
}

/**
 * How far what we wrote has moved since, because somebody inserted or deleted rows or columns before it.
 *
 * @returns null where its parts moved differently: then nobody can say which other cells are ours
 */
function shiftOf(
  record: SheetRecord,
  tables: FoundSheet["tables"],
  cells: FoundSheet["cells"],
): { readonly rows: number; readonly columns: number } | null {
  const anchors = record.anchors.flatMap(({ address, text }) => {
    const place = rangeOfAddress(address);
    return place === null ? [] : [{ ...place, text: text.trim() }];
  });
  const shifts = tables.map(({ record: { range }, range: now }) => ({
    rows: now.row - range.row,
    columns: now.column - range.column,
  }));
  const candidates = [...shifts, { rows: 0, columns: 0 }];
  const [first] = anchors;
  if (first !== undefined)
    for (const { row, column, value } of cells.values())
      if (shown(value) === first.text)
        candidates.push({ rows: row - first.row, columns: column - first.column });
  // Somebody may have edited one of our texts; most of them tell.
  const holds = ({ rows, columns }: { rows: number; columns: number }): boolean => {
    const found = anchors.filter(
      ({ row, column, text }) => shown(cells.get(key(row + rows, column + columns))?.value ?? null) === text,
    );
    return found.length * 2 > anchors.length || anchors.length === 0;
  };
  const shift = candidates.find(holds);
  if (shift === undefined) return null;
  return shifts.every(({ rows, columns }) => rows === shift.rows && columns === shift.columns) ? shift : null;
}

function coverTest(record: SheetRecord): (row: number, column: number) => boolean {
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

/** Our columns that may tell rows apart: the first, and those that hold ids or names. */
export function idColumns(columns: readonly RecordedColumn[]): readonly RecordedColumn[] {
  return columns.filter(({ text, blank }, index) => index === 0 || (text && !blank));
}

/** Puts users' content into the new model of its sheet. */
export function carryOver(
  sheet: SheetModel,
  record: SheetRecord,
  content: OwnContent,
  words: DeskWords,
): CarriedSheet {
  const grid = sheetGrid(sheet);
  const placed = new Map<string, UserCell>();
  const put = (row: number, column: number, cell: FoundCell, fromRow = row): void => {
    placed.set(key(row, column), {
      row,
      column,
      value: cell.value,
      formula: cell.formula === null ? null : formulaInRow(cell.formula, fromRow, row),
      numberFormat: cell.numberFormat,
    });
  };
  const orphans: LooseNote[] = [];
  let loose = [...content.loose];
  let kept = 0;
  const widened = new Map<string, number>();
  const headings: UserCell[] = [];

  for (const table of record.tables) {
    const list = content.lists.find(({ name }) => name === table.name);
    const newIds = idColumns(table.columns);
    const rowsNow = tableRows(table, newIds, grid);
    // Without an old list there are only loose notes to place, by what tells the new rows apart.
    const common =
      list === undefined ? newIds.map((_, index) => [index, index] as const) : matchedIds(list.ids, newIds);
    const used = tellingColumns(
      common.map(([from]) => (list?.rows ?? []).map(({ ids }) => ids[from] ?? "")),
      common.map(([, to]) => rowsNow.map(({ ids }) => ids[to] ?? "")),
    );
    const oldKey = (ids: readonly string[]): string =>
      used.map((index) => ids[common[index]?.[0] ?? 0] ?? "").join(BETWEEN);
    const newKey = (ids: readonly string[]): string =>
      used.map((index) => ids[common[index]?.[1] ?? 0] ?? "").join(BETWEEN);
    const rowsByKey = grouped(rowsNow, ({ ids }) => newKey(ids));
    const oldByKey = grouped(list?.rows ?? [], ({ ids }) => oldKey(ids));
    const edge = table.range.column + table.range.columns;
    const blanks = table.columns.flatMap((column, index) => (column.blank ? [{ ...column, index }] : []));
    const added = [...(list?.added ?? [])];
    // A loose note brings the column back that it stood in, once its row is back.
    const looseByRow = grouped(loose, ({ row }) => row);
    const restored = new Set<LooseNote>();
    for (const { row: at, ids } of rowsNow) {
      for (const note of looseByRow.get(newKey(ids)) ?? looseByRow.get(ids[0] ?? "") ?? []) {
        if (rowsByKey.get(newKey(ids))?.length !== 1 || note.column === "" || restored.has(note)) continue;
        const blank = blanks.find(({ title }) => title === note.column);
        if (blank === undefined && !added.some(({ title }) => title === note.column)) {
          if (table.columns.some(({ title }) => title === note.column)) continue;
          added.push({ title: note.column, numberFormat: "General" });
        }
        const column =
          blank === undefined
            ? edge + added.findIndex(({ title }) => title === note.column)
            : table.range.column + blank.index;
        if (placed.has(key(at, column))) continue;
        put(at, column, { value: note.value, formula: null, numberFormat: "General" });
        restored.add(note);
        kept += 1;
      }
    }
    loose = loose.filter((note) => !restored.has(note));

    for (const [name, old] of oldByKey) {
      const now = rowsByKey.get(name) ?? [];
      old.forEach((row, index) => {
        // Rows that nothing tells apart keep their order, as long as there are as many of them.
        const target = now.length === old.length ? now[index] : undefined;
        for (const note of row.notes) {
          const place = target === undefined ? null : columnFor(note.column, table, blanks, added, edge);
          if (target === undefined || place === null) {
            orphans.push({ row: name, column: note.column.title, value: note.value });
            continue;
          }
          // What stands in the list was typed after what lay loose.
          put(target.row, place, note, row.fromRow);
          kept += 1;
        }
      });
    }
    if (added.length > 0) {
      widened.set(table.name, added.length);
      added.forEach(({ title }, index) =>
        headings.push({
          row: table.range.row,
          column: edge + index,
          value: title,
          formula: null,
          numberFormat: "General",
        }),
      );
    }
    for (const { offset, ...cell } of list?.beside ?? [])
      put(table.range.row, edge + added.length + offset, cell);
  }
  // Lists that the new model lacks: no rows in it, or another kind of sheet.
  for (const list of content.lists) {
    if (record.tables.some(({ name }) => name === list.name)) continue;
    for (const row of list.rows)
      for (const note of row.notes)
        orphans.push({ row: row.ids[0] ?? "", column: note.column.title, value: note.value });
  }

  const tables = record.tables.map(({ name, range }) => ({
    ...range,
    columns: range.columns + (widened.get(name) ?? 0),
  }));
  const taken = coverTest(record);
  let lowest = record.rows;
  for (const cell of content.elsewhere) {
    const { row, column } = cell;
    const free =
      !taken(row, column) &&
      !placed.has(key(row, column)) &&
      !tables.some((range) => overlaps(range, { row, column, rows: 1, columns: 1 }));
    if (free) {
      put(row, column, cell);
      kept += 1;
      lowest = Math.max(lowest, row + 1);
    } else
      orphans.push({
        row: cellAddress(row, column),
        column: "",
        value: cell.value,
      });
  }
  for (const cell of headings) placed.set(key(cell.row, cell.column), cell);

  const notes = [...loose, ...orphans];
  const block = notes.length === 0 ? null : keptBlock(lowest + 1, sheet, notes, words);
  const cells = [...placed.values()].sort((a, b) => a.row - b.row || a.column - b.column);
  return {
    sheet: {
      ...sheet,
      blocks: block === null ? sheet.blocks : [...sheet.blocks, ...block.blocks],
      tables: sheet.tables.map((table) => ({
        ...table,
        range: { ...table.range, columns: table.range.columns + (widened.get(table.name) ?? 0) },
      })),
    },
    cells,
    record: { ...record, kept: block === null ? null : { title: words.keptTitle, rows: block.rows } },
    kept,
    orphans: notes.length,
  };
}

interface ListRow {
  readonly row: number;
  readonly ids: readonly string[];
}

function tableRows(
  table: RecordedTable,
  ids: readonly RecordedColumn[],
  grid: SheetGrid,
): readonly ListRow[] {
  const places = ids.map((column) => table.range.column + table.columns.indexOf(column));
  return Array.from({ length: Math.max(0, table.range.rows - 1) }, (_, index) => {
    const row = table.range.row + 1 + index;
    return { row, ids: places.map((column) => shown(grid.values[row]?.[column] ?? null)) };
  });
}

/** Which id columns of then and now are the same: by title; the first always, in whatever language. */
function matchedIds(
  then: readonly string[],
  now: readonly RecordedColumn[],
): readonly (readonly [from: number, to: number])[] {
  const pairs: (readonly [number, number])[] = then.length > 0 && now.length > 0 ? [[0, 0]] : [];
  then.forEach((title, from) => {
    const to = now.findIndex((column) => column.title === title);
    if (from > 0 && to > 0) pairs.push([from, to]);
  });
  // A report in another language has other titles; columns of the same number are the same columns.
  if (pairs.length <= 1 && then.length === now.length)
    for (let index = 1; index < then.length; index += 1) pairs.push([index, index]);
  return pairs;
}

/**
 * The columns that tell rows apart: the first, and as many of the others, from left to right, as it takes until
 * no two rows are alike; a column that tells nothing more is left out, since names and owners change.
 */
function tellingColumns(
  then: readonly (readonly string[])[],
  now: readonly (readonly string[])[],
): readonly number[] {
  const used: number[] = then.length > 0 || now.length > 0 ? [0] : [];
  const distinct = (columns: readonly (readonly string[])[], chosen: readonly number[]): number =>
    new Set(
      (columns[0] ?? []).map((_, row) => chosen.map((index) => columns[index]?.[row] ?? "").join("\u0000")),
    ).size;
  const total = (columns: readonly (readonly string[])[]): number => columns[0]?.length ?? 0;
  for (let index = 1; index < Math.max(then.length, now.length); index += 1) {
    const [thenNow, nowNow] = [distinct(then, used), distinct(now, used)];
    if (thenNow === total(then) && nowNow === total(now)) break;
    const wider = [...used, index];
    if (distinct(then, wider) > thenNow || distinct(now, wider) > nowNow) used.push(index);
  }
  return used;
}

function columnFor(
  column: NoteColumn,
  table: RecordedTable,
  blanks: readonly { readonly title: string; readonly index: number }[],
  added: readonly { readonly title: string }[],
  edge: number,
): number | null {
  switch (column.kind) {
    case "blank": {
      const same = blanks.find(({ title }) => title === column.title) ?? blanks[column.ordinal];
      return same === undefined ? null : table.range.column + same.index;
    }
    case "added": {
      const index = added.findIndex(({ title }) => title === column.title);
      return index < 0 ? null : edge + index;
    }
    case "beside":
      return edge + added.length + column.offset;
  }
}

function grouped<Item>(items: readonly Item[], name: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const group = groups.get(name(item));
    if (group === undefined) groups.set(name(item), [item]);
    else group.push(item);
  }
  return groups;
}

/** The block below everything else: title, explanation, headings, one row a note. */
function keptBlock(
  row: number,
  sheet: SheetModel,
  notes: readonly LooseNote[],
  words: DeskWords,
): { readonly blocks: readonly Block[]; readonly rows: number } {
  const column = sheet.columnWidths.length > 3 ? 1 : 0;
  const line = (values: readonly CellValue[], offset: number, style: string): Block => ({
    row: row + offset,
    column,
    values: [values],
    style: { of: "block", style },
  });
  return {
    blocks: [
      line([words.keptTitle, null, null], 0, "section"),
      line([words.keptExplanation], 1, "note"),
      line([words.keptRow, words.keptColumn, words.keptNote], 2, "header"),
      {
        row: row + KEPT_HEAD_ROWS,
        column,
        values: notes.map((note) => [note.row, note.column, note.value]),
        style: { of: "columns", styles: ["text", "text", "word"] },
      },
    ],
    rows: KEPT_HEAD_ROWS + notes.length,
  };
}
