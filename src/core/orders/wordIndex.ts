import { cellText, isBlankText, plainText, type Cell } from "../tables";

/** Numbers the distinct words of a column (items, categories, channels), shown as first seen. */
export interface WordIndex {
  /** -1 for a blank cell. */
  readonly of: (cell: Cell | undefined) => number;
  readonly words: readonly string[];
}

/** An empty index of words that are compared trimmed and width-normalised. */
export function newWordIndex(): WordIndex {
  const words: string[] = [];
  const byPlain = new Map<string, number>();
  const byText = new Map<string, number>();
  const add = (text: string): number => {
    const plain = plainText(text);
    if (isBlankText(plain)) return -1;
    const known = byPlain.get(plain);
    if (known !== undefined) return known;
    byPlain.set(plain, words.length);
    return words.push(text.trim()) - 1;
  };
  return {
    of: (cell) => {
      const text = typeof cell === "string" ? cell : cellText(cell);
      const known = byText.get(text);
      if (known !== undefined) return known;
      const index = add(text);
      byText.set(text, index);
      return index;
    },
    words,
  };
}
