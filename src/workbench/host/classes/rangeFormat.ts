import type { IBorderStyleData, IStyleData } from "@univerjs/core";
import type { CellRange } from "../../../reports";
import { gridRange } from "../../book/gridRange";
import { MOST_COLUMNS, MOST_ROWS } from "../address";
import { classOf, type Thing } from "../classSpec";
import type { HostBook } from "../hostBook";
import { HostError } from "../hostError";

/** The look of one range or of several. */
interface FormatThing extends Thing {
  readonly sheet: string;
  readonly ranges: readonly CellRange[];
}

const POINTS_OF_PIXEL = 0.75;
const INDENT_PX = 9;
const HORIZONTAL = {
  General: 0,
  Left: 1,
  Center: 2,
  Right: 3,
  Justify: 4,
  CenterAcrossSelection: 2,
} as const;
const VERTICAL = { Top: 1, Center: 2, Bottom: 3 } as const;
const WRAP = { wrapped: 3, overflow: 1 } as const;

const word = <W extends string>(words: Readonly<Record<W, number>>, number: unknown, whenNone: W): W =>
  (Object.keys(words) as W[]).find((one) => words[one] === number) ?? whenNone;

function dress({ sheet, ranges }: FormatThing, style: IStyleData, book: HostBook): void {
  for (const range of ranges) book.dress(sheet, inReach(sheet, range, book), style);
}

/** Of whole columns and rows, what the sheet has of them. */
function inReach(sheet: string, range: CellRange, book: HostBook): CellRange {
  const target = book.worksheet(sheet);
  return {
    ...range,
    rows: range.rows >= MOST_ROWS ? target.getRowCount() : range.rows,
    columns: range.columns >= MOST_COLUMNS ? target.getColumnCount() : range.columns,
  };
}

/** What the first cell has; Excel answers null where cells differ, which nobody here asks to know. */
function first({ sheet, ranges }: FormatThing, book: HostBook): IStyleData {
  const [range] = ranges;
  return range === undefined ? {} : book.style(sheet, range.row, range.column);
}

function hex(color: unknown): string {
  if (typeof color === "string" && /^#[\da-f]{6}$/i.test(color)) return color.toUpperCase();
  throw new HostError("InvalidArgument", `the workbench takes colours as #RRGGBB, not ${String(color)}`);
}

const on = (value: boolean): 0 | 1 => (value ? 1 : 0);

export const RangeFormat = classOf<FormatThing>({
  get: {
    horizontalAlignment: (thing, book) => word(HORIZONTAL, first(thing, book).ht ?? 0, "General"),
    verticalAlignment: (thing, book) => word(VERTICAL, first(thing, book).vt, "Bottom"),
    wrapText: (thing, book) => first(thing, book).tb === WRAP.wrapped,
    indentLevel: (thing, book) => Math.round((first(thing, book).pd?.l ?? 0) / INDENT_PX),
    columnWidth: ({ sheet, ranges }, book) =>
      book.sheet(sheet).getColumnWidth(ranges[0]?.column ?? 0) * POINTS_OF_PIXEL,
    rowHeight: ({ sheet, ranges }, book) =>
      book.sheet(sheet).getRowHeight(ranges[0]?.row ?? 0) * POINTS_OF_PIXEL,
  },
  set: {
    horizontalAlignment: (thing, value: keyof typeof HORIZONTAL, book) =>
      dress(thing, { ht: HORIZONTAL[value] }, book),
    verticalAlignment: (thing, value: keyof typeof VERTICAL, book) =>
      dress(thing, { vt: VERTICAL[value] }, book),
    wrapText: (thing, value: boolean, book) =>
      dress(thing, { tb: value ? WRAP.wrapped : WRAP.overflow }, book),
    indentLevel: (thing, value: number, book) => dress(thing, { pd: { l: value * INDENT_PX } }, book),
    columnWidth: ({ sheet, ranges }, points: number, book) => {
      for (const { column, columns } of ranges) widen(sheet, column, columns, points / POINTS_OF_PIXEL, book);
    },
    rowHeight: ({ sheet, ranges }, points: number, book) => {
      const rows = ranges.map((range) => gridRange(inReach(sheet, range, book)));
      book.change("sheet.mutation.set-worksheet-row-height", sheet, {
        ranges: rows,
        rowHeight: points / POINTS_OF_PIXEL,
      });
      // A height that was set stays, whatever the row holds.
      book.change("sheet.mutation.set-worksheet-row-is-auto-height", sheet, {
        ranges: rows,
        autoHeightInfo: 0,
      });
    },
  },
  nav: {
    font: ({ sheet, ranges }) => ({ type: "RangeFont", sheet, ranges }) as Thing,
    fill: ({ sheet, ranges }) => ({ type: "RangeFill", sheet, ranges }) as Thing,
    borders: ({ sheet, ranges }) => ({ type: "RangeBorderCollection", sheet, ranges }) as Thing,
  },
  call: {
    autofitColumns: ({ sheet, ranges }, _: readonly [], book) => {
      for (const { row, column, rows, columns } of ranges)
        for (let index = 0; index < columns; index++) {
          const widest = widestText(sheet, { row, column: column + index, rows, columns: 1 }, book);
          widen(sheet, column + index, 1, widest * 7 + 12, book);
        }
    },
    // Heights follow their text by themselves.
    autofitRows: () => null,
  },
});

function widen(sheet: string, column: number, columns: number, width: number, book: HostBook): void {
  const range = gridRange({ row: 0, column, rows: book.worksheet(sheet).getRowCount(), columns });
  book.change("sheet.mutation.set-worksheet-col-width", sheet, { ranges: [range], colWidth: width });
}

function widestText(sheet: string, range: CellRange, book: HostBook): number {
  const { row, column, rows } = inReach(sheet, range, book);
  let widest = 1;
  for (let index = 0; index < rows; index++) {
    const text = String(book.cell(sheet, row + index, column)?.v ?? "");
    const width = [...text].reduce((sum, letter) => sum + (letter.charCodeAt(0) > 0x2e80 ? 2 : 1), 0);
    widest = Math.max(widest, width);
  }
  return widest;
}

export const RangeFont = classOf<FormatThing>({
  get: {
    name: (thing, book) => first(thing, book).ff ?? "",
    size: (thing, book) => first(thing, book).fs ?? 11,
    bold: (thing, book) => first(thing, book).bl === 1,
    italic: (thing, book) => first(thing, book).it === 1,
    underline: (thing, book) => (first(thing, book).ul?.s === 1 ? "Single" : "None"),
    strikethrough: (thing, book) => first(thing, book).st?.s === 1,
    color: (thing, book) => first(thing, book).cl?.rgb ?? "#000000",
  },
  set: {
    name: (thing, value: string, book) => dress(thing, { ff: value }, book),
    size: (thing, value: number, book) => dress(thing, { fs: value }, book),
    bold: (thing, value: boolean, book) => dress(thing, { bl: on(value) }, book),
    italic: (thing, value: boolean, book) => dress(thing, { it: on(value) }, book),
    underline: (thing, value: string, book) => dress(thing, { ul: { s: on(value !== "None") } }, book),
    strikethrough: (thing, value: boolean, book) => dress(thing, { st: { s: on(value) } }, book),
    color: (thing, value: string, book) => dress(thing, { cl: { rgb: hex(value) } }, book),
  },
});

export const RangeFill = classOf<FormatThing>({
  get: { color: (thing, book) => first(thing, book).bg?.rgb ?? "#FFFFFF" },
  set: { color: (thing, value: string, book) => dress(thing, { bg: { rgb: hex(value) } }, book) },
  call: { clear: (thing, _: readonly [], book) => dress(thing, { bg: null }, book) },
});

type Edge = "EdgeTop" | "EdgeBottom" | "EdgeLeft" | "EdgeRight" | "InsideHorizontal" | "InsideVertical";

interface BorderThing extends FormatThing {
  readonly edge: Edge;
}

const WEIGHT = { Hairline: 2, Thin: 1, Medium: 8, Thick: 13 } as const;
const DASHES: Readonly<Record<string, number>> = { Dash: 4, Dot: 3, DashDot: 5, DashDotDot: 6, Double: 7 };
const THIN = WEIGHT.Thin;

/** Which cells of a range have a line on which side, for one edge of the range. */
const SIDES: Readonly<
  Record<Edge, { side: "t" | "b" | "l" | "r"; cells: (range: CellRange) => CellRange | null }>
> = {
  EdgeTop: { side: "t", cells: (range) => ({ ...range, rows: 1 }) },
  EdgeBottom: { side: "b", cells: (range) => ({ ...range, row: range.row + range.rows - 1, rows: 1 }) },
  EdgeLeft: { side: "l", cells: (range) => ({ ...range, columns: 1 }) },
  EdgeRight: {
    side: "r",
    cells: (range) => ({ ...range, column: range.column + range.columns - 1, columns: 1 }),
  },
  InsideHorizontal: {
    side: "b",
    cells: (range) => (range.rows > 1 ? { ...range, rows: range.rows - 1 } : null),
  },
  InsideVertical: {
    side: "r",
    cells: (range) => (range.columns > 1 ? { ...range, columns: range.columns - 1 } : null),
  },
};

/** Lines under way: style, weight and colour of one come one by one. */
const lines = new WeakMap<BorderThing, IBorderStyleData>();

function draw(
  thing: BorderThing,
  change: (line: IBorderStyleData) => IBorderStyleData | null,
  book: HostBook,
): void {
  const { sheet, ranges, edge } = thing;
  const { side, cells } = SIDES[edge];
  const line = change(lines.get(thing) ?? lineAt(thing, book) ?? { s: THIN, cl: { rgb: "#000000" } });
  if (line === null) lines.delete(thing);
  else lines.set(thing, line);
  const look: IStyleData = { bd: { [side]: line } };
  for (const range of ranges) {
    const target = cells(inReach(sheet, range, book));
    if (target !== null) book.dress(sheet, target, look);
  }
}

function lineAt({ sheet, ranges, edge }: BorderThing, book: HostBook): IBorderStyleData | null {
  const { side, cells } = SIDES[edge];
  const target = ranges[0] === undefined ? null : cells(ranges[0]);
  return target === null ? null : (book.style(sheet, target.row, target.column).bd?.[side] ?? null);
}

export const RangeBorderCollection = classOf<FormatThing>({
  items: (thing) => (Object.keys(SIDES) as Edge[]).map((edge) => ({ ...thing, type: "RangeBorder", edge })),
  find: (thing, edge) =>
    edge in SIDES ? ({ ...thing, type: "RangeBorder", edge: edge as Edge } as BorderThing) : null,
});

export const RangeBorder = classOf<BorderThing>({
  id: ({ edge }) => ({ Id: edge }),
  get: {
    sideIndex: ({ edge }) => edge,
    style: (thing, book) => (lineAt(thing, book) === null ? "None" : "Continuous"),
    weight: (thing, book) => word(WEIGHT, lineAt(thing, book)?.s, "Thin"),
    color: (thing, book) => lineAt(thing, book)?.cl.rgb ?? "",
  },
  set: {
    style: (thing, value: string, book) =>
      draw(
        thing,
        (line) =>
          value === "None"
            ? null
            : { ...line, s: (DASHES[value] ?? (line.s || THIN)) as IBorderStyleData["s"] },
        book,
      ),
    weight: (thing, value: keyof typeof WEIGHT, book) =>
      draw(thing, (line) => ({ ...line, s: WEIGHT[value] as IBorderStyleData["s"] }), book),
    color: (thing, value: string, book) =>
      draw(thing, (line) => ({ ...line, cl: { rgb: hex(value) } }), book),
  },
});
