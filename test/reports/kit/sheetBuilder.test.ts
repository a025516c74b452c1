import { createContext } from "../../../src/reports/context";
import { SheetBuilder, type SheetOptions } from "../../../src/reports/kit/sheetBuilder";
import { cellsOf } from "../../support/modelChecks";
import { smallAnalysis } from "../../support/smallAnalysis";

function builder(widths: SheetOptions["widths"] = "fit"): SheetBuilder {
  return new SheetBuilder(createContext(smallAnalysis(), "zh-CN"), { id: "winBack", widths });
}

interface Row {
  readonly name: string;
  readonly amount: number;
}

const table = (rows: readonly Row[]) => ({
  name: "People",
  columns: [
    { header: "客户", style: "text" as const, value: (row: Row) => row.name },
    { header: "金额", style: "money" as const, value: (row: Row) => row.amount },
  ],
  rows,
  empty: "没有客户",
});

test("a table covers its header and rows, and the builder goes on below it", () => {
  const sheet = builder();
  sheet.title("名单");
  const range = sheet.table(table([{ name: "=1+1", amount: 5 }]));
  expect(range).toEqual({ row: 3, column: 1, rows: 2, columns: 2 });
  expect(sheet.row).toBe(5);
  const model = sheet.build();
  expect(model.tables).toEqual([{ name: "People", range, filter: true }]);
  const cell = cellsOf(model).find(({ row, column }) => row === 4 && column === 1);
  expect(cell).toMatchObject({ value: "=1+1", formula: null, style: "text" });
});

test("a table without rows is a sentence, on a sheet wide enough to read it", () => {
  const sheet = builder();
  sheet.title("名单");
  expect(sheet.table(table([]))).toBeNull();
  const model = sheet.build();
  expect(model.tables).toEqual([]);
  expect(cellsOf(model).some(({ value }) => value === "没有客户")).toBe(true);
  expect(model.columnWidths.reduce((sum, width) => sum + width, 0)).toBeGreaterThanOrEqual(110);
});

test("a column fits its widest text, with ideographs counted double, up to its limit", () => {
  const width = (name: string, maxWidth?: number) => {
    const sheet = builder();
    const spec = table([{ name, amount: 1 }]);
    const [first, ...rest] = spec.columns;
    if (!first) throw new Error("no column");
    sheet.table({ ...spec, columns: [maxWidth === undefined ? first : { ...first, maxWidth }, ...rest] });
    return sheet.build().columnWidths[1];
  };
  expect(width("客".repeat(12))).toBe(26);
  expect(width("a".repeat(12))).toBe(14);
  expect(width("客".repeat(12), 20)).toBe(20);
  expect(width("x".repeat(500))).toBe(42);
});

test("a text that wraps makes its row higher, one that fits does not", () => {
  const sheet = builder([2, 20]);
  sheet.paragraph("短");
  sheet.paragraph("一句相当长、在二十个字符宽的列里无论如何也放不进一行的说明文字。");
  const { rowHeights } = sheet.build();
  expect(rowHeights.get(0)).toBe(18);
  expect(rowHeights.get(1)).toBeGreaterThan(40);
});

test("no row is higher than a host allows", () => {
  const sheet = builder([2, 10]);
  sheet.paragraph("字".repeat(5_000));
  expect(sheet.build().rowHeights.get(0)).toBe(409);
});

test("a later cell at the same place replaces the earlier one", () => {
  const sheet = builder([2, 10]);
  sheet.set(0, 1, "before", "body");
  sheet.set(0, 1, "after", "note");
  expect(cellsOf(sheet.build())).toEqual([
    { row: 0, column: 1, value: "after", formula: null, style: "note" },
  ]);
});

test("header rows stay in view and repeat in print when a table asks for it", () => {
  const sheet = builder();
  sheet.title("名单");
  sheet.table({ ...table([{ name: "a", amount: 1 }]), freeze: true, freezeColumns: 2 });
  const { freeze, print } = sheet.build();
  expect(freeze).toEqual({ rows: 4, columns: 2 });
  expect(print.titleRows).toEqual({ from: 3, to: 3 });
});

test("a chart reads its figures from the data sheet, name, categories and values", () => {
  const context = createContext(smallAnalysis(), "en");
  const sheet = new SheetBuilder(context, { id: "kpiBoard", widths: [2, 40, 40] });
  const spec = {
    kind: "column",
    title: "Orders",
    altText: "Orders by month",
    categoryHeader: "Month",
    categories: ["2025-01", "2025-02"],
    series: [{ name: "Orders", values: [3, null], style: "integer", color: "000000" }],
    categoryAxis: { title: null, numberFormat: null },
    valueAxis: { title: null, numberFormat: "0", min: 0, max: null },
    secondaryAxis: null,
    legend: "none",
  } as const;
  sheet.chartRow([
    { spec, column: 1, columns: 1 },
    { spec, column: 2, columns: 1 },
  ]);
  const [first, second] = sheet.build().charts;
  expect(first?.anchor).toEqual({ row: 0, column: 1, rows: 15, columns: 1 });
  expect(first?.series[0]).toMatchObject({
    nameCell: { sheet: "Chart data", row: 5, column: 2 },
    categories: { sheet: "Chart data", range: { row: 6, column: 1, rows: 2, columns: 1 } },
    values: { sheet: "Chart data", range: { row: 6, column: 2, rows: 2, columns: 1 } },
  });
  // The second chart's figures stand below the first's, a blank row and a heading between them.
  expect(second?.series[0]?.nameCell.row).toBe(10);
  expect(context.chartData.blocks).toHaveLength(2);
});

test("an amount below zero keeps its minus, in cells and in tables", () => {
  const sheet = builder();
  sheet.set(0, 1, -5, "cardMoney");
  sheet.row = 3;
  sheet.table(
    table([
      { name: "a", amount: 1_200 },
      { name: "b", amount: -1_200 },
    ]),
  );
  const styles = cellsOf(sheet.build())
    .filter(({ value }) => typeof value === "number")
    .map(({ value, style }) => [value, style]);
  expect(styles).toEqual([
    [-5, "cardMoneyNegative"],
    [1_200, "money"],
    [-1_200, "moneyNegative"],
  ]);
});
