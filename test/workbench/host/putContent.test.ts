import type { ICellData } from "@univerjs/core";
import { CELL_TYPE } from "../../../src/workbench/book/cellType";
import { EMPTY } from "../../../src/workbench/host/cellInput";
import { isPlain, isPlainContent, putContent } from "../../../src/workbench/host/putContent";
import { openWorkbook, type OpenWorkbook } from "../../support/office/openWorkbook";

let book: OpenWorkbook;
beforeAll(async () => {
  book = await openWorkbook();
}, 60_000);
afterAll(() => book.dispose());

const STANDING: Readonly<Record<string, ICellData | null>> = {
  nothing: null,
  "a number": { v: 3, t: CELL_TYPE.number },
  "a look": { s: "look" },
  "a text with a look": { v: "x", t: CELL_TYPE.text, s: "look" },
};
const WRITTEN: Readonly<Record<string, ICellData>> = {
  nothing: EMPTY,
  "a number": { ...EMPTY, v: 7.5, t: CELL_TYPE.number },
  "a text": { ...EMPTY, v: "甲", t: CELL_TYPE.text },
  "an empty text": { ...EMPTY, v: "", t: CELL_TYPE.text },
  "digits that are a text": { ...EMPTY, v: "007", t: CELL_TYPE.forcedText },
  "a truth value": { v: 1, t: CELL_TYPE.boolean },
};

test.each(
  Object.entries(STANDING).flatMap(([stands, standing]) =>
    Object.entries(WRITTEN).map(([written, content]) => ({ stands, standing, written, content })),
  ),
)("$written over $stands is what Univer makes of it", ({ standing, content }) => {
  const sheet = book.host.book.sheetNamed("Sheet1") ?? "";
  const matrix = book.host.book.worksheet(sheet).getCellMatrix();
  const copy = (): ICellData | null => (standing === null ? null : { ...standing });
  const before = copy();
  if (before === null) matrix.realDeleteValue(4, 4);
  else matrix.setValue(4, 4, before);
  book.host.book.change("sheet.mutation.set-range-values", sheet, { cellValue: { 4: { 4: content } } });
  expect(putContent(copy(), content)).toEqual(matrix.getValue(4, 4) ?? null);
});

test.each([
  { name: "a value with its type", content: { v: 1, t: CELL_TYPE.number }, plain: true },
  { name: "nothing", content: EMPTY, plain: true },
  { name: "a formula", content: { ...EMPTY, f: "=1+1" }, plain: false },
  { name: "a value whose type Univer has to find", content: { v: "1" }, plain: false },
  { name: "a look beside the value", content: { v: 1, t: CELL_TYPE.number, s: "look" }, plain: false },
])("written: $name", ({ content, plain }) => expect(isPlainContent(content)).toBe(plain));

test.each([
  { name: "no cell", cell: null, plain: true },
  { name: "a value with a look", cell: { v: 1, t: CELL_TYPE.number, s: "look" }, plain: true },
  { name: "a formula", cell: { v: 2, f: "=1+1" }, plain: false },
  { name: "a formula filled down", cell: { v: 2, si: "id" }, plain: false },
])("standing: $name", ({ cell, plain }) => expect(isPlain(cell)).toBe(plain));
