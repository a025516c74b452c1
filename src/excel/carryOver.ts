import { cellAddress } from "../reports/kit/address";
import { overlaps } from "./address";
import { carryList } from "./carryList";
import { keptBlock } from "./keptBlock";
import { NotePlaces } from "./notePlaces";
import { sheetGrid, type UserCell } from "./sheetGrid";
import { coverTest, type SheetRecord } from "./sheetRecord";
import type { LooseNote, OwnContent } from "./ownContent";
import type { DeskWords } from "./desk";
import type { SheetModel } from "../reports";

/** A sheet's model with users' own content in its place. */
export interface CarriedSheet {
  readonly sheet: SheetModel;
  /** Cells of users' own; they stand in no block, and keep their number formats. */
  readonly cells: readonly UserCell[];
  readonly record: SheetRecord;
  readonly kept: number;
  readonly orphans: number;
}

/** Puts users' content into the new model of its sheet. */
export function carryOver(
  sheet: SheetModel,
  record: SheetRecord,
  content: OwnContent,
  words: DeskWords,
): CarriedSheet {
  const grid = sheetGrid(sheet);
  const places = new NotePlaces();
  const orphans: LooseNote[] = [];
  let loose = content.loose;
  const widened = new Map<string, number>();
  for (const table of record.tables) {
    const list = content.lists.find(({ name }) => name === table.name);
    const carried = carryList(table, list, loose, grid, places);
    loose = carried.loose;
    orphans.push(...carried.orphans);
    widened.set(table.name, carried.addedColumns);
  }
  // Lists that the new model lacks: no rows in it, or another kind of sheet.
  for (const list of content.lists) {
    if (record.tables.some(({ name }) => name === list.name)) continue;
    for (const row of list.rows)
      for (const note of row.notes)
        orphans.push({ row: row.ids[0] ?? "", column: note.column.title, value: note.value });
  }
  const elsewhere = carryElsewhere(record, content, widened, places);
  orphans.push(...elsewhere.orphans);

  const notes = [...loose, ...orphans];
  const block = notes.length === 0 ? null : keptBlock(elsewhere.bottom + 1, sheet, notes, words);
  return {
    sheet: {
      ...sheet,
      blocks: block === null ? sheet.blocks : [...sheet.blocks, ...block.blocks],
      tables: sheet.tables.map((table) => ({
        ...table,
        range: { ...table.range, columns: table.range.columns + (widened.get(table.name) ?? 0) },
      })),
    },
    cells: places.cells(),
    record: { ...record, kept: block === null ? null : { title: words.keptTitle, rows: block.rows } },
    kept: places.kept,
    orphans: notes.length,
  };
}

/** Notes outside the lists stay where they are, unless the new model needs their cells. */
function carryElsewhere(
  record: SheetRecord,
  { elsewhere }: OwnContent,
  widened: ReadonlyMap<string, number>,
  places: NotePlaces,
): { readonly orphans: readonly LooseNote[]; readonly bottom: number } {
  const tables = record.tables.map(({ name, range }) => ({
    ...range,
    columns: range.columns + (widened.get(name) ?? 0),
  }));
  const taken = coverTest(record);
  const orphans: LooseNote[] = [];
  let bottom = record.rows;
  for (const cell of elsewhere) {
    const { row, column } = cell;
    const free =
      !taken(row, column) &&
      !places.has(row, column) &&
      !tables.some((range) => overlaps(range, { row, column, rows: 1, columns: 1 }));
    if (free) {
      places.keep(row, column, cell);
      bottom = Math.max(bottom, row + 1);
    } else orphans.push({ row: cellAddress(row, column), column: "", value: cell.value });
  }
  return { orphans, bottom };
}
