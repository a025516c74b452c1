import type {
  Block,
  CellRange,
  CellStyle,
  CellValue,
  ChartModel,
  ChartSeries,
  SheetModel,
  StyleName,
  WorkbookModel,
} from "../../src/reports/model/workbookModel";

/** Styles of the small workbook that uses everything the writer can do. */
export const STYLES: Readonly<Record<StyleName, CellStyle>> = {
  title: { font: { size: 18, bold: true, color: "0F6CBD" }, vertical: "middle" },
  head: {
    font: { bold: true, color: "404040" },
    fill: "F3F3F3",
    border: { bottom: { weight: "thin", color: "BFBFBF" } },
    wrap: true,
  },
  text: {},
  money: { numberFormat: '"¥"#,##0.00', horizontal: "right" },
  count: { numberFormat: "#,##0", horizontal: "right" },
  percent: { numberFormat: "0.0%", horizontal: "right" },
  day: { numberFormat: "yyyy-mm-dd", horizontal: "center" },
  link: { font: { underline: true, color: "0F6CBD" } },
  wrapped: { wrap: true, vertical: "top", indent: 1 },
};

export const MONTHS = [
  "2025-01",
  "2025-02",
  "2025-03",
  "2025-04",
  "2025-05",
  "2025-06",
  "2025-07",
  "2025-08",
  "2025-09",
  "2025-10",
  "2025-11",
  "2025-12",
];
const REVENUE = [120, 98, 143, 151, 162, 190, 176, 185, 204, 231, 318, 260];
const ORDERS = [31, 25, 36, 40, 41, 52, 47, 49, 55, 60, 88, 71];
const TARGETS = [130, 130, 140, 150, 160, 170, 180, 190, 200, 220, 300, 280];

export const DATA_SHEET = "数据's 表";
export const BOARD_SHEET = "KPI看板";

export function range(row: number, column: number, rows: number, columns: number): CellRange {
  return { row, column, rows, columns };
}

export function block(
  row: number,
  column: number,
  values: readonly (readonly CellValue[])[],
  style: StyleName,
): Block {
  return { row, column, values, style: { of: "block", style } };
}

/** A sheet with nothing on it; tests put in what they look at. */
export function emptySheet(id: string, name: string): SheetModel {
  return {
    id,
    name,
    tabColor: null,
    defaultRowHeight: 16,
    columnWidths: [],
    rowHeights: new Map(),
    blocks: [],
    merges: [],
    tables: [],
    charts: [],
    conditionalFormats: [],
    validations: [],
    links: [],
    notes: [],
    freeze: null,
    showGridlines: true,
    zoom: 100,
    print: { orientation: "landscape", titleRows: null, footer: "", area: null },
  };
}

export function workbookOf(
  sheets: readonly SheetModel[],
  language: WorkbookModel["language"] = "zh",
): WorkbookModel {
  const font = language === "zh" ? "等线" : "Calibri";
  return { title: "报告", language, font, fontSize: 10, styles: STYLES, sheets, names: [] };
}

function series(column: number, name: string, color: string, more: Partial<ChartSeries> = {}): ChartSeries {
  return {
    name,
    nameCell: { sheet: DATA_SHEET, row: 3, column },
    categories: { sheet: DATA_SHEET, range: range(4, 0, MONTHS.length, 1) },
    values: { sheet: DATA_SHEET, range: range(4, column, MONTHS.length, 1) },
    color,
    ...more,
  };
}

function chart(
  kind: ChartModel["kind"],
  title: string,
  anchor: CellRange,
  all: readonly ChartSeries[],
  more: Partial<ChartModel> = {},
): ChartModel {
  return {
    kind,
    name: `chart ${title}`,
    title,
    altText: `${title}：图的说明 "引号" & <符号>`,
    series: all,
    categoryAxis: { title: null, numberFormat: null },
    valueAxis: { title: null, numberFormat: "#,##0", min: 0, max: null },
    secondaryAxis: null,
    legend: "bottom",
    anchor,
    ...more,
  };
}

const BLUE = "0F6CBD";
const GREY = "B3B3B3";
const LIGHT = "9CC3E6";

const CHARTS: readonly ChartModel[] = [
  chart("column", "月度净收入（万元）", range(9, 0, 16, 6), [
    series(1, "净收入", BLUE),
    series(3, "目标", "404040", { look: "outline" }),
  ]),
  chart("line", "订单数与目标", range(9, 7, 16, 6), [
    series(2, "订单", BLUE),
    series(3, "目标", GREY, { look: "dashed" }),
  ]),
  chart("bar", "按月收入，自上而下", range(26, 0, 18, 6), [series(1, "净收入", BLUE, { labels: true })], {
    categoryAxis: { title: null, numberFormat: null, reversed: true },
    legend: "none",
    valueAxis: { title: "万元", numberFormat: "#,##0", min: 0, max: 400 },
  }),
  chart(
    "combo",
    "收入与订单",
    range(26, 7, 18, 6),
    [
      series(1, "净收入", LIGHT, { as: "column" }),
      series(2, "订单", "404040", { as: "line", secondary: true }),
    ],
    {
      valueAxis: { title: "万元", numberFormat: "#,##0", min: 0, max: null },
      secondaryAxis: { title: "订单数", numberFormat: "#,##0" },
      legend: "top",
    },
  ),
  chart("stackedColumn", "新客与老客", range(45, 0, 16, 6), [
    series(1, "净收入", BLUE, { labels: true }),
    series(2, "订单", LIGHT, { labels: true }),
  ]),
  chart(
    "stackedBar",
    "层级占比",
    range(45, 7, 16, 6),
    [series(1, "净收入", BLUE), series(2, "订单", LIGHT)],
    {
      legend: "right",
    },
  ),
  chart("area", "累计", range(62, 0, 16, 6), [
    series(1, "净收入", LIGHT),
    series(2, "预测", BLUE, { look: "dashed" }),
  ]),
  chart(
    "scatter",
    "收入与订单的关系",
    range(62, 7, 16, 6),
    [
      {
        ...series(2, "订单", BLUE),
        categories: { sheet: DATA_SHEET, range: range(4, 1, MONTHS.length, 1) },
      },
    ],
    {
      categoryAxis: { title: "净收入", numberFormat: "#,##0" },
      valueAxis: { title: "订单", numberFormat: "#,##0", min: null, max: null },
      legend: "none",
    },
  ),
];

const BOARD: SheetModel = {
  ...emptySheet("kpiBoard", BOARD_SHEET),
  tabColor: "accent",
  columnWidths: [14, 12, 12, 12, 12, 12, 2, 14, 12, 12, 12, 12, 12],
  hiddenColumns: [14],
  rowHeights: new Map([
    [0, 30],
    [7, 32],
  ]),
  blocks: [
    block(0, 0, [["客户周期报告", null, null]], "title"),
    {
      row: 2,
      column: 0,
      values: [
        ["净收入合计", 2238, 0.25],
        ["平均", 186.5, 1.5],
        ["状态", "达标", true],
      ],
      formulas: [
        [null, `SUM('${DATA_SHEET.replaceAll("'", "''")}'!$B$5:$B$16)`, null],
        [null, "AVERAGE(月度表[净收入])", null],
        [null, 'IF(B3>2000,"达标","未达标")', null],
      ],
      style: { of: "columns", styles: ["text", "money", "percent"] },
    },
    block(2, 4, [["明细"], ["网站"]], "link"),
    block(5, 0, [["请选择", "2025-03"]], "text"),
    block(6, 0, [["该月净收入"]], "text"),
    {
      row: 6,
      column: 1,
      values: [[143]],
      formulas: [[`INDEX(月度表[净收入],MATCH($B$6,月度表[月份],0))`]],
      style: { of: "block", style: "money" },
    },
    block(7, 0, [["长文本 long text wraps here 自动换行显示在单元格内"]], "wrapped"),
  ],
  merges: [range(0, 0, 1, 6), range(7, 0, 1, 6)],
  charts: CHARTS,
  conditionalFormats: [
    { kind: "textEquals", range: range(2, 1, 4, 1), text: "达标", color: "107C10", fill: "E7F3E7" },
    { kind: "formula", range: range(2, 2, 2, 1), formula: "$C3>1", color: "C50F1F", fill: null },
  ],
  validations: [
    {
      kind: "listRange",
      range: range(5, 1, 1, 1),
      source: `'${DATA_SHEET.replaceAll("'", "''")}'!$A$5:$A$16`,
      prompt: "选择月份",
    },
    { kind: "listValues", range: range(5, 3, 1, 1), values: ["高价值", "中等", "基础"], prompt: "" },
  ],
  links: [
    { row: 2, column: 4, target: { sheet: DATA_SHEET, cell: "A4" } },
    { row: 3, column: 4, target: { url: "https://example.com/?a=1&b=2" } },
  ],
  notes: [
    { row: 2, column: 1, text: "来源：订单表；筛选：已付款；口径：付款减退款。\n第二行 <&>" },
    { row: 4, column: 1, text: "短" },
  ],
  freeze: { rows: 1, columns: 1 },
  showGridlines: false,
  zoom: 90,
  print: {
    orientation: "landscape",
    titleRows: { from: 0, to: 0 },
    footer: "基准日 2025-12-31 · R&D",
    area: range(0, 0, 80, 13),
  },
};

const DATA: SheetModel = {
  ...emptySheet("monthData", DATA_SHEET),
  tabColor: "grey",
  columnWidths: [16, 12, 10, 10, 12],
  blocks: [
    block(0, 0, [["月度明细"]], "title"),
    block(3, 0, [["月份", "净收入", "订单", "目标", "日期"]], "head"),
    {
      row: 4,
      column: 0,
      values: MONTHS.map((month, i) => [
        month,
        REVENUE[i] ?? 0,
        ORDERS[i] ?? 0,
        TARGETS[i] ?? 0,
        45_658 + i * 30,
      ]),
      style: { of: "columns", styles: ["text", "money", "count", "count", "day"] },
    },
    block(20, 0, [["=1+1"], ["+86 138"], ["-5"], ["@SUM(A1)"]], "text"),
  ],
  tables: [{ name: "月度表", range: range(3, 0, 13, 5), filter: true }],
  conditionalFormats: [
    { kind: "colorScale", range: range(4, 1, 12, 1), from: "FFFFFF", to: BLUE },
    { kind: "dataBar", range: range(4, 2, 12, 1), color: LIGHT },
  ],
  freeze: { rows: 4, columns: 0 },
  print: { orientation: "portrait", titleRows: { from: 3, to: 3 }, footer: "", area: null },
};

const HIDDEN: SheetModel = {
  ...emptySheet("lookup", "隐藏"),
  blocks: [
    block(
      0,
      0,
      [
        ["键", "值"],
        ["甲", 1],
      ],
      "text",
    ),
  ],
  hidden: true,
};

/** A small workbook with everything in it. */
export const EVERY_FEATURE: WorkbookModel = {
  title: "客户周期报告 <2025> & more",
  language: "zh",
  font: "等线",
  fontSize: 10,
  styles: STYLES,
  sheets: [BOARD, DATA, HIDDEN],
  names: [{ name: "月份列表", sheet: DATA_SHEET, range: range(4, 0, 12, 1) }],
};
