import type { RawSheet } from "../core/tables";
import { openPackage, type WorkbookFailure } from "./openPackage";
import { relationshipKind, relationshipsOf } from "./relationships";
import { reportSheetsIn, type ReportSheet } from "./reportMarks";
import { sharedStrings } from "./sharedStrings";
import { sheetCells, TooManyCellsError } from "./sheetCells";
import { countsFrom1904, sheetEntries } from "./workbookPart";

/** A workbook as cells, or the one reason why it cannot be read. */
export type WorkbookReading =
  | {
      readonly ok: true;
      /** All worksheets in the order of their tabs, hidden ones included. */
      readonly sheets: readonly RawSheet[];
      /** Which of them an earlier report wrote: results, not input. */
      readonly reportSheets: readonly ReportSheet[];
    }
  | { readonly ok: false; readonly failure: WorkbookFailure };

/** Drawings, pictures and macros are not unpacked. */
const READ_PARTS = /\.(?:xml|rels)$/i;

/**
 * Reads the cells of an .xlsx or .xlsm file.
 *
 * Dates stay Excel serials (`date1904` says from when they count), formulas are their cached
 * results, errors `{ error }`. Nothing is thrown for a bad file, whatever is wrong with it.
 *
 * @param fileName - as the user named it, with or without folders
 */
export function readWorkbook(bytes: Uint8Array, fileName: string): WorkbookReading {
  const opened = openPackage(bytes, (path) => READ_PARTS.test(path));
  if (!opened.ok) return opened;
  const { parts, workbook } = opened;
  try {
    const date1904 = countsFrom1904(parts, workbook);
    const stringsPart = relationshipsOf(parts, workbook).find(
      ({ type }) => relationshipKind(type) === "sharedStrings",
    );
    const strings = sharedStrings(stringsPart === undefined ? undefined : parts[stringsPart.target]);
    const file = fileName.replace(/^.*[\\/]/, "");
    const sheets: RawSheet[] = [];
    for (const { name, path, kind } of sheetEntries(parts, workbook)) {
      const part = parts[path];
      if (kind !== "worksheet") continue;
      if (part === undefined) return { ok: false, failure: "damaged" };
      sheets.push({ file, name, rows: sheetCells(part, strings, date1904), date1904 });
      // The largest part of all; its cells are read.
      delete parts[path];
    }
    if (sheets.length === 0) return { ok: false, failure: "noSheets" };
    if (sheets.every(({ rows }) => rows.length === 0)) return { ok: false, failure: "noCells" };
    return { ok: true, sheets, reportSheets: reportSheetsIn(parts) };
  } catch (error) {
    return { ok: false, failure: error instanceof TooManyCellsError ? "tooLarge" : "damaged" };
  }
}
