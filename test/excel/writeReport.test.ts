import { createDesk, type DeskWatch, type WrittenReport } from "../../src/excel";
import { rangeOfAddress } from "../../src/excel/address";
import { sheetGrid } from "../../src/excel/sheetGrid";
import { buildReport, type WorkbookModel } from "../../src/reports";
import { translator } from "../../src/i18n";
import { deskWords } from "../../src/i18n/deskWords";
import { sampleShop, SAMPLE_SEED } from "../../src/sample";
import { analysisOf } from "../support/analyseFiles";
import { openTestExcel, type TestExcel } from "./host/openTestExcel";
import { smallReport } from "./host/smallReport";
import type { MemorySheet } from "./host/memoryBook";

jest.setTimeout(60_000);

const WATCH: DeskWatch = { onProgress: () => undefined, signal: new AbortController().signal };
const WORDS = deskWords(translator("zh-CN"));

describe("the sample report", () => {
  let report: WorkbookModel;
  let excel: TestExcel;
  let written: WrittenReport;
  let first: { syncs: number; bytes: number; most: number };
  let second: typeof first;
  let stateAfterFirst: string;
  let progress: [number, number][];

  const spent = () => ({
    syncs: excel.requests.length,
    bytes: excel.requests.reduce((sum, { bytes }) => sum + bytes, 0),
    most: Math.max(...excel.requests.map(({ bytes }) => bytes)),
  });

  beforeAll(async () => {
    report = buildReport(analysisOf(sampleShop({ seed: SAMPLE_SEED, locale: "zh-CN" })), "zh-CN");
    excel = openTestExcel();
    excel.book.fill("订单", [
      ["客户", "日期"],
      ["a", 45_000],
    ]);
    const desk = createDesk();
    progress = [];
    const watch = {
      ...WATCH,
      onProgress: (done: number, total: number) => void progress.push([done, total]),
    };
    written = await desk.writeReport(report, WORDS, watch);
    first = spent();
    stateAfterFirst = JSON.stringify(excel.book.state());
    excel.requests.length = 0;
    await desk.writeReport(report, WORDS, WATCH);
    second = spent();
  });

  test("takes few requests, none of them large", () => {
    expect(first.syncs).toBeLessThanOrEqual(20);
    expect(second.syncs).toBeLessThanOrEqual(30);
    expect(first.most).toBeLessThan(1_500_000);
    expect(second.most).toBeLessThan(1_500_000);
    // A sheet costs some 150 kB on average, charts and long lists included.
    expect(first.bytes).toBeLessThan(160_000 * report.sheets.length);
  });

  test("written twice changes nothing", () => {
    expect(JSON.stringify(excel.book.state()) === stateAfterFirst).toBe(true);
  });

  test("every cell shows what the model says, and text is text", () => {
    let compared = 0;
    for (const model of report.sheets) {
      const sheet = excel.book.sheet(model.name);
      const grid = sheetGrid(model);
      const wrong: unknown[] = [];
      for (let row = 0; row < grid.rows; row += 1)
        for (let column = 0; column < grid.columns; column += 1) {
          const formula = grid.formulas[row]?.[column] ?? null;
          const cell = sheet.cell(row, column);
          const wanted = grid.values[row]?.[column];
          compared += 1;
          if (formula !== null) {
            if (cell?.formula !== `=${formula}`) wrong.push([row, column, cell, formula]);
          } else if ((cell?.value ?? null) !== (wanted === "" ? null : wanted))
            wrong.push([row, column, cell, wanted]);
        }
      expect({ sheet: model.name, wrong }).toEqual({ sheet: model.name, wrong: [] });
    }
    expect(compared).toBeGreaterThan(70_000);
  });

  test("every cell looks as its style says", () => {
    for (const model of report.sheets) {
      const sheet = excel.book.sheet(model.name);
      const grid = sheetGrid(model);
      const merged = new Set<string>();
      for (const range of model.merges)
        for (let i = 0; i < range.rows; i += 1)
          for (let j = 0; j < range.columns; j += 1) merged.add(`${range.row + i},${range.column + j}`);
      const wrong: unknown[] = [];
      grid.styles.forEach((line, row) =>
        line.forEach((name, column) => {
          if (name === null) return;
          const style = report.styles[name];
          const looks = sheet.format(row, column);
          const expected: Record<string, unknown> = {
            numberFormat: style?.numberFormat,
            "font.name": report.font,
            "font.size": style?.font?.size ?? report.fontSize,
            "font.bold": style?.font?.bold,
            "font.color": style?.font?.color === undefined ? undefined : `#${style.font.color}`,
            "fill.color": style?.fill === undefined ? undefined : `#${style.fill}`,
            wrapText: style?.wrap,
          };
          if (!merged.has(`${row},${column}`) && style?.border?.bottom !== undefined)
            expected["border.bottom.color"] = `#${style.border.bottom.color}`;
          for (const [key, value] of Object.entries(expected))
            if (looks[key] !== value) wrong.push([model.name, row, column, key, looks[key], value]);
        }),
      );
      expect(wrong.slice(0, 5)).toEqual([]);
    }
  });

  test("lists are tables, charts are charts of ours, sheets carry their hidden marks", () => {
    for (const model of report.sheets) {
      const sheet = excel.book.sheet(model.name);
      expect(sheet.tables.map(({ name, range }) => ({ name, ...range }))).toEqual(
        model.tables.map(({ name, range }) => ({ name, ...range })),
      );
      expect(sheet.charts.map((chart) => chart["name"])).toEqual(
        model.charts.map(({ name }) => `crm_${name}`),
      );
      expect(sheet.merges).toHaveLength(model.merges.length);
      expect(sheet.conditionalFormats).toHaveLength(model.conditionalFormats.length);
      const mark = excel.book.names.get(`_crm_report_${model.id}`);
      expect(mark?.sheet?.name).toBe(model.name);
      expect(mark?.visible).toBe(false);
    }
    expect(written.sheets.map(({ name }) => name)).toEqual(report.sheets.map(({ name }) => name));
  });

  test("progress counts sheets, the largest twice for it is sent before it is put in place, and ends with all", () => {
    const total = report.sheets.length + 1;
    expect(progress.at(0)).toEqual([0, total]);
    expect(progress.at(-1)).toEqual([total, total]);
    const done = progress.map(([count]) => count);
    expect(done).toEqual([...done].sort((a, b) => a - b));
  });

  test("what Excel could not be told is named", () => {
    expect(written.lost).toEqual(["chartAltText"]);
  });

  test("the user's sheet is not touched, events are on, nothing is left over", () => {
    expect(excel.book.sheet("订单").cell(1, 1)?.value).toBe(45_000);
    expect(excel.book.enableEvents).toBe(true);
    expect([...excel.book.settings.keys()].filter((key) => !key.startsWith("tenure.record."))).toEqual([]);
  });
});

describe("one of each", () => {
  const CUSTOMERS = [
    { id: "007", amount: 10 },
    { id: "=1+1", amount: -2.5 },
  ];

  async function written(
    excelApi = "1.20",
  ): Promise<{ sheet: (name: string) => MemorySheet; lost: readonly string[] }> {
    const excel = openTestExcel({ excelApi });
    const { lost } = await createDesk().writeReport(
      smallReport({ customers: CUSTOMERS, notes: true }),
      WORDS,
      WATCH,
    );
    return { sheet: (name) => excel.book.sheet(name), lost };
  }

  test("chart: type, series, axes, place", async () => {
    const chart = (await written()).sheet("KPI看板").charts[0];
    expect(chart).toMatchObject({
      chartType: "ColumnClustered",
      title: { text: "月度" },
      position: ["B9", "E18"],
      legend: { visible: true, position: "Bottom" },
      plotVisibleOnly: false,
      axes: {
        valueAxis: { minimum: 0, numberFormat: "#,##0", title: { text: "元" } },
        "Value Secondary": { numberFormat: "0" },
      },
    });
    expect((chart?.["series"] as { items: unknown[] }).items).toMatchObject([
      { name: "净收入", values: "图表数据!C2:C4", categories: "图表数据!B2:B4", hasDataLabels: true },
      {
        name: "订单",
        values: "图表数据!D2:D4",
        chartType: "Line",
        axisGroup: "Secondary",
        format: { line: { lineStyle: "Dash" } },
      },
    ]);
  });

  test("bars from top to bottom: the value axis stays below, an outline has no fill, a row of cells is one series", async () => {
    const chart = (await written()).sheet("KPI看板").charts[1];
    expect(chart).toMatchObject({
      chartType: "BarClustered",
      title: { visible: false },
      legend: { visible: false },
      axes: { categoryAxis: { reversePlotOrder: true, position: "Maximum" }, valueAxis: { maximum: 40 } },
    });
    expect((chart?.["series"] as { items: unknown[] }).items).toMatchObject([
      {
        values: "图表数据!B2:D2",
        format: { fill: { color: null }, line: { color: "#8A8A8A" } },
        gapWidth: 50,
      },
    ]);
  });

  test("rules: the first of the model is the last added, since Excel puts each on top", async () => {
    const { sheet } = await written();
    expect(sheet("KPI看板").conditionalFormats.map(({ rule }) => rule["type"])).toEqual([
      "ColorScale",
      "Custom",
      "CellValue",
    ]);
    expect(sheet("KPI看板").conditionalFormats[2]?.rule).toMatchObject({
      cellValue: { rule: { operator: "EqualTo", formula1: '="差"' }, format: { font: { color: "#A4262C" } } },
    });
    expect(sheet("赢回名单").conditionalFormats[0]?.rule).toMatchObject({
      dataBar: { lowerBoundRule: { type: "Number", formula: "0" }, positiveFormat: { fillColor: "#96C6FA" } },
    });
  });

  test("drop-down lists, from values and from cells", async () => {
    const { sheet } = await written();
    expect(sheet("赢回名单").validations[0]?.rule).toMatchObject({
      rule: { list: { inCellDropDown: true, source: "已联系,未接通" } },
      prompt: { message: "选择结果。" },
    });
    expect(sheet("KPI看板").validations[0]?.rule).toMatchObject({
      rule: { list: { source: "='赢回名单'!$B$3:$B$9" } },
    });
  });

  test("what is frozen, hidden, printed and linked", async () => {
    const { sheet } = await written();
    expect(sheet("赢回名单").frozen).toEqual({ rows: 3, columns: 2 });
    expect(sheet("KPI看板").frozen).toEqual({ rows: 2, columns: 0 });
    expect(sheet("图表数据").frozen).toEqual({ rows: 0, columns: 1 });
    expect([...sheet("图表数据").hiddenColumns]).toEqual([4]);
    expect(sheet("赢回名单").page).toMatchObject({
      orientation: "Landscape",
      zoom: { horizontalFitToPages: 1 },
      setPrintArea: "A1:D5",
      headersFooters: { defaultForAllPages: { leftFooter: "&8 Tenure && 基准日" } },
    });
    expect(sheet("KPI看板").page).toMatchObject({ setPrintTitleRows: "$1:$2" });
    expect(sheet("KPI看板").breaks).toEqual(["A9"]);
    expect([...sheet("KPI看板").links.values()]).toEqual([
      { documentReference: "'赢回名单'!A1", textToDisplay: "去名单" },
    ]);
    expect(sheet("赢回名单").tabColor).toBe("#0F6CBD");
    expect(sheet("赢回名单").showGridlines).toBe(false);
  });

  test("text that looks like something else stays text, also with an apostrophe", async () => {
    const { sheet } = await written();
    expect(sheet("KPI看板").cell(2, 3)).toEqual({ value: "=1+1", formula: null });
    expect(sheet("KPI看板").cell(2, 4)).toEqual({ value: "1:1:1", formula: null });
    expect(sheet("KPI看板").cell(4, 1)).toEqual({ value: "'quoted'", formula: null });
    expect(sheet("图表数据").cell(1, 1)).toEqual({ value: "2025-10", formula: null });
    expect(sheet("赢回名单").cell(3, 1)).toEqual({ value: "007", formula: null });
  });

  test("merged cells have their border once, cells of a list each theirs", async () => {
    const { sheet } = await written();
    const board = sheet("KPI看板");
    expect(board.merges).toEqual([rangeOfAddress("B4:C4")]);
    expect(board.format(3, 1)["border.left.weight"]).toBe("Medium");
    expect(board.format(3, 2)["border.left.weight"]).toBeUndefined();
    const list = sheet("赢回名单");
    expect([3, 4].map((row) => list.format(row, 2)["border.bottom.weight"])).toEqual([
      "Hairline",
      "Hairline",
    ]);
  });

  test("widths and heights are set in points", async () => {
    const { sheet } = await written();
    expect(sheet("赢回名单").columnWidths.get(1)).toBe(77.25);
    expect(sheet("赢回名单").rowHeights.get(0)).toBe(30);
    expect(sheet("赢回名单").rowHeights.get(1)).toBe(18);
  });

  test.each([
    { excelApi: "1.20", lost: ["chartAltText", "cellNotes"] },
    { excelApi: "1.9", lost: ["chartAltText", "cellNotes", "oneUndoStep"] },
  ])("Excel with ExcelApi $excelApi gets all the same but $lost", async ({ excelApi, lost }) => {
    const result = await written(excelApi);
    expect(result.lost).toEqual(lost);
    expect(result.sheet("赢回名单").tables).toHaveLength(1);
  });
});
