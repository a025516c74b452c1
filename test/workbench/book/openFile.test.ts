import { buildReport, type SheetModel, type WorkbookModel } from "../../../src/reports";
import { openFile } from "../../../src/workbench/book/openFile";
import { modelOfSnapshot, NOTHING_BESIDE } from "../../../src/workbench/book/modelOfSnapshot";
import { snapshotOfModel } from "../../../src/workbench/book/snapshotOfModel";
import { reportSheetsOf, writeWorkbook } from "../../../src/xlsx";
import { forEachCell } from "../../../src/xlsx/modelCells";
import { smallAnalysis } from "../../support/smallAnalysis";

const report = buildReport(smallAnalysis(), "zh-CN");

async function opened(model: WorkbookModel) {
  const { bytes } = await writeWorkbook(model);
  const file = await openFile(bytes, "报告.xlsx", "zh-CN");
  if (!file.ok) throw new Error(file.sentence);
  return file;
}

const WHOLE = { row: 0, column: 0, rows: 1_000_000, columns: 1_000 };

/** Values of the cells that show something, by place. */
function cells(sheet: SheetModel): ReadonlyMap<string, unknown> {
  const found = new Map<string, unknown>();
  forEachCell(sheet, WHOLE, (row, column, value) => {
    if (value !== null && value !== "") found.set(`${row},${column}`, value);
    else found.delete(`${row},${column}`);
  });
  return found;
}

test("an opened report shows every cell that was written", async () => {
  const { model } = await opened(report);
  expect(model.sheets.map(({ name }) => name)).toEqual(report.sheets.map(({ name }) => name));
  for (const [index, sheet] of report.sheets.entries())
    expect(cells(model.sheets[index] as SheetModel)).toEqual(cells(sheet));
});

test("its looks come along: merges, tables, rules, lists, links, notes, frozen rows, widths, hidden sheets", async () => {
  const { model } = await opened(report);
  for (const [index, sheet] of report.sheets.entries()) {
    const back = model.sheets[index] as SheetModel;
    expect(back.merges).toEqual(expect.arrayContaining([...sheet.merges]));
    expect(back.tables.map(({ name, range }) => ({ name, range }))).toEqual(
      sheet.tables.map(({ name, range }) => ({ name, range })),
    );
    expect(back.conditionalFormats).toEqual(sheet.conditionalFormats);
    expect(back.notes).toEqual(expect.arrayContaining([...sheet.notes]));
    expect(back.links).toEqual(expect.arrayContaining([...sheet.links]));
    expect(back.freeze).toEqual(sheet.freeze);
    expect(back.showGridlines).toBe(sheet.showGridlines);
    expect(back.hidden ?? false).toBe(sheet.hidden ?? false);
    expect(back.validations).toHaveLength(sheet.validations.length);
    sheet.columnWidths.forEach((width, column) => expect(back.columnWidths[column]).toBeCloseTo(width, 1));
  }
});

test("charts that are not taken over are counted, not lost in silence", async () => {
  const { notShown } = await opened(report);
  const charts = report.sheets.reduce((sum, sheet) => sum + sheet.charts.length, 0);
  expect(notShown).toEqual({ charts, pictures: 0, pivots: 0, rules: 0 });
});

test("a report that was opened and downloaded again is still known as ours", async () => {
  const { model } = await opened(report);
  const { model: again } = modelOfSnapshot(
    JSON.parse(JSON.stringify(snapshotOfModel(model, "b"))),
    NOTHING_BESIDE,
  );
  const { bytes } = await writeWorkbook(again);
  expect(reportSheetsOf(bytes)).toEqual(report.sheets.map(({ id, name }) => ({ id, name })));
});

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

test.each([
  { name: "an empty text file", file: "a.csv", bytes: utf8(""), sentence: "a.csv" },
  { name: "no workbook at all", file: "b.xlsx", bytes: utf8("hello"), sentence: "b.xlsx" },
  { name: "another kind of file", file: "c.pdf", bytes: utf8("%PDF"), sentence: "c.pdf" },
])("one sentence names what cannot be read: $name", async ({ file, bytes, sentence }) => {
  const read = await openFile(bytes, file, "zh-CN");
  expect(read).toEqual({ ok: false, sentence: expect.stringContaining(sentence) });
});

test("a text file shows its rows, with what looks like a heading in view", async () => {
  const read = await openFile(utf8("客户,日期,金额\nA,2025-01-01,10\n"), "订单.csv", "zh-CN");
  if (!read.ok) throw new Error(read.sentence);
  const [sheet] = read.model.sheets;
  expect(sheet?.name).toBe("订单");
  expect(cells(sheet as SheetModel).get("1,0")).toBe("A");
  expect(sheet?.freeze).toEqual({ rows: 1, columns: 0 });
});

test("numbers of a text file can be added up; ids stay as they are written", async () => {
  const rows =
    "客户ID,订单编号,付款时间,实付金额,备注\n007,240100300094673001,2025-01-01,10.5, x \n8,2,2025-01-02,-3,0012\n";
  const read = await openFile(utf8(rows), "订单.csv", "zh-CN");
  if (!read.ok) throw new Error(read.sentence);
  const found = cells(read.model.sheets[0] as SheetModel);
  const line = (row: number) => [0, 1, 2, 3, 4].map((column) => found.get(`${row},${column}`));
  expect(line(1)).toEqual(["007", "240100300094673001", "2025-01-01", 10.5, " x "]);
  expect(line(2)).toEqual(["8", "2", "2025-01-02", -3, "0012"]);
});
