import { rangeAddress } from "../reports/kit/address";
import { areaAddresses, equalAreas } from "./cellAreas";
import { RANGE_BYTES, SET_BYTES } from "./cellSteps";
import { styleAt, styledAreas, type SheetGrid } from "./sheetGrid";
import type { Batch, Step } from "./steps";
import type { BorderLine, CellRange, CellStyle, SheetModel, StyleName, WorkbookModel } from "../reports";

const FORMAT_BYTES = 400;
const POINTS_OF_PIXEL = 0.75;
/** Excel's cells are this much wider than their digits: five pixels beside seven for each. */
const PIXELS_OF_DIGIT = 7;
const PIXELS_AROUND = 5;

const HORIZONTAL = { left: "Left", center: "Center", right: "Right" } as const;
const VERTICAL = { top: "Top", middle: "Center", bottom: "Bottom" } as const;
const LINES = {
  hair: { style: "Continuous", weight: "Hairline" },
  thin: { style: "Continuous", weight: "Thin" },
  medium: { style: "Continuous", weight: "Medium" },
} as const;

/**
 * How cells look: the body font for all of them, then one call a property for all the areas of a style. A sheet
 * of a thousand differently styled cells takes some dozens of calls so.
 */
export function formatSteps(
  sheet: SheetModel,
  grid: SheetGrid,
  extent: { readonly rows: number; readonly columns: number },
  model: Pick<WorkbookModel, "styles" | "font" | "fontSize">,
): readonly Step[] {
  const whole: CellRange = {
    row: 0,
    column: 0,
    rows: Math.max(1, extent.rows),
    columns: Math.max(1, extent.columns),
  };
  const steps: Step[] = [
    formatStep(sheet.name, [whole], 4, (format) => {
      format.font.name = model.font;
      format.font.size = model.fontSize;
      format.verticalAlignment = "Center";
    }),
  ];
  const areas = styledAreas(grid, (style) => style);
  for (const [name, ranges] of areas) {
    const style = model.styles[name];
    if (style === undefined) continue;
    const settings = settingsOf(style, model.fontSize);
    if (settings.length === 0) continue;
    steps.push(
      ...areaSteps(sheet.name, ranges, settings.length, (format) => settings.forEach((set) => set(format))),
    );
  }
  return [...steps, ...borderSteps(sheet, grid, model), ...sizeSteps(sheet, extent)];
}

/** What a style says beyond the body font; number formats stand already. */
function settingsOf(
  { font, fill, horizontal, vertical, wrap, indent }: CellStyle,
  bodySize: number,
): readonly ((format: Excel.RangeFormat) => void)[] {
  const settings: ((format: Excel.RangeFormat) => void)[] = [];
  if (font?.size !== undefined && font.size !== bodySize) {
    const { size } = font;
    settings.push((format) => (format.font.size = size));
  }
  if (font?.bold === true) settings.push((format) => (format.font.bold = true));
  if (font?.italic === true) settings.push((format) => (format.font.italic = true));
  if (font?.underline === true) settings.push((format) => (format.font.underline = "Single"));
  if (font?.color !== undefined) {
    const color = hex(font.color);
    settings.push((format) => (format.font.color = color));
  }
  if (fill !== undefined) settings.push((format) => (format.fill.color = hex(fill)));
  if (horizontal !== undefined)
    settings.push((format) => (format.horizontalAlignment = HORIZONTAL[horizontal]));
  if (vertical !== undefined && vertical !== "middle")
    settings.push((format) => (format.verticalAlignment = VERTICAL[vertical]));
  if (wrap === true) settings.push((format) => (format.wrapText = true));
  if (indent !== undefined && indent > 0) settings.push((format) => (format.indentLevel = indent));
  return settings;
}

type Edge = "EdgeTop" | "EdgeBottom" | "EdgeLeft" | "EdgeRight" | "InsideHorizontal" | "InsideVertical";

/**
 * Borders: what each cell of a style has, an area has at its edges and between its cells. Merged cells count as
 * one. Only lines that are drawn are set: "none" would take away a neighbour's.
 */
function borderSteps(
  sheet: SheetModel,
  grid: SheetGrid,
  { styles }: Pick<WorkbookModel, "styles">,
): readonly Step[] {
  const specs = new Map<string, NonNullable<CellStyle["border"]>>();
  const specOf = new Map<StyleName, string | null>();
  const borderOf = (name: StyleName | null): string | null => {
    if (name === null) return null;
    const known = specOf.get(name);
    if (known !== undefined) return known;
    const border = styles[name]?.border;
    const text = border === undefined ? null : JSON.stringify(border);
    if (border !== undefined && text !== null) specs.set(text, border);
    specOf.set(name, text);
    return text;
  };
  const mergedCells = new Set<string>();
  const merged = new Map<string, CellRange[]>();
  for (const range of sheet.merges) {
    const spec = borderOf(styleAt(grid, range.row, range.column));
    for (let row = range.row; row < range.row + range.rows; row += 1)
      for (let column = range.column; column < range.column + range.columns; column += 1)
        mergedCells.add(`${row},${column}`);
    if (spec !== null) merged.set(spec, [...(merged.get(spec) ?? []), range]);
  }
  const areas =
    mergedCells.size === 0
      ? styledAreas(grid, borderOf)
      : equalAreas(grid.rows, grid.columns, (row, column) =>
          mergedCells.has(`${row},${column}`) ? null : borderOf(styleAt(grid, row, column)),
        );
  const lines = new Map<string, { edge: Edge; line: BorderLine; ranges: CellRange[] }>();
  const draw = (edge: Edge, line: BorderLine | undefined, range: CellRange): void => {
    if (line === undefined) return;
    const key = `${edge} ${line.weight} ${line.color}`;
    const known = lines.get(key);
    if (known === undefined) lines.set(key, { edge, line, ranges: [range] });
    else known.ranges.push(range);
  };
  for (const [text, ranges] of [...areas, ...merged]) {
    const { top, bottom, left, right } = specs.get(text) ?? {};
    for (const range of ranges) {
      const one = merged.get(text)?.includes(range) === true;
      draw("EdgeTop", top, range);
      draw("EdgeBottom", bottom, range);
      draw("EdgeLeft", left, range);
      draw("EdgeRight", right, range);
      if (!one && range.rows > 1) draw("InsideHorizontal", bottom ?? top, range);
      if (!one && range.columns > 1) draw("InsideVertical", right ?? left, range);
    }
  }
  return [...lines.values()].flatMap(({ edge, line, ranges }) =>
    areaSteps(sheet.name, ranges, 4, (format) => {
      const border = format.borders.getItem(edge);
      border.style = LINES[line.weight].style;
      border.weight = LINES[line.weight].weight;
      border.color = hex(line.color);
    }),
  );
}

/** Widths of columns, heights of rows, hidden columns. */
function sizeSteps(
  sheet: SheetModel,
  extent: { readonly rows: number; readonly columns: number },
): readonly Step[] {
  const widths = new Map<number, CellRange[]>();
  sheet.columnWidths.forEach((width, column) => {
    const points = columnPoints(width);
    widths.set(points, [...(widths.get(points) ?? []), { row: 0, column, rows: 1, columns: 1 }]);
  });
  const heights = new Map<number, CellRange[]>();
  for (const [row, height] of [...sheet.rowHeights].sort(([a], [b]) => a - b)) {
    const known = heights.get(height);
    const last = known?.at(-1);
    if (known === undefined) heights.set(height, [{ row, column: 0, rows: 1, columns: 1 }]);
    else if (last !== undefined && last.row + last.rows === row)
      known[known.length - 1] = { ...last, rows: last.rows + 1 };
    else known.push({ row, column: 0, rows: 1, columns: 1 });
  }
  return [
    ...[...widths].flatMap(([points, ranges]) =>
      areaSteps(sheet.name, ranges, 1, (format) => (format.columnWidth = points)),
    ),
    ...areaSteps(
      sheet.name,
      [{ row: 0, column: 0, rows: Math.max(1, extent.rows), columns: 1 }],
      1,
      (format) => (format.rowHeight = sheet.defaultRowHeight),
    ),
    ...[...heights].flatMap(([height, ranges]) =>
      areaSteps(sheet.name, ranges, 1, (format) => (format.rowHeight = height)),
    ),
    ...(sheet.hiddenColumns ?? []).map((column): Step => ({
      bytes: RANGE_BYTES + SET_BYTES,
      run: (batch) => {
        const address = rangeAddress({ row: 0, column, rows: 1, columns: 1 });
        batch.sheet(sheet.name).getRange(address).columnHidden = true;
      },
    })),
  ];
}

/** A width in digits of the body font, as Excel counts a column: in points. */
export function columnPoints(digits: number): number {
  return Math.round(digits * PIXELS_OF_DIGIT + PIXELS_AROUND) * POINTS_OF_PIXEL;
}

/** One format for many areas, in as few calls as their addresses allow. */
export function areaSteps(
  sheet: string,
  ranges: readonly CellRange[],
  settings: number,
  set: (format: Excel.RangeFormat) => void,
): readonly Step[] {
  return areaAddresses(ranges).map((addresses) => ({
    bytes: RANGE_BYTES + FORMAT_BYTES + addresses.length + settings * (SET_BYTES + FORMAT_BYTES / 4),
    run: (batch: Batch) => {
      const worksheet = batch.sheet(sheet);
      if (addresses.includes(",")) {
        const areas = worksheet.getRanges(addresses);
        set(areas.format);
        areas.untrack();
      } else {
        const range = worksheet.getRange(addresses);
        set(range.format);
        range.untrack();
      }
    },
  }));
}

function formatStep(
  sheet: string,
  ranges: readonly CellRange[],
  settings: number,
  set: (format: Excel.RangeFormat) => void,
): Step {
  const [step] = areaSteps(sheet, ranges, settings, set);
  return step as Step;
}

/** RRGGBB as the API takes it. */
export function hex(color: string): string {
  return color.startsWith("#") ? color : `#${color}`;
}
