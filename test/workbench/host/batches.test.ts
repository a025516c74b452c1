import { openWorkbook, type OpenWorkbook } from "../../support/office/openWorkbook";

/** Changes go to the grid in bulk; here is what must not be lost on the way. */
let book: OpenWorkbook;
beforeEach(async () => {
  book = await openWorkbook();
}, 60_000);
afterEach(() => book.dispose());

const sheet = (context: Excel.RequestContext) => context.workbook.worksheets.getItem("Sheet1");

/** Does something, then reads properties of a range. */
async function after<Loaded>(
  address: string,
  loads: string,
  work: (context: Excel.RequestContext) => void,
): Promise<Loaded> {
  return book.Excel.run(async (context) => {
    work(context);
    await context.sync();
    const range = sheet(context).getRange(address).load(loads);
    await context.sync();
    return range.toJSON() as unknown as Loaded;
  });
}

interface Values {
  readonly values: readonly (readonly unknown[])[];
}

test("of merged cells the first keeps its value, and taking them apart brings nothing back", async () => {
  const { values } = await after<Values>("A1:C2", "values", (context) => {
    sheet(context).getRange("A1:C2").values = [
      [1, 2, 3],
      [4, 5, 6],
    ];
    sheet(context).getRange("A1:B2").merge();
    sheet(context).getRange("A1:B2").unmerge();
  });
  expect(values).toEqual([
    [1, "", 3],
    ["", "", 6],
  ]);
});

test("merged across, each row keeps its first", async () => {
  const { values } = await after<Values>("A1:B2", "values", (context) => {
    sheet(context).getRange("A1:B2").values = [
      [1, 2],
      [4, 5],
    ];
    sheet(context).getRange("A1:B2").merge(true);
  });
  expect(values).toEqual([
    [1, ""],
    [4, ""],
  ]);
});

test("looks put on property by property add up, over those that stood, and leave values alone", async () => {
  const found = await book.Excel.run(async (context) => {
    const range = sheet(context).getRange("A1:B3");
    range.values = [
      ["a", 1],
      ["b", 2],
      ["c", 3],
    ];
    range.format.font.bold = true;
    await context.sync();
    range.format.fill.color = "#FFEEDD";
    sheet(context).getRange("B3").format.font.color = "#112233";
    await context.sync();
    const last = sheet(context).getRange("B3").load("values");
    last.format.font.load("bold,color");
    last.format.fill.load("color");
    const first = sheet(context).getRange("A1");
    first.format.font.load("color");
    await context.sync();
    return {
      value: last.values,
      bold: last.format.font.bold,
      color: last.format.font.color,
      fill: last.format.fill.color,
      firstColor: first.format.font.color,
    };
  });
  expect(found).toEqual({
    value: [[3]],
    bold: true,
    color: "#112233",
    fill: "#FFEEDD",
    firstColor: "#000000",
  });
});

test("a fill that is cleared is gone, the rest of the look stays", async () => {
  const found = await book.Excel.run(async (context) => {
    const { format } = sheet(context).getRange("A1");
    format.fill.color = "#FFEEDD";
    format.font.bold = true;
    await context.sync();
    format.fill.clear();
    await context.sync();
    format.fill.load("color");
    format.font.load("bold");
    await context.sync();
    return [format.fill.color, format.font.bold];
  });
  expect(found).toEqual(["#FFFFFF", true]);
});

test("text that looks like a number stays text when its look changes", async () => {
  const { values } = await after<Values>("A1:A2", "values", (context) => {
    sheet(context).getRange("A1:A2").values = [["'007"], ["'12"]];
    sheet(context).getRange("A1:A2").format.font.bold = true;
  });
  expect(values).toEqual([["007"], ["12"]]);
});

test("plain values written over a formula, or where one reads, are calculated with", async () => {
  const { values } = await after<Values>("A1:C1", "values", (context) => {
    sheet(context).getRange("A1:C1").formulas = [[1, "=A1*10", "=B1+1"]];
  });
  expect(values).toEqual([[1, 10, 11]]);
  const read = await after<Values>("A1:C1", "values", (context) => {
    sheet(context).getRange("A1").values = [[2]];
  });
  expect(read.values).toEqual([[2, 20, 21]]);
  const over = await after<Values>("A1:C1", "values", (context) => {
    sheet(context).getRange("B1").values = [[5]];
  });
  expect(over.values).toEqual([[2, 5, 6]]);
});

test("a value written into what a formula fills takes its place", async () => {
  const spilt = await after<Values>("A1:A3", "values", (context) => {
    sheet(context).getRange("A1").formulas = [["=SEQUENCE(3)"]];
  });
  expect(spilt.values).toEqual([[1], [2], [3]]);
  const blocked = await after<Values>("A1:A3", "values", (context) => {
    sheet(context).getRange("A2").values = [["here"]];
  });
  expect(blocked.values[1]).toEqual(["here"]);
  expect(blocked.values[0]).toEqual(["#SPILL!"]);
});

test("cleared cells are gone with their looks; what is calculated from them follows, and formulas among them go", async () => {
  const { values } = await after<Values>("A1:E3", "values", (context) => {
    const one = sheet(context);
    one.getRange("A1:C3").formulas = [
      [1, 2, "=A1+B1"],
      [3, "=A2*2", 5],
      [6, 7, 8],
    ];
    one.getRange("E1:E2").formulas = [["=SUM(A1:C3)"], ["=B2"]];
    one.getRange("A1:C3").format.font.bold = true;
  });
  expect(values.map((line) => line[4])).toEqual([41, 6, ""]);
  const cleared = await after<Values>("A1:E3", "values", (context) =>
    sheet(context).getRange("B1:C3").clear(),
  );
  expect(cleared.values).toEqual([
    [1, "", "", "", 10],
    [3, "", "", "", 0],
    [6, "", "", "", ""],
  ]);
  const bold = await book.Excel.run(async (context) => {
    const looks = ["A1", "B2", "C3"].map((address) =>
      sheet(context).getRange(address).format.font.load("bold"),
    );
    await context.sync();
    return looks.map((font) => font.bold);
  });
  expect(bold).toEqual([true, false, false]);
});

test("a formula that was in the way of nothing but cleared cells fills them", async () => {
  const blocked = await after<Values>("A1:A3", "values", (context) => {
    sheet(context).getRange("A3").values = [["here"]];
    sheet(context).getRange("A1").formulas = [["=SEQUENCE(3)"]];
    sheet(context).getRange("C1").formulas = [["=SEQUENCE(2)"]];
  });
  expect(blocked.values[0]).toEqual(["#SPILL!"]);
  const free = await after<Values>("A1:C3", "values", (context) => sheet(context).getRange("A2:A3").clear());
  expect(free.values).toEqual([
    [1, "", 1],
    [2, "", 2],
    [3, "", ""],
  ]);
});

test("a new sheet is not gone to, and a hidden one shown again neither", async () => {
  const found = await book.Excel.run(async (context) => {
    const other = context.workbook.worksheets.add("Other");
    other.visibility = "Hidden";
    await context.sync();
    other.visibility = "Visible";
    await context.sync();
    const active = context.workbook.worksheets.getActiveWorksheet().load("name");
    const { worksheets } = context.workbook;
    worksheets.load("items/name,items/visibility");
    await context.sync();
    return {
      active: active.name,
      sheets: worksheets.items.map(({ name, visibility }) => [name, visibility]),
    };
  });
  expect(found).toEqual({
    active: "Sheet1",
    sheets: [
      ["Sheet1", "Visible"],
      ["Other", "Visible"],
    ],
  });
});

test("what the add-in does is no command of the user's: nothing of it can be undone by mistake", async () => {
  const executed: string[] = [];
  const listening = book.host.book.parts.api.onCommandExecuted(({ id }) => executed.push(id));
  const found = await book.Excel.run(async (context) => {
    const one = sheet(context);
    const range = one.getRange("A1:B1");
    range.values = [["kept", "too"]];
    range.format.columnWidth = 90;
    range.format.rowHeight = 30;
    one.getRange("A3:B3").merge();
    one.freezePanes.freezeRows(1);
    one.tabColor = "#0F6CBD";
    one.showGridlines = false;
    context.workbook.names.add("kept_name", range);
    context.workbook.worksheets.add("Other");
    range.load("values");
    range.format.load("columnWidth,rowHeight");
    const { worksheets, names } = context.workbook;
    worksheets.load("items/name");
    names.load("items/name");
    await context.sync();
    return {
      values: range.values,
      width: range.format.columnWidth,
      height: range.format.rowHeight,
      sheets: worksheets.items.map(({ name }) => name),
      names: names.items.map(({ name }) => name),
    };
  });
  listening.dispose();
  expect(found).toEqual({
    values: [["kept", "too"]],
    width: 90,
    height: 30,
    sheets: ["Sheet1", "Other"],
    names: ["kept_name"],
  });
  expect(executed).toContain("sheet.mutation.set-range-values");
  expect(executed.filter((id) => id.includes(".command."))).toEqual([]);
});

test("a long write is done in stretches, and what waits in between is read as if it stood", async () => {
  const { book: cells } = book.host;
  const [id = ""] = cells.sheetIds();
  cells.write(id, { row: 0, column: 0, rows: 20_000, columns: 2 }, (row, column) => ({
    v: row + column,
    t: 2,
  }));
  const seen: unknown[] = [];
  await cells.flushInStretches(0, () => {
    seen.push(cells.cell(id, 19_999, 1)?.v);
    return Promise.resolve();
  });
  expect(seen.length).toBeGreaterThan(5);
  expect(new Set(seen)).toEqual(new Set([20_000]));
  expect(cells.worksheet(id).getCellMatrix().getValue(19_999, 1)?.v).toBe(20_000);
});

test("once closed, the host says so", async () => {
  book.host.dispose();
  expect(() => book.host.book.workbook).toThrow("the workbook is closed");
});

test("what is calculated from the middle of a written list follows, on its own sheet and on others", async () => {
  const values = (factor: number) =>
    [1, 2, 3, 4].map((row) => [1, 2, 3].map((column) => row * column * factor));
  const { values: sums } = await after<Values>("E1:E1", "values", (context) => {
    sheet(context).getRange("A1:C4").values = values(1);
    sheet(context).getRange("E1").formulas = [["=SUM(B2:B3)"]];
    context.workbook.worksheets.add("Other").getRange("A1").formulas = [["=Sheet1!C3*2"]];
  });
  expect(sums).toEqual([[10]]);
  const again = await after<Values>("E1:E1", "values", (context) => {
    sheet(context).getRange("A1:C4").values = values(10);
  });
  expect(again.values).toEqual([[100]]);
  const other = await book.Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem("Other").getRange("A1").load("values");
    await context.sync();
    return range.values;
  });
  expect(other).toEqual([[180]]);
});

test("a number in a cell that is formatted as text stays a number when looks beside it change", async () => {
  const { valueTypes } = await after<{ readonly valueTypes: readonly (readonly string[])[] }>(
    "A1:B1",
    "valueTypes",
    (context) => {
      sheet(context).getRange("A1:B1").values = [[5, 6]];
      sheet(context).getRange("A1").numberFormat = [["@"]];
      sheet(context).getRange("A1:B1").format.font.bold = true;
    },
  );
  expect(valueTypes).toEqual([["Double", "Double"]]);
});
