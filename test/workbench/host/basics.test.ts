import { openWorkbook, type OpenWorkbook } from "../../support/office/openWorkbook";

let book: OpenWorkbook;
beforeAll(async () => {
  book = await openWorkbook();
});
afterAll(() => book.dispose());

test("the real Office.js finds Excel", () => {
  expect(String(book.Office.context.host)).toBe("Excel");
  expect(book.Office.context.displayLanguage).toBe("en-US");
  expect(book.Office.context.requirements.isSetSupported("ExcelApi", "1.18")).toBe(true);
});

test("values that are written can be read", async () => {
  const read = await book.Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("Sheet1");
    const range = sheet.getRange("A1:B2");
    range.values = [
      ["客户", 1.5],
      [true, ""],
    ];
    range.load("values,address,valueTypes,text");
    await context.sync();
    return { values: range.values, address: range.address, types: range.valueTypes, text: range.text };
  });
  expect(read).toEqual({
    values: [
      ["客户", 1.5],
      [true, ""],
    ],
    address: "Sheet1!A1:B2",
    types: [
      ["String", "Double"],
      ["Boolean", "Empty"],
    ],
    text: [
      ["客户", "1.5"],
      ["TRUE", ""],
    ],
  });
});
