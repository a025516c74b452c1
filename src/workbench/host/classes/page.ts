import type { PageSetup } from "../extras";
import { PLAIN_PAGE } from "../extras";
import { parseAddress, splitReference } from "../address";
import { classOf, type Thing } from "../classSpec";
import type { HostBook } from "../hostBook";
import { invalidArgument } from "../hostError";
import { rangeAt, type RangeThing } from "./range";

interface PageThing extends Thing {
  readonly sheet: string;
}

const pageOf = ({ sheet }: PageThing, book: HostBook): PageSetup =>
  book.extras.pages.get(sheet) ?? PLAIN_PAGE;

function change(thing: PageThing, parts: Partial<PageSetup>, book: HostBook): void {
  book.extras.pages.set(thing.sheet, { ...pageOf(thing, book), ...parts });
}

/** Set by the add-in, and the same in every file we write. */
const ACCEPTED = [
  "paperSize",
  "zoom",
  "centerHorizontally",
  "centerVertically",
  "leftMargin",
  "rightMargin",
  "topMargin",
  "bottomMargin",
  "headerMargin",
  "footerMargin",
] as const;

function titleRows(text: string): PageSetup["titleRows"] {
  const range = parseAddress(splitReference(text).address);
  if (range === null) throw invalidArgument();
  return { from: range.row, to: range.row + range.rows - 1 };
}

const asRange = (sheet: string, given: RangeThing | string, book: HostBook): RangeThing =>
  typeof given === "string" ? rangeAt(sheet, given, book) : given;

export const PageLayout = classOf<PageThing>({
  get: {
    orientation: (thing, book) => (pageOf(thing, book).orientation === "portrait" ? "Portrait" : "Landscape"),
  },
  set: {
    orientation: (thing, value: string, book) =>
      change(thing, { orientation: value === "Portrait" ? "portrait" : "landscape" }, book),
    ...Object.fromEntries(ACCEPTED.map((name) => [name, () => undefined])),
  },
  nav: { headersFooters: ({ sheet }) => ({ type: "HeaderFooterGroup", sheet }) as Thing },
  call: {
    setPrintArea: (thing, [given]: readonly [RangeThing | string], book) =>
      change(thing, { area: asRange(thing.sheet, given, book).range }, book),
    setPrintTitleRows: (thing, [given]: readonly [RangeThing | string], book) =>
      change(
        thing,
        {
          titleRows:
            typeof given === "string"
              ? titleRows(given)
              : { from: given.range.row, to: given.range.row + given.range.rows - 1 },
        },
        book,
      ),
    setPrintMargins: () => null,
  },
});

export const HeaderFooterGroup = classOf<PageThing>({
  nav: { defaultForAllPages: ({ sheet }) => ({ type: "HeaderFooter", sheet }) as Thing },
});

/** The footer's size and the escape of its ampersands, which the file writer puts there by itself. */
const FOOTER_SIZE = /^&\d+ /;

export const HeaderFooter = classOf<PageThing>({
  get: { leftFooter: (thing, book) => pageOf(thing, book).footer },
  set: {
    leftFooter: (thing, value: string, book) =>
      change(thing, { footer: value.replace(FOOTER_SIZE, "").replaceAll("&&", "&") }, book),
    // The page number: every file we write has it.
    rightFooter: () => undefined,
    centerFooter: () => undefined,
  },
});

export const PageBreakCollection = classOf<PageThing>({
  items: () => [],
  call: {
    removePageBreaks: (thing, _: readonly [], book) => change(thing, { pageStarts: [] }, book),
    add: (thing, [given]: readonly [RangeThing | string], book) => {
      const { row } = asRange(thing.sheet, given, book).range;
      change(thing, { pageStarts: [...(pageOf(thing, book).pageStarts ?? []), row] }, book);
      return { type: "PageBreak", sheet: thing.sheet } as Thing;
    },
  },
});

export const PageBreak = classOf<PageThing>({});

export const WorksheetFreezePanes = classOf<PageThing>({
  call: {
    unfreeze: ({ sheet }, _: readonly [], book) => freeze(sheet, 0, 0, book),
    freezeRows: ({ sheet }, [rows]: readonly [number], book) => freeze(sheet, rows, 0, book),
    freezeColumns: ({ sheet }, [columns]: readonly [number], book) => freeze(sheet, 0, columns, book),
    freezeAt: ({ sheet }, [given]: readonly [RangeThing | string], book) => {
      const { range } = asRange(sheet, given, book);
      freeze(sheet, range.row + range.rows, range.column + range.columns, book);
    },
  },
});

function freeze(sheet: string, rows: number, columns: number, book: HostBook): void {
  book.change("sheet.mutation.set-frozen", sheet, {
    xSplit: columns,
    ySplit: rows,
    startRow: rows === 0 ? -1 : rows,
    startColumn: columns === 0 ? -1 : columns,
  });
}
