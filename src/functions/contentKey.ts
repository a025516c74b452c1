import type { Cell } from "../core/tables";

const bits = new DataView(new ArrayBuffer(8));

/**
 * A key by content: equal cells give equal keys, and unequal ones differ except by an accident of one in
 * 2^64. Types count: 1, "1" and TRUE are three different cells.
 *
 * Two 32-bit multiplicative hashes with different constants (FNV-1a and a Murmur-style mixing step).
 */
export function contentKey(ranges: readonly (readonly (readonly Cell[])[])[], rest: unknown): string {
  let a = 0x811c9dc5;
  let b = 0x9747b28c;
  const mix = (word: number): void => {
    a = Math.imul(a ^ word, 0x01000193);
    b = Math.imul(b ^ word, 0x5bd1e995);
    b ^= b >>> 15;
  };
  const mixText = (text: string): void => {
    mix(text.length);
    for (let at = 0; at < text.length; at++) mix(text.charCodeAt(at));
  };
  const mixCell = (cell: Cell | undefined): void => {
    if (typeof cell === "number") {
      if ((cell | 0) === cell) {
        mix(1);
        mix(cell);
      } else {
        bits.setFloat64(0, cell);
        mix(2);
        mix(bits.getInt32(0));
        mix(bits.getInt32(4));
      }
    } else if (typeof cell === "string") {
      mix(3);
      mixText(cell);
    } else if (cell === null || cell === undefined) mix(4);
    else if (typeof cell === "boolean") mix(cell ? 5 : 6);
    else {
      mix(7);
      mixText(cell.error);
    }
  };
  for (const rows of ranges) {
    mix(rows.length);
    for (const row of rows) {
      mix(row.length);
      for (const cell of row) mixCell(cell);
    }
  }
  return `${(a >>> 0).toString(36)}.${(b >>> 0).toString(36)}.${JSON.stringify(rest)}`;
}
