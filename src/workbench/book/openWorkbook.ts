import { Workbook, type ConditionalFormattingRule, type Worksheet } from "@cj-tech-master/excelts";
import { installChartSupport } from "@cj-tech-master/excelts/chart";
import { serialOfDay } from "../../core/math/day";
import type { Cell, RawSheet } from "../../core/tables";
import type {
  Block,
  CellRange,
  CellStyle,
  CellValue,
  ConditionalFormat,
  DefinedName,
  Link,
  SheetModel,
  TableModel,
  Validation,
  WorkbookModel,
} from "../../reports";
import { columnOfAddress } from "../../xlsx/cellAddress";
import { fileColor, fileStyle } from "./fileStyle";
import { parseReference } from "./parseReference";

/** What of a file the grid does not show, and a download will not have. */
export interface NotShown {
  readonly charts: number;
  readonly pictures: number;
  readonly pivots: number;
  /** Conditional formats and cell rules of kinds the grid does not take over. */
  readonly rules: number;
}

/** Styles of one workbook, each kept once. */
interface Styles {
  readonly all: Record<string, CellStyle>;
  readonly names: Map<string, string>;
}

const WIDTH_PADDING = 0.71;
const DEFAULT_ROW_POINTS = 15;
const COLUMNS_IN_REACH = 60;

/**
 * A workbook file with its looks: styles, widths, merges, formulas, tables, rules, lists, links, notes, names.
 *
 * Values are those our own reader found, so that the grid shows what a report would be made from.
 *
 * @param rows - the sheets as `readWorkbook` gave them
 * @throws whatever the library throws on a file it cannot take apart
 */
export async function openWorkbook(
  bytes: Uint8Array,
  title: string,
  rows: readonly RawSheet[],
  body: Pick<WorkbookModel, "language" | "font" | "fontSize">,
): Promise<{ readonly model: WorkbookModel; readonly notShown: NotShown }> {
  installChartSupport();
  const book = new Workbook();
  await book.xlsx.load(bytes);
  const styles: Styles = { all: {}, names: new Map() };
  const left = { charts: 0, pictures: 0, pivots: 0, rules: 0 };
  const sheets = rows.map((raw): SheetModel => {
    const worksheet = book.getWorksheet(raw.name);
    if (worksheet === undefined) throw new Error(`the library has no sheet ${raw.name}`);
    return sheetModel(worksheet, raw, styles, left);
  });
  return {
    model: { title, ...body, styles: styles.all, sheets, names: namesOf(book) },
    notShown: left,
  };
}

function sheetModel(
  worksheet: Worksheet,
  raw: RawSheet,
  styles: Styles,
  left: { charts: number; pictures: number; pivots: number; rules: number },
): SheetModel {
  const { model } = worksheet;
  left.charts += model.charts?.length ?? 0;
  left.pictures += model.media.filter(({ type }) => (type as string) === "image").length;
  left.pivots += model.pivotTables.length;
  const [view] = model.views;
  const looks = looksOf(worksheet);
  const rules = model.conditionalFormattings.flatMap(({ ref, rules: given }) =>
    given.flatMap((rule) => ref.split(" ").map((part) => ruleModel(rangeOf(part), rule))),
  );
  const lists = listsOf(worksheet);
  left.rules += rules.filter((rule) => rule === null).length + lists.left;
  const frozen = view?.state === "frozen" ? view : null;
  return {
    id: "",
    name: worksheet.name,
    tabColor: null,
    columnWidths: widthsOf(worksheet),
    hiddenColumns: (model.cols ?? []).flatMap(({ min, max, hidden }) =>
      hidden === true ? Array.from({ length: max - min + 1 }, (_, index) => min - 1 + index) : [],
    ),
    defaultRowHeight: model.properties.defaultRowHeight ?? DEFAULT_ROW_POINTS,
    rowHeights: looks.heights,
    blocks: cellsOf(raw, looks, styles),
    merges: (model.mergeCells ?? []).map(rangeOf),
    tables: model.tables.flatMap(tableOf),
    charts: [],
    conditionalFormats: rules.filter((rule) => rule !== null),
    validations: lists.validations,
    links: looks.links,
    notes: looks.notes,
    freeze: frozen === null ? null : { rows: frozen.ySplit ?? 0, columns: frozen.xSplit ?? 0 },
    showGridlines: view?.showGridLines !== false,
    zoom: view?.zoomScale ?? 100,
    ...(model.state !== "visible" && { hidden: true }),
    print: {
      orientation: model.pageSetup.orientation === "portrait" ? "portrait" : "landscape",
      titleRows: null,
      footer: "",
      area: null,
    },
  };
}

/** What the library says of the cells of a sheet, by row and column from 0. */
interface Looks {
  readonly styles: ReadonlyMap<number, ReadonlyMap<number, CellStyle>>;
  readonly formulas: ReadonlyMap<number, ReadonlyMap<number, string>>;
  readonly links: readonly Link[];
  readonly notes: SheetModel["notes"];
  readonly heights: ReadonlyMap<number, number>;
}

function looksOf(worksheet: Worksheet): Looks {
  const styles = new Map<number, Map<number, CellStyle>>();
  const formulas = new Map<number, Map<number, string>>();
  const links: Link[] = [];
  const notes: { row: number; column: number; text: string }[] = [];
  const heights = new Map<number, number>();
  worksheet.eachRow({ includeEmpty: true }, (row, number) => {
    if (row.height !== undefined) heights.set(number - 1, row.height);
    row.eachCell({ includeEmpty: true }, (cell, place) => {
      const [down, across] = [number - 1, place - 1];
      setAt(styles, down, across, fileStyle(cell.style));
      // A formula of many cells is kept by its first cell alone.
      if (cell.formula !== undefined && cell.formula !== "") setAt(formulas, down, across, cell.formula);
      const target = linkTarget(cell.hyperlink);
      if (target !== null) links.push({ row: down, column: across, target });
      const note = noteText(cell.note);
      if (note !== "") notes.push({ row: down, column: across, text: note });
    });
  });
  return { styles, formulas, links, notes, heights };
}

function setAt<T>(map: Map<number, Map<number, T>>, row: number, column: number, value: T): void {
  const line = map.get(row) ?? new Map<number, T>();
  line.set(column, value);
  map.set(row, line);
}

function noteText(note: unknown): string {
  if (typeof note === "string") return note;
  const texts = (note as { readonly texts?: readonly { readonly text: string }[] } | undefined)?.texts ?? [];
  return texts.map(({ text }) => text).join("");
}

function linkTarget(link: string | undefined): Link["target"] | null {
  if (link === undefined || link === "") return null;
  if (!link.startsWith("#")) return { url: link };
  const place = parseReference(link.slice(1));
  return place === null
    ? null
    : { sheet: place.sheet, cell: link.slice(link.lastIndexOf("!") + 1).replaceAll("$", "") };
}

function cellsOf(raw: RawSheet, looks: Looks, styles: Styles): readonly Block[] {
  const rows = Math.max(raw.rows.length, ...[...looks.styles.keys()].map((row) => row + 1), 0);
  const columns = Math.max(
    raw.rows.reduce((most, row) => Math.max(most, row.length), 0),
    ...[...looks.styles.values()].map((line) => Math.max(...line.keys()) + 1),
    0,
  );
  if (rows === 0 || columns === 0) return [];
  const grid = <T>(of: (row: number, column: number) => T): T[][] =>
    Array.from({ length: rows }, (_, row) =>
      Array.from({ length: columns }, (__, column) => of(row, column)),
    );
  return [
    {
      row: 0,
      column: 0,
      values: grid((row, column) => shown(raw, raw.rows[row]?.[column], looks.styles.get(row)?.get(column))),
      formulas: grid((row, column) => looks.formulas.get(row)?.get(column) ?? null),
      style: {
        of: "cells",
        styles: grid((row, column) => nameOf(styles, looks.styles.get(row)?.get(column))),
      },
    },
  ];
}

const DATE_FORMAT = /[ymdhs]/i;

function shown(raw: RawSheet, cell: Cell | undefined, style: CellStyle | undefined): CellValue {
  if (cell === undefined || cell === null) return null;
  if (typeof cell === "object") return cell.error;
  const bare = (style?.numberFormat ?? "").replace(/"[^"]*"|\[[^\]]*\]/g, "");
  // The grid counts days from 1900.
  if (typeof cell === "number" && raw.date1904 && DATE_FORMAT.test(bare))
    return cell + serialOfDay(0) - serialOfDay(0, true);
  return cell;
}

function nameOf(styles: Styles, style: CellStyle | undefined): string {
  if (style === undefined) return "";
  const key = JSON.stringify(style);
  const known = styles.names.get(key);
  if (known !== undefined) return known;
  const name = `file${styles.names.size + 1}`;
  styles.names.set(key, name);
  styles.all[name] = style;
  return name;
}

function widthsOf(worksheet: Worksheet): readonly number[] {
  const { cols = [], properties } = worksheet.model;
  // A file may state a width for all 16,384 columns; those in reach are enough.
  const reach = Math.max(worksheet.columnCount, COLUMNS_IN_REACH);
  const last = cols.reduce((most, { max }) => Math.max(most, Math.min(max, reach)), 0);
  const usual = properties.defaultColWidth ?? 8.43 + WIDTH_PADDING;
  return Array.from({ length: last }, (_, index) => {
    const column = cols.find(({ min, max }) => index + 1 >= min && index + 1 <= max);
    return Math.max(0, (column?.width ?? usual) - WIDTH_PADDING);
  });
}

function tableOf(table: {
  readonly name: string;
  readonly ref?: string;
  readonly tableRef?: string;
  readonly headerRow?: boolean;
}): readonly TableModel[] {
  const reference = table.tableRef ?? table.ref ?? "";
  // The grid's tables have a heading row.
  if (table.headerRow === false || !reference.includes(":")) return [];
  return [{ name: table.name, range: rangeOf(reference), filter: true }];
}

function ruleModel(range: CellRange, rule: ConditionalFormattingRule): ConditionalFormat | null {
  const look = {
    color: fileColor(rule.style?.font?.color),
    fill: rule.style?.fill?.type === "pattern" ? fileColor(rule.style.fill.bgColor) : null,
  };
  if (rule.type === "expression") {
    const formula = rule.formulae?.[0];
    return formula === undefined ? null : { kind: "formula", range, formula: String(formula), ...look };
  }
  if (rule.type === "cellIs" && rule.operator === "equal") {
    const text = /^"((?:[^"]|"")*)"$/.exec(String(rule.formulae?.[0] ?? ""))?.[1];
    if (text === undefined) return null;
    return {
      kind: "textEquals",
      range,
      text: text.replaceAll('""', '"'),
      color: look.color ?? "000000",
      fill: look.fill,
    };
  }
  if (rule.type === "colorScale") {
    const [from, to] = [fileColor(rule.color?.[0]), fileColor(rule.color?.at(-1))];
    return from === null || to === null ? null : { kind: "colorScale", range, from, to };
  }
  if (rule.type === "dataBar") {
    const color = fileColor(rule.color as Parameters<typeof fileColor>[0]);
    return color === null ? null : { kind: "dataBar", range, color };
  }
  return null;
}

function listsOf(worksheet: Worksheet): {
  readonly validations: readonly Validation[];
  readonly left: number;
} {
  const rules = Object.entries(worksheet.model.dataValidations);
  const validations = rules.flatMap(([address, rule]): readonly Validation[] => {
    const source = rule?.type === "list" ? String(rule.formulae?.[0] ?? "") : "";
    if (source === "") return [];
    const where = { range: rangeOf(address.replace(/^range:/, "")), prompt: rule?.prompt ?? "" };
    const values = /^"(.*)"$/.exec(source)?.[1];
    return [
      values === undefined
        ? { kind: "listRange", ...where, source }
        : { kind: "listValues", ...where, values: values.split(",") },
    ];
  });
  return { validations, left: rules.length - validations.length };
}

function namesOf(book: Workbook): readonly DefinedName[] {
  return book.definedNames.model.flatMap(({ name, ranges }): readonly DefinedName[] => {
    const place = ranges.length === 1 ? parseReference(ranges[0] ?? "") : null;
    return place === null || name.startsWith("_xlnm.") ? [] : [{ name, ...place }];
  });
}

/** "$B$3:$D$9" as rows and columns. */
function rangeOf(address: string): CellRange {
  const [from = "A1", to = from] = address.replaceAll("$", "").split(":");
  const row = (text: string): number => Number(/\d+$/.exec(text)?.[0] ?? 1) - 1;
  const [top, left] = [row(from), columnOfAddress(from)];
  return { row: top, column: left, rows: row(to) - top + 1, columns: columnOfAddress(to) - left + 1 };
}
