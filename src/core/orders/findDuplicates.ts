import { NO_DAY } from "../math/day";
import { cellText, type Cell } from "../tables";

/** What must be equal before two rows are worth comparing cell by cell. */
export interface QuickColumns {
  /** Whole numbers: customer, order number, day, item, as far as they are known. */
  readonly keys: readonly Int32Array[];
  readonly amount: Float64Array;
}

/**
 * Marks every row that is an exact copy of an earlier one.
 *
 * @param rowText - all that a row says, as text; asked for only where the quick columns are equal
 * @returns 1 for a copy, and how many there are
 */
export function findDuplicates(
  count: number,
  quick: QuickColumns,
  rowText: (row: number) => string,
): { readonly marks: Uint8Array; readonly count: number } {
  const { keys, amount } = quick;
  const marks = new Uint8Array(count);
  // Open addressing, at most half full; holds row + 1.
  const size = 2 ** Math.ceil(Math.log2(Math.max(2, count * 2)));
  const slots = new Int32Array(size);
  // Texts of rows that share quick columns with another row, by the first such row.
  const textsOf = new Map<number, Set<string>>();
  let copies = 0;
  for (let row = 0; row < count; row++) {
    const rowAmount = amount[row] ?? 0;
    let hash = Math.trunc(rowAmount * 100) | 0;
    for (const key of keys) {
      hash = Math.imul(hash ^ (key[row] ?? 0), 0x9e3779b1);
      hash ^= hash >>> 15;
    }
    let slot = hash & (size - 1);
    for (;;) {
      const first = (slots[slot] ?? 0) - 1;
      if (first < 0) {
        slots[slot] = row + 1;
        break;
      }
      if (amount[first] === rowAmount && keys.every((key) => key[first] === key[row])) {
        let texts = textsOf.get(first);
        if (texts === undefined) {
          texts = new Set([rowText(first)]);
          textsOf.set(first, texts);
        }
        const before = texts.size;
        if (texts.add(rowText(row)).size === before) {
          marks[row] = 1;
          copies++;
        }
        break;
      }
      slot = (slot + 1) & (size - 1);
    }
  }
  return { marks, count: copies };
}

/** All cells of a row as one text; trailing empty cells say nothing. */
export function textOfCells(cells: readonly (Cell | undefined)[]): string {
  let end = cells.length;
  while (end > 0 && cellText(cells[end - 1]) === "") end--;
  let text = "";
  // A control character keeps ["ab", "c"] apart from ["a", "bc"].
  for (let index = 0; index < end; index++) text += `${cellText(cells[index])}\u0001`;
  return text;
}

/** From this share of order numbers on more than one differing row, a sheet lists lines, not orders. */
const LINE_LEVEL_SHARE = 0.1;

/**
 * Whether positive rows that differ share order numbers often enough that the rows are lines of
 * orders, where an exact copy may be a second piece of the same thing.
 *
 * @param from - first row
 * @param to - after the last row
 */
export function isLineLevel(
  columns: { readonly order: Int32Array; readonly day: Int32Array; readonly amount: Float64Array },
  copies: Uint8Array,
  from: number,
  to: number,
): boolean {
  const rowsOf = new Map<number, number>();
  let repeated = 0;
  for (let row = from; row < to; row++) {
    const order = columns.order[row] ?? -1;
    if (order < 0 || copies[row] === 1 || !((columns.amount[row] ?? 0) > 0)) continue;
    // A row without a date is no purchase and shows nothing of the layout.
    if ((columns.day[row] ?? NO_DAY) === NO_DAY) continue;
    const rows = (rowsOf.get(order) ?? 0) + 1;
    rowsOf.set(order, rows);
    if (rows === 2) repeated++;
  }
  return repeated > 0 && repeated >= LINE_LEVEL_SHARE * rowsOf.size;
}
