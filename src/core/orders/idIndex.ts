import { normaliseId, shownId, type Cell } from "../tables";
import { lazily } from "./lazily";
import { newTextTable, NOT_THERE } from "./textTable";

/** Distinct ids, in order of first appearance. */
export interface Ids {
  /** The cell that each was first seen in. */
  readonly cells: readonly Cell[];
  /** As first seen. */
  readonly shown: readonly string[];
  /** As they are compared. */
  readonly keys: readonly string[];
}

/** Gives each distinct id a number. */
export interface IdIndex {
  /** The number of a cell's id; -1 where the cell holds none. */
  readonly of: (cell: Cell | undefined) => number;
  /** Kept on their own: they outlive the tables by which they are found. */
  readonly ids: Ids;
}

/** Whole numbers below this are looked up in an array instead of a map, as numbers and as text. */
const DENSE_LIMIT = 10_000_000;
const LONGEST_DENSE_TEXT = 7;
const DENSE_TEXT = /^(?:0|[1-9]\d{0,6})$/;
const FIRST_DENSE_SIZE = 1 << 12;

/**
 * An empty index of ids that are compared by `normaliseId`.
 *
 * Every distinct spelling is normalised once: a column of a million cells has far fewer. Small whole
 * numbers never become text before they are new.
 */
export function newIdIndex(): IdIndex {
  const cells: Cell[] = [];
  // Spellings and keys in one table: where an id is written as it is compared, they are the same.
  const byText = newTextTable();
  // Holds number + 1, so that 0 is "not seen yet".
  let dense = new Int32Array(FIRST_DENSE_SIZE);

  const ofSmall = (value: number, cell: Cell): number => {
    if (value >= dense.length) {
      const wider = new Int32Array(Math.min(DENSE_LIMIT, Math.max(value + 1, dense.length * 4)));
      wider.set(dense);
      dense = wider;
    }
    const known = dense[value] ?? 0;
    if (known !== 0) return known - 1;
    return (dense[value] = cells.push(cell)) - 1;
  };

  const ofKey = (key: string, cell: Cell): number => {
    if (key === "") return -1;
    if (key.length <= LONGEST_DENSE_TEXT && DENSE_TEXT.test(key)) return ofSmall(Number(key), cell);
    const known = byText.get(key);
    if (known !== NOT_THERE) return known;
    const index = cells.push(cell) - 1;
    byText.set(key, index);
    return index;
  };

  const ofText = (text: string): number => {
    const known = byText.get(text);
    if (known !== NOT_THERE) return known;
    const key = normaliseId(text);
    const index = ofKey(key, text);
    // Small whole numbers are not in the table under their key.
    if (key !== text || index < 0 || key.length <= LONGEST_DENSE_TEXT) byText.set(text, index);
    return index;
  };

  return {
    of: (cell) => {
      if (typeof cell === "string") return ofText(cell);
      if (typeof cell === "number" && cell >= 0 && cell < DENSE_LIMIT && Math.floor(cell) === cell) {
        return ofSmall(cell, cell);
      }
      return ofKey(normaliseId(cell), cell ?? null);
    },
    ids: idsOf(cells),
  };
}

/** Scores need no text of an id: it is made when it is first asked for. */
function idsOf(cells: readonly Cell[]): Ids {
  const shown = lazily(() => cells.map(shownId));
  const keys = lazily(() => cells.map(normaliseId));
  return {
    cells,
    get shown() {
      return shown();
    },
    get keys() {
      return keys();
    },
  };
}
