import { equalAreas } from "./cellAreas";
import type { CellRange, CellStyle, CellValue, SheetModel, StyleName } from "../reports";

/** A sheet's cells laid out, with what stands where: the blocks of the model, and cells of users' own. */
export interface SheetGrid {
  readonly rows: number;
  readonly columns: number;
  /** null: nothing stands there. */
  readonly values: readonly (readonly CellValue[])[];
  /** Without "="; undefined where a row has none. */
  readonly formulas: readonly (readonly (string | null)[] | undefined)[];
  readonly styles: readonly (readonly (StyleName | null)[])[];
}

/** A cell of a user's own, carried over from before. */
export interface UserCell {
  readonly row: number;
  readonly column: number;
  readonly value: CellValue;
  /** With "="; null: a constant. */
  readonly formula: string | null;
  readonly numberFormat: string;
}

/** Grids of blocks that are laid out already: a sheet is recorded, carried over and planned from the same ones. */
const laidOut = new WeakMap<SheetModel["blocks"], SheetGrid>();

/** Lays the blocks of a sheet out over each other; later ones win. */
export function sheetGrid(sheet: SheetModel): SheetGrid {
  const known = laidOut.get(sheet.blocks);
  if (known !== undefined) return known;
  const grid = gridOf(sheet);
  laidOut.set(sheet.blocks, grid);
  return grid;
}

function gridOf(sheet: SheetModel): SheetGrid {
  const { rows, columns } = blockExtent(sheet);
  const values: CellValue[][] = Array.from({ length: rows }, () => new Array<CellValue>(columns).fill(null));
  const styles: (StyleName | null)[][] = Array.from({ length: rows }, () =>
    new Array<StyleName | null>(columns).fill(null),
  );
  const formulas: ((string | null)[] | undefined)[] = new Array<undefined>(rows).fill(undefined);
  for (const block of sheet.blocks) {
    block.values.forEach((line, i) => {
      const row = block.row + i;
      const blockFormulas = block.formulas?.[i];
      line.forEach((value, j) => {
        const column = block.column + j;
        (values[row] as CellValue[])[column] = value;
        (styles[row] as (StyleName | null)[])[column] =
          block.style.of === "block"
            ? block.style.style
            : block.style.of === "columns"
              ? (block.style.styles[j] ?? null)
              : (block.style.styles[i]?.[j] ?? null);
        const formula = blockFormulas?.[j] ?? null;
        const known = formulas[row];
        if (known !== undefined) known[column] = formula;
        else if (formula !== null) {
          const added = new Array<string | null>(columns).fill(null);
          added[column] = formula;
          formulas[row] = added;
        }
      });
    });
  }
  // Rows styled alike share one line, so that lists are known for what they are.
  for (let row = 1; row < rows; row += 1) {
    const [above = [], line = []] = [styles[row - 1], styles[row]];
    if (line.every((style, column) => style === above[column])) styles[row] = above;
  }
  return { rows, columns, values, formulas, styles };
}

/** Rectangles of cells by what their styles say (`equalAreas`); null: of no interest. */
export function styledAreas<Key>(
  grid: SheetGrid,
  key: (style: StyleName | null) => Key | null,
): Map<Key, CellRange[]> {
  return equalAreas(
    grid.rows,
    grid.columns,
    (row, column) => key(styleAt(grid, row, column)),
    (row) => grid.styles[row] === grid.styles[row - 1],
  );
}

function blockExtent(sheet: SheetModel): { readonly rows: number; readonly columns: number } {
  let rows = 0;
  let columns = 0;
  for (const block of sheet.blocks) {
    rows = Math.max(rows, block.row + block.values.length);
    for (const line of block.values) columns = Math.max(columns, block.column + line.length);
  }
  return { rows, columns };
}

/** Rows and columns that a sheet's model takes, charts and merged cells included. */
export function sheetExtent(sheet: SheetModel): { readonly rows: number; readonly columns: number } {
  const blocks = blockExtent(sheet);
  let { rows, columns } = { ...blocks, columns: Math.max(blocks.columns, sheet.columnWidths.length) };
  const reach = (range: CellRange): void => {
    rows = Math.max(rows, range.row + range.rows);
    columns = Math.max(columns, range.column + range.columns);
  };
  sheet.merges.forEach(reach);
  sheet.tables.forEach(({ range }) => reach(range));
  sheet.charts.forEach(({ anchor }) => reach(anchor));
  return { rows, columns };
}

/** The style of a cell; null: none, or outside the grid. */
export function styleAt(grid: SheetGrid, row: number, column: number): StyleName | null {
  return grid.styles[row]?.[column] ?? null;
}

/** The formula of a cell, without "="; null: none. */
export function formulaAt(grid: SheetGrid, row: number, column: number): string | null {
  return grid.formulas[row]?.[column] ?? null;
}

/** Whether cells of a style hold text whatever they look like. */
export function isTextStyle(style: CellStyle | undefined): boolean {
  return style?.numberFormat === "@";
}
