import { createDesk } from "../../../src/excel";
import { buildReport, type SheetModel } from "../../../src/reports";
import { forEachCell } from "../../../src/xlsx/modelCells";
import { openWorkbook, type OpenWorkbook } from "../../support/office/openWorkbook";
import { smallAnalysis } from "../../support/smallAnalysis";

const report = buildReport(smallAnalysis(), "zh-CN");
const watch = { onProgress: () => undefined, signal: new AbortController().signal };
const WORDS = {
  keptTitle: "其他备注",
  keptExplanation: "所在的行已不在列表中",
  keptRow: "行",
  keptColumn: "列",
  keptNote: "备注",
  emptied: "这次没有数据",
};
const WHOLE = { row: 0, column: 0, rows: 1_000_000, columns: 1_000 };

let book: OpenWorkbook;
beforeAll(async () => {
  book = await openWorkbook();
  book.makeGlobal();
});
afterAll(() => book.dispose());

test("a report written through Office.js stands in the grid, cell by cell", async () => {
  const desk = createDesk();
  const written = await desk.writeReport(report, WORDS, watch);
  expect(written.sheets.map(({ name }) => name)).toEqual(report.sheets.map(({ name }) => name));
  await book.host.calculated();
  for (const sheet of report.sheets) {
    const id = book.host.book.sheetNamed(sheet.name) ?? "";
    const wrong: string[] = [];
    const wanted = new Map<string, unknown>();
    forEachCell(sheet as SheetModel, WHOLE, (row, column, value) => wanted.set(`${row},${column}`, value));
    for (const [place, value] of wanted) {
      if (value === null || value === "") continue;
      const [row = 0, column = 0] = place.split(",").map(Number);
      const cell = book.host.book.cell(id, row, column);
      const found = cell?.t === 3 ? cell.v === 1 : cell?.v;
      if (found !== value && !(typeof value === "number" && Math.abs(Number(found) - value) < 1e-9))
        wrong.push(`${sheet.name} ${place}: ${JSON.stringify(found)} for ${JSON.stringify(value)}`);
    }
    expect(wrong).toEqual([]);
  }
}, 60_000);
