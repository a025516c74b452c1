import type { ICellData, Nullable, Workbook, Worksheet } from "@univerjs/core";
import type { GridParts } from "./hostBook";
import { movesNothing } from "./movesNothing";

type Cells = Readonly<Record<number, Nullable<Readonly<Record<number, Nullable<ICellData>>>>>>;
type SheetFormulas = Record<number, Record<number, { f: string; si?: string; x?: number; y?: number }>>;

/** Columns, by row, of cells that have a formula, or had one a while ago. */
type Places = Map<number, Set<number>>;

const WRITE = "sheet.mutation.set-range-values";

/** Rows that are hidden, shown or made higher stay where they are, and so do their cells. */
const ROWS = "sheet.mutation.set-row";

/**
 * Univer looks through every cell of the workbook for formulas whenever one is written, a sheet is added or a
 * calculation begins: with a hundred thousand orders, a second each time. From here on it is told where they are:
 * a sheet is looked through once, and what is written to it is followed.
 *
 * @returns lets Univer search again by itself
 */
export function quickenFormulaSearch({ api, formulas }: GridParts, workbook: Workbook): () => void {
  let known = new WeakMap<Worksheet, Places>();
  const unitId = workbook.getUnitId();

  const follow = ({ id, params }: { readonly id: string; readonly params?: object }): void => {
    if (id === WRITE) {
      const { subUnitId = "", cellValue = {} } = (params ?? {}) as {
        readonly subUnitId?: string;
        readonly cellValue?: Cells;
      };
      const sheet = workbook.getSheetBySheetId(subUnitId);
      const places = sheet ? known.get(sheet) : undefined;
      if (places !== undefined) eachFormula(cellValue, (row, column) => add(places, row, column));
    } else if (id.includes(".mutation.") && !movesNothing(id) && !id.startsWith(ROWS)) known = new WeakMap();
  };
  // Before a change: Univer asks on its way. After it: whoever asked on the way has seen it half done.
  const listeners = [api.onBeforeCommandExecute(follow), api.onCommandExecuted(follow)];

  formulas.getFormulaData = () => ({
    [unitId]: Object.fromEntries(
      workbook.getSheets().map((sheet) => {
        const cells = sheet.getCellMatrix().getMatrix();
        const places = known.get(sheet) ?? placesOf(cells);
        known.set(sheet, places);
        return [sheet.getSheetId(), formulasAt(cells, places)];
      }),
    ),
  });
  return () => {
    for (const listener of listeners) listener.dispose();
    // Its own again, which the class has.
    Reflect.deleteProperty(formulas, "getFormulaData");
  };
}

function eachFormula(cells: Cells, tell: (row: number, column: number) => void): void {
  // No lists of the keys: there may be a million cells.
  for (const row in cells) {
    const line = cells[Number(row)] ?? {};
    for (const column in line) {
      const cell = line[Number(column)];
      if (cell?.f || cell?.si) tell(Number(row), Number(column));
    }
  }
}

function placesOf(cells: Cells): Places {
  const places: Places = new Map();
  eachFormula(cells, (row, column) => add(places, row, column));
  return places;
}

function add(places: Places, row: number, column: number): void {
  const line = places.get(row) ?? new Set<number>();
  line.add(column);
  places.set(row, line);
}

/**
 * The formulas of a sheet as Univer lists them. One that was filled down names its first cell's by an id, and how
 * far it lies from there. Places that have none any more are forgotten.
 */
function formulasAt(cells: Cells, places: Places): SheetFormulas {
  const found: SheetFormulas = {};
  const firsts = new Map<string, { readonly f: string; readonly row: number; readonly column: number }>();
  const followers: { readonly si: string; readonly row: number; readonly column: number }[] = [];
  for (const [row, columns] of places) {
    for (const column of columns) {
      const { f, si } = cells[row]?.[column] ?? {};
      if (f && f.length > 1 && f.startsWith("=")) {
        (found[row] ??= {})[column] = { f, ...(si && { si }) };
        if (si) firsts.set(si, { f, row, column });
      } else if (si) followers.push({ si, row, column });
      else columns.delete(column);
    }
    if (columns.size === 0) places.delete(row);
  }
  for (const { si, row, column } of followers) {
    const first = firsts.get(si);
    if (first !== undefined)
      (found[row] ??= {})[column] = { f: first.f, si, x: column - first.column, y: row - first.row };
  }
  return found;
}
