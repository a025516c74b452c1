import { createDesk, type DeskWatch } from "../../src/excel";
import { translator } from "../../src/i18n";
import { deskWords } from "../../src/i18n/deskWords";
import { openWorkbook, type OpenWorkbook } from "../support/office/openWorkbook";
import { smallReport } from "./host/smallReport";

jest.setTimeout(60_000);

const WATCH: DeskWatch = { onProgress: () => undefined, signal: new AbortController().signal };
const WORDS = deskWords(translator("zh-CN"));
const CUSTOMERS = [
  { id: "007", amount: 10 },
  { id: "=1+1", amount: 20 },
];

let book: OpenWorkbook;
beforeEach(async () => {
  book = await openWorkbook();
  book.makeGlobal();
});
afterEach(() => book.dispose());

/** The same desk over the workbench's grid: another's answers to the same calls. */
test("a report is written, read back, and refreshed with the note by its row", async () => {
  const desk = createDesk();
  const first = await desk.writeReport(smallReport({ customers: CUSTOMERS }), WORDS, WATCH);
  expect(first.sheets.map(({ id }) => id)).toEqual(["kpiBoard", "winBack", "chartData"]);
  const facts = await desk.sheets();
  expect(facts.map(({ reportId }) => reportId)).toEqual([null, "kpiBoard", "winBack", "chartData"]);
  const [list] = await desk.read(["赢回名单"], { limitRows: null }, WATCH);
  expect(list?.rows.slice(2)).toEqual([
    [null, "客户", "金额", "说明", "结果", "备注"],
    [null, "007", 10],
    [null, "=1+1", 20],
  ]);
  await desk.setFormulas([{ sheet: "赢回名单", address: "E4", formula: "已联系" }]);
  const second = await desk.writeReport(smallReport({ customers: [...CUSTOMERS].reverse() }), WORDS, WATCH);
  expect([second.keptNotes, second.orphanNotes]).toEqual([1, 0]);
  expect(await desk.cells({ sheet: "赢回名单", address: "B4:E5" })).toEqual([
    ["=1+1", 20, null, null],
    ["007", 10, null, "已联系"],
  ]);
});
