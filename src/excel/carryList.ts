import { rowsInList, grouped, type RowsInList } from "./rowsInList";
import type { NotePlaces } from "./notePlaces";
import type { LooseNote, NoteColumn, OwnList } from "./ownContent";
import type { SheetGrid } from "./sheetGrid";
import type { RecordedTable } from "./sheetRecord";

/** What became of the notes of one list. */
interface CarriedList {
  /** Loose notes that found no row here either. */
  readonly loose: readonly LooseNote[];
  /** Notes whose row or column the new list lacks. */
  readonly orphans: readonly LooseNote[];
  readonly addedColumns: number;
}

/** Columns of a list where notes may stand. */
interface NoteColumns {
  readonly table: RecordedTable;
  /** The first column right of what we write. */
  readonly edge: number;
  readonly blanks: readonly { readonly title: string; readonly index: number }[];
  /** Columns people added, which follow ours; loose notes may bring more. */
  readonly added: { readonly title: string; readonly numberFormat: string }[];
}

/** Puts the notes of a list, and loose notes that belong to it, to their rows in the new model. */
export function carryList(
  table: RecordedTable,
  list: OwnList | undefined,
  loose: readonly LooseNote[],
  grid: SheetGrid,
  places: NotePlaces,
): CarriedList {
  const rows = rowsInList(table, list, grid);
  const columns: NoteColumns = {
    table,
    edge: table.range.column + table.range.columns,
    blanks: table.columns.flatMap((column, index) => (column.blank ? [{ ...column, index }] : [])),
    added: [...(list?.added ?? [])],
  };
  const restored = restoreLoose(loose, rows, columns, places);
  const orphans: LooseNote[] = [];
  for (const [name, then] of rows.thenByName) {
    const now = rows.nowByName.get(name) ?? [];
    then.forEach((row, index) => {
      // Rows that nothing tells apart keep their order, as long as there are as many of them.
      const target = now.length === then.length ? now[index] : undefined;
      for (const note of row.notes) {
        const place = target === undefined ? null : columnFor(note.column, columns);
        if (target === undefined || place === null)
          orphans.push({ row: name, column: note.column.title, value: note.value });
        // What stands in the list was typed after what lay loose.
        else places.keep(target.row, place, note, row.fromRow);
      }
    });
  }
  const { added, edge } = columns;
  added.forEach(({ title }, index) => {
    places.head(table.range.row, edge + index, title);
  });
  for (const { offset, ...cell } of list?.beside ?? [])
    places.accompany(table.range.row, edge + added.length + offset, cell);
  return { loose: loose.filter((note) => !restored.has(note)), orphans, addedColumns: added.length };
}

/** A loose note brings the column back that it stood in, once its row is back. */
function restoreLoose(
  loose: readonly LooseNote[],
  rows: RowsInList,
  { table, edge, blanks, added }: NoteColumns,
  places: NotePlaces,
): ReadonlySet<LooseNote> {
  const restored = new Set<LooseNote>();
  const looseByRow = grouped(loose, ({ row }) => row);
  for (const row of rows.now) {
    const name = rows.nameOf(row);
    for (const note of looseByRow.get(name) ?? looseByRow.get(row.ids[0] ?? "") ?? []) {
      if (rows.nowByName.get(name)?.length !== 1 || note.column === "" || restored.has(note)) continue;
      const blank = blanks.find(({ title }) => title === note.column);
      if (blank === undefined && !added.some(({ title }) => title === note.column)) {
        if (table.columns.some(({ title }) => title === note.column)) continue;
        added.push({ title: note.column, numberFormat: "General" });
      }
      const column =
        blank === undefined
          ? edge + added.findIndex(({ title }) => title === note.column)
          : table.range.column + blank.index;
      if (places.has(row.row, column)) continue;
      places.keep(row.row, column, { value: note.value, formula: null, numberFormat: "General" });
      restored.add(note);
    }
  }
  return restored;
}

function columnFor(column: NoteColumn, { table, edge, blanks, added }: NoteColumns): number | null {
  switch (column.kind) {
    case "blank": {
      const same = blanks.find(({ title }) => title === column.title) ?? blanks[column.ordinal];
      return same === undefined ? null : table.range.column + same.index;
    }
    case "added": {
      const index = added.findIndex(({ title }) => title === column.title);
      return index < 0 ? null : edge + index;
    }
    case "beside":
      return edge + added.length + column.offset;
  }
}
