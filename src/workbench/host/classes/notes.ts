import type {} from "@univerjs/sheets-note/facade";
import type { ISheetNote } from "@univerjs/sheets-note";
import { cellAddress } from "../../../xlsx/cellAddress";
import { classOf, type Thing } from "../classSpec";
import { newId } from "../extras";
import type { HostBook } from "../hostBook";
import { HostError, notFound } from "../hostError";
import { rangeAt, rangeThing, type RangeThing } from "./range";

interface NotesThing extends Thing {
  readonly sheet: string;
}
interface NoteThing extends NotesThing {
  readonly row: number;
  readonly column: number;
}

const SIZE = { width: 220, height: 90 } as const;

function noteAt({ sheet, row, column }: NoteThing, book: HostBook): ISheetNote {
  const note = book
    .sheet(sheet)
    .getNotes()
    .find((one) => one.row === row && one.col === column);
  if (note === undefined) throw notFound();
  return note;
}

function write({ sheet, row, column }: NoteThing, text: string, book: HostBook): void {
  book.refuseLocked(sheet);
  book.parts.api.syncExecuteCommand("sheet.mutation.update-note", {
    unitId: book.workbook.getId(),
    sheetId: sheet,
    row,
    col: column,
    note: { id: newId(), row, col: column, note: text, ...SIZE },
  });
}

export const NoteCollection = classOf<NotesThing>({
  items: ({ sheet }, book) =>
    book
      .sheet(sheet)
      .getNotes()
      .map(({ row, col }): NoteThing => ({ type: "Note", sheet, row, column: col })),
  find: ({ sheet }, address, book) => {
    const { range } = rangeAt(sheet, address, book);
    const there = book
      .sheet(sheet)
      .getNotes()
      .some(({ row, col }) => row === range.row && col === range.column);
    return there ? ({ type: "Note", sheet, row: range.row, column: range.column } as NoteThing) : null;
  },
  call: {
    add: ({ sheet }, [given, text]: readonly [RangeThing | string, string], book) => {
      const { range } = typeof given === "string" ? rangeAt(sheet, given, book) : given;
      const thing: NoteThing = { type: "Note", sheet, row: range.row, column: range.column };
      if (
        book
          .sheet(sheet)
          .getNotes()
          .some(({ row, col }) => row === range.row && col === range.column)
      )
        throw new HostError("ItemAlreadyExists", "The cell has a note already.");
      write(thing, text, book);
      return thing;
    },
  },
});

export const Note = classOf<NoteThing>({
  id: ({ row, column }) => ({ Id: cellAddress(row, column) }),
  get: { content: (thing, book) => noteAt(thing, book).note, visible: () => false },
  set: { content: (thing, value: string, book) => write(thing, value, book) },
  call: {
    delete: (thing, _: readonly [], book) => {
      noteAt(thing, book);
      book.parts.api.syncExecuteCommand("sheet.mutation.remove-note", {
        unitId: book.workbook.getId(),
        sheetId: thing.sheet,
        row: thing.row,
        col: thing.column,
      });
    },
    getLocation: ({ sheet, row, column }) => rangeThing(sheet, { row, column, rows: 1, columns: 1 }),
  },
});
