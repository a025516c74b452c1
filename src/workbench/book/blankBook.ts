import type { Locale } from "../../i18n";
import type { WorkbookModel } from "../../reports";
import { BODY } from "./plainBook";

/** A workbook with one empty sheet. */
export function blankBook(title: string, sheet: string, locale: Locale): WorkbookModel {
  return {
    title,
    ...BODY[locale],
    styles: {},
    sheets: [
      {
        id: "",
        name: sheet,
        tabColor: null,
        columnWidths: [],
        defaultRowHeight: 16,
        rowHeights: new Map(),
        blocks: [],
        merges: [],
        tables: [],
        charts: [],
        conditionalFormats: [],
        validations: [],
        links: [],
        notes: [],
        freeze: null,
        showGridlines: true,
        zoom: 100,
        print: { orientation: "landscape", titleRows: null, footer: "", area: null },
      },
    ],
    names: [],
  };
}
