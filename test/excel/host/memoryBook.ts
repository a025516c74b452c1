import { typedValue } from "./typedValue";

/** What a cell holds in memory. */
export interface MemoryCell {
  value: string | number | boolean;
  formula: string | null;
  /** Anchor of the result that spilled here. */
  spilledFrom?: string;
}

export interface MemoryTable {
  name: string;
  range: Box;
  style: string;
  showBandedRows: boolean;
  showFilterButton: boolean;
  filtered: boolean;
}

export interface Box {
  row: number;
  column: number;
  rows: number;
  columns: number;
}

export type Bag = Record<string, unknown>;

/** Thrown by the host's objects; the protocol turns it into an error of the answer. */
export class HostError extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

export const inside = (box: Box, row: number, column: number): boolean =>
  row >= box.row && row < box.row + box.rows && column >= box.column && column < box.column + box.columns;

export const meets = (a: Box, b: Box): boolean =>
  a.row < b.row + b.rows &&
  b.row < a.row + a.rows &&
  a.column < b.column + b.columns &&
  b.column < a.column + a.columns;

const MOST_CELLS = 5_000_000;
let nextId = 1;

/** A worksheet in memory: cells, looks and everything else a report puts on it. */
export class MemorySheet {
  readonly id = `{00000000-0000-0000-0000-${String(nextId++).padStart(12, "0")}}`;
  visibility = "Visible";
  protected = false;
  tabColor = "";
  showGridlines = true;
  readonly cells = new Map<string, MemoryCell>();
  readonly formats = new Map<string, Bag>();
  readonly columnWidths = new Map<number, number>();
  readonly rowHeights = new Map<number, number>();
  readonly hiddenColumns = new Set<number>();
  merges: Box[] = [];
  tables: MemoryTable[] = [];
  charts: Bag[] = [];
  conditionalFormats: { box: Box; rule: Bag }[] = [];
  validations: { box: Box; rule: Bag }[] = [];
  readonly links = new Map<string, Bag>();
  frozen: { rows: number; columns: number } | null = null;
  page: Bag = {};
  breaks: string[] = [];

  constructor(
    readonly book: MemoryBook,
    public name: string,
  ) {}

  cell(row: number, column: number): MemoryCell | undefined {
    return this.cells.get(`${row},${column}`);
  }

  format(row: number, column: number): Bag {
    const key = `${row},${column}`;
    let format = this.formats.get(key);
    if (format === undefined) this.formats.set(key, (format = {}));
    return format;
  }

  numberFormat(row: number, column: number): string {
    return String(this.formats.get(`${row},${column}`)?.["numberFormat"] ?? "General");
  }

  /** What typing does: text that looks like a number becomes one, unless the cell is a text cell. */
  type(row: number, column: number, input: unknown): void {
    if (this.protected) throw new HostError("AccessDenied", "The sheet is protected.");
    const key = `${row},${column}`;
    const merge = this.merges.find((box) => inside(box, row, column));
    if (merge !== undefined && (merge.row !== row || merge.column !== column)) return;
    const old = this.cells.get(key);
    if ((old?.formula ?? null) !== null) this.clearSpill(key);
    if (input === "") {
      this.cells.delete(key);
      return;
    }
    const read = typedValue(input, this.numberFormat(row, column));
    if (read.formula === null) this.cells.set(key, { value: read.value, formula: null });
    else {
      this.cells.set(key, { value: 0, formula: read.formula });
      this.calculate(row, column);
    }
  }

  private calculate(row: number, column: number): void {
    const key = `${row},${column}`;
    const cell = this.cells.get(key);
    if (cell === undefined || cell.formula === null) return;
    const result = this.book.evaluate(cell.formula);
    const taken = result.some((line, i) =>
      line.some((_, j) => i + j > 0 && this.cells.has(`${row + i},${column + j}`)),
    );
    if (taken) {
      cell.value = "#SPILL!";
      return;
    }
    result.forEach((line, i) =>
      line.forEach((value, j) => {
        if (i + j === 0) cell.value = value;
        else this.cells.set(`${row + i},${column + j}`, { value, formula: null, spilledFrom: key });
      }),
    );
  }

  private clearSpill(anchor: string): void {
    for (const [key, cell] of this.cells) if (cell.spilledFrom === anchor) this.cells.delete(key);
  }

  spillOf(row: number, column: number): Box | null {
    const key = `${row},${column}`;
    let [bottom, right] = [row, column];
    for (const [place, cell] of this.cells) {
      if (cell.spilledFrom !== key) continue;
      const [r = 0, c = 0] = place.split(",").map(Number);
      bottom = Math.max(bottom, r);
      right = Math.max(right, c);
    }
    return bottom === row && right === column
      ? null
      : { row, column, rows: bottom - row + 1, columns: right - column + 1 };
  }

  used(): Box | null {
    let [top, left, bottom, right] = [Infinity, Infinity, -1, -1];
    for (const key of this.cells.keys()) {
      const [row = 0, column = 0] = key.split(",").map(Number);
      top = Math.min(top, row);
      left = Math.min(left, column);
      bottom = Math.max(bottom, row);
      right = Math.max(right, column);
    }
    return bottom < 0 ? null : { row: top, column: left, rows: bottom - top + 1, columns: right - left + 1 };
  }

  clear(box: Box, what: string): void {
    if (this.protected) throw new HostError("AccessDenied", "The sheet is protected.");
    const hit = (key: string): boolean => {
      const [row = 0, column = 0] = key.split(",").map(Number);
      return inside(box, row, column);
    };
    if (what === "All" || what === "Contents") {
      for (const [key, cell] of [...this.cells]) {
        if (!hit(key)) continue;
        if (cell.formula !== null) this.clearSpill(key);
        this.cells.delete(key);
      }
      // A head of a table is never blank.
      for (const table of this.tables) this.fillHeads(table);
    }
    if (what === "All" || what === "Formats")
      for (const key of [...this.formats.keys()]) if (hit(key)) this.formats.delete(key);
    if (what === "All") for (const key of [...this.links.keys()]) if (hit(key)) this.links.delete(key);
  }

  fillHeads(table: MemoryTable): void {
    const { row, column, columns } = table.range;
    for (let index = 0; index < columns; index += 1) {
      const key = `${row},${column + index}`;
      if (!this.cells.has(key)) this.cells.set(key, { value: `列${index + 1}`, formula: null });
    }
  }

  state(): unknown {
    const sorted = <Value>(map: Map<string, Value>): [string, Value][] =>
      [...map].sort(([a], [b]) => (a < b ? -1 : 1));
    return {
      name: this.name,
      visibility: this.visibility,
      tabColor: this.tabColor,
      showGridlines: this.showGridlines,
      cells: sorted(this.cells),
      formats: sorted(this.formats).filter(([, format]) => Object.keys(format).length > 0),
      columnWidths: [...this.columnWidths].sort(([a], [b]) => a - b),
      rowHeights: [...this.rowHeights].sort(([a], [b]) => a - b),
      hiddenColumns: [...this.hiddenColumns].sort(),
      merges: [...this.merges].sort((a, b) => a.row - b.row || a.column - b.column),
      tables: this.tables,
      charts: this.charts,
      conditionalFormats: this.conditionalFormats,
      validations: this.validations,
      links: sorted(this.links),
      frozen: this.frozen,
      page: this.page,
      breaks: this.breaks,
    };
  }
}

/** A workbook in memory. */
export class MemoryBook {
  sheets: MemorySheet[] = [];
  readonly names = new Map<string, { sheet: MemorySheet | null; box: Box; visible: boolean }>();
  readonly settings = new Map<string, unknown>();
  structureProtected = false;
  date1904 = false;
  selection: { sheet: MemorySheet; box: Box } | null = null;
  enableEvents = true;
  /** What formulas give; by default one zero. */
  evaluate: (formula: string) => readonly (readonly (string | number | boolean)[])[] = () => [[0]];

  sheet(name: string): MemorySheet {
    const sheet = this.sheets.find((one) => one.name.toLowerCase() === name.toLowerCase() || one.id === name);
    if (sheet === undefined) throw new HostError("ItemNotFound", `There is no sheet ${name}.`);
    return sheet;
  }

  addSheet(name: string): MemorySheet {
    if (this.structureProtected) throw new HostError("AccessDenied", "The structure is protected.");
    if (this.sheets.some((one) => one.name.toLowerCase() === name.toLowerCase()))
      throw new HostError("ItemAlreadyExists", `There is a sheet ${name} already.`);
    const sheet = new MemorySheet(this, name);
    this.sheets.push(sheet);
    return sheet;
  }

  /** Fills a sheet as a person would: rows of values from a cell on. */
  fill(name: string, rows: readonly (readonly unknown[])[], at = { row: 0, column: 0 }): MemorySheet {
    const sheet = this.sheets.find((one) => one.name === name) ?? this.addSheet(name);
    rows.forEach((line, i) =>
      line.forEach((value, j) => {
        if (value !== null) sheet.type(at.row + i, at.column + j, value);
      }),
    );
    return sheet;
  }

  check(box: Box): void {
    if (box.rows * box.columns > MOST_CELLS)
      throw new HostError(
        "RangeExceedsLimit",
        "The cell count in the range has exceeded the supported number.",
      );
  }

  /** Everything the workbook is, for comparing. */
  state(): unknown {
    return {
      sheets: this.sheets.map((sheet) => sheet.state()),
      names: [...this.names]
        .map(([name, { sheet, box, visible }]) => [name, sheet?.name ?? null, box, visible] as const)
        .sort(([a], [b]) => (a < b ? -1 : 1)),
      settings: [...this.settings].sort(([a], [b]) => (a < b ? -1 : 1)),
      enableEvents: this.enableEvents,
    };
  }
}
