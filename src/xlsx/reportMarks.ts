import { REPORT_MARK } from "../reports/model/reportMark";
import { attribute, elements } from "./relationships";
import { partText, unzipParts, type ZipParts } from "./zipParts";
import { decodeXml } from "./xmlText";
import { workbookPath } from "./workbookPart";

/** A sheet that an earlier report put into a workbook. */
export interface ReportSheet {
  /** Key of the sheet, the same in every language: "kpiBoard". */
  readonly id: string;
  /** What its tab shows now; people may have renamed it. */
  readonly name: string;
}

/** Report sheets of a workbook file; none if the bytes are no workbook. */
export function reportSheetsOf(bytes: Uint8Array): ReportSheet[] {
  let parts: ZipParts;
  try {
    parts = unzipParts(bytes);
  } catch {
    // What is not a zip holds no report; reading it says what it is.
    return [];
  }
  return reportSheetsIn(parts);
}

/** Report sheets of an unpacked workbook. */
export function reportSheetsIn(parts: ZipParts): ReportSheet[] {
  const path = workbookPath(parts);
  if (path === null) return [];
  const sheets: ReportSheet[] = [];
  const names = partText(parts, path).matchAll(/<(?:\w+:)?definedName\b([^>]*)>([^<]*)</g);
  for (const [, attributes = "", text = ""] of names) {
    const name = attribute(`<x ${attributes}>`, "name") ?? "";
    const reference = /^(?:'((?:[^']|'')+)'|([^'!]+))!/.exec(decodeXml(text));
    const sheet = reference?.[1]?.replaceAll("''", "'") ?? reference?.[2];
    if (name.startsWith(REPORT_MARK) && sheet !== undefined && sheet !== "#REF")
      sheets.push({ id: name.slice(REPORT_MARK.length), name: sheet });
  }
  const shown = new Set(elements(partText(parts, path), "sheet").map((tag) => attribute(tag, "name") ?? ""));
  return sheets.filter((sheet) => shown.has(sheet.name));
}
