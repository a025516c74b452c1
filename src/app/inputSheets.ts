import { serialOfDay } from "../core/math/day";
import { maskContacts } from "../core/privacy";
import type { MaskLevel } from "../core/settings";
import { cellText, type Cell, type MappedTable, type MappedTables, type RawSheet } from "../core/tables";
import type { CellStyle, CellValue, SheetModel } from "../reports";
import { textWidth } from "../reports/kit/textWidth";
import { maskField, PERSONAL_FIELDS } from "./maskAnalysis";
import type { Pseudonyms } from "./pseudonyms";

/** Styles of the copied sheets, to stand beside those of the report. */
export const INPUT_STYLES: Readonly<Record<string, CellStyle>> = {
  inputHead: {
    font: { bold: true, color: "242424" },
    fill: "F5F5F5",
    vertical: "middle",
    border: { bottom: { weight: "thin", color: "D1D1D1" } },
  },
  inputCell: { vertical: "middle" },
  inputText: { vertical: "middle", horizontal: "left", numberFormat: "@" },
  inputDay: { vertical: "middle", horizontal: "left", numberFormat: "yyyy-mm-dd" },
  inputMoment: { vertical: "middle", horizontal: "left", numberFormat: "yyyy-mm-dd hh:mm" },
  inputMonth: { vertical: "middle", horizontal: "left", numberFormat: "yyyy-mm" },
};

/** Fields whose numbers are serials, and how they are shown. */
const DATE_STYLES: Readonly<Record<string, keyof typeof INPUT_STYLES>> = {
  paidAt: "inputMoment",
  createdAt: "inputMoment",
  refundedAt: "inputMoment",
  cancelledAt: "inputMoment",
  firstResponseAt: "inputMoment",
  resolvedAt: "inputMoment",
  followUpAt: "inputMoment",
  enteredAt: "inputMoment",
  month: "inputMonth",
  plannedOn: "inputDay",
  doneOn: "inputDay",
  answeredOn: "inputDay",
  recommendedOn: "inputDay",
  heldOn: "inputDay",
  lostOn: "inputDay",
  dueOn: "inputDay",
  takenOn: "inputDay",
  contractEnd: "inputDay",
  pointsExpireOn: "inputDay",
  ownerSince: "inputDay",
  lastVisitOn: "inputDay",
  lastCartOn: "inputDay",
};

const TEXT_FIELDS: ReadonlySet<string> = new Set([
  "orderId",
  "customerId",
  "ticketId",
  "leadId",
  "memberId",
  "phone",
]);

const NARROWEST = 8;
const WIDEST = 40;
/** Widths count digits; capitals, bold headings and stand-in fonts take more. */
const ROOM = 2;
/** Rows looked at for a column's width: enough to see what is usual. */
const WIDTH_SAMPLE = 200;
const LONGEST_NAME = 31;

/** A sheet name that Excel takes and no other sheet has, whatever its case. */
export function freeSheetName(wanted: string, taken: Set<string>): string {
  const legal =
    wanted
      .replace(/[\\/?*[\]:]/g, " ")
      .replace(/^'+|'+$/g, "")
      .trim() || "Sheet";
  for (let copy = 1; ; copy += 1) {
    const ending = copy === 1 ? "" : ` (${copy})`;
    const name = legal.slice(0, LONGEST_NAME - ending.length) + ending;
    if (taken.has(name.toLowerCase())) continue;
    taken.add(name.toLowerCase());
    return name;
  }
}

function shown(cell: Cell | undefined, style: string, date1904: boolean): CellValue {
  if (cell === undefined || cell === null) return null;
  if (typeof cell === "object") return cell.error;
  // The report's file counts from 1900.
  if (typeof cell === "number" && date1904 && style !== "inputCell" && style !== "inputText")
    return cell + serialOfDay(0) - serialOfDay(0, true);
  return style === "inputText" ? cellText(cell) : cell;
}

interface Column {
  readonly index: number;
  readonly field: string | null;
  readonly style: string;
}

function columnsOf(sheet: RawSheet, table: MappedTable | undefined, masked: boolean): readonly Column[] {
  const width = sheet.rows.reduce((widest, row) => Math.max(widest, row.length), 0);
  const fields = new Map<number, string>(
    Object.entries<number | undefined>(table?.columns ?? {}).flatMap(([field, index]) =>
      index === undefined ? [] : [[index, field]],
    ),
  );
  return Array.from({ length: width }, (_, index): Column => {
    const field = fields.get(index) ?? null;
    const style =
      field === null
        ? "inputCell"
        : (DATE_STYLES[field] ?? (TEXT_FIELDS.has(field) ? "inputText" : "inputCell"));
    return { index, field, style };
  }).filter(({ field }) => !masked || field !== null);
}

/** Whatever reads the sheet next must find the headings where they were; what stands above them may name people. */
function copySheet(
  sheet: RawSheet,
  table: MappedTable | undefined,
  name: string,
  level: MaskLevel,
  ids: Pseudonyms,
): SheetModel {
  const columns = columnsOf(sheet, table, level !== "none");
  const headRow = table === undefined ? 0 : table.firstRow - 2;
  const values = sheet.rows.map((row, rowIndex) =>
    columns.map(({ index, field, style }): CellValue => {
      const cell = row[index];
      if (rowIndex < headRow && level !== "none") return null;
      if (rowIndex <= headRow) return shown(cell, "inputCell", sheet.date1904);
      if (level === "none" || field === null) return shown(cell, style, sheet.date1904);
      if (PERSONAL_FIELDS[field] !== undefined) return maskField(field, cellText(cell), level, ids) || null;
      const value = shown(cell, style, sheet.date1904);
      return typeof value === "string" ? maskField(field, value, level, ids) : value;
    }),
  );
  const widths = columns.map((_, column) => {
    const widest = values
      .slice(headRow, headRow + WIDTH_SAMPLE)
      .reduce((most, row) => Math.max(most, textWidth(String(row[column] ?? ""))), NARROWEST);
    // A serial is short, its date is not.
    const least =
      columns[column]?.style === "inputMoment" ? 16 : columns[column]?.style === "inputDay" ? 11 : NARROWEST;
    return Math.min(WIDEST, Math.max(least, widest) + ROOM);
  });
  const heading = { from: headRow, to: headRow };
  return {
    // No key: an input is not one of the report's own sheets, and is input again when the file is read back.
    id: "",
    name,
    tabColor: null,
    columnWidths: widths,
    defaultRowHeight: 16,
    rowHeights: new Map(),
    blocks: [
      {
        row: 0,
        column: 0,
        values: values.slice(0, headRow + 1),
        style: { of: "block", style: "inputHead" },
      },
      {
        row: headRow + 1,
        column: 0,
        values: values.slice(headRow + 1),
        style: { of: "columns", styles: columns.map(({ style }) => style) },
      },
    ],
    merges: [],
    tables: [],
    charts: [],
    conditionalFormats: [],
    validations: [],
    links: [],
    notes: [],
    freeze: { rows: headRow + 1, columns: 0 },
    showGridlines: true,
    zoom: 100,
    print: {
      orientation: "landscape",
      titleRows: heading,
      footer: maskContacts(`${sheet.file} ${sheet.name}`.trim(), level),
      area: null,
    },
  };
}

export interface CopiedSheets {
  readonly sheets: readonly SheetModel[];
  /** Sheets that got another name, since the report has one of that name. */
  readonly renamed: readonly { readonly file: string; readonly sheet: string; readonly name: string }[];
}

/**
 * The input sheets as they were read, to stand behind the report: values with dates shown as dates, no
 * formulas or looks. Under a mask only recognised columns of recognised sheets come along, people masked.
 *
 * @param taken - names of the report's sheets
 */
export function inputSheets(
  rawSheets: readonly RawSheet[],
  tables: MappedTables,
  taken: readonly string[],
  level: MaskLevel,
  ids: Pseudonyms,
): CopiedSheets {
  const names = new Set(taken.map((name) => name.toLowerCase()));
  const all: readonly MappedTable[] = Object.values(tables).flat();
  const renamed: { file: string; sheet: string; name: string }[] = [];
  const sheets = rawSheets.flatMap((raw) => {
    const table = all.find(({ file, sheet }) => file === raw.file && sheet === raw.name);
    if (raw.rows.length === 0 || (level !== "none" && table === undefined)) return [];
    const wanted = maskContacts(raw.name, level);
    const name = freeSheetName(wanted, names);
    if (name !== wanted) renamed.push({ file: raw.file, sheet: raw.name, name });
    return [copySheet(raw, table, name, level, ids)];
  });
  return { sheets, renamed };
}
