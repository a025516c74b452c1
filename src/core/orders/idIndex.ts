import { normaliseId, shownId, type Cell } from "../tables";

/** Gives each distinct id a number, in order of first appearance. */
export interface IdIndex {
  /** The number of a cell's id; -1 where the cell holds none. */
  readonly of: (cell: Cell | undefined) => number;
  /** Ids as first seen. */
  readonly shown: readonly string[];
  /** Ids as they are compared. */
  readonly keys: readonly string[];
}

/** Whole numbers below this are looked up in an array instead of a map. */
const DENSE_LIMIT = 1 << 24;
const FIRST_DENSE_SIZE = 1 << 16;

/**
 * An empty index of ids that are compared by `normaliseId`.
 *
 * Every distinct spelling is normalised once: a column of a million cells has far fewer.
 */
export function newIdIndex(): IdIndex {
  const shown: string[] = [];
  const keys: string[] = [];
  const byKey = new Map<string, number>();
  const byText = new Map<string, number>();
  // Holds number + 1, so that 0 is "not seen yet".
  let dense = new Int32Array(FIRST_DENSE_SIZE);

  const add = (cell: Cell | undefined): number => {
    const key = normaliseId(cell);
    if (key === "") return -1;
    const known = byKey.get(key);
    if (known !== undefined) return known;
    const next = keys.length;
    byKey.set(key, next);
    keys.push(key);
    shown.push(shownId(cell));
    return next;
  };

  const ofNumber = (value: number): number => {
    if (!(value >= 0 && value < DENSE_LIMIT && Math.floor(value) === value)) return add(value);
    if (value >= dense.length) {
      const wider = new Int32Array(Math.min(DENSE_LIMIT, Math.max(value + 1, dense.length * 4)));
      wider.set(dense);
      dense = wider;
    }
    const known = dense[value] ?? 0;
    if (known !== 0) return known - 1;
    const index = add(value);
    dense[value] = index + 1;
    return index;
  };

  const ofText = (text: string): number => {
    const known = byText.get(text);
    if (known !== undefined) return known;
    const index = add(text);
    byText.set(text, index);
    return index;
  };

  return {
    of: (cell) => {
      if (typeof cell === "string") return ofText(cell);
      return typeof cell === "number" ? ofNumber(cell) : add(cell);
    },
    shown,
    keys,
  };
}
