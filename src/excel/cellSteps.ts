import { rangeAddress } from "../reports/kit/address";
import { cellBytes, stretches, textBytes } from "./payload";
import { formulaAt, isTextStyle, styleAt, styledAreas, type SheetGrid, type UserCell } from "./sheetGrid";
import { isAwkwardText, writtenText } from "./writtenText";
import type { Step } from "./steps";
import type { CellRange, CellStyle, CellValue, StyleName } from "../reports";

type Styles = Readonly<Record<StyleName, CellStyle>>;

/** A range's proxy with one call on it, as JSON. */
export const RANGE_BYTES = 800;
/** Setting one property, beside its value. */
export const SET_BYTES = 180;
/** One request's cells; small enough that two fit with what else it says. */
const BLOCK_BYTES = 450_000;
/** A format in a grid of formats where the cell has none: "null,". */
const NO_FORMAT_BYTES = 5;

/** Where the cells of a grid go: their own place, or one beside it where they wait. */
export interface Target {
  readonly sheet: string;
  readonly rowOffset: number;
  readonly columnOffset: number;
}

/**
 * Number formats of a grid, text formats included: they have to stand before the values, so that text stays text.
 * A sheet with few cells gets them as one grid, a list as one range for each run of equal columns.
 */
export function numberFormatSteps(
  grid: SheetGrid,
  styles: Styles,
  userCells: readonly UserCell[],
  target: Target,
): readonly Step[] {
  const formatOf = (style: StyleName | null): string | null =>
    style === null ? null : (styles[style]?.numberFormat ?? null);
  const areas = styledAreas(grid, formatOf);
  const steps: Step[] = [];
  const asRanges = [...areas].reduce(
    (sum, [format, ranges]) => sum + ranges.length * (RANGE_BYTES + SET_BYTES + textBytes(format)),
    0,
  );
  const cells = [...areas].reduce(
    (sum, [format, ranges]) =>
      sum + ranges.reduce((all, { rows, columns }) => all + rows * columns, 0) * textBytes(format),
    0,
  );
  const asGrid = RANGE_BYTES + SET_BYTES + grid.rows * grid.columns * NO_FORMAT_BYTES + cells;
  if (asGrid < asRanges) {
    const formats = Array.from({ length: grid.rows }, (_, row) =>
      Array.from({ length: grid.columns }, (__, column) => formatOf(styleAt(grid, row, column))),
    );
    steps.push({
      bytes: asGrid,
      run: (batch) => {
        const range = { row: 0, column: 0, rows: grid.rows, columns: grid.columns };
        batch.sheet(target.sheet).getRange(moved(range, target)).numberFormat = formats;
      },
    });
  } else {
    for (const [format, ranges] of areas) {
      for (const range of ranges) {
        steps.push({
          bytes: RANGE_BYTES + SET_BYTES + textBytes(format),
          run: (batch) => {
            const proxy = batch.sheet(target.sheet).getRange(moved(range, target));
            // One value stands for the whole range.
            (proxy as { numberFormat: unknown }).numberFormat = format;
            proxy.untrack();
          },
        });
      }
    }
  }
  return [...steps, ...userFormatSteps(userCells, target)];
}

function userFormatSteps(userCells: readonly UserCell[], target: Target): readonly Step[] {
  const byFormat = new Map<string, UserCell[]>();
  for (const cell of userCells) {
    if (cell.numberFormat === "General" || cell.numberFormat === "") continue;
    byFormat.set(cell.numberFormat, [...(byFormat.get(cell.numberFormat) ?? []), cell]);
  }
  return [...byFormat].flatMap(([format, cells]) =>
    userRuns(cells).map((range): Step => ({
      bytes: RANGE_BYTES + SET_BYTES + textBytes(format),
      run: (batch) => {
        const proxy = batch.sheet(target.sheet).getRange(moved(range, target));
        (proxy as { numberFormat: unknown }).numberFormat = format;
        proxy.untrack();
      },
    })),
  );
}

/** Cells as ranges of one column each. */
function userRuns(cells: readonly UserCell[]): readonly CellRange[] {
  const runs: { -readonly [P in keyof CellRange]: CellRange[P] }[] = [];
  for (const { row, column } of [...cells].sort((a, b) => a.column - b.column || a.row - b.row)) {
    const last = runs.at(-1);
    if (last !== undefined && last.column === column && last.row + last.rows === row) last.rows += 1;
    else runs.push({ row, column, rows: 1, columns: 1 });
  }
  return runs;
}

/** Values and formulas of a grid in blocks of rows. Empty cells are left alone: what was there has been cleared. */
export function valueSteps(
  grid: SheetGrid,
  styles: Styles,
  userCells: readonly UserCell[],
  target: Target,
  { formulas }: { readonly formulas: boolean },
): readonly Step[] {
  const isText = (row: number, column: number): boolean => {
    const style = styleAt(grid, row, column);
    return style !== null && isTextStyle(styles[style]);
  };
  const awkward: { row: number; column: number; text: string }[] = [];
  const bytesOfRow = (row: number): number =>
    (grid.values[row] ?? []).reduce<number>((sum, value) => sum + cellBytes(value), 0);
  const steps = stretches(grid.rows, bytesOfRow, BLOCK_BYTES).map(({ from, to, bytes }) =>
    blockStep(from, to, bytes),
  );

  function blockStep(from: number, to: number, bytes: number): Step {
    return {
      bytes: bytes + RANGE_BYTES + SET_BYTES,
      run: (batch) => {
        const rows: (CellValue | string)[][] = [];
        let anyFormula = false;
        for (let row = from; row < to; row += 1) {
          const line = grid.values[row] ?? [];
          rows.push(
            line.map((value, column) => {
              const formula = formulas ? formulaAt(grid, row, column) : null;
              if (formula !== null) {
                anyFormula = true;
                return `=${formula}`;
              }
              if (typeof value !== "string") return value;
              // The cells below get these one by one.
              if (isText(row, column) && isAwkwardText(value)) return null;
              return writtenText(value, isText(row, column));
            }),
          );
        }
        const range = { row: from, column: 0, rows: to - from, columns: grid.columns };
        const proxy = batch.sheet(target.sheet).getRange(moved(range, target));
        if (anyFormula) proxy.formulas = rows;
        else proxy.values = rows;
      },
      ...(to - from > 1 && {
        parts: () => {
          const middle = Math.ceil((from + to) / 2);
          return [blockStep(from, middle, bytes / 2), blockStep(middle, to, bytes / 2)];
        },
      }),
    };
  }

  grid.values.forEach((line, row) => {
    line.forEach((value, column) => {
      if (typeof value === "string" && isText(row, column) && isAwkwardText(value))
        awkward.push({ row, column, text: value });
    });
  });
  return [
    ...steps,
    ...awkward.map(({ row, column, text }): Step => ({
      bytes: RANGE_BYTES + 3 * SET_BYTES + textBytes(text),
      run: (batch) => {
        const cell = batch.sheet(target.sheet).getRange(moved({ row, column, rows: 1, columns: 1 }, target));
        cell.numberFormat = [["General"]];
        cell.values = [[writtenText(text, false)]];
        cell.numberFormat = [["@"]];
        cell.untrack();
      },
    })),
    ...userValueSteps(userCells, target),
  ];
}

/** Users' own cells, column by column; text goes back as text. */
function userValueSteps(userCells: readonly UserCell[], target: Target): readonly Step[] {
  const at = new Map(userCells.map((cell) => [`${cell.row},${cell.column}`, cell]));
  return userRuns(userCells).map((run): Step => {
    const cells = Array.from({ length: run.rows }, (_, i) => at.get(`${run.row + i},${run.column}`));
    const written = cells.map((cell) => {
      if (cell === undefined) return null;
      if (cell.formula !== null) return cell.formula;
      if (typeof cell.value !== "string") return cell.value;
      return isAwkwardText(cell.value)
        ? `'${cell.value}`
        : writtenText(cell.value, cell.numberFormat === "@");
    });
    return {
      bytes: RANGE_BYTES + SET_BYTES + written.reduce<number>((sum, value) => sum + cellBytes(value), 0),
      run: (batch) => {
        const proxy = batch.sheet(target.sheet).getRange(moved(run, target));
        proxy.formulas = written.map((value) => [value]);
        proxy.untrack();
      },
    };
  });
}

function moved(range: CellRange, { rowOffset, columnOffset }: Target): string {
  return rangeAddress({ ...range, row: range.row + rowOffset, column: range.column + columnOffset });
}
