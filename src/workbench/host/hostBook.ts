import type { ICellData, IStyleData, Nullable, Workbook, Worksheet } from "@univerjs/core";
import type { FUniver } from "@univerjs/core/facade";
import type { FormulaDataModel } from "@univerjs/engine-formula";
import type { FWorkbook, FWorksheet } from "@univerjs/sheets/facade";
import type { CellRange } from "../../reports";
import { createExtras, type Extras } from "./extras";
import { HostError, notFound } from "./hostError";

/** The parts of Univer the host stands on; the page and the headless book bring their own. */
export interface GridParts {
  readonly api: FUniver;
  readonly formulas: Pick<
    FormulaDataModel,
    "getArrayFormulaCellData" | "getArrayFormulaRange" | "getFormulaStringByCell" | "getFormulaData"
  >;
}

type Matrix = Record<number, Record<number, Nullable<ICellData>>>;

/** Writes cells without touching the undo list; Univer calculates after it as after any other. */
const WRITE = "sheet.mutation.set-range-values";

/** The open workbook: cells through Univer, and beside them what Univer does not keep. */
export class HostBook {
  readonly extras: Extras = createExtras();
  /** Whether cells were written since the last calculation was waited for. */
  uncalculated = false;
  /** Whether the add-in asked for silence: `runtime.enableEvents = false`. */
  eventsEnabled = true;
  /** Told whenever charts or what they draw may have changed. */
  onCharts: () => void = () => undefined;
  /** Whether the add-in's pane is to be seen; the window around it says so when a person opens or closes it. */
  paneShown = true;
  /** Told when the add-in shows or hides its pane. */
  onPane: (shown: boolean) => void = () => undefined;

  /** Cells that are written with the next flush, by sheet, row and column. */
  private readonly waiting = new Map<string, Map<number, Map<number, ICellData | null>>>();

  constructor(
    readonly parts: GridParts,
    private readonly unitId: string,
  ) {}

  get workbook(): FWorkbook {
    const workbook = this.parts.api.getWorkbook(this.unitId);
    if (workbook === null) throw new HostError("GeneralException", "the workbook is closed");
    return workbook;
  }

  private get model(): Workbook {
    return this.workbook.getWorkbook();
  }

  sheetIds(): readonly string[] {
    return this.model.getSheets().map((sheet) => sheet.getSheetId());
  }

  hasSheet(id: string): boolean {
    return this.model.getSheetBySheetId(id) !== null && this.model.getSheetBySheetId(id) !== undefined;
  }

  /** @throws HostError ItemNotFound */
  sheet(id: string): FWorksheet {
    const sheet = this.workbook.getSheetBySheetId(id);
    if (sheet === null) throw notFound();
    return sheet;
  }

  worksheet(id: string): Worksheet {
    return this.sheet(id).getSheet();
  }

  sheetName(id: string): string {
    return this.worksheet(id).getName();
  }

  /** By name, whatever its case; null: there is none. */
  sheetNamed(name: string): string | null {
    const wanted = name.toLowerCase();
    return this.sheetIds().find((id) => this.sheetName(id).toLowerCase() === wanted) ?? null;
  }

  /** A cell as it stands, or as a formula beside it has filled it. */
  cell(sheet: string, row: number, column: number): ICellData | null {
    const waiting = this.waiting.get(sheet)?.get(row)?.get(column);
    const own = merged(this.worksheet(sheet).getCellMatrix().getValue(row, column) ?? null, waiting);
    if (own !== null && (hasValue(own) || own.f || own.si)) return own;
    const spilled = this.spills(sheet)[row]?.[column];
    return spilled ? { ...own, v: spilled.v, t: spilled.t } : own;
  }

  /** Cells that formulas have filled. */
  spilled(sheet: string): Matrix {
    this.flush();
    return this.spills(sheet);
  }

  private spills(sheet: string): Matrix {
    return (this.parts.formulas.getArrayFormulaCellData()[this.unitId]?.[sheet] ?? {}) as Matrix;
  }

  /** The range a formula has filled, itself included; null: one cell. */
  spillOf(sheet: string, row: number, column: number): CellRange | null {
    const range = this.parts.formulas.getArrayFormulaRange()[this.unitId]?.[sheet]?.[row]?.[column];
    if (range === undefined || range === null) return null;
    const { startRow, endRow, startColumn, endColumn } = range;
    return {
      row: startRow,
      column: startColumn,
      rows: endRow - startRow + 1,
      columns: endColumn - startColumn + 1,
    };
  }

  formula(sheet: string, row: number, column: number): string | null {
    const waiting = this.waiting.get(sheet)?.get(row)?.get(column);
    const cell = merged(this.worksheet(sheet).getCellMatrix().getValue(row, column) ?? null, waiting);
    if (cell?.f) return cell.f;
    if (!cell?.si) return null;
    return this.parts.formulas.getFormulaStringByCell(row, column, sheet, this.unitId) ?? null;
  }

  style(sheet: string, row: number, column: number): IStyleData {
    const cell = this.worksheet(sheet).getCellMatrix().getValue(row, column);
    const waiting = this.waiting.get(sheet)?.get(row)?.get(column)?.s;
    const stands = this.model.getStyles().getStyleByCell(cell) ?? {};
    return waiting && typeof waiting === "object" ? mergedStyle(stands, waiting) : stands;
  }

  /**
   * Writes what `of` gives for each cell; undefined leaves a cell alone, null empties it wholly. Written cells
   * wait for the end of the request, so that a look described property by property is put on once.
   *
   * @throws HostError AccessDenied on a protected sheet
   */
  write(
    sheet: string,
    { row, column, rows, columns }: CellRange,
    of: (down: number, across: number) => ICellData | null | undefined,
  ): void {
    this.refuseLocked(sheet);
    this.makeRoom(sheet, row + rows, column + columns);
    const waiting = this.waiting.get(sheet) ?? new Map<number, Map<number, ICellData | null>>();
    this.waiting.set(sheet, waiting);
    for (let down = 0; down < rows; down++) {
      let line = waiting.get(row + down);
      for (let across = 0; across < columns; across++) {
        const cell = of(down, across);
        if (cell === undefined) continue;
        if (line === undefined) {
          line = new Map();
          waiting.set(row + down, line);
        }
        const before = line.get(column + across);
        line.set(column + across, cell === null || before === undefined ? cell : patched(before, cell));
      }
    }
    this.uncalculated = true;
  }

  /** Brings what was written to the grid. */
  flush(): void {
    if (this.waiting.size === 0) return;
    const all = [...this.waiting];
    this.waiting.clear();
    for (const [sheet, rows] of all) {
      const cells: Matrix = {};
      let some = false;
      for (const [row, line] of rows) {
        const target: Record<number, Nullable<ICellData>> = {};
        for (const [column, cell] of line) {
          target[column] = cell;
          some = true;
        }
        cells[row] = target;
      }
      if (some && this.hasSheet(sheet))
        this.parts.api.syncExecuteCommand(WRITE, { unitId: this.unitId, subUnitId: sheet, cellValue: cells });
    }
    this.onCharts();
  }

  /** Puts a look on cells, leaving what it does not name. */
  dress(sheet: string, range: CellRange, style: IStyleData): void {
    this.write(sheet, range, () => ({ s: style }));
  }

  refuseLocked(sheet: string): void {
    if (this.extras.locked.has(sheet))
      throw new HostError("AccessDenied", "You cannot perform the requested operation.");
  }

  private makeRoom(sheet: string, rows: number, columns: number): void {
    const target = this.sheet(sheet);
    if (target.getMaxRows() < rows) target.setRowCount(rows);
    if (target.getMaxColumns() < columns) target.setColumnCount(columns);
  }

  /** The smallest range with everything in it; null: the sheet is empty. */
  used(sheet: string, valuesOnly: boolean, within: CellRange | null = null): CellRange | null {
    this.flush();
    let [top, left, bottom, right] = [Infinity, Infinity, -1, -1];
    const see = (row: number, column: number): void => {
      if (within !== null && !holds(within, row, column)) return;
      top = Math.min(top, row);
      left = Math.min(left, column);
      bottom = Math.max(bottom, row);
      right = Math.max(right, column);
    };
    this.worksheet(sheet)
      .getCellMatrix()
      .forValue((row, column, cell) => {
        if (cell && (hasValue(cell) || cell.f || cell.si || (!valuesOnly && cell.s))) see(row, column);
      });
    for (const [row, line] of Object.entries(this.spilled(sheet)))
      for (const column of Object.keys(line)) see(Number(row), Number(column));
    return bottom < 0 ? null : { row: top, column: left, rows: bottom - top + 1, columns: right - left + 1 };
  }

  /** Forgets what lay on a sheet that is gone. */
  forget(sheet: string): void {
    const { charts, tables, links, pages, locked } = this.extras;
    for (const list of [charts, tables])
      for (let index = list.length - 1; index >= 0; index--)
        if (list[index]?.sheet === sheet) list.splice(index, 1);
    links.delete(sheet);
    pages.delete(sheet);
    locked.delete(sheet);
    this.onCharts();
  }
}

function hasValue(cell: ICellData): boolean {
  return (cell.v !== null && cell.v !== undefined && cell.v !== "") || Boolean(cell.p);
}

const holds = (range: CellRange, row: number, column: number): boolean =>
  row >= range.row &&
  row < range.row + range.rows &&
  column >= range.column &&
  column < range.column + range.columns;

/** A cell with something written over it. */
function merged(stands: ICellData | null, waiting: ICellData | null | undefined): ICellData | null {
  if (waiting === undefined) return stands;
  return waiting === null || stands === null ? waiting : { ...stands, ...waiting };
}

/** Two writes to one cell as one. */
function patched(before: ICellData | null, after: ICellData): ICellData {
  // What was to be emptied first: the second write says all there is.
  if (before === null) return { ...CLEARED, ...after };
  const style =
    after.s === undefined
      ? before.s
      : after.s !== null && typeof after.s === "object" && before.s !== null && typeof before.s === "object"
        ? mergedStyle(before.s, after.s)
        : after.s;
  return { ...before, ...after, ...(style !== undefined && { s: style }) };
}

const CLEARED: ICellData = { v: null, f: null, si: null, p: null, t: null, s: null };

function mergedStyle(below: IStyleData, above: IStyleData): IStyleData {
  return { ...below, ...above, ...(below.bd && above.bd && { bd: { ...below.bd, ...above.bd } }) };
}
