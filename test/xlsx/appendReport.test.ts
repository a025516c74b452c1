import { Workbook } from "@cj-tech-master/excelts";
import { strFromU8, unzipSync } from "fflate";
import type { WorkbookModel } from "../../src/reports/model/workbookModel";
import { appendReport, lostParts, readWorkbook, reportSheetsOf } from "../../src/xlsx";
import { hasLibreOffice, recalculated } from "../support/libreOffice";
import {
  hasValidator,
  openBook,
  recalculationDifferences,
  semanticProblems,
  validatorErrors,
} from "../support/ooxml";
import { craftedBook } from "./craftedBook";
import { block, DATA_SHEET, emptySheet, EVERY_FEATURE, workbookOf } from "./everyFeature";

jest.setTimeout(120_000);

/** A user's workbook whose sheet, table and name collide with the report's. */
async function usersBook(): Promise<Uint8Array> {
  const book = new Workbook();
  const board = book.addWorksheet("KPI看板", { views: [{ state: "frozen", ySplit: 1 }] });
  board.getCell("A1").value = "用户自己的";
  board.getCell("A1").style = { font: { name: "Arial", size: 14, bold: true }, numFmt: "0.000" };
  board.getCell("A2").value = { formula: "SUM(订单!A2:A4)", result: 6 };
  const orders = book.addWorksheet("订单", { pageSetup: { printTitlesRow: "1:1" } });
  orders.getCell("A1").value = "金额";
  [1, 2, 3].forEach((value, index) => {
    orders.getCell(index + 2, 1).value = value;
    orders.getCell(index + 2, 1).numFmt = "yyyy/mm";
  });
  orders.addTable({
    name: "月度表",
    ref: "D1",
    headerRow: true,
    columns: [{ name: "x" }, { name: "y" }],
    rows: [[1, 2]],
  });
  orders.addConditionalFormatting({
    ref: "A1:A5",
    rules: [
      {
        type: "cellIs",
        operator: "greaterThan",
        formulae: ["1"],
        style: { font: { color: { argb: "FFFF0000" } } },
      },
    ],
  });
  orders.getCell("B2").note = "用户的批注";
  book.definedNames.add("订单!$A$2:$A$4", "月份列表");
  return book.xlsx.writeBuffer({ validate: false });
}

describe("a report beside a copy of the input", () => {
  let input: Uint8Array;
  let appended: Awaited<ReturnType<typeof appendReport>>;
  beforeAll(async () => {
    input = await usersBook();
    appended = await appendReport(input, EVERY_FEATURE);
  });

  test("report first, then the input's sheets under their own names", () => {
    expect(appended.copied).toBe(true);
    expect(appended.lost).toEqual([]);
    expect(appended.renamedSheets).toEqual(new Map([["KPI看板", "KPI看板 (2)"]]));
    expect(openBook(appended.bytes).sheets.map(({ name }) => name)).toEqual([
      "KPI看板 (2)",
      DATA_SHEET,
      "隐藏",
      "KPI看板",
      "订单",
    ]);
  });

  test("the input's cells, formats and formulas are the input's", () => {
    const [before, after] = [openBook(input), openBook(appended.bytes)];
    for (const sheet of before.sheets) {
      const copy = after.sheets.find(({ name }) => name === sheet.name);
      expect(copy?.cells).toEqual(sheet.cells);
    }
    expect(lostParts(input, appended.bytes)).toEqual([]);
  });

  test("formulas, tables and names of the report follow the new names", () => {
    const book = openBook(appended.bytes);
    expect(book.tables.map(({ name }) => name).sort()).toEqual(["月度表", "月度表_2"]);
    expect(book.sheets[0]?.cells.get("B4")?.formula).toBe("AVERAGE(月度表_2[净收入])");
    expect(book.names.find(({ name }) => name === "月份列表_2")?.text).toContain(
      DATA_SHEET.replace("'", "''"),
    );
    const titles = book.names.filter(({ name }) => name === "_xlnm.Print_Titles").map(({ sheet }) => sheet);
    expect(titles.sort()).toEqual([0, 1, 4]);
  });

  test("formats of the report are its own among those of the input", () => {
    const styles = strFromU8(unzipSync(appended.bytes)["xl/styles.xml"] ?? new Uint8Array());
    const formats =
      (/<cellXfs[^>]*>([\s\S]*)<\/cellXfs>/.exec(styles)?.[1] ?? "").match(/<xf\b[^>]*>/g) ?? [];
    const book = openBook(appended.bytes);
    const money = formats[book.sheets[0]?.cells.get("B3")?.style ?? 0] ?? "";
    const id = /numFmtId="(\d+)"/.exec(money)?.[1];
    expect(styles).toContain(`numFmtId="${id}" formatCode="&quot;¥&quot;#,##0.00"`);
    const users = formats[book.sheets[3]?.cells.get("A1")?.style ?? 0] ?? "";
    expect(styles).toContain(`numFmtId="${/numFmtId="(\d+)"/.exec(users)?.[1]}" formatCode="0.000"`);
  });

  test("the file holds together", () => {
    expect(semanticProblems(appended.bytes)).toEqual([]);
    if (hasValidator) expect(validatorErrors(appended.bytes)).toEqual([]);
    if (hasLibreOffice()) {
      expect(recalculationDifferences(appended.bytes, recalculated(appended.bytes))).toEqual([]);
    }
  });

  test("a second report takes the place of the first", async () => {
    const again = await appendReport(appended.bytes, EVERY_FEATURE);
    expect(again.copied).toBe(true);
    expect(openBook(again.bytes).sheets.map(({ name }) => name)).toEqual(
      openBook(appended.bytes).sheets.map(({ name }) => name),
    );
    expect(reportSheetsOf(again.bytes)).toHaveLength(3);
    expect(semanticProblems(again.bytes)).toEqual([]);
    if (hasValidator) expect(validatorErrors(again.bytes)).toEqual([]);
  });

  test("only one sheet is selected: what is typed must not go into two", () => {
    const selected = openBook(appended.bytes).sheets.filter(({ path }) =>
      strFromU8(unzipSync(appended.bytes)[path] ?? new Uint8Array()).includes('tabSelected="1"'),
    );
    expect(selected.length).toBeLessThanOrEqual(1);
  });
});

const REPORT: WorkbookModel = workbookOf([
  { ...emptySheet("one", "报告"), blocks: [block(0, 0, [["结果"]], "title")] },
]);

const SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml";
const VBA = {
  path: "xl/vbaProject.bin",
  kind: "vbaProject",
  contentType: "application/vnd.ms-office.vbaProject",
  text: "macro",
};
const CONNECTIONS = {
  path: "xl/connections.xml",
  kind: "connections",
  contentType: `${SHEET}.connections+xml`,
  text: "<connections/>",
};
const CUSTOM = {
  path: "customXml/item1.xml",
  kind: "customXml",
  contentType: "application/xml",
  text: "<a/>",
};
const UNKNOWN = {
  path: "xl/new/thing.xml",
  kind: "thingOfTheFuture",
  contentType: "application/x",
  text: "<a/>",
};
const CHAIN = {
  path: "xl/calcChain.xml",
  kind: "calcChain",
  contentType: `${SHEET}.calcChain+xml`,
  text: "<calcChain/>",
};
const CUSTOM_PROPERTIES = {
  path: "xl/person.xml",
  kind: "person",
  contentType: "application/vnd.ms-excel.person+xml",
  text: "<personList/>",
};

const SIGNATURE = {
  path: "_xmlsignatures/origin.sigs",
  kind: "digital-signature/origin",
  contentType: "application/vnd.openxmlformats-package.digital-signature-origin",
  text: "",
};

describe("what a copy would lose", () => {
  test("macros, connections and custom XML are named, and the report comes alone", async () => {
    const input = craftedBook({ extra: [VBA, CONNECTIONS, CUSTOM] });
    const appended = await appendReport(input, REPORT);
    expect(appended.copied).toBe(false);
    expect(appended.lost).toEqual([
      { kind: "customXml", path: "customXml/item1.xml" },
      { kind: "connections", path: "xl/connections.xml" },
      { kind: "vbaProject", path: "xl/vbaProject.bin" },
    ]);
    expect(openBook(appended.bytes).sheets.map(({ name }) => name)).toEqual(["报告"]);
    expect(semanticProblems(appended.bytes)).toEqual([]);
  });

  test.each([
    { name: "macros", extra: [VBA], lost: ["vbaProject"] },
    { name: "a signature, which no longer holds", extra: [SIGNATURE], lost: ["digital-signature/origin"] },
    { name: "a part nobody knows", extra: [UNKNOWN], lost: ["thingOfTheFuture"] },
    { name: "not the calculation chain, which Excel makes anew", extra: [CHAIN], lost: [] },
    { name: "not what can be carried", extra: [CUSTOM_PROPERTIES], lost: [] },
  ])("$name", async ({ extra, lost }) => {
    const appended = await appendReport(craftedBook({ extra }), REPORT);
    expect(appended.lost.map(({ kind }) => kind)).toEqual(lost);
    expect(appended.copied).toBe(lost.length === 0);
    expect(semanticProblems(appended.bytes)).toEqual([]);
  });

  test("a part that nothing leads to counts too", () => {
    const input = craftedBook({ extra: [VBA] });
    expect(lostParts(input, craftedBook({}))).toEqual([{ kind: "vbaProject", path: "xl/vbaProject.bin" }]);
    expect(lostParts(craftedBook({}), input)).toEqual([]);
  });

  test.each([
    {
      name: "counts from 1904",
      input: craftedBook({ workbookPr: '<workbookPr date1904="1"/>' }),
      kind: "date1904",
    },
    { name: "is no workbook", input: new Uint8Array([1, 2, 3]), kind: "notAWorkbook" },
  ])("the report comes alone when the input $name", async ({ input, kind }) => {
    const appended = await appendReport(input, REPORT);
    expect(appended.lost.map((one) => one.kind)).toEqual([kind]);
    expect(readWorkbook(appended.bytes, "f.xlsx").ok).toBe(true);
  });
});

const PREFIXED_STYLES = `<x:styleSheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main">
<x:fonts count="1"><x:font><x:sz val="11"/><x:name val="Calibri"/></x:font></x:fonts>
<x:fills count="1"><x:fill><x:patternFill patternType="none"/></x:fill></x:fills>
<x:borders count="1"><x:border><x:left/><x:right/><x:top/><x:bottom/><x:diagonal/></x:border></x:borders>
<x:cellStyleXfs count="1"><x:xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></x:cellStyleXfs>
<x:cellXfs count="1"><x:xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></x:cellXfs>
</x:styleSheet>`;

test.each([
  { name: "without styles", input: craftedBook({}) },
  { name: "with prefixed elements", input: craftedBook({ prefix: "x:", styles: PREFIXED_STYLES }) },
])("an input $name takes the report", async ({ input }) => {
  const appended = await appendReport(input, EVERY_FEATURE);
  expect(appended.copied).toBe(true);
  const book = openBook(appended.bytes);
  expect(book.sheets.map(({ name }) => name)).toEqual(["KPI看板", DATA_SHEET, "隐藏", "Sheet1"]);
  expect(book.sheets[3]?.cells.get("A1")?.text).toBe("1");
  expect(semanticProblems(appended.bytes)).toEqual([]);
  if (hasValidator) expect(validatorErrors(appended.bytes)).toEqual([]);
});
