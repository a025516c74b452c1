import type { DeskWords } from "./desk";
import type { MarkedSheet } from "./foundReport";
import type { SheetModel } from "../reports";

/** A sheet of an earlier report that the new one has nothing for: one sentence, and the notes below it. */
export function emptiedSheet(marked: MarkedSheet, words: DeskWords): SheetModel {
  return {
    id: marked.id,
    name: marked.name,
    tabColor: "grey",
    columnWidths: [2, 24, 24, 40],
    defaultRowHeight: 18,
    rowHeights: new Map(),
    blocks: [{ row: 0, column: 1, values: [[words.emptied]], style: { of: "block", style: "note" } }],
    merges: [],
    tables: [],
    charts: [],
    conditionalFormats: [],
    validations: [],
    links: [],
    notes: [],
    freeze: null,
    showGridlines: false,
    zoom: 100,
    print: { orientation: "landscape", titleRows: null, footer: "", area: null },
  };
}
