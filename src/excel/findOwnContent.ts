import { overlaps } from "./address";
import { findOwnList } from "./findOwnList";
import { cellKey, comparedText, isEmptyCell, justTheCell, type FoundSheet } from "./foundSheet";
import { foundKeptBlock, KEPT_HEAD_ROWS } from "./keptBlock";
import { sheetShift } from "./sheetShift";
import { coverTest } from "./sheetRecord";
import type { LooseNote, NoteElsewhere, OwnContent } from "./ownContent";
import type { CellRange } from "../reports";

/**
 * Picks out of a report sheet what people typed: in columns we leave blank, in columns they added to a list or
 * beside it, in the block of loose notes, and anywhere we wrote nothing.
 */
export function findOwnContent(sheet: FoundSheet): OwnContent {
  const { record, tables, cells } = sheet;
  const found = tables.map((place) => findOwnList(place, sheet));
  const claimed = new Set(found.flatMap(({ claimed: keys }) => keys));
  const block = record.kept === null ? null : foundKeptBlock(record.kept, cells);
  if (block !== null)
    for (let row = block.row; row < block.row + block.rows; row += 1)
      for (let index = 0; index < block.columns; index += 1) claimed.add(cellKey(row, block.column + index));
  return {
    lists: found.map(({ list }) => list),
    elsewhere: notesElsewhere(sheet, claimed),
    loose: block === null ? [] : looseNotes(block, cells),
  };
}

function looseNotes(block: CellRange, cells: FoundSheet["cells"]): readonly LooseNote[] {
  const notes: LooseNote[] = [];
  for (let row = block.row + KEPT_HEAD_ROWS; row < block.row + block.rows; row += 1) {
    const [name, column, note] = [0, 1, 2].map((index) => cells.get(cellKey(row, block.column + index)));
    if (isEmptyCell(note)) continue;
    notes.push({
      row: comparedText(name?.value ?? null),
      column: comparedText(column?.value ?? null),
      value: note?.value ?? null,
    });
  }
  return notes;
}

/** What stands outside lists and blocks, where we wrote nothing. */
function notesElsewhere(
  { record, tables, cells }: FoundSheet,
  claimed: ReadonlySet<string>,
): readonly NoteElsewhere[] {
  const shift = sheetShift({ record, tables, cells });
  if (shift === null) return [];
  const covered = coverTest(record);
  const inTables = tables.map(({ range }) => range);
  const notes: NoteElsewhere[] = [];
  for (const cell of cells.values()) {
    const { row, column } = cell;
    if (isEmptyCell(cell) || claimed.has(cellKey(row, column))) continue;
    if (covered(row - shift.rows, column - shift.columns)) continue;
    if (inTables.some((range) => overlaps(range, { row, column, rows: 1, columns: 1 }))) continue;
    notes.push({ row, column, ...justTheCell(cell) });
  }
  return notes;
}
