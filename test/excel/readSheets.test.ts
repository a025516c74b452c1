import { createDesk, type DeskWatch } from "../../src/excel";
import { HostError, openTestExcel } from "./host/openTestExcel";

const watch = (signal = new AbortController().signal): DeskWatch => ({ onProgress: () => undefined, signal });
const ALL = { limitRows: null };

test("facts: used cells, tables, hidden, protected, empty and report sheets, in the order of their tabs", async () => {
  const { book } = openTestExcel();
  const orders = book.fill(
    "订单",
    [
      ["客户", "日期"],
      ["a", 45_000],
    ],
    { row: 2, column: 1 },
  );
  orders.tables.push({
    name: "Orders",
    range: { row: 2, column: 1, rows: 2, columns: 2 },
    style: "",
    showBandedRows: true,
    showFilterButton: true,
    filtered: false,
  });
  orders.protected = true;
  book.addSheet("空").visibility = "Hidden";
  const board = book.fill("看板 2025", [["KPI"]]);
  book.names.set("_crm_report_kpiBoard", {
    sheet: board,
    box: { row: 0, column: 0, rows: 1, columns: 1 },
    visible: false,
  });
  book.names.set("_crm_report_winBack", {
    sheet: null,
    box: { row: 0, column: 0, rows: 1, columns: 1 },
    visible: false,
  });
  expect(await createDesk().sheets()).toEqual([
    {
      name: "订单",
      used: "B3:C4",
      rows: 2,
      columns: 2,
      tables: [{ name: "Orders", address: "B3:C4" }],
      reportId: null,
      visible: true,
      protected: true,
    },
    {
      name: "空",
      used: null,
      rows: 0,
      columns: 0,
      tables: [],
      reportId: null,
      visible: false,
      protected: false,
    },
    {
      name: "看板 2025",
      used: "A1",
      rows: 1,
      columns: 1,
      tables: [],
      reportId: "kpiBoard",
      visible: true,
      protected: false,
    },
  ]);
});

test("cells come as they are: row 1 first, numbers, text, truths, errors told from text, blanks as nothing", async () => {
  const { book } = openTestExcel();
  const sheet = book.fill(
    "订单",
    [
      ["客户", "金额"],
      ["a", 12.5],
      ["b", true],
      [null, null],
      ["'#tag", null],
    ],
    { row: 1, column: 1 },
  );
  sheet.cells.set("2,3", { value: "#N/A", formula: "=NA()" });
  const [raw] = await createDesk().read(["订单"], ALL, watch());
  expect(raw).toEqual({
    file: "",
    name: "订单",
    date1904: false,
    rows: [
      [],
      [null, "客户", "金额"],
      [null, "a", 12.5, { error: "#N/A" }],
      [null, "b", true],
      [],
      [null, "#tag"],
    ],
  });
});

test("only so many rows are read where few are enough", async () => {
  const excel = openTestExcel();
  excel.book.fill(
    "订单",
    Array.from({ length: 50 }, (_, row) => [row]),
    { row: 1, column: 0 },
  );
  const [raw] = await createDesk().read(["订单"], { limitRows: 10 }, watch());
  expect(raw?.rows).toHaveLength(10);
  expect(raw?.rows[9]).toEqual([8]);
});

test("a large sheet comes in answers of a megabyte, and nothing is missing", async () => {
  const excel = openTestExcel();
  const sheet = excel.book.addSheet("订单");
  const ROWS = 40_000;
  for (let row = 0; row < ROWS; row += 1)
    for (let column = 0; column < 6; column += 1)
      sheet.cells.set(`${row},${column}`, { value: column === 0 ? `客户${row}` : row * 1.25, formula: null });
  const seen: number[] = [];
  const [raw] = await createDesk().read(["订单"], ALL, {
    ...watch(),
    onProgress: (done) => void seen.push(done),
  });
  expect(raw?.rows).toHaveLength(ROWS);
  expect(raw?.rows.at(-1)).toEqual([
    `客户${ROWS - 1}`,
    ...Array.from({ length: 5 }, () => (ROWS - 1) * 1.25),
  ]);
  expect(Math.max(...excel.requests.map(({ answerBytes }) => answerBytes))).toBeLessThan(1_500_000);
  expect(seen.at(-1)).toBe(ROWS);
  expect(excel.requests.length).toBeLessThan(12);
});

test.each([
  {
    name: "an error that says so",
    refuse: () => new HostError("ResponsePayloadSizeLimitExceeded", "too large"),
  },
])("$name is asked for again in halves", async ({ refuse }) => {
  const excel = openTestExcel();
  excel.book.fill(
    "订单",
    Array.from({ length: 64 }, (_, row) => [row]),
  );
  let refused = 0;
  excel.onRequest = ({ text }) => {
    if (/"A1:A(64|32)"/.test(text) && text.includes('"values"')) {
      refused += 1;
      throw refuse();
    }
  };
  const [raw] = await createDesk().read(["订单"], ALL, watch());
  expect(refused).toBe(2);
  expect(raw?.rows).toEqual(Array.from({ length: 64 }, (_, row) => [row]));
});

test("values that come back as null, as from the web, are asked for in halves too", async () => {
  const excel = openTestExcel();
  excel.book.fill(
    "订单",
    Array.from({ length: 8 }, (_, row) => [row]),
  );
  excel.nullValuesAbove = 4;
  const [raw] = await createDesk().read(["订单"], ALL, watch());
  expect(raw?.rows).toHaveLength(8);
});

test("a row too large for any answer is an error that names it", async () => {
  const excel = openTestExcel();
  excel.book.fill("订单", [["a", "b"]]);
  excel.nullValuesAbove = 1;
  await expect(createDesk().read(["订单"], ALL, watch())).rejects.toMatchObject({
    code: "tooLarge",
    data: { sheet: "订单", address: "A1:B1" },
  });
});

test("a host that is busy for a moment is asked again; one that stays busy is an error with retry", async () => {
  const excel = openTestExcel();
  excel.book.fill("订单", [["a"]]);
  let refusals = 1;
  excel.onRequest = ({ text }) => {
    if (refusals > 0 && text.includes('"values"')) {
      refusals -= 1;
      throw new HostError("ActivityLimitReached", "busy");
    }
  };
  const [raw] = await createDesk().read(["订单"], ALL, watch());
  expect(raw?.rows).toEqual([["a"]]);
  refusals = 99;
  await expect(createDesk().read(["订单"], ALL, watch())).rejects.toMatchObject({
    code: "busy",
    retry: true,
  });
});

test("a cancelled read stops between two answers", async () => {
  const excel = openTestExcel();
  excel.book.fill(
    "订单",
    Array.from({ length: 600 }, (_, row) => [row]),
  );
  const cancel = new AbortController();
  const reading = createDesk().read(["订单"], ALL, {
    signal: cancel.signal,
    onProgress: (done) => void (done > 0 && cancel.abort()),
  });
  await expect(reading).rejects.toMatchObject({ code: "cancelled" });
});

describe("dates", () => {
  const dated = (from1904: boolean) => {
    const excel = openTestExcel();
    excel.book.date1904 = from1904;
    const sheet = excel.book.fill("订单", [
      ["客户", "日期"],
      ["a", 44_560],
    ]);
    sheet.format(1, 1)["numberFormat"] = "yyyy-mm-dd";
    return createDesk();
  };

  test.each([false, true])(
    "stay serials; whether they count from 1904 is told from what a cell shows: %s",
    async (from1904) => {
      const [raw] = await dated(from1904).read(["订单"], ALL, watch());
      expect(raw?.rows[1]).toEqual(["a", 44_560]);
      expect(raw?.date1904).toBe(from1904);
    },
  );

  test("a setting of the workbook has the last word", async () => {
    const desk = dated(false);
    await desk.setSetting("date1904", "true");
    const [raw] = await desk.read(["订单"], ALL, watch());
    expect(raw?.date1904).toBe(true);
  });
});

test("a sheet that is not there is named", async () => {
  openTestExcel();
  await expect(createDesk().read(["订单"], ALL, watch())).rejects.toMatchObject({
    code: "sheetMissing",
    data: { sheet: "订单" },
  });
});

describe("cells of a range", () => {
  const desk = () => {
    openTestExcel().book.fill("订 单", [
      ["客户", "金额"],
      ["a", 1],
    ]);
    return createDesk();
  };

  test.each([
    { address: "B2", cells: [[1]] },
    {
      address: "A1:B2",
      cells: [
        ["客户", "金额"],
        ["a", 1],
      ],
    },
    { address: "B:B", cells: [["金额"], [1]] },
    { address: "2:2", cells: [["a", 1]] },
    { address: "F:G", cells: [] },
    { address: "C5:C6", cells: [[null], [null]] },
  ])("$address", async ({ address, cells }) => {
    expect(await desk().cells({ sheet: "订 单", address })).toEqual(cells);
  });

  test("an address that is none is refused", async () => {
    await expect(desk().cells({ sheet: "订 单", address: "nowhere!" })).rejects.toMatchObject({
      code: "sheetMissing",
    });
  });
});
