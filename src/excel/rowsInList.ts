import { comparedText } from "./foundSheet";
import type { OwnList } from "./ownContent";
import type { SheetGrid } from "./sheetGrid";
import type { RecordedColumn, RecordedTable } from "./sheetRecord";

const BETWEEN = " · ";

/** Our columns that may tell rows apart: the first, and those that hold ids or names. */
export function idColumns(columns: readonly RecordedColumn[]): readonly RecordedColumn[] {
  return columns.filter(({ text, blank }, index) => index === 0 || (text && !blank));
}

/** Rows of a list then and now, under the words that tell them apart: rows of one name are the same row. */
export interface RowsInList {
  readonly now: readonly ListRow[];
  readonly nowByName: ReadonlyMap<string, readonly ListRow[]>;
  readonly thenByName: ReadonlyMap<string, OwnList["rows"]>;
  readonly nameOf: (row: ListRow) => string;
}

/**
 * Finds the rows of a list in its new model.
 *
 * @param list - the list as it stood; undefined: it was not there, and only what tells the new rows apart counts
 */
export function rowsInList(table: RecordedTable, list: OwnList | undefined, grid: SheetGrid): RowsInList {
  const newIds = idColumns(table.columns);
  const now = tableRows(table, newIds, grid);
  const common =
    list === undefined ? newIds.map((_, index) => [index, index] as const) : matchedIds(list.ids, newIds);
  const used = tellingColumns(
    common.map(([from]) => (list?.rows ?? []).map(({ ids }) => ids[from] ?? "")),
    common.map(([, to]) => now.map(({ ids }) => ids[to] ?? "")),
  );
  const thenName = ({ ids }: { readonly ids: readonly string[] }): string =>
    used.map((index) => ids[common[index]?.[0] ?? 0] ?? "").join(BETWEEN);
  const nameOf = ({ ids }: ListRow): string =>
    used.map((index) => ids[common[index]?.[1] ?? 0] ?? "").join(BETWEEN);
  return {
    now,
    nowByName: grouped(now, nameOf),
    thenByName: grouped(list?.rows ?? [], thenName),
    nameOf,
  };
}

export interface ListRow {
  readonly row: number;
  readonly ids: readonly string[];
}

function tableRows(
  table: RecordedTable,
  ids: readonly RecordedColumn[],
  grid: SheetGrid,
): readonly ListRow[] {
  const places = ids.map((column) => table.range.column + table.columns.indexOf(column));
  return Array.from({ length: Math.max(0, table.range.rows - 1) }, (_, index) => {
    const row = table.range.row + 1 + index;
    return { row, ids: places.map((column) => comparedText(grid.values[row]?.[column] ?? null)) };
  });
}

/** Which id columns of then and now are the same: by title; the first always, in whatever language. */
function matchedIds(
  then: readonly string[],
  now: readonly RecordedColumn[],
): readonly (readonly [from: number, to: number])[] {
  const pairs: (readonly [number, number])[] = then.length > 0 && now.length > 0 ? [[0, 0]] : [];
  then.forEach((title, from) => {
    const to = now.findIndex((column) => column.title === title);
    if (from > 0 && to > 0) pairs.push([from, to]);
  });
  // A report in another language has other titles; columns of the same number are the same columns.
  if (pairs.length <= 1 && then.length === now.length)
    for (let index = 1; index < then.length; index += 1) pairs.push([index, index]);
  return pairs;
}

/**
 * The columns that tell rows apart: the first, and as many of the others, from left to right, as it takes until
 * no two rows are alike; a column that tells nothing more is left out, since names and owners change.
 */
function tellingColumns(
  then: readonly (readonly string[])[],
  now: readonly (readonly string[])[],
): readonly number[] {
  const used: number[] = then.length > 0 || now.length > 0 ? [0] : [];
  const distinct = (columns: readonly (readonly string[])[], chosen: readonly number[]): number =>
    new Set(
      (columns[0] ?? []).map((_, row) => chosen.map((index) => columns[index]?.[row] ?? "").join("\u0000")),
    ).size;
  const total = (columns: readonly (readonly string[])[]): number => columns[0]?.length ?? 0;
  for (let index = 1; index < Math.max(then.length, now.length); index += 1) {
    const [thenNow, nowNow] = [distinct(then, used), distinct(now, used)];
    if (thenNow === total(then) && nowNow === total(now)) break;
    const wider = [...used, index];
    if (distinct(then, wider) > thenNow || distinct(now, wider) > nowNow) used.push(index);
  }
  return used;
}

export function grouped<Item>(items: readonly Item[], name: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const group = groups.get(name(item));
    if (group === undefined) groups.set(name(item), [item]);
    else group.push(item);
  }
  return groups;
}
