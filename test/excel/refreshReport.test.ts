import { createDesk, type DeskWatch } from "../../src/excel";
import { WorkbookError } from "../../src/excel/desk";
import { translator } from "../../src/i18n";
import { deskWords } from "../../src/i18n/deskWords";
import { HostError, openTestExcel, type TestExcel } from "./host/openTestExcel";
import type { MemorySheet } from "./host/memoryBook";
import { smallReport, type ListedCustomer } from "./host/smallReport";

jest.setTimeout(30_000);

const WATCH: DeskWatch = { onProgress: () => undefined, signal: new AbortController().signal };
const WORDS = deskWords(translator("zh-CN"));
const A = { id: "a", amount: 10 };
const B = { id: "b", amount: 20 };
const C = { id: "c", amount: 30 };

/** A workbook with a report of these customers in it, written a moment ago. */
async function reported(customers: readonly ListedCustomer[], excelApi = "1.20") {
  const excel = openTestExcel({ excelApi });
  excel.book.fill("订单", [["客户"], ["a"]]);
  const desk = createDesk();
  await desk.writeReport(smallReport({ customers }), WORDS, WATCH);
  return { excel, desk, book: excel.book };
}

const list = (excel: TestExcel): MemorySheet => excel.book.sheet("赢回名单");
/** Values of a column of the list below its head in row 3. */
const column = (sheet: MemorySheet, at: number, rows: number): unknown[] =>
  Array.from({ length: rows }, (_, index) => sheet.cell(3 + index, at)?.value ?? null);

describe("what people typed", () => {
  test("stays by its row, in blank columns, added columns and beside the list", async () => {
    const { excel, desk } = await reported([A, B]);
    const sheet = list(excel);
    sheet.type(3, 4, "已联系");
    sheet.type(4, 5, '=B5&"!"');
    // Excel widens a table when somebody types beside it.
    (sheet.tables[0] as { range: object }).range = { row: 2, column: 1, rows: 3, columns: 6 };
    sheet.type(2, 6, "负责人");
    sheet.type(4, 6, "小钱");
    sheet.format(3, 8)["numberFormat"] = "yyyy-mm-dd";
    sheet.type(3, 8, 46_000);
    const result = await desk.writeReport(smallReport({ customers: [C, B, A] }), WORDS, WATCH);
    expect(column(sheet, 1, 3)).toEqual(["c", "b", "a"]);
    expect(column(sheet, 4, 3)).toEqual([null, null, "已联系"]);
    expect(sheet.cell(4, 5)?.formula).toBe('=B5&"!"');
    expect(sheet.cell(2, 6)?.value).toBe("负责人");
    expect(column(sheet, 6, 3)).toEqual([null, "小钱", null]);
    expect(column(sheet, 8, 3)).toEqual([null, null, 46_000]);
    expect(sheet.numberFormat(5, 8)).toBe("yyyy-mm-dd");
    expect(sheet.tables.map(({ range }) => range)).toEqual([{ row: 2, column: 1, rows: 4, columns: 6 }]);
    expect([result.keptNotes, result.orphanNotes]).toEqual([4, 0]);
  });

  test("goes into a titled block when its row goes, and back when it returns", async () => {
    const { excel, desk } = await reported([A, B]);
    const sheet = list(excel);
    sheet.type(3, 4, "已联系");
    const gone = await desk.writeReport(smallReport({ customers: [B] }), WORDS, WATCH);
    expect(gone.orphanNotes).toBe(1);
    expect([...sheet.cells.values()].map(({ value }) => value)).toEqual(
      expect.arrayContaining([WORDS.keptTitle, WORDS.keptExplanation, "a", "结果", "已联系"]),
    );
    const again = await desk.writeReport(smallReport({ customers: [B] }), WORDS, WATCH);
    expect(again.orphanNotes).toBe(1);
    const back = await desk.writeReport(smallReport({ customers: [A, B] }), WORDS, WATCH);
    expect([back.keptNotes, back.orphanNotes]).toEqual([1, 0]);
    expect(sheet.cell(3, 4)?.value).toBe("已联系");
    expect([...sheet.cells.values()].map(({ value }) => value)).not.toContain(WORDS.keptTitle);
  });

  test("survives a second refresh unchanged, to the last cell", async () => {
    const { excel, desk, book } = await reported([A, B]);
    const sheet = list(excel);
    sheet.type(3, 4, "已联系");
    sheet.type(4, 7, "=1+1");
    sheet.type(20, 2, "脚注 2025");
    const model = smallReport({ customers: [B, C] });
    await desk.writeReport(model, WORDS, WATCH);
    const once = JSON.stringify(book.state());
    await desk.writeReport(model, WORDS, WATCH);
    expect(JSON.parse(JSON.stringify(book.state()))).toEqual(JSON.parse(once));
    expect(sheet.cell(20, 2)?.value).toBe("脚注 2025");
  });

  test("is kept when the list is empty, and when the report has no such sheet any more", async () => {
    const { excel, desk } = await reported([A, B]);
    list(excel).type(3, 5, "换号码");
    const empty = await desk.writeReport(smallReport({ customers: [] }), WORDS, WATCH);
    expect(empty.orphanNotes).toBe(1);
    const { sheets, ...rest } = smallReport({ customers: [] });
    const without = { ...rest, sheets: sheets.filter(({ id }) => id === "chartData") };
    const result = await desk.writeReport(without, WORDS, WATCH);
    expect(result.emptied.map(({ id }) => id).sort()).toEqual(["kpiBoard", "winBack"]);
    const texts = [...list(excel).cells.values()].map(({ value }) => value);
    expect(texts).toEqual(expect.arrayContaining([WORDS.emptied, "换号码"]));
    expect(excel.book.sheet("KPI看板").charts).toEqual([]);
    // And back again with the next report that has it.
    const full = await desk.writeReport(smallReport({ customers: [A, B] }), WORDS, WATCH);
    expect([full.keptNotes, full.orphanNotes]).toEqual([1, 0]);
    expect(list(excel).cell(3, 5)?.value).toBe("换号码");
  });

  test("in a large list is found without reading our own columns", async () => {
    const customers = Array.from({ length: 4_000 }, (_, index) => ({ id: `user${index}`, amount: index }));
    const { excel, desk } = await reported(customers);
    list(excel).type(3 + 3_999, 4, "已联系");
    list(excel).type(3 + 3_999, 9, "旁注");
    excel.requests.length = 0;
    const result = await desk.writeReport(smallReport({ customers: [...customers].reverse() }), WORDS, WATCH);
    expect(result.keptNotes).toBe(2);
    expect(list(excel).cell(3, 4)?.value).toBe("已联系");
    expect(list(excel).cell(3, 9)?.value).toBe("旁注");
  });
});

describe("whose sheet it is", () => {
  test("a foreign sheet of the same name is left alone: ours takes another", async () => {
    const excel = openTestExcel();
    excel.book.fill("赢回名单", [["别人的"]]);
    const before = JSON.stringify(excel.book.sheet("赢回名单").state());
    const result = await createDesk().writeReport(smallReport({ customers: [A] }), WORDS, WATCH);
    expect(result.renamed).toEqual([{ wanted: "赢回名单", name: "赢回名单 (2)" }]);
    expect(JSON.stringify(excel.book.sheet("赢回名单").state())).toBe(before);
    expect(excel.book.sheet("赢回名单 (2)").cell(3, 1)?.value).toBe("a");
    expect(excel.book.sheet("KPI看板").cell(2, 2)?.formula).toBe("=SUM('赢回名单 (2)'!$C$3:$C$9)");
  });

  test("a sheet somebody renamed is found by its mark and keeps the name", async () => {
    const { excel, desk } = await reported([A]);
    list(excel).name = "我的名单";
    const result = await desk.writeReport(smallReport({ customers: [A, B] }), WORDS, WATCH);
    expect(result.sheets).toContainEqual({ id: "winBack", name: "我的名单" });
    expect(result.renamed).toEqual([]);
    expect(excel.book.sheets.map(({ name }) => name)).toEqual(["订单", "KPI看板", "我的名单", "图表数据"]);
    expect(excel.book.sheet("KPI看板").cell(2, 2)?.formula).toBe("=SUM('我的名单'!$C$3:$C$9)");
  });

  test("a sheet that bears the name we gave it gets the new one in another language", async () => {
    const { excel, desk } = await reported([A]);
    list(excel).type(3, 4, "已联系");
    await desk.writeReport(smallReport({ customers: [A], listName: "Win-back" }), WORDS, WATCH);
    expect(excel.book.sheets.map(({ name }) => name)).toEqual(["订单", "KPI看板", "Win-back", "图表数据"]);
    expect(excel.book.sheet("Win-back").cell(3, 4)?.value).toBe("已联系");
  });

  test("a sheet somebody deleted comes back, its old mark replaced", async () => {
    const { excel, desk, book } = await reported([A]);
    const gone = list(excel);
    book.sheets = book.sheets.filter((sheet) => sheet !== gone);
    const mark = book.names.get("_crm_report_winBack");
    if (mark !== undefined) mark.sheet = null;
    await desk.writeReport(smallReport({ customers: [A] }), WORDS, WATCH);
    expect(list(excel).cell(3, 1)?.value).toBe("a");
    expect(book.names.get("_crm_report_winBack")?.sheet?.name).toBe("赢回名单");
  });

  test("a user's own table of the same name keeps it, and so does a user's chart on our sheet", async () => {
    const excel = openTestExcel();
    const own = excel.book.fill("订单", [["客户"], ["a"]]);
    own.tables.push({
      name: "WinBack",
      range: { row: 0, column: 0, rows: 2, columns: 1 },
      style: "",
      showBandedRows: true,
      showFilterButton: true,
      filtered: false,
    });
    const desk = createDesk();
    await desk.writeReport(smallReport({ customers: [A] }), WORDS, WATCH);
    excel.book.sheet("KPI看板").charts.push({ name: "我的图" });
    await desk.writeReport(smallReport({ customers: [A, B] }), WORDS, WATCH);
    expect(own.tables.map(({ name }) => name)).toEqual(["WinBack"]);
    expect(list(excel).tables.map(({ name, range }) => [name, range.rows])).toEqual([["WinBack_2", 3]]);
    expect(
      excel.book
        .sheet("KPI看板")
        .charts.map((chart) => chart["name"])
        .sort(),
    ).toEqual(["crm_chart1", "crm_chart2", "我的图"]);
  });

  test("a report that came in a file, without our settings, keeps what was typed into it", async () => {
    const { excel, desk, book } = await reported([A, B]);
    for (const key of [...book.settings.keys()]) book.settings.delete(key);
    list(excel).type(4, 4, "未接通");
    const result = await desk.writeReport(smallReport({ customers: [B, A] }), WORDS, WATCH);
    expect(list(excel).cell(3, 4)?.value).toBe("未接通");
    expect(result.keptNotes).toBe(1);
  });
});

describe("defined names", () => {
  const named = (rows: number, name = "crm_list") => ({
    ...smallReport({ customers: [A, B] }),
    names: [{ name, sheet: "赢回名单", range: { row: 3, column: 1, rows, columns: 1 } }],
  });

  test("one of ours points to its new cells; one of the user's keeps its own", async () => {
    const excel = openTestExcel();
    const { book } = excel;
    const own = book.fill("订单", [["客户"]]);
    const box = { row: 0, column: 0, rows: 1, columns: 1 };
    book.names.set("crm_list", { sheet: own, box, visible: true });
    const desk = createDesk();
    await desk.writeReport(named(2), WORDS, WATCH);
    await desk.writeReport(named(1), WORDS, WATCH);
    expect(book.names.get("crm_list")).toEqual({ sheet: own, box, visible: true });
    expect(book.names.get("crm_list_2")?.box).toEqual({ row: 3, column: 1, rows: 1, columns: 1 });
    expect([...book.names.keys()].filter((name) => name.startsWith("crm_"))).toEqual([
      "crm_list",
      "crm_list_2",
    ]);
  });

  test("one that the new report lacks goes", async () => {
    const excel = openTestExcel();
    const desk = createDesk();
    await desk.writeReport(named(2), WORDS, WATCH);
    await desk.writeReport(named(2, "crm_other"), WORDS, WATCH);
    expect([...excel.book.names.keys()].filter((name) => name.startsWith("crm_"))).toEqual(["crm_other"]);
  });
});

describe("tables", () => {
  test("a list that only grows or shrinks keeps its table, so that formulas referring to it go on", async () => {
    const { excel, desk } = await reported([A, B, C]);
    const table = list(excel).tables[0];
    await desk.writeReport(smallReport({ customers: [A] }), WORDS, WATCH);
    expect(list(excel).tables[0]).toBe(table);
    expect(table?.range.rows).toBe(2);
    expect([...list(excel).cells.values()].filter(({ value }) => String(value).startsWith("列"))).toEqual([]);
  });

  test.each([
    { name: "its head moves", next: { customers: [A], lead: 4 }, excelApi: "1.20" },
    { name: "Excel cannot resize tables", next: { customers: [A] }, excelApi: "1.9" },
  ])("the table is made anew where $name", async ({ next, excelApi }) => {
    const { excel, desk } = await reported([A, B], excelApi);
    const table = list(excel).tables[0];
    await desk.writeReport(smallReport(next), WORDS, WATCH);
    expect(list(excel).tables.map(({ name }) => name)).toEqual(["WinBack"]);
    expect(list(excel).tables[0]).not.toBe(table);
  });

  test("a filter somebody set is taken off: hidden rows would keep what they showed", async () => {
    const { excel, desk } = await reported([A, B]);
    const [table] = list(excel).tables;
    if (table !== undefined) table.filtered = true;
    await desk.writeReport(smallReport({ customers: [B, A] }), WORDS, WATCH);
    expect(list(excel).tables[0]?.filtered).toBe(false);
  });
});

describe("large lists wait beside their place", () => {
  const MANY = Array.from({ length: 3_000 }, (_, index) => ({ id: `user${index}`, amount: index }));
  const heavy = (customers: readonly ListedCustomer[]) =>
    smallReport({ customers, filler: "＝1＋1 很长的一段说明文字，占满一个请求".repeat(8) });

  test("the finished sheet shows nothing of it", async () => {
    const { excel, desk } = await reported([A]);
    const told: (readonly [number, number])[] = [];
    await desk.writeReport(heavy(MANY), WORDS, {
      ...WATCH,
      onProgress: (done, total) => void told.push([done, total]),
    });
    expect(list(excel).used()).toMatchObject({ rows: 3_003, columns: 5 });
    // Three sheets, one of which is sent before it is put in place.
    expect(told.slice(0, 2)).toEqual([
      [0, 4],
      [1, 4],
    ]);
    expect(told.at(-1)).toEqual([4, 4]);
    expect(column(list(excel), 1, 2)).toEqual(["user0", "user1"]);
    expect(Math.max(...excel.requests.map(({ bytes }) => bytes))).toBeLessThan(1_500_000);
    expect([...excel.book.settings.keys()]).not.toContain("tenure.staging");
  });

  test.each([
    { name: "a refresh", before: true },
    { name: "a first report", before: false },
  ])("$name cancelled in the middle leaves the workbook as it was", async ({ before }) => {
    const excel = openTestExcel();
    excel.book.fill("订单", [["客户"], ["a"]]);
    const desk = createDesk();
    if (before) await desk.writeReport(smallReport({ customers: [A, B] }), WORDS, WATCH);
    const state = JSON.stringify(excel.book.state());
    const cancel = new AbortController();
    let large = 0;
    excel.onRequest = ({ bytes }) => {
      if (bytes > 300_000 && (large += 1) === 2) cancel.abort();
    };
    const writing = desk.writeReport(heavy(MANY), WORDS, { ...WATCH, signal: cancel.signal });
    await expect(writing).rejects.toMatchObject({ code: "cancelled" });
    expect(large).toBe(2);
    expect(JSON.parse(JSON.stringify(excel.book.state()))).toEqual(JSON.parse(state));
  });

  test("a failure in the middle leaves the workbook as it was, with events on", async () => {
    const { excel, desk, book } = await reported([A, B]);
    const state = JSON.stringify(book.state());
    let large = 0;
    excel.onRequest = ({ bytes }) => {
      if (bytes > 300_000 && (large += 1) === 2) throw new HostError("MemoryLimitReached", "no memory");
    };
    await expect(desk.writeReport(heavy(MANY), WORDS, WATCH)).rejects.toMatchObject({
      code: "memory",
      retry: true,
    });
    expect(JSON.parse(JSON.stringify(book.state()))).toEqual(JSON.parse(state));
  });

  test("what a crash left waiting is cleared by the next report, and is nobody's note", async () => {
    const { excel, desk, book } = await reported([A, B]);
    const address = "Z1:AA4";
    book.settings.set(
      "tenure.staging",
      JSON.stringify({ version: 1, value: JSON.stringify([{ id: "winBack", address }]) }),
    );
    list(excel).type(1, 25, "waiting");
    const result = await desk.writeReport(smallReport({ customers: [A, B] }), WORDS, WATCH);
    expect(list(excel).cell(1, 25)).toBeUndefined();
    expect([result.keptNotes, result.orphanNotes]).toEqual([0, 0]);
    expect([...book.settings.keys()]).not.toContain("tenure.staging");
  });
});

describe("a failure in the last stretch", () => {
  test.each([
    "Range.clear",
    "Range.values",
    "Table.resize",
    "RangeFormat.wrapText",
    "ConditionalFormatCollection.add",
    "DataValidation.rule",
    "WorksheetFreezePanes.freezeAt",
    "ChartCollection.add",
  ])("at %s loses no note: the next report mends the sheet", async (member) => {
    const { excel, desk, book } = await reported([A, B]);
    list(excel).type(3, 4, "已联系");
    list(excel).type(4, 7, "旁注");
    const calm = openTestExcel();
    calm.book.fill("订单", [["客户"], ["a"]]);
    // The globals now belong to the calm one; what is compared is what the broken one should become.
    const other = createDesk();
    await other.writeReport(smallReport({ customers: [A, B] }), WORDS, WATCH);
    list(calm).type(3, 4, "已联系");
    list(calm).type(4, 7, "旁注");
    const next = smallReport({ customers: [B, A, C] });
    await other.writeReport(next, WORDS, WATCH);

    excel.use();
    let armed = true;
    let begun = false;
    excel.onAction = (used) => {
      // The last stretch begins by putting by what people typed.
      begun ||= used === "SettingCollection.add";
      if (used === member && begun && armed) {
        armed = false;
        throw new HostError("GeneralException", "There was an internal error while processing the request.");
      }
    };
    await expect(desk.writeReport(next, WORDS, WATCH)).rejects.toBeInstanceOf(WorkbookError);
    expect(armed).toBe(false);
    expect(book.enableEvents).toBe(true);
    const result = await desk.writeReport(next, WORDS, WATCH);
    expect(result.keptNotes).toBe(2);
    expect(JSON.parse(JSON.stringify(book.state()))).toEqual(JSON.parse(JSON.stringify(calm.book.state())));
  });
});

describe("what Excel refuses", () => {
  test("a request that is too large is sent in halves", async () => {
    const excel = openTestExcel();
    let refused = 0;
    excel.onRequest = ({ bytes }) => {
      if (bytes > 30_000) {
        refused += 1;
        throw new HostError("RequestPayloadSizeLimitExceeded", "too large");
      }
    };
    const customers = Array.from({ length: 600 }, (_, index) => ({ id: `user${index}`, amount: index }));
    await createDesk().writeReport(smallReport({ customers }), WORDS, WATCH);
    expect(refused).toBeGreaterThan(0);
    expect(list(excel).cell(602, 1)?.value).toBe("user599");
  });

  test("one that cannot be made smaller is an error of its own", async () => {
    const excel = openTestExcel();
    excel.onRequest = ({ bytes }) => {
      if (bytes > 3_000) throw new HostError("RequestPayloadSizeLimitExceeded", "too large");
    };
    const customers = [{ id: "x".repeat(5_000), amount: 1 }];
    await expect(createDesk().writeReport(smallReport({ customers }), WORDS, WATCH)).rejects.toMatchObject({
      code: "tooLarge",
      retry: false,
    });
  });

  test.each([
    {
      name: "one of our sheets is protected",
      lock: (excel: TestExcel) => (list(excel).protected = true),
      code: "protectedSheet",
    },
    {
      name: "the structure is protected and a sheet is missing",
      lock: (excel: TestExcel) => {
        const gone = list(excel);
        excel.book.sheets = excel.book.sheets.filter((sheet) => sheet !== gone);
        const mark = excel.book.names.get("_crm_report_winBack");
        if (mark !== undefined) mark.sheet = null;
        return (excel.book.structureProtected = true);
      },
      code: "protectedWorkbook",
    },
  ])("nothing is written where $name", async ({ lock, code }) => {
    const { excel, desk, book } = await reported([A]);
    lock(excel);
    const state = JSON.stringify(book.state());
    await expect(desk.writeReport(smallReport({ customers: [A, B] }), WORDS, WATCH)).rejects.toMatchObject({
      code,
    });
    expect(JSON.stringify(book.state())).toBe(state);
  });

  test("a protected sheet is named", async () => {
    const { excel, desk } = await reported([A]);
    list(excel).protected = true;
    await expect(desk.writeReport(smallReport({ customers: [A] }), WORDS, WATCH)).rejects.toMatchObject({
      data: { sheet: "赢回名单" },
    });
  });

  test("a host that is busy for a moment is asked again", async () => {
    const excel = openTestExcel();
    let refusals = 1;
    excel.onRequest = ({ text }) => {
      if (refusals > 0 && text.includes("SuspendApiCalculation")) {
        refusals -= 1;
        throw new HostError("ServiceNotAvailable", "busy");
      }
    };
    await createDesk().writeReport(smallReport({ customers: [A] }), WORDS, WATCH);
    expect(list(excel).cell(3, 1)?.value).toBe("a");
  });

  test("what cannot be one step to undo is written all the same, and said", async () => {
    const excel = openTestExcel();
    let refusals = 1;
    excel.onRequest = ({ text }) => {
      if (refusals > 0 && text.includes("SuspendApiCalculation")) {
        refusals -= 1;
        throw new HostError("UndoNotSupported", "no undo");
      }
    };
    const { lost } = await createDesk().writeReport(smallReport({ customers: [A] }), WORDS, WATCH);
    expect(lost).toContain("oneUndoStep");
    expect(list(excel).cell(3, 1)?.value).toBe("a");
  });

  test("a page set-up that is refused costs the page set-up alone", async () => {
    const excel = openTestExcel();
    excel.onAction = (member) => {
      if (member.startsWith("PageLayout.")) throw new HostError("GeneralException", "no printer");
    };
    const { lost } = await createDesk().writeReport(smallReport({ customers: [A] }), WORDS, WATCH);
    expect(lost).toContain("printSetup");
    expect(list(excel).cell(3, 1)?.value).toBe("a");
  });
});
