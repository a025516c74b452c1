import { normaliseId, numberText, shownId, type Cell } from "../tables";
import { newTextTable, NOT_THERE } from "./textTable";

/** Gives each distinct id a number, in order of first appearance. */
export interface IdIndex {
  /** The number of a cell's id; -1 where the cell holds none. */
  readonly of: (cell: Cell | undefined) => number;
  /** Ids as first seen. */
  readonly shown: readonly string[];
  /** Ids as they are compared. */
  readonly keys: readonly string[];
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
  const shown: string[] = [];
  const keys: string[] = [];
  // Spellings and keys in one table: where an id is written as it is compared, they are the same.
  const byText = newTextTable();
  // Holds number + 1, so that 0 is "not seen yet".
  let dense = new Int32Array(FIRST_DENSE_SIZE);

  const open = (key: string, asShown: string): number => {
    keys.push(key);
    return shown.push(asShown) - 1;
  };

  const ofSmall = (value: number, asShown: string | null): number => {
    if (value >= dense.length) {
      const wider = new Int32Array(Math.min(DENSE_LIMIT, Math.max(value + 1, dense.length * 4)));
      wider.set(dense);
      dense = wider;
    }
    const known = dense[value] ?? 0;
    if (known !== 0) return known - 1;
    const key = numberText(value);
    const index = open(key, asShown ?? key);
    dense[value] = index + 1;
    return index;
  };

  const ofKey = (key: string, cell: Cell | undefined): number => {
    if (key === "") return -1;
    if (key.length <= LONGEST_DENSE_TEXT && DENSE_TEXT.test(key)) return ofSmall(Number(key), shownId(cell));
    const known = byText.get(key);
    if (known !== NOT_THERE) return known;
    const index = open(key, shownId(cell));
    byText.set(key, index);
    return index;
  };

  const ofText = (text: string): number => {
    const known = byText.get(text);
    if (known !== NOT_THERE) return known;
    const key = normaliseId(text);
    const index = ofKey(key, text);
    // Small whole numbers are not in the table under their key.
    if (key !== text || byText.get(text) === NOT_THERE) byText.set(text, index);
    return index;
  };

  return {
    of: (cell) => {
      if (typeof cell === "string") return ofText(cell);
      if (typeof cell === "number" && cell >= 0 && cell < DENSE_LIMIT && Math.floor(cell) === cell) {
        return ofSmall(cell, null);
      }
      return ofKey(normaliseId(cell), cell);
    },
    shown,
    keys,
  };
}
