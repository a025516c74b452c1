import type { ICellData, IStyleData, Nullable, Styles, Workbook, Worksheet } from "@univerjs/core";
import type { FUniver } from "@univerjs/core/facade";
import type { FormulaDataModel } from "@univerjs/engine-formula";
import type { FWorkbook, FWorksheet } from "@univerjs/sheets/facade";
import type { CellRange } from "../../reports";
import { createExtras, type Extras } from "./extras";
import { HostError, notFound } from "./hostError";
import { createArea } from "./createArea";
import { createStyleMemo, mergedStyle } from "./mergedStyle";

/** The parts of Univer the host stands on; the page and the headless book bring their own. */
export interface GridParts {
  readonly api: FUniver;
  readonly formulas: Pick<
    FormulaDataModel,
    "getArrayFormulaCellData" | "getArrayFormulaRange" | "getFormulaStringByCell"
  >;
}

type Matrix = Record<number, Record<number, Nullable<ICellData>>>;

/** Writes cells; Univer calculates after it as after any other. */
const WRITE = "sheet.mutation.set-range-values";
/** What Univer takes for a change of looks alone, after which there is nothing to calculate. */
const LOOKS_ONLY = "sheet.command.set-style";
/** Brought to the grid in one go: a few milliseconds' work. */
const CELLS_AT_ONCE = 4_000;

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
  /** Univer's own objects of workbook and sheets are dear to make, and asked for with every cell. */
  private facade: FWorkbook | null = null;
  private readonly sheets = new Map<string, FWorksheet>();
  private readonly styleIds = createStyleMemo();
  private closed = false;

  constructor(
    readonly parts: GridParts,
    private readonly unitId: string,
  ) {}

  get workbook(): FWorkbook {
    this.facade ??= this.closed ? null : this.parts.api.getWorkbook(this.unitId);
    if (this.facade === null) throw new HostError("GeneralException", "the workbook is closed");
    return this.facade;
  }

  /** Whoever still asks for something is told that the workbook is closed. */
  close(): void {
    this.closed = true;
    this.facade = null;
    this.sheets.clear();
    this.waiting.clear();
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
    const known = this.sheets.get(id);
    if (known !== undefined && known.getSheet() === this.model.getSheetBySheetId(id)) return known;
    const sheet = this.workbook.getSheetBySheetId(id);
    if (sheet === null) throw notFound();
    this.sheets.set(id, sheet);
    return sheet;
  }

  /** @throws HostError ItemNotFound */
  worksheet(id: string): Worksheet {
    const worksheet = this.model.getSheetBySheetId(id);
    if (worksheet === null || worksheet === undefined) throw notFound();
    return worksheet;
  }

  /**
   * Changes the workbook the way the add-in does: at once, as somebody else's hand. A person's undo list and the
   * sheet that is looked at stay as they are.
   *
   * @param mutation - Univer's name of the change: "sheet.mutation.set-frozen"
   * @param sheet - null: the change is not to one sheet
   */
  change(mutation: string, sheet: string | null, params: object, options: object = {}): void {
    this.parts.api.syncExecuteCommand(
      mutation,
      { unitId: this.unitId, ...(sheet !== null && { subUnitId: sheet }), ...params },
      { fromCollab: true, ...options },
    );
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
        if (!this.uncalculated && !isLook(cell)) this.uncalculated = true;
        if (line === undefined) {
          line = new Map();
          waiting.set(row + down, line);
        }
        const before = line.get(column + across);
        line.set(column + across, cell === null || before === undefined ? cell : patched(before, cell));
      }
    }
  }

  /** Brings what was written to the grid. */
  flush(): void {
    if (this.waiting.size === 0) return;
    for (const part of [...this.waiting.keys()]) this.bring(part, this.taken(part, Infinity));
    this.onCharts();
  }

  /**
   * The same in stretches, between which others have their turn; what still waits is read as if it stood.
   *
   * @param stretchMs - about as long as a stretch may take
   */
  async flushInStretches(stretchMs: number, breathe: () => Promise<void>): Promise<void> {
    if (this.waiting.size === 0) return;
    let begun = performance.now();
    for (let [sheet] = this.waiting.keys(); sheet !== undefined; [sheet] = this.waiting.keys()) {
      this.bring(sheet, this.taken(sheet, CELLS_AT_ONCE));
      if (performance.now() - begun > stretchMs) {
        await breathe();
        begun = performance.now();
      }
    }
    this.onCharts();
  }

  /** Takes rows of a sheet off what waits, as many as hold about so many cells. */
  private taken(sheet: string, cells: number): ReadonlyMap<number, ReadonlyMap<number, ICellData | null>> {
    const rows = this.waiting.get(sheet) ?? new Map<number, Map<number, ICellData | null>>();
    const some = new Map<number, ReadonlyMap<number, ICellData | null>>();
    let count = 0;
    for (const [row, line] of rows) {
      if (count >= cells) break;
      some.set(row, line);
      rows.delete(row);
      count += line.size;
    }
    if (rows.size === 0) this.waiting.delete(sheet);
    return some;
  }

  /**
   * Looks are put on here, each once for all cells that change from the same look to the same other one; Univer
   * would merge and compare them cell by cell. What cells hold goes through Univer's own change.
   */
  private bring(sheet: string, rows: ReadonlyMap<number, ReadonlyMap<number, ICellData | null>>): void {
    if (rows.size === 0 || !this.hasSheet(sheet)) return;
    const matrix = this.worksheet(sheet).getCellMatrix();
    const styles = this.model.getStyles();
    const contents: Matrix = {};
    const area = createArea();
    let looksOnly = true;
    // Filled by formulas: what is written there may take one of them apart.
    let formulas = Object.keys(this.spills(sheet)).length > 0;
    for (const [row, line] of rows) {
      let target: Record<number, Nullable<ICellData>> | undefined;
      for (const [column, cell] of line) {
        area.see(row, column);
        const stands = matrix.getValue(row, column);
        const look = cell?.s;
        if (look !== undefined) this.putOn(look, row, column, stands, matrix, styles);
        if (cell !== null && isLook(cell)) continue;
        target ??= contents[row] = {};
        looksOnly = false;
        formulas ||= Boolean(cell?.f ?? cell?.si ?? stands?.f ?? stands?.si);
        if (cell === null || look === undefined) target[column] = cell;
        else {
          const { s: _, ...content } = cell;
          target[column] = content;
        }
      }
    }
    // Univer looks through the whole workbook for formulas where it cannot be told that there are none in this.
    if (!looksOnly)
      this.change(WRITE, sheet, { cellValue: contents }, { fromCollab: false, fromChangeset: !formulas });
    if (!looksOnly && formulas) return;
    // Drawn anew is the area around the cells.
    const corners: Matrix = {};
    for (const [row, column] of area.corners()) (corners[row] ??= {})[column] ??= {};
    this.change(WRITE, sheet, { cellValue: corners, trigger: LOOKS_ONLY }, { fromCollab: false });
  }

  private putOn(
    look: NonNullable<ICellData["s"]> | null,
    row: number,
    column: number,
    stands: Nullable<ICellData>,
    matrix: ReturnType<Worksheet["getCellMatrix"]>,
    styles: Styles,
  ): void {
    const id =
      look === null || typeof look === "string"
        ? (look ?? undefined)
        : this.styleIds(styles, stands?.s ?? undefined, look);
    if (stands === null || stands === undefined) {
      if (id !== undefined) matrix.setValue(row, column, { s: id });
    } else if (id === undefined) delete stands.s;
    else stands.s = id;
  }

  /** Whether anything in the workbook is calculated. */
  get hasFormulas(): boolean {
    this.flush();
    return this.model.getSheets().some((sheet) => {
      let some = false;
      sheet.getCellMatrix().forValue((_, __, cell) => {
        some = Boolean(cell?.f) || Boolean(cell?.si);
        return some ? false : undefined;
      });
      return some;
    });
  }

  /** Puts a look on cells, leaving what it does not name. */
  dress(sheet: string, range: CellRange, style: IStyleData): void {
    const look = lookOf(style);
    this.write(sheet, range, () => look);
  }

  refuseLocked(sheet: string): void {
    if (this.extras.locked.has(sheet))
      throw new HostError("AccessDenied", "You cannot perform the requested operation.");
  }

  private makeRoom(sheet: string, rows: number, columns: number): void {
    const target = this.worksheet(sheet);
    if (target.getRowCount() < rows)
      this.change("sheet.mutation.set-worksheet-row-count", sheet, { rowCount: rows });
    if (target.getColumnCount() < columns)
      this.change("sheet.mutation.set-worksheet-column-count", sheet, { columnCount: columns });
  }

  /** The smallest range with everything in it; null: the sheet is empty. */
  used(sheet: string, valuesOnly: boolean, within: CellRange | null = null): CellRange | null {
    this.flush();
    const area = createArea();
    const see = (row: number, column: number): void => {
      if (within === null || holds(within, row, column)) area.see(row, column);
    };
    this.worksheet(sheet)
      .getCellMatrix()
      .forValue((row, column, cell) => {
        if (cell && (hasValue(cell) || cell.f || cell.si || (!valuesOnly && cell.s))) see(row, column);
      });
    for (const [row, line] of Object.entries(this.spilled(sheet)))
      for (const column of Object.keys(line)) see(Number(row), Number(column));
    return area.range();
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
  if (before?.s && after.s && typeof before.s === "object" && typeof after.s === "object") {
    const s = mergedStyle(before.s, after.s);
    if (isLook(after)) return isLook(before) ? lookOf(s) : { ...before, s };
  }
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

const looks = new WeakMap<IStyleData, ICellData>();

/** The write that puts on a look: one for all cells. */
function lookOf(style: IStyleData): ICellData {
  const look = looks.get(style) ?? { s: style };
  looks.set(style, look);
  return look;
}

const CLEARED: ICellData = { v: null, f: null, si: null, p: null, t: null, s: null };

/** Says how a cell looks, and nothing of what it holds. */
function isLook(cell: ICellData | null): boolean {
  if (cell === null) return false;
  for (const key in cell) if (key !== "s") return false;
  return true;
}
