import type { ICellData, IStyleData, Nullable, Styles, Workbook, Worksheet } from "@univerjs/core";
import type { FUniver } from "@univerjs/core/facade";
import type { FormulaDataModel } from "@univerjs/engine-formula";
import type {} from "@univerjs/sheets-conditional-formatting/facade";
import type { FWorkbook, FWorksheet } from "@univerjs/sheets/facade";
import type { CellRange } from "../../reports";
import { EMPTY } from "./cellInput";
import { createExtras, type Extras } from "./extras";
import { HostError, notFound } from "./hostError";
import type { FunctionResult } from "./protocol";
import type { Calculations } from "./queueCalculations";
import { createArea, type Area } from "./createArea";
import { createStyleMemo, mergedStyle } from "./mergedStyle";
import { isPlain, isPlainContent, putContent } from "./putContent";
import { takeOutCells } from "./takeOutCells";
import { addWaiting, dropWaiting, type WaitingRow, type WaitingRows } from "./waitingCells";
import { unchanged, witnessCells } from "./witnessCells";

/** The parts of Univer the host stands on; the page and the headless book bring their own. */
export interface GridParts {
  readonly api: FUniver;
  readonly formulas: Pick<
    FormulaDataModel,
    | "getArrayFormulaCellData"
    | "getArrayFormulaRange"
    | "getFormulaStringByCell"
    | "getFormulaData"
    | "getHiddenRowsFiltered"
  >;
  readonly calculations: Calculations;
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
  /** Whether the add-in asked for silence: `runtime.enableEvents = false`. */
  eventsEnabled = true;
  /** Told whenever charts or what they draw may have changed. */
  onCharts: () => void = () => undefined;
  /** Whether the add-in's pane is to be seen; the window around it says so when a person opens or closes it. */
  paneShown = true;
  /** Told when the add-in shows or hides its pane. */
  onPane: (shown: boolean) => void = () => undefined;

  /** Told what a function gave that was called through the add-in's own runtime. */
  onFunctionResult: (result: FunctionResult) => void = () => undefined;

  /** Cells that are written with the next flush, by sheet, row and column. */
  private readonly waiting = new Map<string, WaitingRows>();
  /** Where cells were changed that Univer has not been told of, by sheet. */
  private readonly untold = new Map<string, { readonly looks: Area; readonly values: Area }>();
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
    this.untold.clear();
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
    const waiting = this.waiting.get(sheet)?.get(row)?.contents.get(column);
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
    const waiting = this.waiting.get(sheet)?.get(row)?.contents.get(column);
    const cell = merged(this.worksheet(sheet).getCellMatrix().getValue(row, column) ?? null, waiting);
    if (cell?.f) return cell.f;
    if (!cell?.si) return null;
    return this.parts.formulas.getFormulaStringByCell(row, column, sheet, this.unitId) ?? null;
  }

  style(sheet: string, row: number, column: number): IStyleData {
    const cell = this.worksheet(sheet).getCellMatrix().getValue(row, column);
    const waiting = this.waiting.get(sheet)?.get(row)?.looks.get(column);
    if (waiting === null) return {};
    const stands = this.model.getStyles().getStyleByCell(cell) ?? {};
    return waiting === undefined ? stands : mergedStyle(stands, waiting);
  }

  /**
   * Writes what `of` gives for each cell; undefined leaves a cell alone. Written cells wait for the end of the
   * request, so that a look described property by property is put on once.
   *
   * @throws HostError AccessDenied on a protected sheet
   */
  write(
    sheet: string,
    { row, column, rows, columns }: CellRange,
    of: (down: number, across: number) => ICellData | undefined,
  ): void {
    this.refuseLocked(sheet);
    this.makeRoom(sheet, row + rows, column + columns);
    const waiting: WaitingRows = this.waiting.get(sheet) ?? new Map<number, WaitingRow>();
    this.waiting.set(sheet, waiting);
    for (let down = 0; down < rows; down++) {
      let line = waiting.get(row + down);
      for (let across = 0; across < columns; across++) {
        const cell = of(down, across);
        if (cell === undefined) continue;
        if (line === undefined) {
          line = { contents: new Map(), looks: new Map() };
          waiting.set(row + down, line);
        }
        addWaiting(line, column + across, cell);
      }
    }
  }

  /**
   * Empties cells wholly, their looks too.
   *
   * @throws HostError AccessDenied on a protected sheet
   */
  erase(sheet: string, range: CellRange): void {
    this.refuseLocked(sheet);
    dropWaiting(this.waiting.get(sheet), range);
    const cells = this.worksheet(sheet).getCellMatrix().getMatrix() as Matrix;
    const spills = this.hasSpills(sheet);
    const { area, told, formulas } = takeOutCells(cells, range, spills);
    if (area.range() === null) return;
    this.tell(sheet, told, spills || formulas);
    this.draw(sheet, area);
    this.onCharts();
  }

  /** Brings what was written to the grid. */
  flush(): void {
    if (this.waiting.size === 0 && this.untold.size === 0) return;
    for (const part of [...this.waiting.keys()]) this.bring(part, this.taken(part, Infinity));
    this.tellRest();
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
    this.tellRest();
    this.onCharts();
  }

  /** Takes rows of a sheet off what waits, as many as hold about so many cells. */
  private taken(sheet: string, cells: number): ReadonlyMap<number, WaitingRow> {
    const rows: WaitingRows = this.waiting.get(sheet) ?? new Map<number, WaitingRow>();
    const some: WaitingRows = new Map();
    let count = 0;
    for (const [row, line] of rows) {
      if (count >= cells) break;
      some.set(row, line);
      rows.delete(row);
      count += Math.max(line.contents.size, line.looks.size);
    }
    if (rows.size === 0) this.waiting.delete(sheet);
    return some;
  }

  /**
   * Looks are put on here, each once for all cells that change from the same look to the same other one; Univer
   * would merge and compare them cell by cell. Values are put in here, too, where no formula is among them, and
   * told afterwards (`tellRest`); the rest goes through Univer's own change.
   */
  private bring(sheet: string, rows: ReadonlyMap<number, WaitingRow>): void {
    if (rows.size === 0 || !this.hasSheet(sheet)) return;
    const matrix = this.worksheet(sheet).getCellMatrix();
    const styles = this.model.getStyles();
    const plain = !this.hasSpills(sheet) && allPlain(rows, matrix);
    const untold = this.untold.get(sheet) ?? { looks: createArea(), values: createArea() };
    this.untold.set(sheet, untold);
    const written: Matrix = {};
    for (const [row, { contents, looks }] of rows) {
      for (const [column, look] of looks) {
        untold.looks.see(row, column);
        this.putOn(look, row, column, matrix, styles);
      }
      if (contents.size === 0) continue;
      const target: Record<number, ICellData> = {};
      if (!plain) written[row] = target;
      for (const [column, cell] of contents) {
        untold.looks.see(row, column);
        if (!plain) target[column] = { ...EMPTY, ...cell };
        else {
          untold.values.see(row, column);
          const next = putContent(matrix.getValue(row, column), cell);
          if (next === null) matrix.realDeleteValue(row, column);
          else matrix.setValue(row, column, next);
        }
      }
    }
    if (!plain) this.tell(sheet, written, true);
  }

  /** Tells Univer of values that are in their cells already, and has the areas around all changes drawn anew. */
  private tellRest(): void {
    for (const [sheet, { looks, values }] of this.untold) {
      this.untold.delete(sheet);
      if (!this.hasSheet(sheet)) continue;
      const range = values.range();
      if (range !== null) this.tell(sheet, this.witnesses(sheet, range), false);
      this.draw(sheet, looks);
    }
  }

  private witnesses(sheet: string, range: CellRange): Matrix {
    const matrix = this.worksheet(sheet).getCellMatrix();
    const shown =
      this.workbook.getActiveSheet().getSheetId() === sheet ? this.workbook.getActiveRange() : null;
    const areas = [
      ...this.sheet(sheet)
        .getConditionalFormattingRules()
        .flatMap(({ ranges }) => ranges),
      ...(shown === null ? [] : [shown.getRange()]),
    ];
    return witnessCells(range, areas, (row, column) => matrix.getValue(row, column));
  }

  /** Cells that formulas fill: what is written there may take one of them apart. */
  private hasSpills(sheet: string): boolean {
    return Object.keys(this.spills(sheet)).length > 0;
  }

  /**
   * Univer's own change of cells, and the calculation after it.
   *
   * @param formulas - false: none is written, written over or filled; Univer need not compare them all then
   */
  private tell(sheet: string, cells: Matrix, formulas: boolean): void {
    this.change(WRITE, sheet, { cellValue: cells }, { fromCollab: false, fromChangeset: !formulas });
  }

  /** Has the area around changed cells drawn anew. */
  private draw(sheet: string, area: Area): void {
    const matrix = this.worksheet(sheet).getCellMatrix();
    const corners: Matrix = {};
    for (const [row, column] of area.corners())
      (corners[row] ??= {})[column] ??= unchanged(matrix.getValue(row, column));
    this.change(WRITE, sheet, { cellValue: corners, trigger: LOOKS_ONLY }, { fromCollab: false });
  }

  private putOn(
    look: IStyleData | null,
    row: number,
    column: number,
    matrix: ReturnType<Worksheet["getCellMatrix"]>,
    styles: Styles,
  ): void {
    const stands = matrix.getValue(row, column);
    const id = look === null ? undefined : this.styleIds(styles, stands?.s ?? undefined, look);
    if (stands === null || stands === undefined) {
      if (id !== undefined) matrix.setValue(row, column, { s: id });
    } else if (id === undefined) delete stands.s;
    else stands.s = id;
  }

  /** Whether anything in the workbook is calculated. */
  get hasFormulas(): boolean {
    this.flush();
    const sheets = this.parts.formulas.getFormulaData()[this.unitId] ?? {};
    return Object.values(sheets).some((rows) => Object.keys(rows ?? {}).length > 0);
  }

  /** Puts a look on cells, leaving what it does not name. */
  dress(sheet: string, range: CellRange, style: IStyleData): void {
    const look = { s: style };
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

/** A cell with something written over it: all it holds is new, its look stays. */
function merged(stands: ICellData | null, waiting: ICellData | undefined): ICellData | null {
  return waiting === undefined || stands === null ? (waiting ?? stands) : { ...waiting, s: stands.s };
}

/** Whether values can be put into all of these cells without a word to Univer's formulas. */
function allPlain(
  rows: ReadonlyMap<number, WaitingRow>,
  matrix: ReturnType<Worksheet["getCellMatrix"]>,
): boolean {
  for (const [row, { contents }] of rows)
    for (const [column, content] of contents)
      if (!isPlainContent(content) || !isPlain(matrix.getValue(row, column))) return false;
  return true;
}
