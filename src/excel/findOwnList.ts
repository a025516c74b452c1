import { overlaps } from "./address";
import {
  cellKey,
  comparedText,
  isEmptyCell,
  justTheCell,
  type FoundCell,
  type FoundSheet,
} from "./foundSheet";
import { idColumns } from "./rowsInList";
import { coveredRanges, type RecordedColumn } from "./sheetRecord";
import type { ListNote, OwnList } from "./ownContent";
import type { CellRange } from "../reports";

/** A list on a found sheet: as we recorded it, and where it stands now. */
type ListPlace = FoundSheet["tables"][number];
type PlacedCell = FoundSheet["cells"] extends ReadonlyMap<string, infer Cell> ? Cell : never;

/**
 * What people typed into one list of a found sheet, and beside it.
 *
 * @returns the list, and the keys of the cells beside it that belong to it
 */
export function findOwnList(
  place: ListPlace,
  sheet: FoundSheet,
): { readonly list: OwnList; readonly claimed: readonly string[] } {
  const { record: table, range } = place;
  const at = (row: number, column: number): FoundCell | undefined => sheet.cells.get(cellKey(row, column));
  const titles = Array.from({ length: range.columns }, (_, index) =>
    comparedText(at(range.row, range.column + index)?.value ?? null),
  );
  const placeOf = new Map<RecordedColumn, number>();
  for (const column of table.columns) {
    const index = titles.indexOf(column.title);
    if (index >= 0) placeOf.set(column, index);
  }
  const ours = new Set(placeOf.values());
  const added = titles.flatMap((title, index) => (ours.has(index) ? [] : [{ title, index }]));
  const ids = idColumns(table.columns).filter((column) => placeOf.has(column));
  const blanks = table.columns.filter(({ blank }) => blank);
  const beside = cellsBeside(place, sheet);
  const edge = range.column + range.columns;

  const notesIn = (row: number): readonly ListNote[] => {
    const notes: ListNote[] = [];
    blanks.forEach((column, ordinal) => {
      const index = placeOf.get(column);
      const cell = index === undefined ? undefined : at(row, range.column + index);
      if (cell !== undefined && !isEmptyCell(cell))
        notes.push({ ...justTheCell(cell), column: { kind: "blank", title: column.title, ordinal } });
    });
    for (const { title, index } of added) {
      const cell = at(row, range.column + index);
      if (cell !== undefined && !isEmptyCell(cell))
        notes.push({ ...justTheCell(cell), column: { kind: "added", title } });
    }
    for (const cell of beside.get(row) ?? []) {
      const title = comparedText(at(range.row, cell.column)?.value ?? null);
      notes.push({
        ...justTheCell(cell),
        column: { kind: "beside", offset: cell.column - edge, title },
      });
    }
    return notes;
  };

  return {
    list: {
      name: table.name,
      added: added.map(({ title, index }) => ({
        title,
        numberFormat: at(range.row + 1, range.column + index)?.numberFormat ?? "General",
      })),
      beside: (beside.get(range.row) ?? []).map((cell) => ({
        ...justTheCell(cell),
        offset: cell.column - edge,
      })),
      ids: ids.map(({ title }) => title),
      rows: Array.from({ length: Math.max(0, range.rows - 1) }, (_, index) => {
        const row = range.row + 1 + index;
        return {
          ids: ids.map((column) =>
            comparedText(at(row, range.column + (placeOf.get(column) ?? 0))?.value ?? null),
          ),
          fromRow: row,
          notes: notesIn(row),
        };
      }),
    },
    claimed: [...beside.values()].flatMap((cells) => cells.map(({ row, column }) => cellKey(row, column))),
  };
}

/** Cells right of a list, by row, that are nobody else's: not another list's, and nothing we drew. */
function cellsBeside(
  { record: table, range }: ListPlace,
  { record, tables, cells }: FoundSheet,
): ReadonlyMap<number, readonly PlacedCell[]> {
  const moved = { rows: range.row - table.range.row, columns: range.column - table.range.column };
  // What we draw right of the list, a chart or another list, is ours; beyond it begins what is not.
  const edge = range.column + range.columns;
  const drawn = coveredRanges(record).map((one): CellRange => ({
    ...one,
    row: one.row + moved.rows,
    column: one.column + moved.columns,
  }));
  // Another list in these rows has its own right side.
  const neighbours = tables.filter(({ range: other }) => other !== range && other.column >= edge);
  const byRow = new Map<number, PlacedCell[]>();
  for (const cell of cells.values()) {
    const { row, column } = cell;
    if (column < edge || row < range.row || row >= range.row + range.rows || isEmptyCell(cell)) continue;
    if (drawn.some((one) => overlaps(one, { row, column, rows: 1, columns: 1 }))) continue;
    const others = neighbours.some(
      ({ range: other }) => row >= other.row && row < other.row + other.rows && column >= other.column,
    );
    if (others) continue;
    const inRow = byRow.get(row);
    if (inRow === undefined) byRow.set(row, [cell]);
    else inRow.push(cell);
  }
  return byRow;
}
