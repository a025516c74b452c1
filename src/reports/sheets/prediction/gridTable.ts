import type { SheetBuilder } from "../../kit/sheetBuilder";
import type { StyleId } from "../../model/styles";
import type { CellValue } from "../../model/workbookModel";

/** A column of a table on the grid: its head, how many grid columns it takes, and its cells. */
export interface GridColumn<Row> {
  readonly head: string;
  readonly columns: number;
  readonly cell: (row: Row) => { readonly value: CellValue; readonly style: StyleId };
}

/** Heads over words; figures have theirs on the right. */
const HEADS: Partial<Record<StyleId, StyleId>> = {
  word: "header",
  wordBold: "header",
  wordWrap: "header",
  wordGreyWrap: "header",
};

/** A table on the grid, each column over a few of its columns. Leaves `sheet.row` below it. */
export function gridTable<Row>(
  sheet: SheetBuilder,
  columns: readonly GridColumn<Row>[],
  rows: readonly Row[],
  column = 1,
): void {
  let at = column;
  for (const { head, columns: width, cell } of columns) {
    const [first] = rows;
    const style = first === undefined ? "header" : (HEADS[cell(first).style] ?? "headerRight");
    sheet.span(sheet.row, at, width, head, style);
    sheet.fitHeight(sheet.row, at, width, head);
    at += width;
  }
  sheet.height(sheet.row, 20);
  sheet.row += 1;
  for (const row of rows) {
    at = column;
    for (const { columns: width, cell } of columns) {
      const { value, style } = cell(row);
      sheet.span(sheet.row, at, width, value, style);
      if (typeof value === "string") sheet.fitHeight(sheet.row, at, width, value);
      at += width;
    }
    sheet.row += 1;
  }
}
