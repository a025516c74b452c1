import type { FoundSheet } from "./foundSheet";
import type { LooseNote } from "./ownContent";
import type { SheetRecord } from "./sheetRecord";
import type { DeskWords } from "./desk";
import type { Block, CellRange, CellValue, SheetModel } from "../reports";

/** Rows of the block before its first note: title, explanation, headings. */
export const KEPT_HEAD_ROWS = 3;

/** The block below everything else: title, explanation, headings, one row a note. */
export function keptBlock(
  row: number,
  sheet: SheetModel,
  notes: readonly LooseNote[],
  words: DeskWords,
): { readonly blocks: readonly Block[]; readonly rows: number } {
  const column = sheet.columnWidths.length > 3 ? 1 : 0;
  const line = (values: readonly CellValue[], offset: number, style: string): Block => ({
    row: row + offset,
    column,
    values: [values],
    style: { of: "block", style },
  });
  return {
    blocks: [
      line([words.keptTitle, null, null], 0, "section"),
      line([words.keptExplanation], 1, "note"),
      line([words.keptRow, words.keptColumn, words.keptNote], 2, "header"),
      {
        row: row + KEPT_HEAD_ROWS,
        column,
        values: notes.map((note) => [note.row, note.column, note.value]),
        style: { of: "columns", styles: ["text", "text", "word"] },
      },
    ],
    rows: KEPT_HEAD_ROWS + notes.length,
  };
}

/** The block of loose notes, wherever its title stands now. */
export function foundKeptBlock(
  kept: NonNullable<SheetRecord["kept"]>,
  cells: FoundSheet["cells"],
): CellRange | null {
  let found: CellRange | null = null;
  for (const { row, column, value } of cells.values()) {
    if (value === kept.title && (found === null || row > found.row))
      found = { row, column, rows: kept.rows, columns: 3 };
  }
  return found;
}
