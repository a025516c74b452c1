import { openWorkbook, type OpenWorkbook } from "../../support/office/openWorkbook";

let book: OpenWorkbook;
beforeEach(async () => {
  book = await openWorkbook();
}, 60_000);
afterEach(() => book.dispose());

const sheet = (context: Excel.RequestContext) => context.workbook.worksheets.getItem("Sheet1");

async function code(work: (context: Excel.RequestContext) => Promise<unknown>): Promise<string> {
  try {
    await book.Excel.run(work);
  } catch (error) {
    return (error as { readonly code: string }).code;
  }
  return "nothing was refused";
}

test.each([
  {
    name: "a property that was not loaded",
    code: "PropertyNotLoaded",
    work: async (context: Excel.RequestContext) => sheet(context).name,
  },
  {
    name: "a sheet that is not there",
    code: "ItemNotFound",
    work: async (context: Excel.RequestContext) => {
      context.workbook.worksheets.getItem("nope").load("name");
      await context.sync();
    },
  },
  {
    name: "values of another shape",
    code: "InvalidArgument",
    work: async (context: Excel.RequestContext) => {
      sheet(context).getRange("A1:B2").values = [[1, 2]];
      await context.sync();
    },
  },
  {
    name: "a sheet's name that is taken",
    code: "ItemAlreadyExists",
    work: async (context: Excel.RequestContext) => {
      context.workbook.worksheets.add("SHEET1");
      await context.sync();
    },
  },
  {
    name: "a table over another",
    code: "InvalidOperation",
    work: async (context: Excel.RequestContext) => {
      sheet(context).tables.add("A1:B3", true);
      sheet(context).tables.add("B2:C4", true);
      await context.sync();
    },
  },
  {
    name: "a protected sheet",
    code: "AccessDenied",
    work: async (context: Excel.RequestContext) => {
      sheet(context).protection.protect();
      sheet(context).getRange("A1").values = [[1]];
      await context.sync();
    },
  },
  {
    name: "what the host does not have, by name",
    code: "ApiNotFound",
    work: async (context: Excel.RequestContext) => {
      sheet(context).pivotTables.load("items/name");
      await context.sync();
    },
  },
])("refused: $name", async ({ code: expected, work }) => {
  expect(await code(work)).toBe(expected);
});

test("what was done before a refusal stays done", async () => {
  await code(async (context) => {
    sheet(context).getRange("A1").values = [["kept"]];
    sheet(context).getRange("B1:B2").values = [[1]];
    await context.sync();
  });
  const found = await book.Excel.run(async (context) => {
    const range = sheet(context).getRange("A1:B1").load("values");
    await context.sync();
    return range.values;
  });
  expect(found).toEqual([["kept", ""]]);
});

test("an old Excel refuses what came later, in the library's own words", async () => {
  const old = await openWorkbook({ requirementSets: { ExcelApi: "1.3" } });
  try {
    await expect(
      old.Excel.run(async (context) => {
        sheet(context).getRange("A1").conditionalFormats.clearAll();
        await context.sync();
      }),
    ).rejects.toThrow(/ExcelApi.*1\.6|1\.6.*ExcelApi/);
  } finally {
    old.dispose();
  }
}, 60_000);

test("five thousand rows go and come whole, in the pieces the library sends", async () => {
  const rows = Array.from({ length: 5_000 }, (_, index) => [`C${index}`, index, index % 2 === 0, ""]);
  const found = await book.Excel.run(async (context) => {
    const range = sheet(context).getRange("A1:D5000");
    range.values = rows;
    await context.sync();
    range.load("values");
    await context.sync();
    return range.values;
  });
  expect(found).toEqual(rows);
});

test.each([
  {
    name: "text in an apostrophe stays text",
    given: "'007",
    format: "General",
    value: "007",
    type: "String",
  },
  {
    name: "a number written as text is a number",
    given: "12.5",
    format: "General",
    value: 12.5,
    type: "Double",
  },
  { name: "not where the cell is text", given: "12.5", format: "@", value: "12.5", type: "String" },
  { name: "a formula in a text cell is text", given: "=1+1", format: "@", value: "=1+1", type: "String" },
  {
    name: "a date becomes its serial",
    given: "2025-12-31",
    format: "General",
    value: 46_022,
    type: "Double",
  },
  { name: "a share becomes its fraction", given: "12%", format: "General", value: 0.12, type: "Double" },
  { name: "a formula is calculated", given: "=1+1", format: "General", value: 2, type: "Double" },
  { name: "an error is an error", given: "=1/0", format: "General", value: "#DIV/0!", type: "Error" },
])("a cell takes what is written as Excel does: $name", async ({ given, format, value, type }) => {
  const found = await book.Excel.run(async (context) => {
    const cell = sheet(context).getRange("C3");
    cell.numberFormat = [[format]];
    cell.values = [[given]];
    cell.load("values,valueTypes");
    await context.sync();
    return { value: cell.values[0]?.[0] as unknown, type: cell.valueTypes[0]?.[0] as unknown };
  });
  expect(found).toEqual({ value, type });
});

test("looks that are put on one by one are all there, and a border of one cell spares its neighbours", async () => {
  const found = await book.Excel.run(async (context) => {
    const range = sheet(context).getRange("B2:C3");
    range.format.font.bold = true;
    range.format.font.color = "#0F6CBD";
    range.format.fill.color = "#F5F5F5";
    const bottom = range.format.borders.getItem("EdgeBottom");
    bottom.style = "Continuous";
    bottom.color = "#D1D1D1";
    await context.sync();
    const { font, fill, borders } = sheet(context).getRange("B3").format;
    font.load("bold,color");
    fill.load("color");
    const own = borders.getItem("EdgeBottom").load("style,color");
    const above = sheet(context).getRange("B2").format.borders.getItem("EdgeBottom").load("style");
    await context.sync();
    return [font.bold, font.color, fill.color, own.style, own.color, above.style];
  });
  expect(found).toEqual([true, "#0F6CBD", "#F5F5F5", "Continuous", "#D1D1D1", "None"]);
});

test("names, tables, settings and charts are found again by name", async () => {
  const found = await book.Excel.run(async (context) => {
    const target = sheet(context);
    target.getRange("A1:B3").values = [
      ["id", "amount"],
      ["a", 1],
      ["b", 2],
    ];
    context.workbook.names.add("myRange", target.getRange("A1:B3"));
    target.tables.add("A1:B3", true).name = "Orders";
    context.workbook.settings.add("tenure.key", "value");
    const chart = target.charts.add("ColumnClustered", target.getRange("B2:B3"));
    chart.name = "crm_chart";
    chart.title.text = "Amount";
    await context.sync();
    const name = context.workbook.names.getItem("myRange").load("formula");
    const table = context.workbook.tables.getItem("orders").load("name");
    const setting = context.workbook.settings.getItem("tenure.key").load("value");
    const again = target.charts.getItem("crm_chart");
    again.title.load("text");
    const none = context.workbook.tables.getItemOrNullObject("none");
    await context.sync();
    return [name.formula, table.name, setting.value as unknown, again.title.text, none.isNullObject];
  });
  expect(found).toEqual(["='Sheet1'!$A$1:$B$3", "Orders", "value", "Amount", true]);
});

test("a person's edit is told, the add-in's own is not", async () => {
  const seen: string[] = [];
  await book.Excel.run(async (context) => {
    context.workbook.worksheets.onChanged.add((event) => {
      seen.push(`${event.source} ${event.address}`);
      return Promise.resolve();
    });
    await context.sync();
  });
  await book.Excel.run(async (context) => {
    sheet(context).getRange("A1").values = [["add-in"]];
    await context.sync();
  });
  book.host.changed(book.host.book.sheetIds()[0] ?? "", "B2", "Remote");
  const grid = book.host.book.workbook.getActiveSheet();
  grid.getRange("C3").setValue(5);
  await new Promise((resolve) => setTimeout(resolve, 200));
  expect(seen).toEqual(["Remote B2", "Local C3"]);
});

test.each(["InvalidOperationInCellEditMode", "ServiceNotAvailable"])(
  "a refusal to come: %s",
  async (wanted) => {
    book.refusals.next.push(wanted);
    expect(await code((context) => context.sync())).toMatch(wanted);
  },
);
