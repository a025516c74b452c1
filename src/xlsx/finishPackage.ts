import type {
  CellRange,
  SheetModel,
  StyleName,
  TableModel,
  WorkbookModel,
} from "../reports/model/workbookModel";
import { markName } from "../reports/model/reportMark";
import { cellAddress, quotedSheet, rangeAddress, sheetReference } from "./cellAddress";
import { hexColor } from "./cellStyles";
import { finishCharts } from "./finishCharts";
import { forEachCell } from "./modelCells";
import { attribute, relationshipKind, relationshipsOf } from "./relationships";
import { cellText, sheetDataXml, type Adjustments, type StyleIndex } from "./sheetData";
import { sheetEntries, workbookPath } from "./workbookPart";

import { escapeAttribute, escapeXml } from "./xmlText";
import { partText, setPartText, type ZipParts } from "./zipParts";

const STYLES = "xl/styles.xml";
const STRINGS = "xl/sharedStrings.xml";
/** Row, far below every report, whose cells carry one style each while the library writes. */
export const PROBE_ROW = 1_048_576;

/**
 * Puts cells, tables and what the library leaves out into the package it wrote.
 *
 * @param firstStyle - number that the package's first cell format will have in the file it goes into
 */
export function finishPackage(
  parts: ZipParts,
  model: WorkbookModel,
  styleNames: readonly StyleName[],
  firstStyle: number,
): Adjustments {
  const adjustments: Adjustments = { cutTexts: 0, cleanedTexts: 0, emptiedNumbers: 0 };
  const workbook = workbookPath(parts) ?? "xl/workbook.xml";
  const entries = sheetEntries(parts, workbook);
  const indices = probedStyles(partText(parts, entries[0]?.path ?? ""), styleNames);
  const quotedStyles = new Map<number, number>();
  const formats = Number(/<cellXfs count="(\d+)"/.exec(partText(parts, STYLES))?.[1] ?? 0);
  const styleIndex: StyleIndex = (style, quoted) => {
    const index = indices.get(style) ?? indices.get("") ?? 0;
    if (!quoted) return firstStyle + index;
    const known = quotedStyles.get(index);
    if (known !== undefined) return firstStyle + known;
    const added = formats + quotedStyles.size;
    quotedStyles.set(index, added);
    return firstStyle + added;
  };
  model.sheets.forEach((sheet, index) => {
    const path = entries[index]?.path ?? "";
    const headers = new Map<string, string>();
    finishTables(parts, path, sheet, headers, adjustments);
    const data = sheetDataXml(sheet, styleIndex, headers, adjustments);
    const xml = partText(parts, path)
      .replace(/<sheetData>[\s\S]*<\/sheetData>|<sheetData\/>/, () => data.xml)
      .replace(/<dimension ref="[^"]*"\/>/, `<dimension ref="${data.dimension}"/>`)
      // Without this mark Excel takes its own height for rows of the default height.
      .replace(/<sheetFormatPr(?![^>]*customHeight)/, '<sheetFormatPr customHeight="1"');
    setPartText(parts, path, solidDataBars(xml, sheet));
    finishCharts(parts, path, sheet, model.font);
    fitNotes(parts, path, sheet);
  });
  setPartText(parts, workbook, withNames(partText(parts, workbook), model));
  setPartText(parts, STYLES, withQuotedStyles(partText(parts, STYLES), [...quotedStyles.keys()]));
  // Cells carry their own text, so the library's table of strings would only be dead weight.
  if (parts[STRINGS] !== undefined)
    setPartText(
      parts,
      STRINGS,
      '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" count="0" uniqueCount="0"/>',
    );
  return adjustments;
}

function probedStyles(sheetXml: string, styleNames: readonly StyleName[]): Map<StyleName, number> {
  const indices = new Map<StyleName, number>();
  styleNames.forEach((name, column) => {
    const cell = new RegExp(`<c r="${cellAddress(PROBE_ROW - 1, column)}"(?: s="(\\d+)")?`).exec(sheetXml);
    indices.set(name, Number(cell?.[1] ?? 0));
  });
  return indices;
}

/** Adds a copy of each of these cell formats that shows its text with a leading apostrophe kept in mind. */
function withQuotedStyles(styles: string, indices: readonly number[]): string {
  if (indices.length === 0) return styles;
  return styles.replace(/<cellXfs count="\d+">([\s\S]*?)<\/cellXfs>/, (_, inner: string) => {
    const formats = inner.match(/<xf\b[^>]*?\/>|<xf\b[\s\S]*?<\/xf>/g) ?? [];
    const quoted = indices.map((index) => (formats[index] ?? "<xf/>").replace("<xf", '<xf quotePrefix="1"'));
    return `<cellXfs count="${formats.length + quoted.length}">${formats.join("")}${quoted.join("")}</cellXfs>`;
  });
}

/** Adds the model's names and the hidden names that mark our sheets. */
function withNames(workbook: string, model: WorkbookModel): string {
  const name = (attributes: string, reference: string): string =>
    `<definedName ${attributes}>${escapeXml(reference)}</definedName>`;
  const names = [
    ...model.names.map((one) =>
      name(`name="${escapeAttribute(one.name)}"`, sheetReference(one.sheet, one.range)),
    ),
    ...model.sheets
      .filter(({ id }) => id !== "")
      .map((sheet) =>
        name(`name="${escapeAttribute(markName(sheet.id))}" hidden="1"`, `${quotedSheet(sheet.name)}!$A$1`),
      ),
  ].join("");
  return workbook.includes("<definedNames>")
    ? workbook.replace("<definedNames>", () => `<definedNames>${names}`)
    : workbook.replace("</sheets>", () => `</sheets><definedNames>${names}</definedNames>`);
}

/** Writes the tables of a sheet anew, and notes header cells whose text the table needs otherwise. */
function finishTables(
  parts: ZipParts,
  sheetPath: string,
  sheet: SheetModel,
  headers: Map<string, string>,
  adjustments: Adjustments,
): void {
  const paths = relationshipsOf(parts, sheetPath)
    .filter(({ type }) => relationshipKind(type) === "table")
    .map(({ target }) => target);
  for (const table of sheet.tables) {
    const path = paths.find((one) => attribute(partText(parts, one), "displayName") === table.name);
    if (path === undefined) continue;
    const names = columnNames(sheet, table, adjustments);
    names.forEach((name, column) => {
      headers.set(cellAddress(table.range.row, table.range.column + column), name);
    });
    const id = /<table\b[^>]*\sid="(\d+)"/.exec(partText(parts, path))?.[1] ?? "1";
    setPartText(parts, path, tableXml(id, table, names));
  }
}

/**
 * Names of a table's columns: the texts of its header cells, made unique.
 *
 * Excel repairs a table whose header cells differ from its column names, are no text, or repeat.
 */
function columnNames(sheet: SheetModel, table: TableModel, adjustments: Adjustments): string[] {
  const texts = new Array<string>(table.range.columns).fill("");
  forEachCell(sheet, { ...table.range, rows: 1 }, (_, column, value) => {
    texts[column - table.range.column] = value === null ? "" : cellText(String(value), adjustments);
  });
  const taken = new Set<string>();
  return texts.map((text, column) => {
    const wanted = text === "" ? String(column + 1) : text;
    let name = wanted;
    for (let copy = 2; taken.has(name.toLowerCase()); copy++) name = `${wanted} (${copy})`;
    taken.add(name.toLowerCase());
    return name;
  });
}

function tableXml(id: string, table: TableModel, names: readonly string[]): string {
  // A table has at least one row under its header.
  const range: CellRange = { ...table.range, rows: Math.max(2, table.range.rows) };
  const ref = rangeAddress(range);
  const columns = names.map(
    (name, index) =>
      `<tableColumn id="${index + 1}" name="${escapeAttribute(name).replaceAll("&#10;", "_x000a_")}"/>`,
  );
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
    `<table xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" id="${id}" name="${escapeAttribute(table.name)}" displayName="${escapeAttribute(table.name)}" ref="${ref}" totalsRowShown="0">` +
    (table.filter ? `<autoFilter ref="${ref}"/>` : "") +
    `<tableColumns count="${names.length}">${columns.join("")}</tableColumns>` +
    '<tableStyleInfo name="TableStyleLight1" showFirstColumn="0" showLastColumn="0" showRowStripes="0" showColumnStripes="0"/></table>'
  );
}

/** The library writes solid data bars without their colour in the newer form that Excel prefers. */
function solidDataBars(xml: string, sheet: SheetModel): string {
  const bars = sheet.conditionalFormats.filter((format) => format.kind === "dataBar");
  let next = 0;
  return fixedIds(xml).replace(
    /<x14:dataBar\b([^>]*)>([\s\S]*?)<\/x14:dataBar>/g,
    (all: string, attributes: string, inner: string) => {
      const bar = bars[next++];
      if (bar === undefined || inner.includes("x14:fillColor")) return all;
      const color = `<x14:fillColor rgb="FF${hexColor(bar.color)}"/>`;
      const stops = inner.match(/<x14:cfvo\b[^>]*?(?:\/>|>[\s\S]*?<\/x14:cfvo>)/g) ?? [];
      const rest = inner.slice(stops.join("").length);
      return `<x14:dataBar${attributes}>${stops.join("")}${color}${rest}</x14:dataBar>`;
    },
  );
}

/** Ids that tie the two forms of a rule together, counted instead of drawn by lot: equal reports are equal files. */
function fixedIds(xml: string): string {
  const ids = new Map<string, string>();
  return xml.replace(
    /\{[0-9A-F]{8}(?:-[0-9A-F]{4}){3}-[0-9A-F]{12}\}(?=<\/x14:id>|")/g,
    (id, offset: number) => {
      if (xml.startsWith('uri="', offset - 5)) return id;
      const known = ids.get(id) ?? `{00000000-0000-4000-8000-${String(ids.size + 1).padStart(12, "0")}}`;
      ids.set(id, known);
      return known;
    },
  );
}

const NOTE_COLUMNS = 3;
const NOTE_CHARACTERS_PER_LINE = 22;

/** Makes the boxes of notes high enough for their text; the library gives all the same size. */
function fitNotes(parts: ZipParts, sheetPath: string, sheet: SheetModel): void {
  if (sheet.notes.length === 0) return;
  const drawing = relationshipsOf(parts, sheetPath).find(
    ({ type }) => relationshipKind(type) === "vmlDrawing",
  );
  if (drawing === undefined) return;
  const texts = new Map(sheet.notes.map((note) => [`${note.row},${note.column}`, note.text]));
  const xml = partText(parts, drawing.target).replace(
    /<x:Anchor>[^<]*<\/x:Anchor>([\s\S]*?<x:Row>(\d+)<\/x:Row><x:Column>(\d+)<\/x:Column>)/g,
    (_, rest: string, row: string, column: string) => {
      const lines = noteLines(texts.get(`${row},${column}`) ?? "");
      const top = Math.max(0, Number(row) - 1);
      const left = Number(column) + 1;
      return `<x:Anchor>${left}, 10, ${top}, 4, ${left + NOTE_COLUMNS}, 10, ${top + lines + 1}, 4</x:Anchor>${rest}`;
    },
  );
  setPartText(parts, drawing.target, xml);
}

/** Lines a note needs, wide (CJK) characters counted double. */
function noteLines(text: string): number {
  return text.split("\n").reduce((lines, line) => {
    let width = 0;
    for (const character of line) width += (character.codePointAt(0) ?? 0) > 0x2e80 ? 2 : 1;
    return lines + Math.max(1, Math.ceil(width / NOTE_CHARACTERS_PER_LINE));
  }, 0);
}
