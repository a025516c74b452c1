import { openWorkbook, type OpenWorkbook } from "../../support/office/openWorkbook";

let book: OpenWorkbook;
beforeEach(async () => {
  book = await openWorkbook();
}, 60_000);
afterEach(() => book.dispose());

interface Search {
  getFormulaData(): Record<string, Record<string, object>>;
}

/** Where formulas are, followed write by write; and as Univer finds them, cell by cell. */
function found(): { readonly followed: unknown; readonly searched: unknown } {
  const formulas = book.host.book.parts.formulas as unknown as Search;
  const searched = (Object.getPrototypeOf(formulas) as Search).getFormulaData.call(formulas);
  return { followed: formulas.getFormulaData(), searched };
}

async function run(work: (sheet: Excel.Worksheet, context: Excel.RequestContext) => void): Promise<void> {
  await book.Excel.run(async (context) => {
    work(context.workbook.worksheets.getItem("Sheet1"), context);
    await context.sync();
  });
  const { followed, searched } = found();
  expect(followed).toEqual(searched);
}

const grid = () => book.host.book.workbook.getActiveSheet();
const count = (): number => JSON.stringify(found().searched).split('"f"').length - 1;

test("formulas that are written, written over and cleared are where Univer finds them", async () => {
  await run((sheet) => {
    sheet.getRange("A1:C2").formulas = [
      [1, "=A1*2", "text"],
      ["=1+1", 5, "=B1"],
    ];
  });
  expect(count()).toBe(3);
  await run((sheet) => (sheet.getRange("B1").values = [[7]]));
  expect(count()).toBe(2);
  await run((sheet) => sheet.getRange("A2:C2").clear());
  expect(count()).toBe(0);
});

test("formulas on a sheet that was added, and gone with it", async () => {
  await run((_, context) => {
    context.workbook.worksheets.add("Other").getRange("D4").formulas = [["=2*3"]];
  });
  expect(count()).toBe(1);
  await run((_, context) => context.workbook.worksheets.getItem("Other").delete());
  expect(count()).toBe(0);
});

test.each([
  { name: "rows are inserted", change: () => grid().insertRows(1, 3) },
  { name: "rows are deleted", change: () => grid().deleteRows(0, 1) },
  { name: "columns are inserted", change: () => grid().insertColumns(0, 2) },
  { name: "columns are deleted", change: () => grid().deleteColumns(0, 1) },
  { name: "cells are moved down", change: () => grid().getRange("A1:C1").insertCells(0) },
  { name: "a person types a formula", change: () => grid().getRange("E9").setFormula("=A1") },
  {
    name: "formulas are filled down, each named by the first",
    change: () =>
      grid()
        .getRange("E1:E3")
        .setValues([[{ f: "=A1", si: "x" }], [{ si: "x" }], [{ si: "x" }]]),
  },
  { name: "the sheet is copied", change: () => book.host.book.workbook.duplicateSheet(grid()) },
])("they are found where they are after $name", async ({ change }) => {
  await run((sheet) => {
    sheet.getRange("A1:C3").formulas = [
      [1, "=A1*2", "=B1"],
      ["=1+1", 5, "=B2"],
      [3, "=A3*2", 4],
    ];
  });
  const before = JSON.stringify(found().searched);
  change();
  const { followed, searched } = found();
  expect(followed).toEqual(searched);
  expect(JSON.stringify(searched)).not.toBe(before);
});

test("a closed workbook leaves Univer its own search", () => {
  const formulas = book.host.book.parts.formulas as object;
  expect(Object.hasOwn(formulas, "getFormulaData")).toBe(true);
  book.host.dispose();
  expect(Object.hasOwn(formulas, "getFormulaData")).toBe(false);
});
