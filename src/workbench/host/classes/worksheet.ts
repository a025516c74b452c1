import { mergeWorksheetSnapshotWithDefault } from "@univerjs/core";
import { classOf, NOTHING, type Thing } from "../classSpec";
import { newId } from "../extras";
import type { HostBook } from "../hostBook";
import { HostError, invalidArgument, notFound } from "../hostError";
import { rangeAt, rangeThing, type RangeThing } from "./range";
import { MOST_COLUMNS, MOST_ROWS, parseAddress } from "../address";

export interface SheetThing extends Thing {
  readonly type: "Worksheet";
  readonly sheet: string;
}

export const sheetThing = (sheet: string): SheetThing => ({ type: "Worksheet", sheet });

const LONGEST_NAME = 31;

/** @throws HostError InvalidArgument for a name no tab can show, ItemAlreadyExists for one that is taken */
function checkName(name: string, except: string | null, book: HostBook): void {
  if (name === "" || name.length > LONGEST_NAME || /[\\/?*[\]:]/.test(name) || /^'|'$/.test(name))
    throw invalidArgument(
      "The worksheet's name is empty, too long, or has a character that a name cannot have.",
    );
  const taken = book.sheetNamed(name);
  if (taken !== null && taken !== except)
    throw new HostError("ItemAlreadyExists", "A resource with the same name or identifier already exists.");
}

function freeName(book: HostBook): string {
  for (let number = book.sheetIds().length + 1; ; number += 1)
    if (book.sheetNamed(`Sheet${number}`) === null) return `Sheet${number}`;
}

function refuseStructure(book: HostBook): void {
  if (book.extras.locked.has(""))
    throw new HostError("AccessDenied", "The workbook's structure is protected.");
}

const part =
  (type: string) =>
  ({ sheet }: SheetThing): Thing & { readonly sheet: string } => ({ type, sheet });

function used({ sheet }: SheetThing, valuesOnly: boolean, book: HostBook): RangeThing | null {
  const range = book.used(sheet, valuesOnly);
  return range === null ? null : rangeThing(sheet, range);
}

function showGridlines(sheet: string, shown: boolean, book: HostBook): void {
  book.change("sheet.mutation.toggle-gridlines", sheet, { showGridlines: shown ? 1 : 0 });
}

const ALL = { row: 0, column: 0, rows: MOST_ROWS, columns: MOST_COLUMNS };

export const Worksheet = classOf<SheetThing>({
  id: ({ sheet }) => ({ Id: sheet }),
  get: {
    id: ({ sheet }) => sheet,
    name: ({ sheet }, book) => book.sheetName(sheet),
    position: ({ sheet }, book) => book.sheetIds().indexOf(sheet),
    visibility: ({ sheet }, book) => (book.sheet(sheet).isSheetHidden() ? "Hidden" : "Visible"),
    tabColor: ({ sheet }, book) => book.sheet(sheet).getTabColor() ?? "",
    showGridlines: ({ sheet }, book) => !book.sheet(sheet).hasHiddenGridLines(),
  },
  set: {
    name: ({ sheet }, value: string, book) => {
      refuseStructure(book);
      checkName(value, sheet, book);
      // Formulas that name the sheet follow.
      book.sheet(sheet).setName(value);
    },
    visibility: ({ sheet }, value: string, book) => {
      refuseStructure(book);
      book.change("sheet.mutation.set-worksheet-hidden", sheet, { hidden: value === "Visible" ? 0 : 1 });
    },
    position: ({ sheet }, value: number, book) => {
      refuseStructure(book);
      book.workbook.moveSheet(book.sheet(sheet), value);
    },
    tabColor: ({ sheet }, value: string, book) =>
      book.change("sheet.mutation.set-tab-color", sheet, { color: value }),
    showGridlines: ({ sheet }, value: boolean, book) => showGridlines(sheet, value, book),
    // What the library calls it on its way here.
    gridlines: ({ sheet }, value: boolean, book) => showGridlines(sheet, value, book),
  },
  nav: {
    tables: part("TableCollection"),
    charts: part("ChartCollection"),
    names: part("NamedItemCollection"),
    notes: part("NoteCollection"),
    freezePanes: part("WorksheetFreezePanes"),
    pageLayout: part("PageLayout"),
    protection: part("WorksheetProtection"),
    horizontalPageBreaks: part("PageBreakCollection"),
    customProperties: part("WorksheetCustomPropertyCollection"),
  },
  call: {
    getRange: ({ sheet }, [address]: readonly [string?], book) => {
      book.sheet(sheet);
      return address === undefined || address === null || address === ""
        ? rangeThing(sheet, ALL)
        : namedRange(sheet, address, book);
    },
    getRanges: ({ sheet }, [addresses]: readonly [string?], book) => {
      const ranges = (addresses ?? "").split(",").map((address) => rangeAt(sheet, address, book).range);
      return { type: "RangeAreas", sheet, ranges } as Thing;
    },
    getRangeByIndexes: (
      { sheet },
      [row, column, rows, columns]: readonly [number, number, number, number],
      book,
    ) => {
      book.sheet(sheet);
      if (row < 0 || column < 0 || rows < 1 || columns < 1) throw invalidArgument();
      return rangeThing(sheet, { row, column, rows, columns });
    },
    getCell: ({ sheet }, [row, column]: readonly [number, number]) =>
      rangeThing(sheet, { row, column, rows: 1, columns: 1 }),
    getUsedRange: (thing, [valuesOnly = false]: readonly [boolean?], book) =>
      used(thing, valuesOnly, book) ?? rangeThing(thing.sheet, { row: 0, column: 0, rows: 1, columns: 1 }),
    getUsedRangeOrNullObject: (thing, [valuesOnly = false]: readonly [boolean?], book) =>
      used(thing, valuesOnly, book) ?? NOTHING,
    activate: ({ sheet }, _: readonly [], book) => void book.sheet(sheet).activate(),
    calculate: () => null,
    delete: ({ sheet }, _: readonly [], book) => {
      refuseStructure(book);
      const visible = book.sheetIds().filter((id) => !book.sheet(id).isSheetHidden());
      if (visible.length === 1 && visible[0] === sheet)
        throw new HostError("InvalidOperation", "A workbook must keep one visible sheet.");
      book.workbook.deleteSheet(sheet);
      book.forget(sheet);
    },
    getNextOrNullObject: ({ sheet }, _: readonly [], book) => neighbour(sheet, 1, book),
    getPreviousOrNullObject: ({ sheet }, _: readonly [], book) => neighbour(sheet, -1, book),
    _RegisterDataChangedEvent: () => null,
    _UnregisterDataChangedEvent: () => null,
  },
});

/** An address, or a defined name that stands for one. */
function namedRange(sheet: string, text: string, book: HostBook): RangeThing {
  if (parseAddress(text) !== null || text.includes("!")) return rangeAt(sheet, text, book);
  const name = book.workbook
    .getDefinedNames()
    .find((one) => one.getName().toLowerCase() === text.toLowerCase());
  if (name === undefined) throw invalidArgument();
  return rangeAt(sheet, name.getFormulaOrRefString(), book);
}

function neighbour(sheet: string, step: number, book: HostBook): Thing {
  const ids = book.sheetIds();
  const next = ids[ids.indexOf(sheet) + step];
  return next === undefined ? NOTHING : sheetThing(next);
}

export const WorksheetCollection = classOf<Thing>({
  items: (_, book) => book.sheetIds().map(sheetThing),
  find: (_, key, book) => {
    const id = book.hasSheet(key) ? key : book.sheetNamed(key);
    return id === null ? null : sheetThing(id);
  },
  call: {
    add: (_, [name]: readonly [string?], book) => {
      refuseStructure(book);
      const wanted = name ?? freeName(book);
      checkName(wanted, null, book);
      // Excel adds a sheet without going to it.
      const id = newId();
      book.change("sheet.mutation.insert-sheet", id, {
        index: book.sheetIds().length,
        sheet: { ...mergeWorksheetSnapshotWithDefault({}), id, name: wanted },
      });
      return sheetThing(id);
    },
    getActiveWorksheet: (_, __: readonly [], book) => sheetThing(book.workbook.getActiveSheet().getSheetId()),
    getFirst: (_, __: readonly [], book) => {
      const [first] = book.sheetIds();
      if (first === undefined) throw notFound();
      return sheetThing(first);
    },
    getLast: (_, __: readonly [], book) => {
      const last = book.sheetIds().at(-1);
      if (last === undefined) throw notFound();
      return sheetThing(last);
    },
    _RegisterDataChangedEvent: () => null,
    _UnregisterDataChangedEvent: () => null,
  },
});

export const WorksheetProtection = classOf<SheetThing>({
  get: { protected: ({ sheet }, book) => book.extras.locked.has(sheet) },
  call: {
    protect: ({ sheet }, _: readonly unknown[], book) => void book.extras.locked.add(sheet),
    unprotect: ({ sheet }, _: readonly unknown[], book) => void book.extras.locked.delete(sheet),
  },
});
