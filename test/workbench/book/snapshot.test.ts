import { buildReport, type SheetModel } from "../../../src/reports";
import { forEachCell } from "../../../src/xlsx/modelCells";
import { modelOfSnapshot, NOTHING_BESIDE } from "../../../src/workbench/book/modelOfSnapshot";
import { gridStyle, hexColor, modelStyle } from "../../../src/workbench/book/gridStyle";
import { plainBook } from "../../../src/workbench/book/plainBook";
import { snapshotOfModel } from "../../../src/workbench/book/snapshotOfModel";
import { SAMPLE_SEED, sampleShop } from "../../../src/sample";
import { smallAnalysis } from "../../support/smallAnalysis";

const report = buildReport(smallAnalysis(), "zh-CN");
const sample = plainBook("示例", sampleShop({ seed: SAMPLE_SEED, locale: "zh-CN" }), "zh-CN");
/** As the grid gives it back: plain data, nothing shared. */
const throughTheGrid = (model: typeof report) =>
  modelOfSnapshot(JSON.parse(JSON.stringify(snapshotOfModel(model, "book1"))), NOTHING_BESIDE).model;

const WHOLE = { row: 0, column: 0, rows: 1_000_000, columns: 1_000 };

function cells(sheet: SheetModel): ReadonlyMap<string, unknown> {
  const found = new Map<string, unknown>();
  forEachCell(sheet, WHOLE, (row, column, value) => {
    if (value !== null && value !== "") found.set(`${row},${column}`, value);
    else found.delete(`${row},${column}`);
  });
  return found;
}

test.each([
  { name: "the report", model: report },
  { name: "the sample", model: sample },
])("$name comes out of the grid as it went in: every cell of every sheet", ({ model }) => {
  const back = throughTheGrid(model);
  expect(back.sheets.map(({ id, name }) => ({ id, name }))).toEqual(
    model.sheets.map(({ id, name }) => ({ id, name })),
  );
  for (const [index, sheet] of model.sheets.entries())
    expect(cells(back.sheets[index] as SheetModel)).toEqual(cells(sheet));
});

test.each(report.sheets.map((sheet, index) => ({ name: sheet.name, sheet, index })))(
  "$name keeps its looks, rules, lists, notes and frozen rows",
  ({ sheet, index }) => {
    const back = throughTheGrid(report).sheets[index] as SheetModel;
    for (const part of ["merges", "conditionalFormats", "notes", "freeze"] as const)
      expect({ [part]: back[part] }).toEqual({ [part]: sheet[part] });
    expect(back.validations).toEqual(sheet.validations);
    expect(back.tabColor).toBe(sheet.tabColor);
    expect(back.hidden ?? false).toBe(sheet.hidden ?? false);
    expect(back.showGridlines).toBe(sheet.showGridlines);
    expect(back.zoom).toBe(sheet.zoom);
    expect(back.columnWidths.length).toBe(sheet.columnWidths.length);
    // Pixels are whole: a width may move by less than a tenth of a character.
    back.columnWidths.forEach((width, column) =>
      expect(width).toBeCloseTo(sheet.columnWidths[column] ?? 0, 0),
    );
  },
);

test.each(Object.entries(report.styles).map(([name, style]) => ({ name, style })))(
  "style $name comes back, with size and place written out",
  ({ style }) => {
    const back = modelStyle(gridStyle(style, report));
    expect(back).toEqual({
      ...style,
      font: { size: report.fontSize, ...style.font },
      vertical: style.vertical ?? "middle",
    });
  },
);

test.each([
  { name: "six digits", given: "#0f6cbd", expected: "0F6CBD" },
  { name: "three digits", given: "#fff", expected: "FFFFFF" },
  { name: "red, green, blue", given: "rgb(15, 108, 189)", expected: "0F6CBD" },
  { name: "with opacity", given: "#0F6CBDFF", expected: "0F6CBD" },
  { name: "nothing", given: null, expected: null },
  { name: "a word", given: "red", expected: null },
])("a colour of the grid is read: $name", ({ given, expected }) => {
  expect(hexColor(given)).toBe(expected);
});

test("every sheet of the sample is shown, old snapshots too", () => {
  const sheets = sampleShop({ seed: SAMPLE_SEED, locale: "zh-CN" });
  expect(sample.sheets.map(({ name }) => name)).toEqual(sheets.map(({ name }) => name));
});
