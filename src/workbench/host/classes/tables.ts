import type { CellRange } from "../../../reports";
import { cellOutput } from "../cellOutput";
import { classOf, type Thing } from "../classSpec";
import { EMPTY } from "../cellInput";
import { newId, type HostTable } from "../extras";
import type { HostBook } from "../hostBook";
import { HostError, invalidArgument, notFound } from "../hostError";
import { rangeAt, rangeThing, type RangeThing } from "./range";

/** Tables of one sheet, or of the workbook. */
interface TablesThing extends Thing {
  readonly sheet?: string;
}
interface TableThing extends Thing {
  readonly type: "Table";
  readonly id: string;
}
interface ColumnThing extends TableThing {
  readonly column: number;
}

const LEGAL = /^[\p{L}_\\][\p{L}\p{N}_.\\]*$/u;

function tableOf({ id }: { readonly id: string }, book: HostBook): HostTable {
  const table = book.extras.tables.find((one) => one.id === id);
  if (table === undefined) throw notFound();
  return table;
}

const overlap = (a: CellRange, b: CellRange): boolean =>
  a.row < b.row + b.rows &&
  b.row < a.row + a.rows &&
  a.column < b.column + b.columns &&
  b.column < a.column + a.columns;

function add(
  thing: TablesThing,
  given: RangeThing | string,
  hasHeaders: boolean,
  book: HostBook,
): TableThing {
  const sheet = thing.sheet ?? book.workbook.getActiveSheet().getSheetId();
  const place = typeof given === "string" ? rangeAt(sheet, given, book) : given;
  book.refuseLocked(place.sheet);
  if (!hasHeaders)
    throw new HostError("ApiNotFound", "Workbench: tables without headings are not implemented");
  if (place.range.rows < 1) throw invalidArgument();
  if (book.extras.tables.some((table) => table.sheet === place.sheet && overlap(table.range, place.range)))
    throw new HostError("InvalidOperation", "A table can't overlap another table.");
  const range = { ...place.range, rows: Math.max(2, place.range.rows) };
  const table: HostTable = {
    id: newId(),
    sheet: place.sheet,
    name: freeName(book),
    range,
    style: "TableStyleMedium2",
    filter: true,
    set: new Map(),
  };
  book.extras.tables.push(table);
  headings(table, book);
  return { type: "Table", id: table.id };
}

/** Excel names blank and repeated headings anew, and makes all of them text. */
function headings({ sheet, range }: HostTable, book: HostBook): void {
  const seen = new Set<string>();
  book.write(sheet, { ...range, rows: 1 }, (_, across) => {
    const value = String(cellOutput(book.cell(sheet, range.row, range.column + across)));
    let name = value === "" ? `Column${across + 1}` : value;
    for (let copy = 2; seen.has(name.toLowerCase()); copy += 1) name = `${value}${copy}`;
    seen.add(name.toLowerCase());
    return { ...EMPTY, v: name, t: 1 };
  });
}

function freeName(book: HostBook): string {
  for (let number = 1; ; number += 1)
    if (!book.extras.tables.some(({ name }) => name === `Table${number}`)) return `Table${number}`;
}

function rename(table: HostTable, name: string, book: HostBook): void {
  if (!LEGAL.test(name)) throw invalidArgument();
  const wanted = name.toLowerCase();
  const taken =
    book.extras.tables.some((one) => one !== table && one.name.toLowerCase() === wanted) ||
    book.workbook.getDefinedNames().some((one) => one.getName().toLowerCase() === wanted);
  if (taken)
    throw new HostError("ItemAlreadyExists", "A resource with the same name or identifier already exists.");
  table.name = name;
}

const body = (range: CellRange): CellRange => ({
  ...range,
  row: range.row + 1,
  rows: Math.max(1, range.rows - 1),
});

export const TableCollection = classOf<TablesThing>({
  items: ({ sheet }, book) =>
    book.extras.tables
      .filter((table) => sheet === undefined || table.sheet === sheet)
      .map(({ id }): TableThing => ({ type: "Table", id })),
  find: ({ sheet }, key, book) => {
    const table = book.extras.tables.find(
      (one) =>
        (sheet === undefined || one.sheet === sheet) &&
        (one.id === key || one.name.toLowerCase() === key.toLowerCase()),
    );
    return table === undefined ? null : ({ type: "Table", id: table.id } as TableThing);
  },
  call: {
    add: (thing, [range, hasHeaders]: readonly [RangeThing | string, boolean], book) =>
      add(thing, range, hasHeaders, book),
  },
});

const kept = (name: string) => ({
  get: (thing: TableThing, book: HostBook): unknown => tableOf(thing, book).set.get(name) ?? null,
  set: (thing: TableThing, value: unknown, book: HostBook): void =>
    void tableOf(thing, book).set.set(name, value),
});

const LOOKS = ["showBandedRows", "showBandedColumns", "highlightFirstColumn", "highlightLastColumn"] as const;

export const Table = classOf<TableThing>({
  id: ({ id }) => ({ Id: id }),
  get: {
    id: ({ id }) => id,
    name: (thing, book) => tableOf(thing, book).name,
    style: (thing, book) => tableOf(thing, book).style,
    showFilterButton: (thing, book) => tableOf(thing, book).filter,
    showHeaders: () => true,
    showTotals: () => false,
    ...Object.fromEntries(LOOKS.map((name) => [name, kept(name).get])),
  },
  set: {
    name: (thing, value: string, book) => rename(tableOf(thing, book), value, book),
    style: (thing, value: string, book) => {
      tableOf(thing, book).style = value;
    },
    showFilterButton: (thing, value: boolean, book) => {
      tableOf(thing, book).filter = value;
    },
    ...Object.fromEntries(LOOKS.map((name) => [name, kept(name).set])),
  },
  nav: {
    worksheet: (thing, book) => ({ type: "Worksheet", sheet: tableOf(thing, book).sheet }) as Thing,
    columns: ({ id }) => ({ type: "TableColumnCollection", id }) as Thing,
  },
  call: {
    getRange: (thing, _: readonly [], book) => {
      const { sheet, range } = tableOf(thing, book);
      return rangeThing(sheet, range);
    },
    getHeaderRowRange: (thing, _: readonly [], book) => {
      const { sheet, range } = tableOf(thing, book);
      return rangeThing(sheet, { ...range, rows: 1 });
    },
    getDataBodyRange: (thing, _: readonly [], book) => {
      const { sheet, range } = tableOf(thing, book);
      return rangeThing(sheet, body(range));
    },
    resize: (thing, [given]: readonly [RangeThing | string], book) => {
      const table = tableOf(thing, book);
      const { sheet, range } = typeof given === "string" ? rangeAt(table.sheet, given, book) : given;
      // Excel wants the headings to stay in their row.
      if (sheet !== table.sheet || range.row !== table.range.row || !overlap(range, table.range))
        throw invalidArgument();
      table.range = { ...range, rows: Math.max(2, range.rows) };
      headings(table, book);
    },
    clearFilters: () => null,
    convertToRange: (thing, _: readonly [], book) => {
      const table = tableOf(thing, book);
      book.extras.tables.splice(book.extras.tables.indexOf(table), 1);
      return rangeThing(table.sheet, table.range);
    },
    delete: (thing, _: readonly [], book) => {
      const table = tableOf(thing, book);
      book.extras.tables.splice(book.extras.tables.indexOf(table), 1);
      book.erase(table.sheet, table.range);
    },
  },
});

export const TableColumnCollection = classOf<TableThing>({
  items: (thing, book) =>
    Array.from(
      { length: tableOf(thing, book).range.columns },
      (_, column): ColumnThing => ({ type: "TableColumn", id: thing.id, column }) as unknown as ColumnThing,
    ),
  find: (thing, key, book) => {
    const { sheet, range } = tableOf(thing, book);
    const column = Array.from({ length: range.columns }, (_, index) =>
      String(cellOutput(book.cell(sheet, range.row, range.column + index))),
    ).findIndex((name, index) => name.toLowerCase() === key.toLowerCase() || String(index + 1) === key);
    return column < 0 ? null : ({ type: "TableColumn", id: thing.id, column } as unknown as ColumnThing);
  },
});

export const TableColumn = classOf<ColumnThing>({
  id: ({ column }) => ({ Id: column + 1 }),
  get: {
    index: ({ column }) => column,
    name: (thing, book) => {
      const { sheet, range } = tableOf(thing, book);
      return String(cellOutput(book.cell(sheet, range.row, range.column + thing.column)));
    },
  },
  call: {
    getDataBodyRange: (thing, _: readonly [], book) => {
      const { sheet, range } = tableOf(thing, book);
      return rangeThing(sheet, { ...body(range), column: range.column + thing.column, columns: 1 });
    },
    getRange: (thing, _: readonly [], book) => {
      const { sheet, range } = tableOf(thing, book);
      return rangeThing(sheet, { ...range, column: range.column + thing.column, columns: 1 });
    },
  },
});
