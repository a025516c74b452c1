import { apiMembers } from "./apiSets";
import {
  HostError,
  meets,
  type Bag,
  type Box,
  type MemoryBook,
  type MemorySheet,
  type MemoryTable,
} from "./memoryBook";
import { shownText } from "./typedValue";
import { rangeAddress } from "../../../src/reports/kit/address";
import { rangeOfAddress, splitAddress } from "../../../src/excel/address";

/** An object of the API: what its class answers for is written out here; anything else fails by name. */
export abstract class HostObject {
  abstract readonly kind: string;
  get(name: string): unknown {
    throw missing(this.kind, name);
  }
  set(name: string, _value: unknown): void {
    throw missing(this.kind, name);
  }
  call(name: string, _args: readonly unknown[]): unknown {
    throw missing(this.kind, name);
  }
}

function missing(kind: string, name: string): HostError {
  return new HostError("ApiNotFound", `Test host: "${kind}.${name}" is not implemented`);
}

const quoted = (name: string): string =>
  /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(name) ? name : `'${name.replaceAll("'", "''")}'`;
const simple = (box: Box): string => rangeAddress(box).replace(/^([^:]+):\1$/, "$1");

export class WorkbookObject extends HostObject {
  readonly kind = "Workbook";
  constructor(private readonly book: MemoryBook) {
    super();
  }
  override get(name: string): unknown {
    const { book } = this;
    switch (name) {
      case "worksheets":
        return new WorksheetsObject(book);
      case "names":
        return new NamesObject(book);
      case "settings":
        return new SettingsObject(book);
      case "tables":
        return new TablesObject(book, book.sheets);
      case "application":
        return new QuietObject("Application", [
          "suspendApiCalculationUntilNextSync",
          "suspendScreenUpdatingUntilNextSync",
        ]);
      case "protection":
        return new ValuesObject("WorkbookProtection", { protected: book.structureProtected });
      default:
        return super.get(name);
    }
  }
  override call(name: string, args: readonly unknown[]): unknown {
    if (name === "getSelectedRange") {
      const { selection } = this.book;
      if (selection === null)
        throw new HostError("InvalidSelection", "The current selection is invalid for this operation.");
      return new RangeObject(this.book, selection.sheet, selection.box);
    }
    if (/^_(un)?registerSelectionChangedEvent$/.test(name)) return null;
    return super.call(name, args);
  }
}

/** Methods that do nothing a test could see. */
export class QuietObject extends HostObject {
  constructor(
    readonly kind: string,
    private readonly methods: readonly string[],
  ) {
    super();
  }
  override call(name: string, args: readonly unknown[]): unknown {
    return this.methods.includes(name) ? null : super.call(name, args);
  }
}

class ValuesObject extends HostObject {
  constructor(
    readonly kind: string,
    private readonly values: Bag,
  ) {
    super();
  }
  override get(name: string): unknown {
    return name in this.values ? this.values[name] : super.get(name);
  }
}

export class RuntimeObject extends HostObject {
  readonly kind = "Runtime";
  constructor(private readonly book: MemoryBook) {
    super();
  }
  override get(name: string): unknown {
    return name === "enableEvents" ? this.book.enableEvents : super.get(name);
  }
  override set(name: string, value: unknown): void {
    if (name === "enableEvents") this.book.enableEvents = value === true;
    else super.set(name, value);
  }
}

/** A collection: items, and one by name. */
abstract class CollectionObject extends HostObject {
  abstract items(): readonly HostObject[];
  abstract find(key: unknown): HostObject | null;
  override call(name: string, args: readonly unknown[]): unknown {
    if (name === "getItemOrNullObject") return this.find(args[0]);
    // How the client reaches again what it loaded as `items`.
    if (name === "getItemAt") return this.items()[Number(args[0])] ?? null;
    if (name === "getItem") {
      const item = this.find(args[0]);
      if (item === null)
        throw new HostError("ItemNotFound", `The requested resource doesn't exist: ${String(args[0])}`);
      return item;
    }
    return super.call(name, args);
  }
}

class WorksheetsObject extends CollectionObject {
  readonly kind = "WorksheetCollection";
  constructor(private readonly book: MemoryBook) {
    super();
  }
  items(): readonly HostObject[] {
    return this.book.sheets.map((sheet) => new WorksheetObject(this.book, sheet));
  }
  find(key: unknown): HostObject | null {
    const sheet = this.book.sheets.find(
      ({ name, id }) => id === key || name.toLowerCase() === String(key).toLowerCase(),
    );
    return sheet === undefined ? null : new WorksheetObject(this.book, sheet);
  }
  override call(name: string, args: readonly unknown[]): unknown {
    if (name === "add") return new WorksheetObject(this.book, this.book.addSheet(String(args[0])));
    if (/^_(un)?registerDataChangedEvent$/.test(name)) return null;
    return super.call(name, args);
  }
}

class WorksheetObject extends HostObject {
  readonly kind = "Worksheet";
  constructor(
    private readonly book: MemoryBook,
    private readonly sheet: MemorySheet,
  ) {
    super();
  }
  override get(name: string): unknown {
    const { book, sheet } = this;
    switch (name) {
      case "id":
        return sheet.id;
      case "name":
        return sheet.name;
      case "visibility":
        return sheet.visibility;
      case "position":
        return book.sheets.indexOf(sheet);
      case "tables":
        return new TablesObject(book, [sheet]);
      case "charts":
        return new ChartsObject(sheet);
      case "protection":
        return new ValuesObject("WorksheetProtection", { protected: sheet.protected });
      case "freezePanes":
        return new FreezeObject(sheet);
      case "pageLayout":
        return new PageLayoutObject(sheet);
      case "horizontalPageBreaks":
        return new BreaksObject(sheet);
      default:
        return super.get(name);
    }
  }
  override set(name: string, value: unknown): void {
    const { sheet } = this;
    if (name === "tabColor") sheet.tabColor = String(value);
    else if (name === "showGridlines" || name === "gridlines") sheet.showGridlines = value === true;
    else if (name === "visibility") sheet.visibility = String(value);
    else if (name === "name") sheet.name = String(value);
    else super.set(name, value);
  }
  override call(name: string, args: readonly unknown[]): unknown {
    const { book, sheet } = this;
    switch (name) {
      case "getRange":
        return new RangeObject(book, sheet, boxOf(String(args[0])));
      case "getRanges": {
        const text = String(args[0]);
        if (text.length > 8_192) throw new HostError("InvalidArgument", "The address is too long.");
        return new RangeAreasObject(sheet, text.split(",").map(boxOf));
      }
      case "getUsedRangeOrNullObject": {
        const box = sheet.used();
        return box === null ? null : new RangeObject(book, sheet, box);
      }
      case "activate":
        if (sheet.visibility !== "Visible")
          throw new HostError("InvalidOperation", "A hidden sheet cannot be activated.");
        return null;
      case "delete": {
        book.sheets = book.sheets.filter((one) => one !== sheet);
        for (const mark of book.names.values()) if (mark.sheet === sheet) mark.sheet = null;
        return null;
      }
      default:
        return super.call(name, args);
    }
  }
}

function boxOf(address: string): Box {
  const box = rangeOfAddress(address);
  if (box === null) throw new HostError("InvalidArgument", `The argument is invalid: ${address}`);
  return { ...box };
}

export class RangeObject extends HostObject {
  readonly kind = "Range";
  constructor(
    readonly book: MemoryBook,
    readonly sheet: MemorySheet,
    readonly box: Box,
  ) {
    super();
  }
  private grid<Value>(read: (row: number, column: number) => Value): Value[][] {
    this.book.check(this.box);
    const { row, column, rows, columns } = this.box;
    return Array.from({ length: rows }, (_, i) =>
      Array.from({ length: columns }, (__, j) => read(row + i, column + j)),
    );
  }
  override get(name: string): unknown {
    const { sheet, box, book } = this;
    switch (name) {
      case "address":
        return `${quoted(sheet.name)}!${simple(box)}`;
      case "rowCount":
        return box.rows;
      case "columnCount":
        return box.columns;
      case "values":
        return this.grid((row, column) => sheet.cell(row, column)?.value ?? "");
      case "formulas":
        return this.grid((row, column) => {
          const cell = sheet.cell(row, column);
          return cell === undefined ? "" : (cell.formula ?? cell.value);
        });
      case "numberFormat":
        return this.grid((row, column) => sheet.numberFormat(row, column));
      case "valueTypes":
        return this.grid((row, column) => {
          const value = sheet.cell(row, column)?.value;
          if (value === undefined) return "Empty";
          if (typeof value === "string")
            return /^#(N\/A|REF!|DIV\/0!|VALUE!|NAME\?|SPILL!|NUM!)$/.test(value) ? "Error" : "String";
          return typeof value === "number" ? "Double" : "Boolean";
        });
      case "text":
        return this.grid((row, column) =>
          shownText(sheet.cell(row, column)?.value ?? "", sheet.numberFormat(row, column), book.date1904),
        );
      case "format":
        return new FormatObject(sheet, [box]);
      case "conditionalFormats":
        return new ConditionalFormatsObject(sheet, box);
      case "dataValidation":
        return new ValidationObject(sheet, box);
      case "worksheet":
        return new WorksheetObject(book, sheet);
      default:
        return super.get(name);
    }
  }
  override set(name: string, value: unknown): void {
    const { sheet, box } = this;
    if (sheet.protected)
      throw new HostError(
        "AccessDenied",
        "You can't perform the requested operation: the sheet is protected.",
      );
    switch (name) {
      case "values":
      case "formulas":
        this.each(value, (row, column, cell) => {
          if (cell !== null) sheet.type(row, column, cell);
        });
        return;
      case "numberFormat":
        if (Array.isArray(value))
          this.each(value, (row, column, cell) => {
            if (cell !== null) sheet.format(row, column)["numberFormat"] = cell;
          });
        else for (const [row, column] of cellsOf(box)) sheet.format(row, column)["numberFormat"] = value;
        return;
      case "hyperlink": {
        const link = value as { textToDisplay?: string };
        sheet.links.set(`${box.row},${box.column}`, { ...link });
        if (link.textToDisplay !== undefined) sheet.type(box.row, box.column, link.textToDisplay);
        Object.assign(sheet.format(box.row, box.column), {
          "font.color": "#0563C1",
          "font.underline": "Single",
        });
        return;
      }
      case "columnHidden":
        for (let column = box.column; column < box.column + box.columns; column += 1)
          if (value === true) sheet.hiddenColumns.add(column);
          else sheet.hiddenColumns.delete(column);
        return;
      default:
        super.set(name, value);
    }
  }
  private each(value: unknown, put: (row: number, column: number, cell: unknown) => void): void {
    const { row, column, rows, columns } = this.box;
    const lines = value as readonly (readonly unknown[])[];
    if (lines.length !== rows || lines.some((line) => line.length !== columns))
      throw new HostError(
        "InvalidArgument",
        "The number of rows or columns in the input array doesn't match the size or dimensions of the range.",
      );
    lines.forEach((line, i) => line.forEach((cell, j) => put(row + i, column + j, cell)));
  }
  override call(name: string, args: readonly unknown[]): unknown {
    const { sheet, box, book } = this;
    switch (name) {
      case "_ValidateArraySize":
      case "_validateArraySize":
        return null;
      // The client parts large arrays by rows itself.
      case "getRow":
        return new RangeObject(book, sheet, { ...box, row: box.row + Number(args[0]), rows: 1 });
      case "getBoundingRect": {
        const other = (args[0] as RangeObject).box;
        const row = Math.min(box.row, other.row);
        const column = Math.min(box.column, other.column);
        const rows = Math.max(box.row + box.rows, other.row + other.rows) - row;
        const columns = Math.max(box.column + box.columns, other.column + other.columns) - column;
        return new RangeObject(book, sheet, { row, column, rows, columns });
      }
      case "clear":
        sheet.clear(box, String(args[0] ?? "All"));
        return null;
      case "merge": {
        const boxes =
          args[0] === true
            ? Array.from({ length: box.rows }, (_, i) => ({ ...box, row: box.row + i, rows: 1 }))
            : [box];
        if (sheet.merges.some((one) => meets(one, box)))
          throw new HostError("MergedRangeConflict", "The operation can't be done on merged cells.");
        if (sheet.tables.some(({ range }) => meets(range, box)))
          throw new HostError("InvalidOperation", "Cells of a table cannot be merged.");
        sheet.merges.push(...boxes);
        return null;
      }
      case "unmerge":
        sheet.merges = sheet.merges.filter((one) => !meets(one, box));
        return null;
      case "copyFrom": {
        const source = args[0] as RangeObject;
        if (args[1] !== "Values") throw new HostError("NotImplemented", `copyFrom ${String(args[1])}`);
        for (const [row, column] of cellsOf(source.box)) {
          const value = source.sheet.cell(row, column)?.value;
          const [i, j] = [box.row + row - source.box.row, box.column + column - source.box.column];
          if (value === undefined) sheet.cells.delete(`${i},${j}`);
          // Pasted values are not read anew: text stays text.
          else sheet.cells.set(`${i},${j}`, { value, formula: null });
        }
        return null;
      }
      case "select":
        book.selection = { sheet, box };
        return null;
      case "getSpillingToRangeOrNullObject": {
        const spill = sheet.spillOf(box.row, box.column);
        return spill === null ? null : new RangeObject(book, sheet, spill);
      }
      case "getMergedAreasOrNullObject": {
        const merges = sheet.merges.filter((one) => meets(one, box));
        return merges.length === 0 ? null : new RangeAreasObject(sheet, merges);
      }
      default:
        return super.call(name, args);
    }
  }
}

function* cellsOf(box: Box): Generator<readonly [number, number]> {
  for (let row = box.row; row < box.row + box.rows; row += 1)
    for (let column = box.column; column < box.column + box.columns; column += 1) yield [row, column];
}

class RangeAreasObject extends HostObject {
  readonly kind = "RangeAreas";
  constructor(
    private readonly sheet: MemorySheet,
    private readonly boxes: readonly Box[],
  ) {
    super();
  }
  override get(name: string): unknown {
    if (name === "format") return new FormatObject(this.sheet, this.boxes);
    if (name === "address")
      return this.boxes.map((box) => `${quoted(this.sheet.name)}!${simple(box)}`).join(",");
    return super.get(name);
  }
}

class FormatObject extends HostObject {
  readonly kind = "RangeFormat";
  constructor(
    private readonly sheet: MemorySheet,
    private readonly boxes: readonly Box[],
  ) {
    super();
  }
  override get(name: string): unknown {
    const { sheet, boxes } = this;
    if (name === "font") return new LookObject("RangeFont", "font", sheet, boxes);
    if (name === "fill") return new LookObject("RangeFill", "fill", sheet, boxes);
    if (name === "borders") return new BordersObject(sheet, boxes);
    return super.get(name);
  }
  override set(name: string, value: unknown): void {
    const { sheet, boxes } = this;
    for (const box of boxes) {
      if (name === "columnWidth")
        for (let column = box.column; column < box.column + box.columns; column += 1)
          sheet.columnWidths.set(column, Number(value));
      else if (name === "rowHeight")
        for (let row = box.row; row < box.row + box.rows; row += 1) sheet.rowHeights.set(row, Number(value));
      else if (["verticalAlignment", "horizontalAlignment", "wrapText", "indentLevel"].includes(name))
        for (const [row, column] of cellsOf(box)) sheet.format(row, column)[name] = value;
      else super.set(name, value);
    }
  }
}

class LookObject extends HostObject {
  constructor(
    readonly kind: string,
    private readonly part: string,
    private readonly sheet: MemorySheet,
    private readonly boxes: readonly Box[],
  ) {
    super();
  }
  override set(name: string, value: unknown): void {
    if (!apiMembers().has(`${this.kind}.${name}`)) super.set(name, value);
    for (const box of this.boxes)
      for (const [row, column] of cellsOf(box))
        this.sheet.format(row, column)[`${this.part}.${name}`] = value;
  }
}

class BordersObject extends HostObject {
  readonly kind = "RangeBorderCollection";
  constructor(
    private readonly sheet: MemorySheet,
    private readonly boxes: readonly Box[],
  ) {
    super();
  }
  override call(name: string, args: readonly unknown[]): unknown {
    return name === "getItem"
      ? new BorderObject(String(args[0]), this.sheet, this.boxes)
      : super.call(name, args);
  }
}

class BorderObject extends HostObject {
  readonly kind = "RangeBorder";
  constructor(
    private readonly edge: string,
    private readonly sheet: MemorySheet,
    private readonly boxes: readonly Box[],
  ) {
    super();
  }
  override set(name: string, value: unknown): void {
    const { edge, sheet } = this;
    for (const box of this.boxes) {
      const [lastRow, lastColumn] = [box.row + box.rows - 1, box.column + box.columns - 1];
      if ((edge === "InsideHorizontal" && box.rows === 1) || (edge === "InsideVertical" && box.columns === 1))
        throw new HostError("InvalidArgument", `No ${edge} in ${simple(box)}.`);
      for (const [row, column] of cellsOf(box)) {
        const sides = {
          EdgeTop: row === box.row ? "top" : null,
          EdgeBottom: row === lastRow ? "bottom" : null,
          EdgeLeft: column === box.column ? "left" : null,
          EdgeRight: column === lastColumn ? "right" : null,
          InsideHorizontal: row < lastRow ? "bottom" : null,
          InsideVertical: column < lastColumn ? "right" : null,
        } as const;
        const side = sides[edge as keyof typeof sides];
        if (side !== null) sheet.format(row, column)[`border.${side}.${name}`] = value;
      }
    }
  }
}

class NamesObject extends CollectionObject {
  readonly kind = "NamedItemCollection";
  constructor(private readonly book: MemoryBook) {
    super();
  }
  items(): readonly HostObject[] {
    return [...this.book.names.keys()].map((name) => new NameObject(this.book, name));
  }
  find(key: unknown): HostObject | null {
    return this.book.names.has(String(key)) ? new NameObject(this.book, String(key)) : null;
  }
  override call(name: string, args: readonly unknown[]): unknown {
    if (name !== "add") return super.call(name, args);
    const key = String(args[0]);
    if (this.book.names.has(key)) throw new HostError("ItemAlreadyExists", `There is a name ${key} already.`);
    const range = args[1] as RangeObject;
    this.book.names.set(key, { sheet: range.sheet, box: range.box, visible: true });
    return new NameObject(this.book, key);
  }
}

class NameObject extends HostObject {
  readonly kind = "NamedItem";
  constructor(
    private readonly book: MemoryBook,
    private readonly name: string,
  ) {
    super();
  }
  private get item() {
    const item = this.book.names.get(this.name);
    if (item === undefined) throw new HostError("ItemNotFound", this.name);
    return item;
  }
  override get(name: string): unknown {
    const { sheet, box, visible } = this.item;
    if (name === "name") return this.name;
    if (name === "visible") return visible;
    if (name === "formula")
      return sheet === null
        ? "=#REF!$A$1"
        : `=${quoted(sheet.name)}!${simple(box).replace(/([A-Z]+)(\d+)/g, "$$$1$$$2")}`;
    return super.get(name);
  }
  override set(name: string, value: unknown): void {
    if (name === "visible") this.item.visible = value === true;
    else if (name === "formula") {
      const { sheet, address } = splitAddress(String(value).replace(/^=/, ""));
      this.item.sheet = this.book.sheet(sheet ?? "");
      this.item.box = boxOf(address);
    } else super.set(name, value);
  }
  override call(name: string, args: readonly unknown[]): unknown {
    if (name === "delete") {
      this.book.names.delete(this.name);
      return null;
    }
    if (name === "getRange") {
      const { sheet, box } = this.item;
      if (sheet === null) throw new HostError("InvalidReference", "#REF!");
      return new RangeObject(this.book, sheet, box);
    }
    return super.call(name, args);
  }
}

class SettingsObject extends CollectionObject {
  readonly kind = "SettingCollection";
  constructor(private readonly book: MemoryBook) {
    super();
  }
  items(): readonly HostObject[] {
    return [...this.book.settings.keys()].map((key) => new SettingObject(this.book, key));
  }
  find(key: unknown): HostObject | null {
    return this.book.settings.has(String(key)) ? new SettingObject(this.book, String(key)) : null;
  }
  override call(name: string, args: readonly unknown[]): unknown {
    if (name !== "add") return super.call(name, args);
    this.book.settings.set(String(args[0]), args[1]);
    return new SettingObject(this.book, String(args[0]));
  }
}

class SettingObject extends HostObject {
  readonly kind = "Setting";
  constructor(
    private readonly book: MemoryBook,
    private readonly key: string,
  ) {
    super();
  }
  override get(name: string): unknown {
    if (name === "key") return this.key;
    if (name === "value" || name === "_Value") return this.book.settings.get(this.key);
    return super.get(name);
  }
  override call(name: string, args: readonly unknown[]): unknown {
    if (name !== "delete") return super.call(name, args);
    if (!this.book.settings.delete(this.key)) throw new HostError("ItemNotFound", this.key);
    return null;
  }
}

class TablesObject extends CollectionObject {
  readonly kind = "TableCollection";
  constructor(
    private readonly book: MemoryBook,
    private readonly sheets: readonly MemorySheet[],
  ) {
    super();
  }
  items(): readonly HostObject[] {
    return this.sheets.flatMap((sheet) =>
      sheet.tables.map((table) => new TableObject(this.book, sheet, table)),
    );
  }
  find(key: unknown): HostObject | null {
    for (const sheet of this.sheets)
      for (const table of sheet.tables)
        if (table.name.toLowerCase() === String(key).toLowerCase())
          return new TableObject(this.book, sheet, table);
    return null;
  }
  override call(name: string, args: readonly unknown[]): unknown {
    if (name !== "add") return super.call(name, args);
    const [sheet] = this.sheets;
    const range = boxOf(String(args[0]));
    if (sheet === undefined) throw new HostError("InvalidOperation", "no sheet");
    if (sheet.tables.some((table) => meets(table.range, range)))
      throw new HostError("InvalidOperation", "Tables cannot overlap.");
    const all = this.book.sheets.flatMap((one) => one.tables);
    const table: MemoryTable = {
      name: `表${all.length + 1}`,
      range,
      style: "TableStyleMedium2",
      showBandedRows: true,
      showFilterButton: true,
      filtered: false,
    };
    sheet.tables.push(table);
    sheet.fillHeads(table);
    return new TableObject(this.book, sheet, table);
  }
}

class TableObject extends HostObject {
  readonly kind = "Table";
  constructor(
    private readonly book: MemoryBook,
    private readonly sheet: MemorySheet,
    private readonly table: MemoryTable,
  ) {
    super();
  }
  override get(name: string): unknown {
    if (name === "name" || name === "id") return this.table.name;
    return super.get(name);
  }
  override set(name: string, value: unknown): void {
    const { table } = this;
    if (name === "name") {
      const others = this.book.sheets.flatMap((sheet) => sheet.tables).filter((one) => one !== table);
      if (others.some((one) => one.name.toLowerCase() === String(value).toLowerCase()))
        throw new HostError("ItemAlreadyExists", `There is a table ${String(value)} already.`);
      table.name = String(value);
    } else if (name === "style") table.style = String(value);
    else if (name === "showBandedRows") table.showBandedRows = value === true;
    else if (name === "showFilterButton") table.showFilterButton = value === true;
    else super.set(name, value);
  }
  override call(name: string, args: readonly unknown[]): unknown {
    const { sheet, table } = this;
    switch (name) {
      case "getRange":
        return new RangeObject(this.book, sheet, table.range);
      case "clearFilters":
        table.filtered = false;
        return null;
      case "convertToRange":
        sheet.tables = sheet.tables.filter((one) => one !== table);
        return new RangeObject(this.book, sheet, table.range);
      case "resize": {
        const range = boxOf(String(args[0]));
        if (range.row !== table.range.row || !meets(range, table.range))
          throw new HostError("InvalidArgument", "The head of a resized table stays in its row.");
        if (sheet.tables.some((one) => one !== table && meets(one.range, range)))
          throw new HostError("InvalidOperation", "Tables cannot overlap.");
        table.range = range;
        sheet.fillHeads(table);
        return null;
      }
      default:
        return super.call(name, args);
    }
  }
}

class ChartsObject extends CollectionObject {
  readonly kind = "ChartCollection";
  constructor(private readonly sheet: MemorySheet) {
    super();
  }
  items(): readonly HostObject[] {
    return this.sheet.charts.map((chart) => new BagObject("Chart", chart, this.sheet));
  }
  find(key: unknown): HostObject | null {
    const chart = this.sheet.charts.find((one) => one["name"] === key);
    return chart === undefined ? null : new BagObject("Chart", chart, this.sheet);
  }
  override call(name: string, args: readonly unknown[]): unknown {
    if (name !== "add") return super.call(name, args);
    const source = args[1] as RangeObject;
    const chart: Bag = {
      chartType: args[0],
      name: `图表 ${this.sheet.charts.length + 1}`,
      series: { items: [{ values: addressOf(source) }] },
    };
    this.sheet.charts.push(chart);
    return new BagObject("Chart", chart, this.sheet);
  }
}

const addressOf = (range: RangeObject): string => String(range.get("address"));

/** An object that keeps whatever Microsoft's typings say it has: charts and rules, which nobody computes with here. */
class BagObject extends HostObject {
  constructor(
    readonly kind: string,
    private readonly bag: Bag,
    private readonly sheet: MemorySheet,
  ) {
    super();
  }
  override get(name: string): unknown {
    const member = apiMembers().get(`${this.kind}.${name}`);
    if (member === undefined) return super.get(name);
    if (member.objectOf !== null && apiMembers().size > 0 && isObjectKind(member.objectOf)) {
      this.bag[name] ??= {};
      return new BagObject(member.objectOf, this.bag[name] as Bag, this.sheet);
    }
    return this.bag[name];
  }
  override set(name: string, value: unknown): void {
    if (!apiMembers().has(`${this.kind}.${name}`)) super.set(name, value);
    this.bag[name] = value;
  }
  override call(name: string, args: readonly unknown[]): unknown {
    const { kind, bag, sheet } = this;
    if (kind === "Chart" && name === "delete") {
      sheet.charts = sheet.charts.filter((chart) => chart !== bag);
      return null;
    }
    if (kind === "Chart" && name === "setPosition") {
      bag["position"] = args.map(String);
      return null;
    }
    if (kind === "ChartSeriesCollection") {
      const items = bag["items"] as Bag[];
      if (name === "add") items.push({ name: args[0] });
      const item = name === "add" ? items.at(-1) : name === "getItemAt" ? items[Number(args[0])] : undefined;
      if (item !== undefined) return new BagObject("ChartSeries", item, sheet);
    }
    if (kind === "ChartSeries" && (name === "setValues" || name === "setXAxisValues")) {
      bag[name === "setValues" ? "values" : "categories"] = addressOf(args[0] as RangeObject);
      return null;
    }
    if (kind === "ChartAxes" && name === "getItem") {
      const key = args.map(String).join(" ");
      bag[key] ??= {};
      return new BagObject("ChartAxis", bag[key] as Bag, sheet);
    }
    if (kind === "ChartFill" && name === "clear") {
      bag["color"] = null;
      return null;
    }
    if (kind === "ChartFill" && name === "setSolidColor") {
      bag["color"] = args[0];
      return null;
    }
    return super.call(name, args);
  }
}

let objectKinds: ReadonlySet<string> | null = null;

function isObjectKind(kind: string): boolean {
  objectKinds ??= new Set([...apiMembers().keys()].map((key) => key.slice(0, key.indexOf("."))));
  return objectKinds.has(kind);
}

class ConditionalFormatsObject extends HostObject {
  readonly kind = "ConditionalFormatCollection";
  constructor(
    private readonly sheet: MemorySheet,
    private readonly box: Box,
  ) {
    super();
  }
  override call(name: string, args: readonly unknown[]): unknown {
    const { sheet, box } = this;
    if (name === "clearAll") {
      sheet.conditionalFormats = sheet.conditionalFormats.filter((format) => !meets(format.box, box));
      return null;
    }
    if (name !== "add") return super.call(name, args);
    const rule: Bag = { type: args[0] };
    sheet.conditionalFormats.push({ box, rule });
    return new BagObject("ConditionalFormat", rule, sheet);
  }
}

class ValidationObject extends HostObject {
  readonly kind = "DataValidation";
  constructor(
    private readonly sheet: MemorySheet,
    private readonly box: Box,
  ) {
    super();
  }
  override set(name: string, value: unknown): void {
    const { sheet, box } = this;
    if (!["rule", "prompt", "ignoreBlanks"].includes(name)) super.set(name, value);
    const known = sheet.validations.find((one) => JSON.stringify(one.box) === JSON.stringify(box));
    if (known === undefined) sheet.validations.push({ box, rule: { [name]: value } });
    else known.rule[name] = value;
  }
  override call(name: string, args: readonly unknown[]): unknown {
    if (name !== "clear") return super.call(name, args);
    this.sheet.validations = this.sheet.validations.filter((one) => !meets(one.box, this.box));
    return null;
  }
}

class FreezeObject extends HostObject {
  readonly kind = "WorksheetFreezePanes";
  constructor(private readonly sheet: MemorySheet) {
    super();
  }
  override call(name: string, args: readonly unknown[]): unknown {
    const { sheet } = this;
    if (name === "unfreeze") sheet.frozen = null;
    else if (name === "freezeRows") sheet.frozen = { rows: Number(args[0]), columns: 0 };
    else if (name === "freezeColumns") sheet.frozen = { rows: 0, columns: Number(args[0]) };
    else if (name === "freezeAt") {
      const { rows, columns } = boxOf(String(args[0]));
      sheet.frozen = { rows, columns };
    } else return super.call(name, args);
    return null;
  }
}

class PageLayoutObject extends HostObject {
  readonly kind = "PageLayout";
  constructor(private readonly sheet: MemorySheet) {
    super();
  }
  override get(name: string): unknown {
    if (name !== "headersFooters") return super.get(name);
    this.sheet.page["headersFooters"] ??= {};
    return new BagObject("HeaderFooterGroup", this.sheet.page["headersFooters"] as Bag, this.sheet);
  }
  override set(name: string, value: unknown): void {
    if (!apiMembers().has(`${this.kind}.${name}`)) super.set(name, value);
    this.sheet.page[name] = value;
  }
  override call(name: string, args: readonly unknown[]): unknown {
    if (name !== "setPrintArea" && name !== "setPrintTitleRows") return super.call(name, args);
    boxOf(String(args[0]));
    this.sheet.page[name] = args[0];
    return null;
  }
}

class BreaksObject extends HostObject {
  readonly kind = "PageBreakCollection";
  constructor(private readonly sheet: MemorySheet) {
    super();
  }
  override call(name: string, args: readonly unknown[]): unknown {
    if (name === "removePageBreaks") this.sheet.breaks = [];
    else if (name === "add") this.sheet.breaks.push(String(args[0]));
    else return super.call(name, args);
    return null;
  }
}

export { CollectionObject };
