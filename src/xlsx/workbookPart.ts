import { attribute, elements, relationshipKind, relationshipsOf } from "./relationships";
import { partText, type ZipParts } from "./zipParts";

/** A sheet as the workbook part lists it. */
export interface SheetEntry {
  readonly name: string;
  /** Path of its part; "" if the file has lost it. */
  readonly path: string;
  /** Worksheets hold cells; chart sheets and macro sheets do not. */
  readonly kind: string;
}

/** Path of the main part of a workbook; null if there is none. */
export function workbookPath(parts: ZipParts): string | null {
  const main = relationshipsOf(parts, "").find(({ type }) => relationshipKind(type) === "officeDocument");
  if (main !== undefined && parts[main.target] !== undefined) return main.target;
  return parts["xl/workbook.xml"] === undefined ? null : "xl/workbook.xml";
}

/** Sheets in the order of their tabs, hidden ones included. */
export function sheetEntries(parts: ZipParts, workbook: string): SheetEntry[] {
  const relationships = new Map(relationshipsOf(parts, workbook).map((one) => [one.id, one]));
  return elements(partText(parts, workbook), "sheet").map((tag) => {
    const relationship = relationships.get(prefixedId(tag));
    return {
      name: attribute(tag, "name") ?? "",
      path: relationship?.target ?? "",
      kind: relationship === undefined ? "" : relationshipKind(relationship.type),
    };
  });
}

/** Whether the workbook's serials count from 1904. */
export function countsFrom1904(parts: ZipParts, workbook: string): boolean {
  const [properties] = elements(partText(parts, workbook), "workbookPr");
  const flag = properties === undefined ? undefined : attribute(properties, "date1904");
  return flag === "1" || flag === "true";
}

// The relationship's id has a prefix ("r:id"), which sets it apart from `sheetId`.
function prefixedId(tag: string): string {
  return /\s\w+:id\s*=\s*["']([^"']*)["']/.exec(tag)?.[1] ?? "";
}
