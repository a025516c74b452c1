import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { strFromU8 } from "fflate";
import fc from "fast-check";
import type { SheetModel, WorkbookModel } from "../../src/reports/model/workbookModel";
import { readWorkbook, reportSheetsOf, writeWorkbook } from "../../src/xlsx";
import { hasLibreOffice, recalculated } from "../support/libreOffice";
import {
  hasValidator,
  openBook,
  recalculationDifferences,
  semanticProblems,
  validatorErrors,
} from "../support/ooxml";
import { block, DATA_SHEET, emptySheet, EVERY_FEATURE, range, workbookOf } from "./everyFeature";

jest.setTimeout(120_000);

if (!hasValidator) console.warn("The Open XML SDK validator is absent; its checks are left out.");
if (!hasLibreOffice()) console.warn("LibreOffice is absent; its checks are left out.");
const withValidator = hasValidator ? test : test.skip;
const withLibreOffice = hasLibreOffice() ? test : test.skip;

async function cellsOf(model: WorkbookModel): Promise<readonly (readonly unknown[])[]> {
  const reading = readWorkbook((await writeWorkbook(model)).bytes, "f.xlsx");
  if (!reading.ok) throw new Error(reading.failure);
  return reading.sheets[0]?.rows ?? [];
}

const oneSheet = (more: Partial<SheetModel>): WorkbookModel =>
  workbookOf([{ ...emptySheet("one", "一"), ...more }]);

describe("a workbook with every feature", () => {
  let bytes: Uint8Array;
  beforeAll(async () => {
    bytes = (await writeWorkbook(EVERY_FEATURE)).bytes;
  });

  test("means what it should", () => expect(semanticProblems(bytes)).toEqual([]));

  withValidator("has no error for the Open XML SDK", () => expect(validatorErrors(bytes)).toEqual([]));

  withLibreOffice("recalculates to its cached values in LibreOffice, without an error", () => {
    const after = recalculated(bytes);
    expect(recalculationDifferences(bytes, after)).toEqual([]);
    const errors = openBook(after).sheets.flatMap(({ cells }) =>
      [...cells.values()].filter(({ type }) => type === "e"),
    );
    expect(errors).toEqual([]);
  });

  test("reads back as it was written", () => {
    const reading = readWorkbook(bytes, "report.xlsx");
    if (!reading.ok) throw new Error(reading.failure);
    expect(reading.sheets.map(({ name }) => name)).toEqual(["KPI看板", DATA_SHEET, "隐藏"]);
    expect(reading.sheets[0]?.rows[2]).toEqual(["净收入合计", 2238, 0.25, null, "明细"]);
    expect(reading.sheets[1]?.rows.slice(20).map(([first]) => first)).toEqual([
      "=1+1",
      "+86 138",
      "-5",
      "@SUM(A1)",
    ]);
    expect(reading.reportSheets.map(({ id }) => id)).toEqual(["kpiBoard", "monthData", "lookup"]);
    expect(reportSheetsOf(bytes)).toEqual(reading.reportSheets);
  });

  test("is the same file every time", async () => {
    expect(Buffer.from((await writeWorkbook(EVERY_FEATURE)).bytes).equals(bytes)).toBe(true);
  });

  test("text that looks like a formula is text with an apostrophe kept in mind", () => {
    const book = openBook(bytes);
    const cell = book.sheets[1]?.cells.get("A21");
    expect(cell).toMatchObject({ type: "inlineStr", text: "=1+1", formula: null });
    const formats = strFromU8(book.parts["xl/styles.xml"] ?? new Uint8Array())
      .replace(/^[\s\S]*<cellXfs[^>]*>|<\/cellXfs>[\s\S]*$/g, "")
      .match(/<xf\b/g);
    expect(formats?.length).toBeGreaterThan(cell?.style ?? Infinity);
    const quoted = strFromU8(book.parts["xl/styles.xml"] ?? new Uint8Array()).match(/quotePrefix="1"/g);
    expect(quoted).toHaveLength(1);
  });

  test.each([
    { part: "xl/workbook.xml" },
    { part: "xl/worksheets/sheet1.xml" },
    { part: "xl/worksheets/sheet2.xml" },
    { part: "xl/tables/table1.xml" },
    { part: "xl/charts/chart4.xml" },
    { part: "xl/drawings/drawing1.xml" },
    { part: "xl/styles.xml" },
  ])("$part is as it was looked at", ({ part }) => {
    const text = strFromU8(openBook(bytes).parts[part] ?? new Uint8Array()).replaceAll("><", ">\n<");
    const golden = join(__dirname, "..", "golden", "xlsx", part.replaceAll("/", "_"));
    if (!existsSync(golden) && process.env["UPDATE_GOLDEN"] === "1") {
      mkdirSync(dirname(golden), { recursive: true });
      writeFileSync(golden, text);
    }
    expect(text).toBe(readFileSync(golden, "utf8"));
  });
});

describe("charts", () => {
  const points = [
    ["日期", "值"],
    [45_658, 1],
    [45_689, 2],
  ];
  const model = oneSheet({
    blocks: [block(0, 0, points, "text")],
    charts: [
      {
        kind: "line",
        name: "c",
        title: "",
        altText: "alt",
        series: [
          {
            name: "值",
            nameCell: { sheet: "一", row: 0, column: 1 },
            categories: { sheet: "一", range: range(1, 0, 2, 1) },
            values: { sheet: "一", range: range(1, 1, 2, 1) },
            color: "0F6CBD",
          },
        ],
        categoryAxis: { title: null, numberFormat: "yyyy-mm" },
        valueAxis: { title: null, numberFormat: "0", min: null, max: null },
        secondaryAxis: null,
        legend: "none",
        anchor: range(5, 0, 10, 5),
      },
    ],
  });

  test("dates on an axis are numbers with a format, and the figures are in the chart", async () => {
    const chart = strFromU8(
      openBook((await writeWorkbook(model)).bytes).parts["xl/charts/chart1.xml"] ?? new Uint8Array(),
    );
    expect(chart).toMatch(/<c:cat><c:numRef><c:f>[^<]*一[^<]*\$A\$2:\$A\$3<\/c:f><c:numCache>.*45658.*45689/);
    expect(chart).toContain('formatCode="yyyy-mm" sourceLinked="0"');
    expect(chart).toMatch(/<c:tx><c:strRef><c:f>[^<]*一[^<]*\$B\$1<\/c:f><c:strCache>.*值/);
  });

  test("a chart without a title has none", async () => {
    const chart = strFromU8(
      openBook((await writeWorkbook(model)).bytes).parts["xl/charts/chart1.xml"] ?? new Uint8Array(),
    );
    expect(chart).toContain('<c:autoTitleDeleted val="1"/>');
  });
});

describe("cells", () => {
  test("hostile text comes through as text, without what XML cannot hold", async () => {
    const hostile = [
      "=cmd|' /C calc'!A0",
      "<script>&amp;]]>",
      "a\u0000b\u001Fc\uFFFFd",
      "x\ud800y",
      "_x0041_",
      " lead",
      "a\r\nb\tc",
      "😀",
    ];
    const written = await writeWorkbook(
      oneSheet({
        blocks: [
          block(
            0,
            0,
            hostile.map((text) => [text]),
            "text",
          ),
        ],
      }),
    );
    const reading = readWorkbook(written.bytes, "f.xlsx");
    expect(reading.ok && reading.sheets[0]?.rows.map(([cell]) => cell)).toEqual([
      "=cmd|' /C calc'!A0",
      "<script>&amp;]]>",
      "abcd",
      "xy",
      "_x0041_",
      " lead",
      "a\nb\tc",
      "😀",
    ]);
    expect(written.cleanedTexts).toBe(2);
    expect(semanticProblems(written.bytes)).toEqual([]);
  });

  test("any text survives, but for what XML cannot hold", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.string({ unit: "binary" }), { minLength: 1, maxLength: 20 }),
        async (texts) => {
          const rows = await cellsOf(
            oneSheet({ blocks: [block(0, 0, [["head"], ...texts.map((text) => [text])], "text")] }),
          );
          texts.forEach((text, index) => {
            const legal = [...text.replace(/\r\n?/g, "\n")]
              .filter((character) =>
                /[\t\n\u0020-\uD7FF\uE000-\uFFFD]|[\u{10000}-\u{10FFFF}]/u.test(character),
              )
              .join("");
            expect(rows[index + 1]?.[0] ?? "").toBe(legal);
          });
        },
      ),
      { numRuns: 30 },
    );
  });

  test("text over the limit is cut with an ellipsis and counted; a pair is not split", async () => {
    const long = "长".repeat(40_000);
    const pairs = `x${"😀".repeat(20_000)}`;
    const written = await writeWorkbook(
      oneSheet({ blocks: [block(0, 0, [[long], [pairs], ["y".repeat(32_767)]], "text")] }),
    );
    const reading = readWorkbook(written.bytes, "f.xlsx");
    const texts = reading.ok ? (reading.sheets[0]?.rows.map(([cell]) => String(cell)) ?? []) : [];
    expect(texts.map(({ length }) => length)).toEqual([32_767, 32_766, 32_767]);
    expect(texts[0]?.endsWith("长…")).toBe(true);
    expect(texts[1]?.endsWith("😀…")).toBe(true);
    expect(written.cutTexts).toBe(2);
  });

  test("numbers no cell can hold are empty cells, and counted", async () => {
    const written = await writeWorkbook(
      oneSheet({ blocks: [block(0, 0, [[NaN, Infinity, -0, 1e-7, 1e300]], "count")] }),
    );
    const reading = readWorkbook(written.bytes, "f.xlsx");
    expect(reading.ok && reading.sheets[0]?.rows).toEqual([[null, null, 0, 1e-7, 1e300]]);
    expect(written.emptiedNumbers).toBe(2);
  });

  test("the later of two blocks wins", async () => {
    const rows = await cellsOf(
      oneSheet({
        blocks: [
          block(
            0,
            0,
            [
              [1, 2, 3],
              [4, 5, 6],
            ],
            "count",
          ),
          block(1, 1, [["x"]], "text"),
          block(0, 5, [[9]], "text"),
        ],
      }),
    );
    expect(rows).toEqual([
      [1, 2, 3, null, null, 9],
      [4, "x", 6],
    ]);
  });

  test("columns beyond Z have their letters", async () => {
    const values = Array.from({ length: 800 }, (_, index) => index);
    expect((await cellsOf(oneSheet({ blocks: [block(0, 0, [values], "count")] })))[0]).toEqual(values);
  });
});

describe("tables", () => {
  test("headers that repeat, are blank or no text are made fit, in the cells too", async () => {
    const table = { name: "t", range: range(0, 0, 2, 5), filter: true };
    const written = await writeWorkbook(
      oneSheet({
        blocks: [
          block(
            0,
            0,
            [
              ["客户", "客户", "", 2025, "a\nb"],
              [1, 2, 3, 4, 5],
            ],
            "text",
          ),
        ],
        tables: [table],
      }),
    );
    expect(openBook(written.bytes).tables[0]?.columns.map(({ name }) => name)).toEqual([
      "客户",
      "客户 (2)",
      "3",
      "2025",
      "a_x000a_b",
    ]);
    expect(semanticProblems(written.bytes)).toEqual([]);
    if (hasValidator) expect(validatorErrors(written.bytes)).toEqual([]);
  });

  test("a table without rows keeps one blank row", async () => {
    const written = await writeWorkbook(
      oneSheet({
        blocks: [block(0, 0, [["a", "b"]], "head")],
        tables: [{ name: "t", range: range(0, 0, 1, 2), filter: false }],
      }),
    );
    expect(openBook(written.bytes).tables[0]?.ref).toBe("A1:B2");
    expect(
      strFromU8(openBook(written.bytes).parts["xl/tables/table1.xml"] ?? new Uint8Array()),
    ).not.toContain("autoFilter");
    expect(semanticProblems(written.bytes)).toEqual([]);
  });
});

test("a list that a file cannot hold is left out and counted", async () => {
  const list = (values: readonly string[]) => ({
    kind: "listValues" as const,
    range: range(0, 0, 1, 1),
    values,
    prompt: "",
  });
  const written = await writeWorkbook(
    oneSheet({
      blocks: [block(0, 0, [["x"]], "text")],
      validations: [list(["a,b"]), { ...list(["好"]), range: range(1, 0, 1, 1) }],
    }),
  );
  expect(written.droppedValidations).toBe(1);
});

test("a sheet with nothing on it is a sheet", async () => {
  const { bytes } = await writeWorkbook(oneSheet({}));
  expect(semanticProblems(bytes)).toEqual([]);
  expect(readWorkbook(bytes, "f.xlsx")).toEqual({ ok: false, failure: "noCells" });
});
