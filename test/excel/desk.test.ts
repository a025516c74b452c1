import { createDesk, type DeskWatch } from "../../src/excel";
import { WorkbookError } from "../../src/excel/desk";
import { inExcel } from "../../src/excel/inExcel";
import { translator } from "../../src/i18n";
import { describeWorkbookError } from "../../src/i18n/describeWorkbookError";
import { HostError, openTestExcel } from "./host/openTestExcel";
import { smallReport } from "./host/smallReport";

const WATCH: DeskWatch = { onProgress: () => undefined, signal: new AbortController().signal };
const zh = translator("zh-CN");
const en = translator("en");

function opened() {
  const excel = openTestExcel();
  const sheet = excel.book.fill("评分", [
    ["客户", "金额"],
    ["a", 1],
  ]);
  const select = (row: number, column: number, rows = 1, columns = 1) =>
    (excel.book.selection = { sheet, box: { row, column, rows, columns } });
  return { excel, book: excel.book, sheet, select, desk: createDesk() };
}

describe("the selection", () => {
  test("is told with its size", async () => {
    const { desk, select } = opened();
    select(0, 0, 2, 2);
    expect(await desk.selection()).toEqual({ sheet: "评分", address: "A1:B2", rows: 2, columns: 2 });
  });

  test("is none where a chart is selected", async () => {
    expect(await opened().desk.selection()).toBeNull();
  });

  test("cells are shown, also of a hidden sheet", async () => {
    const { desk, sheet, book } = opened();
    sheet.visibility = "Hidden";
    await desk.select({ sheet: "评分", address: "B2" });
    expect(sheet.visibility).toBe("Visible");
    expect(book.selection).toEqual({ sheet, box: { row: 1, column: 1, rows: 1, columns: 1 } });
  });

  test("a sheet that is gone is named", async () => {
    await expect(opened().desk.select({ sheet: "没有", address: "A1" })).rejects.toMatchObject({
      code: "sheetMissing",
      data: { sheet: "没有" },
    });
  });
});

describe("inserting a formula", () => {
  test("writes it into the first selected cell and says where", async () => {
    const { desk, select, sheet, book } = opened();
    book.evaluate = () => [
      ["客户", "分"],
      ["a", 5],
    ];
    select(0, 3, 4, 1);
    const place = await desk.insertFormula("=CRM.RFMSCORE(A2:A2)", { rows: 2, columns: 2 });
    expect(place).toEqual({ sheet: "评分", address: "D1" });
    expect(sheet.cell(0, 3)?.formula).toBe("=CRM.RFMSCORE(A2:A2)");
    expect(sheet.cell(1, 4)?.value).toBe(5);
  });

  test.each([
    { name: "the cell itself", row: 1, column: 1, rows: 1, columns: 1, address: "B2" },
    {
      name: "a cell beside it that the result would spill to",
      row: 0,
      column: 0,
      rows: 1,
      columns: 2,
      address: "A1",
    },
    {
      name: "a cell below, as far as the size is known",
      row: 5,
      column: 0,
      rows: 9,
      columns: 2,
      address: "B8",
    },
  ])("never overwrites $name", async ({ row, column, rows, columns, address }) => {
    const { desk, select, sheet } = opened();
    sheet.type(7, 1, "别动");
    select(row, column);
    const before = JSON.stringify(sheet.state());
    await expect(desk.insertFormula("=CRM.TIER(A1)", { rows, columns })).rejects.toMatchObject({
      code: "occupied",
      data: { sheet: "评分", address },
    });
    expect(JSON.stringify(sheet.state())).toBe(before);
  });

  test("a result that finds its way blocked is taken back", async () => {
    const { desk, select, sheet, book } = opened();
    book.evaluate = () => [[1], [2], [3]];
    sheet.type(5, 3, "别动");
    select(3, 3);
    const before = JSON.stringify(sheet.state());
    await expect(desk.insertFormula("=CRM.TIER(A1)")).rejects.toMatchObject({ code: "occupied" });
    expect(JSON.stringify(sheet.state())).toBe(before);
  });

  test("a spilling result does not go over merged cells", async () => {
    const { desk, select, sheet } = opened();
    sheet.merges.push({ row: 4, column: 3, rows: 1, columns: 2 });
    select(3, 3);
    await expect(desk.insertFormula("=CRM.TIER(A1)", { rows: 3, columns: 1 })).rejects.toMatchObject({
      code: "mergedCells",
      data: { sheet: "评分", address: "D5:E5" },
    });
  });

  test("a protected sheet is named", async () => {
    const { desk, select, sheet } = opened();
    sheet.protected = true;
    select(3, 3);
    await expect(desk.insertFormula("=CRM.TIER(A1)")).rejects.toMatchObject({
      code: "protectedSheet",
      data: { sheet: "评分" },
    });
  });
});

describe("our formulas", () => {
  test("are found on every sheet, with spill and error; frozen to values; restored; repaired", async () => {
    const { desk, book, sheet } = opened();
    book.evaluate = (formula) =>
      formula.includes("RFMSCORE")
        ? [
            ["客户", "分"],
            ["0012", 5],
          ]
        : [["#NAME?"]];
    sheet.type(0, 4, "=CRM.RFMSCORE(A2:A2)");
    const other = book.fill("别处", [["=SUM(1)", "=_xldudf_CRM_TIER(A1)"]]);
    const found = await desk.formulas(WATCH);
    expect(found).toEqual([
      { sheet: "评分", address: "E1", formula: "=CRM.RFMSCORE(A2:A2)", spill: "E1:F2", error: null },
      { sheet: "别处", address: "B1", formula: "=_xldudf_CRM_TIER(A1)", spill: null, error: "#NAME?" },
    ]);

    const values = await desk.cells({ sheet: "评分", address: "E1:F2" });
    await desk.setValues([{ sheet: "评分", address: "E1", values }]);
    expect(sheet.cell(0, 4)).toEqual({ value: "客户", formula: null });
    expect(sheet.cell(1, 4)).toEqual({ value: "0012", formula: null });
    expect(sheet.cell(1, 5)).toEqual({ value: 5, formula: null });
    expect((await desk.formulas(WATCH)).map(({ address }) => address)).toEqual(["B1"]);

    await desk.setValues([
      {
        sheet: "评分",
        address: "E1",
        values: [
          [null, null],
          [null, null],
        ],
      },
    ]);
    await desk.setFormulas([
      { sheet: "评分", address: "E1", formula: "=CRM.RFMSCORE(A2:A2)" },
      { sheet: "别处", address: "B1", formula: "=CRM.TIER(A1)" },
    ]);
    expect(sheet.cell(0, 4)?.formula).toBe("=CRM.RFMSCORE(A2:A2)");
    expect(other.cell(0, 1)?.formula).toBe("=CRM.TIER(A1)");
  });

  test("without spill in the API, what spills is not known", async () => {
    const excel = openTestExcel({ excelApi: "1.11" });
    excel.book.evaluate = () => [[1], [2]];
    excel.book.fill("a", [["=CRM.TIER(A1)"]]);
    expect(await createDesk().formulas(WATCH)).toMatchObject([{ address: "A1", spill: null }]);
  });

  test("a block that fails on the way gets its formula back", async () => {
    const { desk, excel, book, sheet } = opened();
    book.evaluate = () => [[1], [2]];
    sheet.type(0, 4, "=CRM.TIER(A1)");
    const before = JSON.stringify(sheet.state());
    const values = Array.from({ length: 60_000 }, (_, row) => [`一个不太短的文本 ${row}`]);
    let large = 0;
    excel.onRequest = ({ bytes }) => {
      if (bytes > 300_000 && (large += 1) === 2) throw new HostError("MemoryLimitReached", "no memory");
    };
    await expect(desk.setValues([{ sheet: "评分", address: "E1", values }])).rejects.toMatchObject({
      code: "memory",
    });
    expect(JSON.parse(JSON.stringify(sheet.state()))).toEqual(JSON.parse(before));
  });

  test("a cancelled search stops", async () => {
    const cancel = new AbortController();
    cancel.abort();
    await expect(opened().desk.formulas({ ...WATCH, signal: cancel.signal })).rejects.toMatchObject({
      code: "cancelled",
    });
  });
});

describe("settings", () => {
  test("are kept in the workbook under our prefix, and taken away", async () => {
    const { desk, book } = opened();
    expect(await desk.setting("choices")).toBeNull();
    await desk.setSetting("choices", '{"a":1}');
    expect([...book.settings.keys()]).toEqual(["tenure.choices"]);
    expect(await desk.setting("choices")).toBe('{"a":1}');
    await desk.setSetting("choices", null);
    await desk.setSetting("choices", null);
    expect(book.settings.size).toBe(0);
  });

  test.each([
    { name: "not ours", raw: "hello" },
    { name: "a number", raw: 7 },
    { name: "without a version", raw: '{"value":"a"}' },
  ])("what is $name is nothing", async ({ raw }) => {
    const { desk, book } = opened();
    book.settings.set("tenure.choices", raw);
    expect(await desk.setting("choices")).toBeNull();
  });

  test("those of a later release are refused, not half read", async () => {
    const { desk, book } = opened();
    book.settings.set("tenure.choices", '{"version":2,"value":"a"}');
    await expect(desk.setting("choices")).rejects.toMatchObject({ code: "unsupported" });
  });
});

describe("events", () => {
  const settle = () => new Promise((resolve) => setTimeout(resolve, 60));

  test("changes come with their sheet: a person's and a co-author's, not our own; and none after the stop", async () => {
    const { desk, excel } = opened();
    const seen: unknown[] = [];
    const stop = desk.onChanged((change) => void seen.push(change));
    await settle();
    excel.change("评分", "Local");
    excel.change("评分", "Remote");
    excel.change("评分", "Local", "ThisLocalAddin");
    await settle();
    expect(seen).toEqual([
      { sheet: "评分", remote: false },
      { sheet: "评分", remote: true },
    ]);
    stop();
    stop();
    await settle();
    excel.change("评分", "Local");
    await settle();
    expect(seen).toHaveLength(2);
  });

  test("a new selection is told until the stop", async () => {
    const { desk, excel } = opened();
    let times = 0;
    const stop = desk.onSelection(() => (times += 1));
    await settle();
    excel.selectionChanged();
    await settle();
    expect(times).toBe(1);
    stop();
    await settle();
    excel.selectionChanged();
    await settle();
    expect(times).toBe(1);
  });
});

describe("plain sheets", () => {
  const model = smallReport({ customers: [{ id: "007", amount: 1 }] });

  test("are added beside what is there, under free names, as the user's own", async () => {
    const { desk, book } = opened();
    book.fill("赢回名单", [["别人的"]]);
    expect(await desk.addSheets(model, WATCH)).toEqual(["KPI看板", "赢回名单 (2)", "图表数据"]);
    expect(book.sheet("赢回名单 (2)").cell(3, 1)?.value).toBe("007");
    expect(book.sheet("赢回名单").cell(0, 0)?.value).toBe("别人的");
    expect(book.names.size).toBe(0);
    expect((await desk.sheets()).every(({ reportId }) => reportId === null)).toBe(true);
  });

  test.each([
    { name: "cancelled", code: "cancelled" },
    { name: "failed", code: "memory" },
  ])("none of them stays where adding is $name", async ({ name, code }) => {
    const { desk, book, excel } = opened();
    const state = JSON.stringify(book.state());
    const cancel = new AbortController();
    excel.onAction = (member) => {
      if (member !== "WorksheetCollection.add") return;
      if (name === "cancelled") cancel.abort();
      else
        excel.onRequest = ({ text }) => {
          if (text.includes("SuspendApiCalculation")) throw new HostError("MemoryLimitReached", "no memory");
        };
    };
    await expect(desk.addSheets(model, { ...WATCH, signal: cancel.signal })).rejects.toMatchObject({ code });
    expect(JSON.parse(JSON.stringify(book.state()))).toEqual(JSON.parse(state));
  });

  test("a protected structure is said before anything is added", async () => {
    const { desk, book } = opened();
    book.structureProtected = true;
    await expect(desk.addSheets(model, WATCH)).rejects.toMatchObject({ code: "protectedWorkbook" });
  });
});

describe("two at once", () => {
  test("run one after the other, also after a failure", async () => {
    const { desk, book } = opened();
    const model = smallReport({ customers: [{ id: "a", amount: 1 }] });
    const words = {
      keptTitle: "",
      keptExplanation: "",
      keptRow: "",
      keptColumn: "",
      keptNote: "",
      emptied: "",
    };
    const cancel = new AbortController();
    cancel.abort();
    const [first, second, third] = await Promise.allSettled([
      desk.writeReport(model, words, WATCH),
      desk.writeReport(model, words, { ...WATCH, signal: cancel.signal }),
      desk.writeReport(model, words, WATCH),
    ]);
    expect([first.status, second.status, third.status]).toEqual(["fulfilled", "rejected", "fulfilled"]);
    expect(book.sheets.map(({ name }) => name)).toEqual(["评分", "KPI看板", "赢回名单", "图表数据"]);
  });
});

describe("misuse of Office.js becomes one clear sentence", () => {
  test.each<{
    name: string;
    work: (context: Excel.RequestContext) => Promise<unknown>;
    excelApi?: string;
    code: string;
    zh: RegExp;
    en: RegExp;
  }>([
    {
      name: "a property read before it was loaded",
      work: (context) => Promise.resolve(context.workbook.worksheets.getItem("评分").name),
      code: "unknown",
      zh: /^Excel 未能完成：/,
      en: /^Excel could not do this: .*PropertyNotLoaded/,
    },
    {
      name: "a sheet that is not there",
      work: async (context) => {
        context.workbook.worksheets.getItem("没有").getRange("A1").values = [[1]];
        await context.sync();
      },
      code: "sheetMissing",
      zh: /不见了/,
      en: /is gone/,
    },
    {
      name: "a member that this Excel is too old for",
      work: async (context) => {
        context.workbook.worksheets.getItem("评分").getRange("A1").conditionalFormats.clearAll();
        await context.sync();
      },
      excelApi: "1.3",
      code: "unsupported",
      zh: /^此版本的 Excel 做不到这一步/,
      en: /^This version of Excel cannot do this/,
    },
    {
      name: "an array of another shape than its range",
      work: async (context) => {
        context.workbook.worksheets.getItem("评分").getRange("A1:B2").values = [[1]];
        await context.sync();
      },
      code: "unknown",
      zh: /^Excel 未能完成：/,
      en: /doesn't match the size/,
    },
  ])("$name", async ({ work, excelApi = "1.20", code, zh: chinese, en: english }) => {
    openTestExcel({ excelApi }).book.fill("评分", [["a"]]);
    const failed = await inExcel(work).catch((error: unknown) => error);
    if (!(failed instanceof WorkbookError)) throw new Error("not wrapped");
    expect(failed.code).toBe(code);
    expect(describeWorkbookError(zh, failed)).toMatch(chinese);
    expect(describeWorkbookError(en, failed)).toMatch(english);
  });

  test.each([
    { office: "InvalidOperationInCellEditMode", code: "cellEditMode" },
    { office: "AccessDenied", code: "protectedSheet" },
    { office: "MergedRangeConflict", code: "mergedCells" },
    { office: "FilteredRangeConflict", code: "filteredRange" },
    { office: "InactiveWorkbook", code: "busy" },
    { office: "MemoryLimitReached", code: "memory" },
    { office: "SomethingNew", code: "unknown" },
  ])("Excel's $office is our $code, with the place", async ({ office, code }) => {
    const { excel, desk } = opened();
    excel.onAction = (member) => {
      if (member === "Range.values") throw new HostError(office, "refused");
    };
    await expect(desk.cells({ sheet: "评分", address: "A1:B2" })).rejects.toMatchObject({
      code,
      data: { sheet: "评分", address: "A1:B2" },
    });
  });

  test("outside Excel everything says so", async () => {
    const globals = globalThis as { Excel?: unknown };
    const before = globals.Excel;
    delete globals.Excel;
    await expect(createDesk().sheets()).rejects.toMatchObject({ code: "unsupported" });
    globals.Excel = before;
  });
});
