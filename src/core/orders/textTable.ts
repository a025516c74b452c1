/** Numbers by text: a hash table that touches memory as little as it can. */
export interface TextTable {
  /** The number kept for a text; -2: none. */
  readonly get: (text: string) => number;
  readonly set: (text: string, value: number) => void;
}

export const NOT_THERE = -2;

const FIRST_SIZE = 1 << 12;
/** Hash, place of the entry + 1. */
const SLOT = 2;
/** An entry is the value, the length of the text, and its letters, two in a word. */
const HEAD = 2;

/**
 * An empty table. It does what a Map does, for the case that a Map is slow at: every row of a sheet
 * arrives as a text of its own, whose hash nobody has worked out yet. The letters are kept as words side
 * by side, so that a text that is known is found without a look at the text it equals, which lies
 * anywhere in memory.
 */
export function newTextTable(): TextTable {
  let size = FIRST_SIZE;
  let slots = new Int32Array(size * SLOT);
  let entries = new Int32Array(FIRST_SIZE * 8);
  let end = 0;
  let count = 0;
  /** The letters of the text that is being looked up. */
  let letters = new Int32Array(32);

  /** Puts the text into `letters` and works out its hash. */
  const read = (text: string): number => {
    const { length } = text;
    if (length > letters.length) letters = new Int32Array(length);
    let hash = length;
    let word = 0;
    for (let at = 0; at < length; at += 2) {
      const letter = text.charCodeAt(at) | (at + 1 < length ? text.charCodeAt(at + 1) << 16 : 0);
      letters[word++] = letter;
      hash = Math.imul(hash ^ letter, 0x9e3779b1);
      hash ^= hash >>> 15;
    }
    return hash;
  };

  const isAt = (entry: number, length: number): boolean => {
    if (entries[entry + 1] !== length) return false;
    const words = (length + 1) >> 1;
    for (let word = 0; word < words; word++) {
      if (entries[entry + HEAD + word] !== letters[word]) return false;
    }
    return true;
  };

  /** The slot of the text in `letters`, or where it would go. */
  const find = (length: number, hash: number): number => {
    let slot = hash & (size - 1);
    for (;;) {
      const at = slot * SLOT;
      const entry = (slots[at + 1] ?? 0) - 1;
      if (entry < 0 || (slots[at] === hash && isAt(entry, length))) return at;
      slot = (slot + 1) & (size - 1);
    }
  };

  const widen = () => {
    const old = slots;
    size *= 4;
    slots = new Int32Array(size * SLOT);
    for (let from = 0; from < old.length; from += SLOT) {
      if (old[from + 1] === 0) continue;
      let slot = (old[from] ?? 0) & (size - 1);
      while (slots[slot * SLOT + 1] !== 0) slot = (slot + 1) & (size - 1);
      slots[slot * SLOT] = old[from] ?? 0;
      slots[slot * SLOT + 1] = old[from + 1] ?? 0;
    }
  };

  /** Writes the text in `letters` at the end of the entries. */
  const write = (length: number, value: number): void => {
    const words = (length + 1) >> 1;
    if (end + HEAD + words > entries.length) {
      const wider = new Int32Array((entries.length + HEAD + words) * 2);
      wider.set(entries);
      entries = wider;
    }
    entries[end] = value;
    entries[end + 1] = length;
    for (let word = 0; word < words; word++) entries[end + HEAD + word] = letters[word] ?? 0;
    end += HEAD + words;
  };

  return {
    get: (text) => {
      const at = find(text.length, read(text));
      const entry = (slots[at + 1] ?? 0) - 1;
      return entry < 0 ? NOT_THERE : (entries[entry] ?? NOT_THERE);
    },
    set: (text, value) => {
      const hash = read(text);
      const at = find(text.length, hash);
      const entry = (slots[at + 1] ?? 0) - 1;
      if (entry >= 0) {
        entries[entry] = value;
        return;
      }
      slots[at] = hash;
      slots[at + 1] = end + 1;
      write(text.length, value);
      count++;
      if (count * 2 > size) widen();
    },
  };
}
