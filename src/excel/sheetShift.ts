import { rangeOfAddress } from "./address";
import { cellKey, comparedText, type FoundSheet } from "./foundSheet";

/**
 * How far what we wrote has moved since, because somebody inserted or deleted rows or columns before it.
 *
 * @returns null where its parts moved differently: then nobody can say which other cells are ours
 */
export function sheetShift({
  record,
  tables,
  cells,
}: FoundSheet): { readonly rows: number; readonly columns: number } | null {
  const anchors = record.anchors.flatMap(({ address, text }) => {
    const place = rangeOfAddress(address);
    return place === null ? [] : [{ ...place, text: text.trim() }];
  });
  const shifts = tables.map(({ record: { range }, range: now }) => ({
    rows: now.row - range.row,
    columns: now.column - range.column,
  }));
  const candidates = [...shifts, { rows: 0, columns: 0 }];
  const [first] = anchors;
  if (first !== undefined)
    for (const { row, column, value } of cells.values())
      if (comparedText(value) === first.text)
        candidates.push({ rows: row - first.row, columns: column - first.column });
  // Somebody may have edited one of our texts; most of them tell.
  const holds = ({ rows, columns }: { rows: number; columns: number }): boolean => {
    const found = anchors.filter(
      ({ row, column, text }) =>
        comparedText(cells.get(cellKey(row + rows, column + columns))?.value ?? null) === text,
    );
    return found.length * 2 > anchors.length || anchors.length === 0;
  };
  const shift = candidates.find(holds);
  if (shift === undefined) return null;
  return shifts.every(({ rows, columns }) => rows === shift.rows && columns === shift.columns) ? shift : null;
}
