import { INPUT_STYLES, inputSheets } from "../../app/inputSheets";
import { createPseudonyms } from "../../app/pseudonyms";
import type { RawSheet } from "../../core/tables";
import type { Locale } from "../../i18n";
import type { WorkbookModel } from "../../reports";
import { NO_OVERRIDES, readTables } from "../../sources";

/** Font and size of a new workbook. */
export const BODY = {
  "zh-CN": { language: "zh", font: "Microsoft YaHei", fontSize: 10 },
  en: { language: "en", font: "Calibri", fontSize: 10 },
} as const;

/**
 * Rows without looks (the sample, a text file) as a workbook: known columns get the format of what they
 * hold, headings stand out and stay in view.
 */
export function plainBook(title: string, sheets: readonly RawSheet[], locale: Locale): WorkbookModel {
  const { tables } = readTables(sheets, NO_OVERRIDES);
  return {
    title,
    ...BODY[locale],
    styles: INPUT_STYLES,
    sheets: inputSheets(sheets, tables, [], "none", createPseudonyms(false)).sheets,
    names: [],
  };
}
