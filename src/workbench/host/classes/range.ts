import type { ICellData } from "@univerjs/core";
import type { CellRange } from "../../../reports";
import { gridRange } from "../../book/gridRange";
import { MOST_COLUMNS, MOST_ROWS, parseAddress, quotedName, shownAddress, splitReference } from "../address";
import { cellInput, EMPTY } from "../cellInput";
import { cellOutput, cellText, valueType } from "../cellOutput";
import { classOf, NOTHING, type Thing } from "../classSpec";
import type { HostLink } from "../extras";
import type { HostBook } from "../hostBook";
import { HostError, invalidArgument, notFound } from "../hostError";

/** Cells of one sheet. */
export interface RangeThing extends Thing {
  readonly type: "Range";
  readonly sheet: string;
  readonly range: CellRange;
}

export const rangeThing = (sheet: string, range: CellRange): RangeThing => ({ type: "Range", sheet, range });

/** Cells that one request may ask for at a time; Excel's own limit for values is 5 million. */
const MOST_CELLS = 5_000_000;

/** "C3:D9" or "'Other sheet'!C3:D9" on a sheet. */
export function rangeAt(sheet: string, address: string, book: HostBook): RangeThing {
  const reference = splitReference(address);
  const target = reference.sheet === null ? sheet : book.sheetNamed(reference.sheet);
  const range = parseAddress(reference.address);
  if (target === null || range === null) throw invalidArgument();
  return rangeThing(target, range);
}

const isUnbounded = ({ rows, columns }: CellRange): boolean => rows >= MOST_ROWS || columns >= MOST_COLUMNS;

/** One thing a cell, row by row; null for a whole column or row, as Excel answers. */
function perCell<T>(
  { sheet, range }: RangeThing,
  book: HostBook,
  of: (row: number, column: number) => T,
): T[][] | null {
  book.worksheet(sheet);
  if (isUnbounded(range)) return null;
  if (range.rows * range.columns > MOST_CELLS)
    throw new HostError(
      "ResponsePayloadSizeLimitExceeded",
      "The response payload size has exceeded the limit.",
    );
  return Array.from({ length: range.rows }, (_, down) =>
    Array.from({ length: range.columns }, (__, across) => of(range.row + down, range.column + across)),
  );
}

const formatAt = (sheet: string, row: number, column: number, book: HostBook): string =>
  book.style(sheet, row, column).n?.pattern ?? "General";

/**
 * Values for the cells of a range: a matrix of its shape, or one value for all of them.
 *
 * @throws HostError InvalidArgument for another shape
 */
function shaped(value: unknown, { rows, columns }: CellRange): (down: number, across: number) => unknown {
  if (!Array.isArray(value)) return () => value;
  const lines = value as readonly unknown[];
  const fits = lines.length === rows && lines.every((line) => Array.isArray(line) && line.length === columns);
  if (!fits)
    throw invalidArgument(
      "The number of rows or columns in the input array doesn't match the size or dimensions of the range.",
    );
  return (down, across) => (lines as readonly (readonly unknown[])[])[down]?.[across];
}

function writeInputs(thing: RangeThing, value: unknown, book: HostBook): void {
  const { sheet } = thing;
  const range = isUnbounded(thing.range) ? null : thing.range;
  if (range === null) throw new HostError("InvalidOperation", "A whole column or row takes no values.");
  const at = shaped(value, range);
  const filled = tableHeadings(thing, book);
  // All of it is understood before any of it is written.
  const cells = Array.from({ length: range.rows }, (_, down) =>
    Array.from({ length: range.columns }, (__, across) =>
      cellInput(at(down, across), () => formatAt(sheet, range.row + down, range.column + across, book)),
    ),
  );
  book.write(sheet, range, (down, across) => cells[down]?.[across]);
  filled();
}

/** A table's headings are texts, whatever is written there. */
function tableHeadings({ sheet, range }: RangeThing, book: HostBook): () => void {
  const heads = book.extras.tables.filter(
    (table) =>
      table.sheet === sheet && table.range.row >= range.row && table.range.row < range.row + range.rows,
  );
  return () => {
    for (const { range: table } of heads)
      book.write(sheet, { ...table, rows: 1 }, (_, across) => {
        const value = cellOutput(book.cell(sheet, table.row, table.column + across));
        return typeof value === "string" && value !== "" ? undefined : { ...EMPTY, v: String(value), t: 1 };
      });
  };
}

function clear(thing: RangeThing, applyTo: string, book: HostBook): void {
  const { sheet } = thing;
  const range = bounded(thing, book);
  if (range === null) return;
  const links = book.extras.links.get(sheet) ?? new Map<string, HostLink>();
  if (applyTo !== "Formats" && applyTo !== "ResetContents") {
    for (const key of links.keys()) {
      const [row = 0, column = 0] = key.split(",").map(Number);
      if (holds(range, row, column)) links.delete(key);
    }
  }
  if (applyTo === "Hyperlinks") return;
  if (applyTo !== "Contents" && applyTo !== "Formats") return book.erase(sheet, range);
  book.flush();
  const cells = book.worksheet(sheet).getCellMatrix();
  const emptied = applyTo === "Contents" ? EMPTY : { s: null };
  book.write(sheet, range, (down, across) =>
    cells.getValue(range.row + down, range.column + across) ? emptied : undefined,
  );
  // A look that is taken off and one that is put on are two writes.
  book.flush();
}

const holds = (range: CellRange, row: number, column: number): boolean =>
  row >= range.row &&
  row < range.row + range.rows &&
  column >= range.column &&
  column < range.column + range.columns;

/** The used part of a whole column or row; the range itself else. */
function bounded({ sheet, range }: RangeThing, book: HostBook): CellRange | null {
  return isUnbounded(range) ? book.used(sheet, false, range) : range;
}

function copyFrom(target: RangeThing, source: RangeThing | string, kind: string, book: HostBook): void {
  const from = typeof source === "string" ? rangeAt(target.sheet, source, book) : source;
  const { rows, columns } = from.range;
  const size = { rows: Math.max(rows, target.range.rows), columns: Math.max(columns, target.range.columns) };
  const cells: (ICellData | null)[][] = Array.from({ length: size.rows }, (_, down) =>
    Array.from({ length: size.columns }, (__, across) => {
      const row = from.range.row + (down % rows);
      const column = from.range.column + (across % columns);
      const cell = kind === "Formats" ? null : book.cell(from.sheet, row, column);
      const held = cell?.v ?? null;
      const value: ICellData = held === null ? EMPTY : { v: held, t: cell?.t ?? null };
      if (kind === "Values") return value;
      const style = book.style(from.sheet, row, column);
      if (kind === "Formats") return { s: style };
      if (kind !== "All" && kind !== "Formulas")
        throw new HostError("ApiNotFound", `Workbench: copyFrom "${kind}" is not implemented`);
      const formula = book.formula(from.sheet, row, column);
      // References move with their formula, as far as the engine can.
      const moved =
        formula === null
          ? null
          : book.parts.api
              .getFormula()
              .moveFormulaRefOffset(
                formula,
                target.range.column - from.range.column,
                target.range.row - from.range.row,
              );
      return { ...value, ...(moved !== null && { ...EMPTY, f: moved }), ...(kind === "All" && { s: style }) };
    }),
  );
  book.write(
    target.sheet,
    { ...target.range, ...size },
    (down, across) => cells[down]?.[across] ?? undefined,
  );
}

function moved({ sheet, range }: RangeThing, change: Partial<CellRange>): RangeThing {
  const next = { ...range, ...change };
  if (next.row < 0 || next.column < 0 || next.rows < 1 || next.columns < 1) throw invalidArgument();
  if (next.row + next.rows > MOST_ROWS || next.column + next.columns > MOST_COLUMNS) throw invalidArgument();
  return rangeThing(sheet, next);
}

function intersection(a: RangeThing, b: RangeThing): RangeThing | null {
  if (a.sheet !== b.sheet) return null;
  const row = Math.max(a.range.row, b.range.row);
  const column = Math.max(a.range.column, b.range.column);
  const rows = Math.min(a.range.row + a.range.rows, b.range.row + b.range.rows) - row;
  const columns = Math.min(a.range.column + a.range.columns, b.range.column + b.range.columns) - column;
  return rows > 0 && columns > 0 ? rangeThing(a.sheet, { row, column, rows, columns }) : null;
}

const asRange = (other: RangeThing | string, beside: RangeThing, book: HostBook): RangeThing =>
  typeof other === "string" ? rangeAt(beside.sheet, other, book) : other;

function usedIn(thing: RangeThing, valuesOnly: boolean, book: HostBook): RangeThing | null {
  const used = book.used(thing.sheet, valuesOnly, thing.range);
  return used === null ? null : rangeThing(thing.sheet, used);
}

/** Every cell of a range has the same; null: they differ. */
function common<T>(values: readonly T[]): T | null {
  const [first] = values;
  return first !== undefined && values.every((value) => value === first) ? first : null;
}

function link(thing: RangeThing, book: HostBook): HostLink | null {
  return book.extras.links.get(thing.sheet)?.get(`${thing.range.row},${thing.range.column}`) ?? null;
}

function setLink({ sheet, range }: RangeThing, value: HostLink | null, book: HostBook): void {
  book.refuseLocked(sheet);
  const links = book.extras.links.get(sheet) ?? new Map<string, HostLink>();
  book.extras.links.set(sheet, links);
  const key = `${range.row},${range.column}`;
  if (value === null) {
    links.delete(key);
    return;
  }
  links.set(key, value);
  // Excel shows the text, and dresses the cell as a link.
  if (value.textToDisplay !== undefined)
    book.write(sheet, { ...range, rows: 1, columns: 1 }, () => ({
      ...EMPTY,
      v: value.textToDisplay ?? "",
      t: 1,
    }));
  book.dress(sheet, { ...range, rows: 1, columns: 1 }, { cl: { rgb: "#0563C1" }, ul: { s: 1 } });
}

function hide(thing: RangeThing, axis: "row" | "column", hidden: boolean, book: HostBook): void {
  const change = `sheet.mutation.set-${axis === "row" ? "row" : "col"}-${hidden ? "hidden" : "visible"}`;
  book.change(change, thing.sheet, { ranges: [gridRange(thing.range)] });
}

function mergedAreas(thing: RangeThing, book: HostBook): readonly RangeThing[] {
  return (book.worksheet(thing.sheet).getConfig().mergeData ?? []).flatMap((merge) => {
    const area = rangeThing(thing.sheet, {
      row: merge.startRow,
      column: merge.startColumn,
      rows: merge.endRow - merge.startRow + 1,
      columns: merge.endColumn - merge.startColumn + 1,
    });
    return intersection(area, thing) === null ? [] : [area];
  });
}

function merge(thing: RangeThing, across: boolean, book: HostBook): void {
  book.refuseLocked(thing.sheet);
  const { range } = thing;
  const areas = across
    ? Array.from({ length: range.rows }, (_, down) => ({ ...range, row: range.row + down, rows: 1 }))
    : [range];
  // Of merged cells the first keeps what it holds.
  for (const area of areas)
    book.write(thing.sheet, area, (down, right) => (down === 0 && right === 0 ? undefined : EMPTY));
  if (mergedAreas(thing, book).length > 0) unmerge(thing, book);
  book.change("sheet.mutation.add-worksheet-merge", thing.sheet, { ranges: areas.map(gridRange) });
}

function unmerge(thing: RangeThing, book: HostBook): void {
  book.refuseLocked(thing.sheet);
  book.change("sheet.mutation.remove-worksheet-merge", thing.sheet, { ranges: [gridRange(thing.range)] });
}

/** Whether a cell's value came out of a formula, its own or one that filled it. */
function calculated(sheet: string, row: number, column: number, book: HostBook): boolean {
  return book.formula(sheet, row, column) !== null || book.spilled(sheet)[row]?.[column] !== undefined;
}

export const Range = classOf<RangeThing>({
  calculated: ["values", "text", "valueTypes", "valuesAsJson"],
  get: {
    address: ({ sheet, range }, book) => `${quotedName(book.sheetName(sheet))}!${shownAddress(range)}`,
    addressLocal: ({ sheet, range }, book) => `${quotedName(book.sheetName(sheet))}!${shownAddress(range)}`,
    cellCount: ({ range }) => {
      const count = range.rows * range.columns;
      return count > 2 ** 31 - 1 ? -1 : count;
    },
    rowIndex: ({ range }) => range.row,
    columnIndex: ({ range }) => range.column,
    rowCount: ({ range }) => range.rows,
    columnCount: ({ range }) => range.columns,
    isEntireColumn: ({ range }) => range.rows >= MOST_ROWS,
    isEntireRow: ({ range }) => range.columns >= MOST_COLUMNS,
    values: (thing, book) =>
      perCell(thing, book, (row, column) => cellOutput(book.cell(thing.sheet, row, column))),
    formulas: (thing, book) =>
      perCell(
        thing,
        book,
        (row, column) =>
          book.formula(thing.sheet, row, column) ?? cellOutput(book.cell(thing.sheet, row, column)),
      ),
    text: (thing, book) =>
      perCell(thing, book, (row, column) =>
        cellText(cellOutput(book.cell(thing.sheet, row, column)), formatAt(thing.sheet, row, column, book)),
      ),
    valueTypes: (thing, book) =>
      perCell(thing, book, (row, column) =>
        valueType(
          cellOutput(book.cell(thing.sheet, row, column)),
          calculated(thing.sheet, row, column, book),
        ),
      ),
    numberFormat: (thing, book) =>
      perCell(thing, book, (row, column) => formatAt(thing.sheet, row, column, book)),
    hasSpill: (thing, book) => book.spillOf(thing.sheet, thing.range.row, thing.range.column) !== null,
    hidden: ({ sheet, range }, book) =>
      book.worksheet(sheet).getRowVisible(range.row) === false ||
      book.worksheet(sheet).getColVisible(range.column) === false,
    rowHidden: ({ sheet, range }, book) =>
      common(
        Array.from(
          { length: range.rows },
          (_, index) => !book.worksheet(sheet).getRowVisible(range.row + index),
        ),
      ),
    columnHidden: ({ sheet, range }, book) =>
      common(
        Array.from(
          { length: range.columns },
          (_, index) => !book.worksheet(sheet).getColVisible(range.column + index),
        ),
      ),
    hyperlink: link,
  },
  set: {
    values: (thing, value: unknown, book) => writeInputs(thing, value, book),
    formulas: (thing, value: unknown, book) => writeInputs(thing, value, book),
    numberFormat: (thing, value: unknown, book) => {
      const at = shaped(value, thing.range);
      const looks = new Map<unknown, ICellData>();
      book.write(thing.sheet, thing.range, (down, across) => {
        const pattern = at(down, across);
        if (pattern === null || pattern === undefined) return undefined;
        const look = looks.get(pattern) ?? { s: { n: { pattern: String(pattern) } } };
        looks.set(pattern, look);
        return look;
      });
    },
    hyperlink: (thing, value: HostLink | null, book) => setLink(thing, value, book),
    rowHidden: (thing, value: boolean, book) => hide(thing, "row", value, book),
    columnHidden: (thing, value: boolean, book) => hide(thing, "column", value, book),
  },
  nav: {
    worksheet: ({ sheet }): Thing & { readonly sheet: string } => ({ type: "Worksheet", sheet }),
    format: ({ sheet, range }) => ({ type: "RangeFormat", sheet, ranges: [range] }) as Thing,
    conditionalFormats: ({ sheet, range }) =>
      ({ type: "ConditionalFormatCollection", sheet, range }) as Thing,
    dataValidation: ({ sheet, range }) => ({ type: "DataValidation", sheet, range }) as Thing,
  },
  call: {
    _ValidateArraySize: () => null,
    getCell: (thing, [row, column]: readonly [number, number]) =>
      moved(thing, { row: thing.range.row + row, column: thing.range.column + column, rows: 1, columns: 1 }),
    getRow: (thing, [row]: readonly [number]) => {
      if (row < 0 || row >= thing.range.rows) throw invalidArgument();
      return moved(thing, { row: thing.range.row + row, rows: 1 });
    },
    getColumn: (thing, [column]: readonly [number]) => {
      if (column < 0 || column >= thing.range.columns) throw invalidArgument();
      return moved(thing, { column: thing.range.column + column, columns: 1 });
    },
    getLastRow: (thing) => moved(thing, { row: thing.range.row + thing.range.rows - 1, rows: 1 }),
    getLastColumn: (thing) =>
      moved(thing, { column: thing.range.column + thing.range.columns - 1, columns: 1 }),
    getLastCell: ({ sheet, range }) =>
      rangeThing(sheet, {
        row: range.row + range.rows - 1,
        column: range.column + range.columns - 1,
        rows: 1,
        columns: 1,
      }),
    getEntireColumn: (thing) => moved(thing, { row: 0, rows: MOST_ROWS }),
    getEntireRow: (thing) => moved(thing, { column: 0, columns: MOST_COLUMNS }),
    getOffsetRange: (thing, [rows, columns]: readonly [number, number]) =>
      moved(thing, { row: thing.range.row + rows, column: thing.range.column + columns }),
    getResizedRange: (thing, [rows, columns]: readonly [number, number]) =>
      moved(thing, { rows: thing.range.rows + rows, columns: thing.range.columns + columns }),
    getAbsoluteResizedRange: (thing, [rows, columns]: readonly [number, number]) =>
      moved(thing, { rows, columns }),
    getBoundingRect: (thing, [given]: readonly [RangeThing | string], book) => {
      const other = asRange(given, thing, book);
      const row = Math.min(thing.range.row, other.range.row);
      const column = Math.min(thing.range.column, other.range.column);
      return rangeThing(thing.sheet, {
        row,
        column,
        rows: Math.max(thing.range.row + thing.range.rows, other.range.row + other.range.rows) - row,
        columns:
          Math.max(thing.range.column + thing.range.columns, other.range.column + other.range.columns) -
          column,
      });
    },
    getIntersection: (thing, [given]: readonly [RangeThing | string], book) => {
      const shared = intersection(thing, asRange(given, thing, book));
      if (shared === null) throw notFound();
      return shared;
    },
    getIntersectionOrNullObject: (thing, [given]: readonly [RangeThing | string], book) =>
      intersection(thing, asRange(given, thing, book)) ?? NOTHING,
    getUsedRange: (thing, [valuesOnly = false]: readonly [boolean?], book) =>
      usedIn(thing, valuesOnly, book) ?? moved(thing, { rows: 1, columns: 1 }),
    getUsedRangeOrNullObject: (thing, [valuesOnly = false]: readonly [boolean?], book) =>
      usedIn(thing, valuesOnly, book) ?? NOTHING,
    getSpillingToRange: (thing, _: readonly [], book) => {
      const spill = book.spillOf(thing.sheet, thing.range.row, thing.range.column);
      if (spill === null) throw notFound();
      return rangeThing(thing.sheet, spill);
    },
    getSpillingToRangeOrNullObject: (thing, _: readonly [], book) => {
      const spill = book.spillOf(thing.sheet, thing.range.row, thing.range.column);
      return spill === null ? NOTHING : rangeThing(thing.sheet, spill);
    },
    getMergedAreasOrNullObject: (thing, _: readonly [], book) => {
      const areas = mergedAreas(thing, book);
      return areas.length === 0
        ? NOTHING
        : ({ type: "RangeAreas", sheet: thing.sheet, ranges: areas.map(({ range }) => range) } as Thing);
    },
    clear: (thing, [applyTo = "All"]: readonly [string?], book) => clear(thing, applyTo, book),
    copyFrom: (thing, [source, kind = "All"]: readonly [RangeThing | string, string?], book) =>
      copyFrom(thing, source, kind, book),
    merge: (thing, [across = false]: readonly [boolean?], book) => merge(thing, across, book),
    unmerge: (thing, _: readonly [], book) => {
      if (mergedAreas(thing, book).length > 0) unmerge(thing, book);
    },
    select: (thing, _: readonly [], book) => {
      const { row, column, rows, columns } = thing.range;
      const sheet = book.sheet(thing.sheet);
      sheet.activate();
      sheet.setActiveRange(
        sheet.getRange(
          row,
          column,
          Math.min(rows, sheet.getMaxRows() - row),
          Math.min(columns, sheet.getMaxColumns() - column),
        ),
      );
    },
    calculate: () => null,
  },
});

/** Several ranges of one sheet. */
export interface RangeAreasThing extends Thing {
  readonly type: "RangeAreas";
  readonly sheet: string;
  readonly ranges: readonly CellRange[];
}

export const RangeAreas = classOf<RangeAreasThing>({
  get: {
    address: ({ sheet, ranges }, book) =>
      ranges.map((range) => `${quotedName(book.sheetName(sheet))}!${shownAddress(range)}`).join(","),
    areaCount: ({ ranges }) => ranges.length,
    cellCount: ({ ranges }) => ranges.reduce((sum, { rows, columns }) => sum + rows * columns, 0),
  },
  nav: {
    format: ({ sheet, ranges }) => ({ type: "RangeFormat", sheet, ranges }) as Thing,
    areas: ({ sheet, ranges }) => ({ type: "RangeCollection", sheet, ranges }) as Thing,
    worksheet: ({ sheet }) => ({ type: "Worksheet", sheet }) as Thing,
  },
  call: {
    clear: ({ sheet, ranges }, [applyTo = "All"]: readonly [string?], book) =>
      ranges.forEach((range) => clear(rangeThing(sheet, range), applyTo, book)),
  },
});

export const RangeCollection = classOf<RangeAreasThing>({
  items: ({ sheet, ranges }) => ranges.map((range) => rangeThing(sheet, range)),
});
