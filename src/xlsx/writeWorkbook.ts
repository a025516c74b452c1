import { Workbook, type DataValidation, type Worksheet, type WorksheetView } from "@cj-tech-master/excelts";
import { installChartSupport } from "@cj-tech-master/excelts/chart";
import type {
  CellRange,
  ChartModel,
  ChartSeries,
  Link,
  SheetModel,
  StyleName,
  Validation,
  WorkbookModel,
} from "../reports/model/workbookModel";
import { cellAddress, quotedSheet, rangeAddress } from "./cellAddress";
import { libraryStyle, opaque } from "./cellStyles";
import { addChart } from "./charts";
import { conditionalRule } from "./conditionalFormats";
import { storedFormula } from "./formulaText";
import { finishPackage, PROBE_ROW } from "./finishPackage";
import { forEachCell } from "./modelCells";
import type { Adjustments } from "./sheetData";
import { cutText, legalText } from "./xmlText";
import { unzipParts, zipParts, type ZipParts } from "./zipParts";

/** Settings of a written file that are not the report's own. */
export interface WriteOptions {
  /** Who wrote the file, in its properties. */
  readonly creator?: string;
  /** Moment of writing for the file's properties, ISO 8601 in UTC; fixed if omitted, so that equal reports are equal files. */
  readonly createdAt?: string;
}

/** A written file, and what had to be changed in it. */
export interface WrittenWorkbook extends Readonly<Adjustments> {
  readonly bytes: Uint8Array;
  /** Drop-down lists left out because a file cannot hold them (values with commas, or over 255 characters together). */
  readonly droppedValidations: number;
}

const DEFAULT_CREATOR = "Tenure";
const DEFAULT_CREATED_AT = "2000-01-01T00:00:00Z";
const TAB_COLORS = { accent: "0F6CBD", grey: "A6A6A6" } as const;
const A4 = 9;
const MAX_PROMPT = 255;
const MAX_LIST = 255;
const MAX_FOOTER = 200;
const NOTE_FONT_SIZE = 9;
/** Excel's file widths count the cell's padding too. */
const WIDTH_PADDING = 0.71;

let chartsInstalled = false;

/**
 * Writes a workbook model as an .xlsx file.
 *
 * The library lays out the package: styles, charts, tables, notes, rules, page set-up. The cells
 * themselves are put in afterwards as text (`finishPackage`), which is several times faster than
 * one object a cell.
 *
 * A style name that the model does not define is written in the body font.
 */
export async function writeWorkbook(
  model: WorkbookModel,
  options: WriteOptions = {},
): Promise<WrittenWorkbook> {
  const { parts, ...changes } = await reportPackage(model, options);
  return { bytes: zipParts(parts), ...changes };
}

/** A written report before it is packed. */
export interface ReportPackage extends Readonly<Adjustments> {
  readonly parts: ZipParts;
  readonly droppedValidations: number;
}

/** @param firstStyle - number of the first cell format of the report in the file it goes into */
export async function reportPackage(
  model: WorkbookModel,
  options: WriteOptions,
  firstStyle = 0,
): Promise<ReportPackage> {
  if (!chartsInstalled) {
    installChartSupport();
    chartsInstalled = true;
  }
  const book = new Workbook();
  setProperties(book, model, options);
  const styleNames = ["", ...Object.keys(model.styles)];
  let droppedValidations = 0;
  const worksheets = model.sheets.map((sheet, index) => {
    const worksheet = addSheet(book, sheet);
    if (index === 0) probeStyles(worksheet, styleNames, model);
    return worksheet;
  });
  fillChartSources(model, book);
  model.sheets.forEach((sheet, index) => {
    const worksheet = worksheets[index];
    if (worksheet === undefined) return;
    droppedValidations += addFeatures(worksheet, sheet, model);
  });
  const parts = unzipParts(await book.xlsx.writeBuffer({ validate: false }));
  const adjustments = finishPackage(parts, model, styleNames, firstStyle);
  return { parts, ...adjustments, droppedValidations };
}

function setProperties(book: Workbook, model: WorkbookModel, options: WriteOptions): void {
  book.title = legalText(model.title);
  book.language = model.language === "zh" ? "zh-CN" : "en-US";
  book.creator = options.creator ?? DEFAULT_CREATOR;
  book.lastModifiedBy = book.creator;
  book.created = new Date(options.createdAt ?? DEFAULT_CREATED_AT);
  book.modified = book.created;
  book.defaultFont = { name: model.font, size: model.fontSize };
  const firstShown = model.sheets.findIndex((sheet) => sheet.hidden !== true);
  book.views = [
    {
      x: 0,
      y: 0,
      width: 24_000,
      height: 14_000,
      firstSheet: 0,
      activeTab: Math.max(0, firstShown),
      visibility: "visible",
    },
  ];
}

function addSheet(book: Workbook, sheet: SheetModel): Worksheet {
  const { print } = sheet;
  const titles = print.titleRows;
  const worksheet = book.addWorksheet(sheet.name, {
    state: sheet.hidden === true ? "hidden" : "visible",
    properties: {
      defaultRowHeight: sheet.defaultRowHeight,
      ...(sheet.tabColor !== null && { tabColor: opaque(TAB_COLORS[sheet.tabColor]) }),
    },
    views: [sheetView(sheet)],
    pageSetup: {
      paperSize: A4,
      orientation: print.orientation,
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: print.onePage === true ? 1 : 0,
      horizontalCentered: true,
      margins: { left: 0.4, right: 0.4, top: 0.5, bottom: 0.6, header: 0.3, footer: 0.3 },
      ...(titles !== null && { printTitlesRow: `${titles.from + 1}:${titles.to + 1}` }),
      ...(print.area !== null && { printArea: rangeAddress(print.area) }),
    },
    headerFooter: { oddFooter: footer(print.footer) },
  });
  sheet.columnWidths.forEach((width, column) => {
    worksheet.getColumn(column + 1).width = Math.round((width + WIDTH_PADDING) * 100) / 100;
  });
  for (const column of sheet.hiddenColumns ?? []) worksheet.getColumn(column + 1).hidden = true;
  // A break stands below a row, counted from 1: the row above the one that begins the page.
  for (const row of print.pageStarts ?? []) worksheet.getRow(row).addPageBreak();
  // Order numbers and phone numbers are text on purpose; no green corners on them.
  worksheet.ignoredErrors = [{ ref: "A1:XFD1048576", numberStoredAsText: true }];
  return worksheet;
}

function sheetView(sheet: SheetModel): Partial<WorksheetView> {
  const common = {
    showGridLines: sheet.showGridlines,
    zoomScale: sheet.zoom,
    zoomScaleNormal: sheet.zoom,
  };
  const { freeze } = sheet;
  return freeze === null || (freeze.rows === 0 && freeze.columns === 0)
    ? common
    : { ...common, state: "frozen", xSplit: freeze.columns, ySplit: freeze.rows };
}

/** The footer's own text on the left, the sheet's name in the middle, the page number on the right. */
function footer(text: string): string {
  const left = cutText(legalText(text), MAX_FOOTER).replaceAll("&", "&&");
  return `&L&8 ${left}&C&8 &A&R&8 &P / &N`;
}

/** One cell a style, so that the written file tells which number each style got. */
function probeStyles(worksheet: Worksheet, styleNames: readonly StyleName[], model: WorkbookModel): void {
  styleNames.forEach((name, index) => {
    worksheet.getCell(PROBE_ROW, index + 1).style = libraryStyle(model.styles[name] ?? {}, model);
  });
}

/** Gives the library the cells that charts draw, so that the charts carry their figures with them. */
function fillChartSources(model: WorkbookModel, book: Workbook): void {
  const wanted = new Map<string, CellRange[]>();
  const want = (sheet: string, range: CellRange): void => {
    const ranges = wanted.get(sheet);
    if (ranges === undefined) wanted.set(sheet, [range]);
    else ranges.push(range);
  };
  for (const sheet of model.sheets) {
    for (const series of sheet.charts.flatMap((chart) => chart.series)) {
      want(series.categories.sheet, series.categories.range);
      want(series.values.sheet, series.values.range);
      want(series.nameCell.sheet, { ...series.nameCell, rows: 1, columns: 1 });
    }
  }
  for (const sheet of model.sheets) {
    const ranges = wanted.get(sheet.name);
    const worksheet = book.getWorksheet(sheet.name);
    if (ranges === undefined || worksheet === undefined) continue;
    for (const range of ranges) {
      forEachCell(sheet, range, (row, column, value) => {
        if (value !== null && value !== "")
          worksheet.getCell(row + 1, column + 1).value = typeof value === "string" ? legalText(value) : value;
      });
    }
  }
}

/** @returns how many validations had to be left out */
function addFeatures(worksheet: Worksheet, sheet: SheetModel, model: WorkbookModel): number {
  for (const range of sheet.merges) {
    if (range.rows * range.columns > 1) worksheet.mergeCellsWithoutStyle(rangeAddress(range));
  }
  for (const table of sheet.tables) {
    // Header and range are put in afterwards, with the cells.
    worksheet.addTable({
      name: table.name,
      ref: cellAddress(table.range.row, table.range.column),
      headerRow: true,
      style: { theme: "TableStyleLight1", showRowStripes: false },
      columns: Array.from({ length: table.range.columns }, (_, column) => ({
        name: String(column + 1),
        filterButton: table.filter,
      })),
      rows: [Array.from({ length: table.range.columns }, () => null)],
    });
  }
  sheet.conditionalFormats.forEach((format, index) => {
    worksheet.addConditionalFormatting({
      ref: rangeAddress(format.range),
      rules: [conditionalRule(format, index + 1)],
    });
  });
  for (const link of sheet.links) {
    worksheet.getCell(link.row + 1, link.column + 1).value = { text: "-", hyperlink: linkTarget(link) };
  }
  for (const note of sheet.notes) {
    worksheet.getCell(note.row + 1, note.column + 1).note = {
      texts: [{ text: legalText(note.text), font: { name: model.font, size: NOTE_FONT_SIZE } }],
    };
  }
  for (const chart of sheet.charts) {
    addChart(worksheet, cleanTitles(chart), model.font, (source) => holdsNumbers(model, source));
  }
  let dropped = 0;
  for (const validation of sheet.validations) {
    const rule = libraryValidation(validation);
    if (rule === null) dropped += 1;
    else worksheet.dataValidations.add(rangeAddress(validation.range), rule);
  }
  return dropped;
}

function holdsNumbers(model: WorkbookModel, source: ChartSeries["categories"]): boolean {
  const sheet = model.sheets.find(({ name }) => name === source.sheet);
  let numbers = 0;
  let others = 0;
  if (sheet !== undefined) {
    forEachCell(sheet, source.range, (_, __, value) => {
      if (typeof value === "number") numbers += 1;
      else if (value !== null) others += 1;
    });
  }
  return numbers > 0 && others === 0;
}

function cleanTitles(chart: ChartModel): ChartModel {
  const clean = (title: string | null): string | null => (title === null ? null : legalText(title));
  return {
    ...chart,
    title: legalText(chart.title),
    categoryAxis: { ...chart.categoryAxis, title: clean(chart.categoryAxis.title) },
    valueAxis: { ...chart.valueAxis, title: clean(chart.valueAxis.title) },
    secondaryAxis:
      chart.secondaryAxis === null
        ? null
        : { ...chart.secondaryAxis, title: clean(chart.secondaryAxis.title) },
  };
}

function linkTarget({ target }: Link): string {
  return "url" in target ? legalText(target.url) : `#${quotedSheet(target.sheet)}!${target.cell}`;
}

function libraryValidation(validation: Validation): DataValidation | null {
  const list = listSource(validation);
  if (list === null) return null;
  const prompt = cutText(legalText(validation.prompt), MAX_PROMPT);
  return {
    type: "list",
    allowBlank: true,
    formulae: [list],
    showErrorMessage: true,
    ...(prompt !== "" && { showInputMessage: true, prompt }),
  };
}

function listSource(validation: Validation): string | null {
  if (validation.kind === "listRange") return storedFormula(validation.source);
  const values = validation.values.map((value) => legalText(value));
  const list = values.join(",");
  if (values.some((value) => value.includes(",") || value.includes('"')) || list.length > MAX_LIST)
    return null;
  return `"${list}"`;
}
