import { createDesk } from "../../../src/excel";
import { openWorkbook, type OpenWorkbook } from "../../support/office/openWorkbook";

let book: OpenWorkbook;
beforeAll(async () => {
  book = await openWorkbook();
  book.makeGlobal();
  await book.Excel.run(async (context) => {
    context.workbook.worksheets.add("Other");
    await context.sync();
  });
  await rest();
});
afterAll(() => book.dispose());

const rest = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 120));

describe("the pane", () => {
  test("the add-in shows and hides it, and the window around it is told", async () => {
    const told: boolean[] = [];
    book.host.book.onPane = (shown) => told.push(shown);
    await book.Office.addin.hide();
    expect(book.host.book.paneShown).toBe(false);
    await book.Office.addin.showAsTaskpane();
    expect(book.host.book.paneShown).toBe(true);
    expect(told).toEqual([false, true]);
  });
});

describe("selected cells", () => {
  const select = (sheet: string, address: string): Promise<void> =>
    book.Excel.run(async (context) => {
      context.workbook.worksheets.getItem(sheet).getRange(address).select();
      await context.sync();
    });

  test("another cell, and a cell of another sheet, are told once each; the same desk then reads them", async () => {
    const desk = createDesk();
    const seen: (string | null)[] = [];
    const stop = desk.onSelection(() => {
      void desk.selection().then((cells) => seen.push(cells && `${cells.sheet}!${cells.address}`));
    });
    await rest();
    await select("Sheet1", "B3");
    await rest();
    await select("Other", "C4:D9");
    await rest();
    expect(seen).toEqual(["Sheet1!B3", "Other!C4:D9"]);
    stop();
    await rest();
    await select("Sheet1", "A1");
    await rest();
    expect(seen).toHaveLength(2);
  });

  test("a range being drawn is told when it rests", async () => {
    const desk = createDesk();
    let times = 0;
    const stop = desk.onSelection(() => (times += 1));
    await rest();
    const sheet = book.host.book.workbook.getActiveSheet();
    for (let rows = 1; rows <= 20; rows++) sheet.setActiveRange(sheet.getRange(0, 0, rows, 2));
    await rest();
    expect(times).toBe(1);
    stop();
  });
});
