import { sheetReference } from "../../../xlsx/cellAddress";
import { splitReference, parseAddress, quotedName } from "../address";
import { classOf, NOTHING, type Thing } from "../classSpec";
import type { HostBook } from "../hostBook";
import { HostError, notFound } from "../hostError";
import { rangeThing, type RangeThing } from "./range";

interface NameThing extends Thing {
  readonly type: "NamedItem";
  readonly name: string;
}

/** Names Excel keeps from the name box: the marks of a report are such. */
const hidden = new WeakMap<HostBook, Set<string>>();

function hiddenNames(book: HostBook): Set<string> {
  const known = hidden.get(book) ?? new Set<string>();
  hidden.set(book, known);
  return known;
}

function named(name: string, book: HostBook): { readonly name: string; readonly formula: string } | null {
  const wanted = name.toLowerCase();
  const found = book.workbook.getDefinedNames().find((one) => one.getName().toLowerCase() === wanted);
  return found === undefined ? null : { name: found.getName(), formula: found.getFormulaOrRefString() };
}

function formulaOf({ name }: NameThing, book: HostBook): string {
  const found = named(name, book);
  if (found === null) throw notFound();
  return found.formula.startsWith("=") ? found.formula : `=${found.formula}`;
}

function rangeOf(thing: NameThing, book: HostBook): RangeThing | null {
  const { sheet, address } = splitReference(formulaOf(thing, book));
  const id = sheet === null ? null : book.sheetNamed(sheet);
  const range = parseAddress(address);
  return id === null || range === null ? null : rangeThing(id, range);
}

const LEGAL = /^[\p{L}_\\][\p{L}\p{N}_.\\?]*$/u;

function add(name: string, formula: string, book: HostBook): NameThing {
  if (!LEGAL.test(name) || parseAddress(name) !== null)
    throw new HostError("InvalidArgument", `"${name}" cannot be a name.`);
  if (named(name, book) !== null)
    throw new HostError("ItemAlreadyExists", "A resource with the same name or identifier already exists.");
  define(name, formula, book);
  return { type: "NamedItem", name };
}

function define(name: string, formula: string, book: HostBook): void {
  const params = book.workbook
    .newDefinedNameBuilder()
    .setName(name)
    .setRef(formula)
    .setScopeToWorkbook()
    .build();
  book.change("formula.mutation.set-defined-name", null, params);
}

export const NamedItemCollection = classOf<Thing>({
  items: (_, book) =>
    book.workbook.getDefinedNames().map((one): NameThing => ({ type: "NamedItem", name: one.getName() })),
  find: (_, key, book) => {
    const found = named(key, book);
    return found === null ? null : ({ type: "NamedItem", name: found.name } as NameThing);
  },
  call: {
    add: (_, [name, reference]: readonly [string, RangeThing | string], book) => {
      const formula =
        typeof reference === "string"
          ? reference
          : sheetReference(book.sheetName(reference.sheet), reference.range);
      return add(name, formula, book);
    },
    addFormulaLocal: (_, [name, formula]: readonly [string, string], book) => add(name, formula, book),
  },
});

export const NamedItem = classOf<NameThing>({
  id: ({ name }) => ({ Id: name, Name: name }),
  get: {
    name: ({ name }) => name,
    formula: formulaOf,
    value: (thing, book) => {
      const range = rangeOf(thing, book);
      return range === null
        ? formulaOf(thing, book)
        : `${quotedName(book.sheetName(range.sheet))}!${formulaOf(thing, book).split("!")[1] ?? ""}`;
    },
    type: (thing, book) => (rangeOf(thing, book) === null ? "Error" : "Range"),
    scope: () => "Workbook",
    visible: ({ name }, book) => !hiddenNames(book).has(name),
    comment: () => "",
  },
  set: {
    visible: ({ name }, value: boolean, book) => {
      if (value) hiddenNames(book).delete(name);
      else hiddenNames(book).add(name);
    },
    // Kept by nobody here; a download has none either.
    comment: () => undefined,
    formula: ({ name }, value: string, book) => {
      book.workbook.deleteDefinedName(name);
      define(name, value.replace(/^=/, ""), book);
    },
  },
  call: {
    getRange: (thing, _: readonly [], book) => {
      const range = rangeOf(thing, book);
      if (range === null) throw notFound();
      return range;
    },
    getRangeOrNullObject: (thing, _: readonly [], book) => rangeOf(thing, book) ?? NOTHING,
    delete: ({ name }, _: readonly [], book) => void book.workbook.deleteDefinedName(name),
  },
});
