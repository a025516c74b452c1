import { openWorkbook, type OpenWorkbook } from "../../support/office/openWorkbook";

let book: OpenWorkbook;
beforeEach(async () => {
  book = await openWorkbook();
}, 60_000);
afterEach(() => book.dispose());

interface Search {
  getHiddenRowsFiltered(): Record<string, Record<string, object>>;
}

/** Hidden rows as they are remembered; and as Univer finds them, row by row. */
function found(): {
  readonly remembered: unknown;
  readonly searched: Record<string, Record<string, object>>;
} {
  const formulas = book.host.book.parts.formulas as unknown as Search;
  const searched = (Object.getPrototypeOf(formulas) as Search).getHiddenRowsFiltered.call(formulas);
  return { remembered: formulas.getHiddenRowsFiltered(), searched };
}

const grid = () => book.host.book.workbook.getActiveSheet();
const hidden = (): number =>
  Object.values(Object.values(found().searched)[0] ?? {}).reduce(
    (sum, rows) => sum + Object.keys(rows).length,
    0,
  );

const withSheet = (work: (sheet: Excel.Worksheet, context: Excel.RequestContext) => void): Promise<void> =>
  book.Excel.run(async (context) => {
    work(context.workbook.worksheets.getItem("Sheet1"), context);
    await context.sync();
  });

test.each([
  { name: "a person hides more", change: () => grid().hideRows(7, 2), rows: 5 },
  { name: "a person shows them again", change: () => grid().showRows(1, 3), rows: 0 },
  { name: "rows are inserted above", change: () => grid().insertRows(0, 2), rows: 3 },
  { name: "one of them is deleted", change: () => grid().deleteRows(2, 1), rows: 2 },
  {
    name: "the add-in hides one",
    change: () => withSheet((sheet) => (sheet.getRange("9:9").rowHidden = true)),
    rows: 4,
  },
  {
    name: "the add-in adds a sheet and hides a row there",
    change: () =>
      withSheet((_, { workbook }) => (workbook.worksheets.add("Other").getRange("2:2").rowHidden = true)),
    rows: 4,
  },
  {
    name: "values are written far below",
    change: () => withSheet((sheet) => (sheet.getRange("A1500").values = [[1]])),
    rows: 3,
  },
])("hidden rows are those that Univer finds after $name", async ({ change, rows }) => {
  grid().hideRows(1, 3);
  expect(found().remembered).toEqual(found().searched);
  expect(hidden()).toBe(3);
  await change();
  expect(found().remembered).toEqual(found().searched);
  expect(hidden()).toBe(rows);
});

test("a closed workbook leaves Univer to ask by itself", () => {
  const formulas = book.host.book.parts.formulas as object;
  expect(Object.hasOwn(formulas, "getHiddenRowsFiltered")).toBe(true);
  book.host.dispose();
  expect(Object.hasOwn(formulas, "getHiddenRowsFiltered")).toBe(false);
});
