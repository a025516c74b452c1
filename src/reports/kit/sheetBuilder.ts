import type { ReportContext, SheetId } from "../context";
import { signedStyle, stylesheet, type StyleId } from "../model/styles";
import type {
  Block,
  CellRange,
  CellStyle,
  CellValue,
  ChartModel,
  ConditionalFormat,
  Link,
  SheetModel,
  TableModel,
  Validation,
} from "../model/workbookModel";
import type { ChartSpec } from "./chartData";
import { pageBreaks } from "./pageBreaks";
import { narrowestWidth, textWidth, wrappedLines } from "./textWidth";

export interface SheetOptions {
  readonly id: SheetId;
  /** Widths of the columns in characters; "fit": as wide as the tables on the sheet need. */
  readonly widths: readonly number[] | "fit";
  readonly tabColor?: "accent" | "grey" | null;
  readonly orientation?: "landscape" | "portrait";
  /** Printed on one page, however long it is. */
  readonly onePage?: boolean;
}

export interface TableColumn<Row> {
  readonly header: string;
  readonly style: StyleId;
  readonly value: (row: Row, index: number) => CellValue;
  /** Native formula beside the cached value, without "="; null: none. */
  readonly formula?: (row: Row, sheetRow: number) => string | null;
  /** Link to a cell of another sheet; null: none. */
  readonly link?: (row: Row) => Link["target"] | null;
  /** Another style for some cells: a state in words. */
  readonly styleOf?: (row: Row) => StyleId;
  /** Where the column is fitted: at least and at most this wide. Text beyond it wraps in the *Wrap styles. */
  readonly minWidth?: number;
  readonly maxWidth?: number;
}

/** The value of a column that is for people to fill: what they type there goes with its row from report to report. */
export const leftToPeople = (): null => null;

export interface TableSpec<Row> {
  /** Unique in the workbook, letters only: "WinBack". */
  readonly name: string;
  readonly columns: readonly TableColumn<Row>[];
  readonly rows: readonly Row[];
  readonly filter?: boolean;
  /** Keeps title rows and header in view, and repeats them in print. Once per sheet. */
  readonly freeze?: boolean;
  /** Columns that stay in view beside the rows, counted from the sheet's first. */
  readonly freezeColumns?: number;
  /** Shown instead of the table when there are no rows. */
  readonly empty: string;
}

export interface Card {
  readonly label: string;
  readonly value: CellValue;
  readonly style: "cardMoney" | "cardInteger" | "cardDecimal1" | "cardPercent" | "cardText";
  /** The comparison under the figure. */
  readonly note: string;
}

export interface KeyValue {
  readonly label: string;
  readonly value: CellValue;
  readonly style: StyleId;
  readonly note?: string;
}

/** Points a line takes: ideographs need more air than letters. */
const LINE_HEIGHTS = { "zh-CN": 14.5, en: 13.2 } as const;
const BODY_SIZE = 10;
/** A step of indentation, in digits. */
const INDENT_WIDTH = 1.5;
const ROW_HEIGHT = 18;
const MARGIN = 1;
const MIN_WIDTH = 6;
const MAX_WIDTH = 42;
/** Width of a sentence on a sheet whose columns are fitted, and of a column added to make room for it. */
const SENTENCE_WIDTH = 110;
const SPARE_WIDTH = 14;
/** Air beside a figure. */
const CELL_PADDING = 2;
/** Stands for the filter button, which covers the end of a header's last line: three digits wide, and no blank. */
const FILTER_BUTTON = "000";
/** Headers longer than these take two and three lines, so that figures below them do not stand far apart. */
const LONG_HEADERS = [8, 22] as const;
/** Columns of this many digits in all, on A4 across, are printed at 7 points: smaller, and nobody reads them. */
const READABLE_WIDTH = 212;
/** What a file adds to the width of each column. */
const COLUMN_EDGE = 0.71;
/** A4 without its margins, in points, and a digit of the body font; a little is kept back, for hosts differ. */
const PAGES = { landscape: { width: 784, height: 500 }, portrait: { width: 538, height: 745 } } as const;
const DIGIT_POINTS = 5.25;
/** Beyond this many rows a table keeps the default height: a height per row would double the file. */
const MAX_FITTED_ROWS = 5_000;
const HEADER_STYLES: Partial<Record<StyleId, StyleId>> = {
  integer: "headerRight",
  decimal1: "headerRight",
  decimal2: "headerRight",
  money: "headerRight",
  percent: "headerRight",
  gapMoney: "headerRight",
  gapPercent: "headerRight",
  gapDecimal: "headerRight",
  gapInteger: "headerRight",
  date: "headerRight",
  dateTime: "headerRight",
  wordRight: "headerRight",
};
/** Width a figure takes when shown, by style, where it is not the digits alone. */
const FIXED_WIDTHS: Partial<Record<StyleId, number>> = { date: 10, dateTime: 16, percent: 7 };

interface Cell {
  readonly value: CellValue;
  readonly formula: string | null;
  readonly style: StyleId;
}

/**
 * Writes a sheet from top to bottom. Column 0 is a narrow margin; content starts in column 1.
 * Every call that adds content leaves `row` on the first free row below it.
 */
export class SheetBuilder {
  row = 0;
  private readonly cells = new Map<number, Map<number, Cell>>();
  private readonly blocks: Block[] = [];
  private readonly merges: CellRange[] = [];
  private readonly tables: TableModel[] = [];
  private readonly charts: ChartModel[] = [];
  private readonly formats: ConditionalFormat[] = [];
  private readonly validations: Validation[] = [];
  private readonly links: Link[] = [];
  private readonly notes: { row: number; column: number; text: string }[] = [];
  private readonly heights = new Map<number, number>();
  private readonly fitted: number[] = [];
  private readonly wraps: { row: number; column: number; columns: number; text: string; rows: number }[] = [];
  private readonly deferred: ((columns: number) => void)[] = [];
  private freeze: SheetModel["freeze"] = null;
  private titleRows: SheetModel["print"]["titleRows"] = null;
  private printArea: CellRange | null = null;
  private readonly pageStarts: number[] = [];
  private readonly sections: number[] = [];

  constructor(
    readonly context: ReportContext,
    private readonly options: SheetOptions,
  ) {}

  /** The title of the sheet and the line that dates it; both stay in view. */
  title(text: string, line: string = this.context.asOfLine): void {
    this.heights.set(0, 30);
    this.set(0, MARGIN, text, "title");
    this.set(1, MARGIN, line, "asOf");
    this.heights.set(2, 8);
    this.row = 3;
    this.freeze = { rows: 2, columns: 0 };
    // With the gap below, or a table that goes on overleaf would stick to the line.
    this.titleRows = { from: 0, to: 2 };
  }

  /** A section head over the given columns (all of them by default), with a little air above. */
  section(text: string, columns?: number, column = MARGIN): void {
    if (this.row > 3) this.gap(10);
    const { row } = this;
    this.heights.set(row, 24);
    this.sections.push(row);
    this.across(columns, (count) => this.sectionAt(row, column, count, text));
    this.row += 1;
  }

  /** A section head in a place of its own, beside other content. */
  sectionAt(row: number, column: number, columns: number, text: string): void {
    this.heights.set(row, 24);
    this.set(row, column, text, "section");
    for (let index = 1; index < columns; index += 1) this.set(row, column + index, null, "section");
  }

  /** An empty row of this height. */
  gap(points = 8): void {
    this.heights.set(this.row, points);
    this.row += 1;
  }

  /** A grey line under figures: definition, source, filter. */
  note(text: string, column = MARGIN): void {
    this.set(this.row, column, text, "note");
    this.row += 1;
  }

  /** Text over several columns, as high as it needs when wrapped. */
  paragraph(text: string, style: StyleId = "bodyWrap", columns?: number, column = MARGIN): void {
    const { row } = this;
    this.across(columns, (count) => {
      this.span(row, column, count, text, style);
      this.fitHeight(row, column, count, text);
    });
    this.row += 1;
  }

  /** A sentence that leads to the sheet where the figures behind it stand. */
  paragraphTo(text: string, target: Link["target"], columns?: number): void {
    this.links.push({ row: this.row, column: MARGIN, target });
    this.paragraph(text, "linkWrap", columns);
  }

  /** Where there is nothing to show: what is missing, and which sheet and columns would bring it. */
  empty(text: string, columns?: number, column = MARGIN): void {
    this.paragraph(text, "empty", columns, column);
  }

  /** Cards side by side: a label over a figure over a comparison, each `columns` columns wide. */
  cards(cards: readonly Card[], place: { readonly columns: number; readonly perRow: number }): void {
    for (let first = 0; first < cards.length; first += place.perRow) {
      if (first > 0) this.gap(6);
      cards.slice(first, first + place.perRow).forEach((card, index) => {
        const column = MARGIN + index * place.columns;
        this.span(this.row, column, place.columns, card.label, "cardLabel");
        this.span(this.row + 1, column, place.columns, card.value, card.style);
        this.span(this.row + 2, column, place.columns, card.note, "cardNote");
      });
      this.heights.set(this.row, 19);
      this.heights.set(this.row + 1, 29);
      this.heights.set(this.row + 2, 19);
      this.row += 3;
    }
  }

  /** Lines of label, value and, in the column after, a note. */
  keyValues(items: readonly KeyValue[], noteColumns = Math.max(1, this.width() - 2)): void {
    for (const item of items) {
      this.set(this.row, MARGIN, item.label, "word");
      this.set(this.row, MARGIN + 1, item.value, item.style);
      this.fit(MARGIN, textWidth(item.label) + CELL_PADDING);
      this.fit(MARGIN + 1, shownWidth(item.value, item.style) + CELL_PADDING);
      this.fitHeight(this.row, MARGIN, 1, item.label);
      if (typeof item.value === "string") this.fitHeight(this.row, MARGIN + 1, 1, item.value);
      if (item.note !== undefined) {
        this.span(this.row, MARGIN + 2, noteColumns, item.note, "wordGreyWrap");
        this.fitHeight(this.row, MARGIN + 2, noteColumns, item.note);
      }
      this.row += 1;
    }
  }

  /** A table of the host, header and rows; without rows the sentence that says why. */
  table<Row>(spec: TableSpec<Row>, column = MARGIN): CellRange | null {
    if (spec.rows.length === 0) {
      this.empty(spec.empty);
      return null;
    }
    const headerRow = this.row;
    const { columns, rows } = spec;
    const styles: Readonly<Record<StyleId, CellStyle>> = stylesheet(this.context.money);
    columns.forEach((item, index) => {
      const at = column + index;
      this.set(headerRow, at, item.header, HEADER_STYLES[item.style] ?? "header");
      const header = spec.filter === false ? item.header : item.header + FILTER_BUTTON;
      let widest = headerWidth(header);
      for (let i = 0; i < rows.length; i += 1) {
        const value = item.value(rows[i] as Row, i);
        widest = Math.max(widest, shownWidth(value, item.style) + CELL_PADDING);
      }
      this.fit(at, Math.min(item.maxWidth ?? MAX_WIDTH, Math.max(item.minWidth ?? MIN_WIDTH, widest)));
      this.fitHeight(headerRow, at, 1, header);
    });
    this.heights.set(headerRow, 22);
    const values = rows.map((item, index) => columns.map((cell) => cell.value(item, index)));
    const block: Block = {
      row: headerRow + 1,
      column,
      values,
      style: columns.some((item, at) => item.styleOf ?? hasNegativeMoney(item.style, values, at))
        ? {
            of: "cells",
            styles: rows.map((item, line) =>
              columns.map((cell, at) => signedStyle(cell.styleOf?.(item) ?? cell.style, values[line]?.[at])),
            ),
          }
        : { of: "columns", styles: columns.map((item) => item.style) },
    };
    this.blocks.push(
      columns.some((item) => item.formula)
        ? {
            ...block,
            formulas: rows.map((item, index) =>
              columns.map((cell) => cell.formula?.(item, headerRow + 1 + index) ?? null),
            ),
          }
        : block,
    );
    columns.forEach((item, index) => {
      const { link } = item;
      if (link)
        rows.forEach((row, i) => {
          const target = link(row);
          if (target) this.links.push({ row: headerRow + 1 + i, column: column + index, target });
        });
      if (rows.length <= MAX_FITTED_ROWS)
        values.forEach((line, i) => {
          const value = line[index];
          const style = styles[item.styleOf?.(rows[i] as Row) ?? item.style];
          if (typeof value === "string" && style.wrap === true)
            this.fitHeight(headerRow + 1 + i, column + index, 1, value);
        });
    });
    const range = { row: headerRow, column, rows: rows.length + 1, columns: columns.length };
    const typed = spec.columns.flatMap(({ value }, index) => (value === leftToPeople ? [index] : []));
    this.tables.push({
      name: spec.name,
      range,
      filter: spec.filter ?? true,
      ...(typed.length > 0 && { typed }),
    });
    if (spec.freeze) {
      this.freeze = { rows: headerRow + 1, columns: spec.freezeColumns ?? 0 };
      this.titleRows = { from: headerRow, to: headerRow };
    }
    this.row = headerRow + rows.length + 1;
    return range;
  }

  /**
   * Charts side by side on rows of their own, each over its columns of the grid.
   * Their figures go to the data sheet.
   */
  chartRow(
    charts: readonly { readonly spec: ChartSpec; readonly column: number; readonly columns: number }[],
    rows = 15,
  ): void {
    for (const { spec, column, columns } of charts) {
      this.charts.push(this.context.chartData.add(spec, { row: this.row, column, rows, columns }));
    }
    for (let index = 0; index < rows; index += 1) this.heights.set(this.row + index, ROW_HEIGHT);
    this.row += rows;
  }

  /** A chart whose figures stand on the sheet itself, at its own anchor. */
  chart(chart: ChartModel): void {
    this.charts.push(chart);
  }

  /** One cell; a later call at the same place replaces it. */
  set(row: number, column: number, value: CellValue, style: StyleId, formula: string | null = null): void {
    let line = this.cells.get(row);
    if (line === undefined) this.cells.set(row, (line = new Map()));
    // A formula's value may change its sign; a value that stands may not.
    line.set(column, { value, formula, style: formula === null ? signedStyle(style, value) : style });
  }

  /** One value over several columns (and rows), merged. */
  span(row: number, column: number, columns: number, value: CellValue, style: StyleId, rows = 1): void {
    for (let i = 0; i < rows; i += 1)
      for (let j = 0; j < columns; j += 1)
        this.set(row + i, column + j, i === 0 && j === 0 ? value : null, style);
    if (columns > 1 || rows > 1) this.merges.push({ row, column, rows, columns });
  }

  link(row: number, column: number, target: Link["target"]): void {
    this.links.push({ row, column, target });
  }

  /** A comment that hovers over a cell. */
  comment(row: number, column: number, text: string): void {
    this.notes.push({ row, column, text });
  }

  format(format: ConditionalFormat): void {
    this.formats.push(format);
  }

  validate(validation: Validation): void {
    this.validations.push(validation);
  }

  height(row: number, points: number): void {
    this.heights.set(row, points);
  }

  /** Makes a row high enough for a text that wraps over these columns (and `rows` rows, sharing the height). */
  fitHeight(row: number, column: number, columns: number, text: string, rows = 1): void {
    this.wraps.push({ row, column, columns, text, rows });
  }

  /** Makes a column at least this wide, where the sheet fits its columns. */
  fit(column: number, width: number): void {
    this.fitted[column] = Math.max(this.fitted[column] ?? MIN_WIDTH, width);
  }

  /** What follows begins a new printed page, unless it fits on the one before. */
  pageStart(row = this.row): void {
    this.pageStarts.push(row);
  }

  /** Prints at most the first columns, where a sheet is too wide to be read on paper; fewer where they are wide. */
  printColumns(columns: number): void {
    this.printArea = { row: 0, column: 0, rows: this.row, columns };
  }

  /** Keeps the first rows and columns in view; the rows are repeated in print. */
  freezeAt(rows: number, columns: number): void {
    this.freeze = { rows, columns };
    this.titleRows = { from: 0, to: rows - 1 };
  }

  build(): SheetModel {
    const sentence = this.sentenceColumns();
    for (const draw of this.deferred.splice(0)) draw(sentence);
    const widths = this.widths();
    const styles = stylesheet(this.context.money);
    for (const { row, column, columns, text, rows } of this.wraps) {
      let width = 0;
      for (let index = 0; index < columns; index += 1) width += widths[column + index] ?? 9;
      const lines = wrappedLines(
        text,
        lineWidth(width, styles[this.cells.get(row)?.get(column)?.style ?? "textWrap"]),
      );
      const needed = (lines === 1 ? ROW_HEIGHT : lines * LINE_HEIGHTS[this.context.locale] + 5) / rows;
      for (let index = 0; index < rows; index += 1)
        this.heights.set(row + index, Math.min(409, Math.max(this.heights.get(row + index) ?? 0, needed)));
    }
    const { context, options } = this;
    return {
      id: options.id,
      name: context.sheetName(options.id),
      tabColor: options.tabColor ?? null,
      columnWidths: widths,
      defaultRowHeight: ROW_HEIGHT,
      rowHeights: this.heights,
      blocks: [...this.cellBlocks(), ...this.blocks],
      merges: this.merges,
      tables: this.tables,
      charts: this.charts,
      conditionalFormats: this.formats,
      validations: this.validations,
      links: this.links,
      notes: this.notes,
      freeze: this.freeze,
      showGridlines: false,
      zoom: 100,
      print: {
        orientation: options.orientation ?? "landscape",
        titleRows: this.titleRows,
        footer: context.footer,
        area: this.printArea && {
          ...this.printArea,
          columns: readableColumns(widths.slice(0, this.printArea.columns)),
        },
        pageStarts: options.onePage === true ? [] : this.breaks(widths),
        ...(options.onePage === true && { onePage: true }),
      },
    };
  }

  /** Rows that begin a printed page, with the sheet shrunk to the width of the page. */
  private breaks(widths: readonly number[]): readonly number[] {
    const { width, height } = PAGES[this.options.orientation ?? "landscape"];
    const printed = widths.slice(0, this.printArea?.columns);
    const total = printed.reduce((sum, column) => sum + column + COLUMN_EDGE, 0) * DIGIT_POINTS;
    const rows = Math.max(this.row, ...this.pageStarts);
    const heights = Array.from({ length: rows }, (_, row) => this.heights.get(row) ?? ROW_HEIGHT);
    const titles = this.titleRows ?? { from: 0, to: -1 };
    return pageBreaks({
      heights,
      starts: this.pageStarts,
      sections: this.sections,
      charts: this.charts.map(({ anchor }) => ({ from: anchor.row, to: anchor.row + anchor.rows })),
      page: height / Math.min(1, width / total),
      titles: heights.slice(titles.from, titles.to + 1).reduce((sum, row) => sum + row, 0),
    });
  }

  /** Columns of content, without the margin. */
  private width(): number {
    return Math.max(1, this.widths().length - MARGIN);
  }

  /** Draws over this many columns; over the whole sheet once its columns are known. */
  private across(columns: number | undefined, draw: (columns: number) => void): void {
    if (columns !== undefined) draw(columns);
    else if (this.options.widths === "fit") this.deferred.push(draw);
    else draw(this.width());
  }

  /** A fitted sheet has the columns its tables need, and room for a sentence at least. */
  private widths(): readonly number[] {
    if (this.options.widths !== "fit") return this.options.widths;
    let used = this.fitted.length;
    for (const line of this.cells.values())
      for (const column of line.keys()) used = Math.max(used, column + 1);
    const widths = Array.from({ length: used }, (_, column) =>
      column < MARGIN ? 2 : (this.fitted[column] ?? MIN_WIDTH),
    );
    const total = () => widths.reduce((sum, width) => sum + width, 0);
    while (total() < SENTENCE_WIDTH) widths.push(Math.min(SPARE_WIDTH, SENTENCE_WIDTH - total()));
    return widths;
  }

  /** How many columns a sentence takes on a fitted sheet: enough to read on one line or two, not all of a wide table. */
  private sentenceColumns(): number {
    let total = 0;
    const widths = this.widths();
    for (let column = MARGIN; column < widths.length; column += 1) {
      total += widths[column] ?? 0;
      if (total >= SENTENCE_WIDTH) return column + 1 - MARGIN;
    }
    return Math.max(1, widths.length - MARGIN);
  }

  /** Cells set one by one, as one block per row and run of neighbouring columns. */
  private cellBlocks(): Block[] {
    const blocks: Block[] = [];
    for (const [row, line] of [...this.cells].sort(([a], [b]) => a - b)) {
      const columns = [...line.keys()].sort((a, b) => a - b);
      for (let start = 0; start < columns.length;) {
        let end = start + 1;
        while (end < columns.length && columns[end] === (columns[end - 1] as number) + 1) end += 1;
        const cells = columns.slice(start, end).map((column) => line.get(column) as Cell);
        const block: Block = {
          row,
          column: columns[start] as number,
          values: [cells.map((cell) => cell.value)],
          style: { of: "cells", styles: [cells.map((cell) => cell.style)] },
        };
        blocks.push(
          cells.some((cell) => cell.formula !== null)
            ? { ...block, formulas: [cells.map((cell) => cell.formula)] }
            : block,
        );
        start = end;
      }
    }
    return blocks;
  }
}

/** How many of these columns a page can show in letters that can be read. */
function readableColumns(widths: readonly number[]): number {
  let total = 0;
  const beyond = widths.findIndex((width) => (total += width + COLUMN_EDGE) > READABLE_WIDTH);
  return beyond === -1 ? widths.length : Math.max(1, beyond);
}

/** How wide a column must be for its header: on one line where it is short, on more where it is not. */
function headerWidth(header: string): number {
  const lines = 1 + LONG_HEADERS.filter((length) => textWidth(header) > length).length;
  return 1.1 * narrowestWidth(header, lines) + CELL_PADDING;
}

/**
 * What a line holds, in digits of the body font: less where the text is indented, bold or larger. A little is kept
 * back, for a host without the font sets the text in another.
 */
function lineWidth(width: number, { indent = 0, font = {} }: CellStyle): number {
  const scale = (font.bold === true ? 1.17 : 1.04) * ((font.size ?? BODY_SIZE) / BODY_SIZE);
  return Math.max(4, (width - 0.5 - indent * INDENT_WIDTH) / scale);
}

function hasNegativeMoney(
  style: StyleId,
  values: readonly (readonly CellValue[])[],
  column: number,
): boolean {
  return values.some((line) => signedStyle(style, line[column]) !== style);
}

/** How wide a value is when shown in this style, in characters. */
function shownWidth(value: CellValue, style: StyleId): number {
  if (value === null) return 0;
  if (typeof value === "number") {
    const fixed = FIXED_WIDTHS[style];
    if (fixed !== undefined) return fixed;
    const whole = Math.abs(Math.trunc(value)).toString().length;
    const separators = Math.floor((whole - 1) / 3);
    const sign = value < 0 ? 1 : 0;
    const decimals = style === "decimal1" ? 2 : style === "integer" || whole >= 4 ? 0 : 3;
    return whole + separators + sign + decimals + (style === "money" ? 3 : 0);
  }
  return typeof value === "boolean" ? 5 : textWidth(value);
}
