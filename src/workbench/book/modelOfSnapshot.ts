import type { ICellData, IStyleData, IWorkbookData, IWorksheetData } from "@univerjs/core";
import type {
  Block,
  CellStyle,
  CellValue,
  ChartModel,
  DefinedName,
  Link,
  SheetModel,
  TableModel,
  Validation,
  WorkbookModel,
} from "../../reports";
import { REPORT_MARK } from "../../reports/model/reportMark";
import { modelRange } from "./gridRange";
import { modelRules, type GridRule } from "./gridRules";
import { hexColor, modelStyle } from "./gridStyle";
import { heightPoints, widthCharacters } from "./gridUnits";
import { parseReference } from "./parseReference";

type Cells = Readonly<Record<number, Readonly<Record<number, ICellData>>>>;

/** What belongs to the open workbook and is not in the grid's own snapshot; all by the grid's id of the sheet. */
export interface BesideTheGrid {
  /** Cells that formulas have filled beside their own. */
  readonly spilled: Readonly<Record<string, Cells>>;
  readonly charts: Readonly<Record<string, readonly ChartModel[]>>;
  readonly print: Readonly<Record<string, SheetModel["print"]>>;
  readonly tables: Readonly<Record<string, readonly TableModel[]>>;
  readonly links: Readonly<Record<string, readonly Link[]>>;
}

export const NOTHING_BESIDE: BesideTheGrid = { spilled: {}, charts: {}, print: {}, tables: {}, links: {} };

/** A workbook as it can be written, and what of it a file will not have. */
export interface GridModel {
  readonly model: WorkbookModel;
  /** Formulas written as their results: those that call the add-in, and those that fill several cells. */
  readonly formulasAsValues: number;
  /** Conditional formats, names and cell rules of kinds that are not written. */
  readonly left: number;
}

const PLAIN_PRINT: SheetModel["print"] = {
  orientation: "landscape",
  titleRows: null,
  footer: "",
  area: null,
};
const ACCENT = "0F6CBD";
const BOOLEAN = 3;
const DEFAULT_WIDTH_PX = 72;
const DEFAULT_ROW_PX = 20;
/** Calls of the add-in: a file that opens without it would show #NAME?. */
const OWN_CALL = /(?:^|[^\p{L}\p{N}_.])CRM\./iu;

/** What is on screen as a workbook model: the way back of `snapshotOfModel`. */
export function modelOfSnapshot(snapshot: IWorkbookData, beside: BesideTheGrid): GridModel {
  const resources = new Map(
    (snapshot.resources ?? []).map(({ name, data }) => [
      name,
      data === "" ? {} : (JSON.parse(data) as unknown),
    ]),
  );
  const bySheet = <T>(name: string): Readonly<Record<string, T>> =>
    (resources.get(name) ?? {}) as Readonly<Record<string, T>>;
  const names = Object.values(bySheet<GridName>("SHEET_DEFINED_NAME_PLUGIN"));
  const marks = reportMarks(names);
  const known = names.map(modelName);
  const styles = styleBook(snapshot);
  const count = { formulas: 0, left: known.filter((name) => name === null).length };
  const nameOf = new Map(
    Object.entries(snapshot.sheets).map(([id, sheet]) => [id, sheet.name ?? id] as const),
  );

  const sheets = snapshot.sheetOrder.map((id): SheetModel => {
    const sheet = snapshot.sheets[id] ?? {};
    const name = nameOf.get(id) ?? id;
    const rules = modelRules(bySheet<readonly GridRule[]>("SHEET_CONDITIONAL_FORMATTING_PLUGIN")[id] ?? []);
    const lists = modelLists(bySheet<readonly GridList[]>("SHEET_DATA_VALIDATION_PLUGIN")[id] ?? []);
    const cells = modelCells(sheet, beside.spilled[id] ?? {}, styles, count);
    count.left += rules.unknown + lists.unknown;
    return {
      id: marks.get(name) ?? "",
      name,
      tabColor: modelTabColor(sheet.tabColor),
      ...modelColumns(sheet),
      defaultRowHeight: heightPoints(sheet.defaultRowHeight ?? DEFAULT_ROW_PX),
      rowHeights: modelRowHeights(sheet),
      blocks: cells === null ? [] : [cells],
      merges: (sheet.mergeData ?? []).map(modelRange),
      tables: beside.tables[id] ?? [],
      charts: beside.charts[id] ?? [],
      conditionalFormats: rules.formats,
      validations: lists.validations,
      links: beside.links[id] ?? [],
      notes: modelNotes(bySheet<Record<number, Record<number, GridNote>>>("SHEET_NOTE_PLUGIN")[id] ?? {}),
      freeze: modelFreeze(sheet),
      showGridlines: sheet.showGridlines !== 0,
      zoom: Math.round((sheet.zoomRatio ?? 1) * 100),
      ...(sheet.hidden === 1 && { hidden: true }),
      print: beside.print[id] ?? PLAIN_PRINT,
    };
  });
  return {
    model: {
      title: snapshot.name,
      language: String(snapshot.locale).startsWith("zh") ? "zh" : "en",
      font: styles.font,
      fontSize: styles.fontSize,
      styles: styles.all(),
      sheets,
      names: known.filter((name) => name !== null && reportIdOf(name.name) === null) as DefinedName[],
    },
    formulasAsValues: count.formulas,
    left: count.left,
  };
}

/** Styles of the cells, each named once. */
interface StyleBook {
  readonly font: string;
  readonly fontSize: number;
  nameOf(style: ICellData["s"]): string;
  all(): Readonly<Record<string, CellStyle>>;
}

function styleBook(snapshot: IWorkbookData): StyleBook {
  const base = typeof snapshot.defaultStyle === "object" ? snapshot.defaultStyle : null;
  const names = new Map<string, string>();
  const styles: Record<string, CellStyle> = {};
  const byId = new Map<string, string>();
  const intern = (style: IStyleData): string => {
    const model = modelStyle(style);
    const key = JSON.stringify(model);
    const known = names.get(key);
    if (known !== undefined) return known;
    const name = `style${names.size + 1}`;
    names.set(key, name);
    styles[name] = model;
    return name;
  };
  return {
    font: base?.ff ?? "Calibri",
    fontSize: base?.fs ?? 11,
    nameOf: (style) => {
      if (style === null || style === undefined) return "";
      if (typeof style !== "string") return intern(style);
      const known = byId.get(style);
      if (known !== undefined) return known;
      const found = snapshot.styles[style];
      const name = found ? intern(found) : "";
      byId.set(style, name);
      return name;
    },
    all: () => styles,
  };
}

function modelCells(
  sheet: Partial<IWorksheetData>,
  spilled: Cells,
  styles: StyleBook,
  count: { formulas: number },
): Block | null {
  const cells = (sheet.cellData ?? {}) as Cells;
  const used = [cells, spilled].flatMap((matrix) =>
    Object.entries(matrix).flatMap(([row, line]) =>
      Object.entries(line).flatMap(([column, cell]) =>
        isBare(cell) ? [] : [[Number(row), Number(column)] as const],
      ),
    ),
  );
  if (used.length === 0) return null;
  const rows = used.reduce((most, [row]) => Math.max(most, row + 1), 0);
  const columns = used.reduce((most, [, column]) => Math.max(most, column + 1), 0);
  const values: CellValue[][] = [];
  const formulas: (string | null)[][] = [];
  const names: string[][] = [];
  for (let row = 0; row < rows; row++) {
    values.push([]);
    formulas.push([]);
    names.push([]);
    for (let column = 0; column < columns; column++) {
      const cell = cells[row]?.[column];
      const spill = spilled[row]?.[column];
      const formula = cell?.f ?? null;
      // What fills several cells would be cut to one by a plain formula.
      const plain = formula !== null && (spill !== undefined || OWN_CALL.test(formula));
      if (plain) count.formulas += 1;
      values[row]?.push(modelValue(spill ?? cell));
      formulas[row]?.push(formula === null || plain ? null : formula.replace(/^=/, ""));
      names[row]?.push(styles.nameOf(cell?.s ?? sheet.rowData?.[row]?.s ?? sheet.columnData?.[column]?.s));
    }
  }
  const hasFormulas = formulas.some((line) => line.some((formula) => formula !== null));
  return {
    row: 0,
    column: 0,
    values,
    ...(hasFormulas && { formulas }),
    style: { of: "cells", styles: names },
  };
}

const isBare = (cell: ICellData | null | undefined): boolean =>
  (cell?.v ?? null) === null && (cell?.f ?? null) === null && (cell?.s ?? null) === null && !cell?.p;

function modelValue(cell: ICellData | undefined): CellValue {
  const rich = cell?.p?.body?.dataStream;
  const value = cell?.v ?? (rich === undefined ? null : rich.replace(/\r?\n?$/, "").replaceAll("\r", "\n"));
  if (value === null || value === undefined || value === "") return null;
  return cell?.t === BOOLEAN ? value === 1 || value === true : value;
}

function modelTabColor(color: string | undefined): SheetModel["tabColor"] {
  const hex = hexColor(color);
  if (hex === null) return null;
  return hex === ACCENT ? "accent" : "grey";
}

function modelColumns(sheet: Partial<IWorksheetData>): Pick<SheetModel, "columnWidths" | "hiddenColumns"> {
  const columns = Object.entries(sheet.columnData ?? {});
  const last = columns.reduce((most, [column]) => Math.max(most, Number(column)), -1);
  const usual = sheet.defaultColumnWidth ?? DEFAULT_WIDTH_PX;
  return {
    columnWidths: Array.from({ length: last + 1 }, (_, column) =>
      widthCharacters(sheet.columnData?.[column]?.w ?? usual),
    ),
    hiddenColumns: columns.flatMap(([column, data]) => (data?.hd === 1 ? [Number(column)] : [])),
  };
}

function modelRowHeights(sheet: Partial<IWorksheetData>): ReadonlyMap<number, number> {
  return new Map(
    Object.entries(sheet.rowData ?? {}).flatMap(([row, data]) =>
      data?.h === undefined ? [] : [[Number(row), heightPoints(data.h)] as const],
    ),
  );
}

function modelFreeze({ freeze }: Partial<IWorksheetData>): SheetModel["freeze"] {
  if (freeze === undefined || (freeze.xSplit <= 0 && freeze.ySplit <= 0)) return null;
  return { rows: Math.max(0, freeze.ySplit), columns: Math.max(0, freeze.xSplit) };
}

interface GridName {
  readonly name: string;
  readonly formulaOrRefString: string;
}

function modelName({ name, formulaOrRefString }: GridName): DefinedName | null {
  const reference = parseReference(formulaOrRefString);
  return reference === null ? null : { name, ...reference };
}

const reportIdOf = (name: string): string | null =>
  name.startsWith(REPORT_MARK) ? name.slice(REPORT_MARK.length) : null;

/** Names of the sheets that carry the mark of a report, with the report's key for them. */
function reportMarks(names: readonly GridName[]): ReadonlyMap<string, string> {
  return new Map(
    names.flatMap(({ name, formulaOrRefString }) => {
      const id = reportIdOf(name);
      const sheet = parseReference(formulaOrRefString)?.sheet;
      return id === null || sheet === undefined ? [] : [[sheet, id] as const];
    }),
  );
}

interface GridList {
  readonly type: string;
  readonly ranges: readonly Parameters<typeof modelRange>[0][];
  readonly formula1?: string;
  readonly prompt?: string;
}

function modelLists(lists: readonly GridList[]): {
  readonly validations: readonly Validation[];
  readonly unknown: number;
} {
  const validations = lists.flatMap(({ type, ranges, formula1, prompt = "" }) =>
    type !== "list" || formula1 === undefined
      ? []
      : ranges.map((range): Validation => {
          const where = { range: modelRange(range), prompt };
          return formula1.startsWith("=")
            ? { kind: "listRange", ...where, source: formula1.slice(1) }
            : { kind: "listValues", ...where, values: formula1.split(",") };
        }),
  );
  return { validations, unknown: lists.filter(({ type }) => type !== "list").length };
}

interface GridNote {
  readonly row: number;
  readonly col: number;
  readonly note: string;
}

function modelNotes(
  notes: Readonly<Record<number, Readonly<Record<number, GridNote>>>>,
): SheetModel["notes"] {
  return Object.values(notes).flatMap((line) =>
    Object.values(line).map(({ row, col, note }) => ({ row, column: col, text: note })),
  );
}
