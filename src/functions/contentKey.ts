import type { Cell, CellError } from "../core/tables";

const number = new Float64Array(1);
const numberWords = new Int32Array(number.buffer);

/** What kind of cell the words after it belong to. */
const NUMBER = 1;
const TEXT = 2;
const BLANK = 3;
const TRUE = 4;
const FALSE = 5;
const ERROR = 6;

/**
 * A key by content: equal cells give equal keys, and unequal ones differ except by an accident of one in
 * 2^64. Types count: 1, "1" and TRUE are three different cells.
 *
 * Two 32-bit multiplicative hashes with different constants (FNV-1a and a Murmur-style mixing step).
 */
export function contentKey(ranges: readonly (readonly (readonly Cell[])[])[], rest: unknown): string {
  let hashes = { a: 0x811c9dc5 | 0, b: 0x9747b28c | 0 };
  for (const rows of ranges) hashes = mixRange(rows, hashes);
  return `${(hashes.a >>> 0).toString(36)}.${(hashes.b >>> 0).toString(36)}.${JSON.stringify(rest)}`;
}

interface Hashes {
  readonly a: number;
  readonly b: number;
}

// One long loop over local numbers: shared by helpers they would be boxed at every step, millions of times.
function mixRange(rows: readonly (readonly Cell[])[], hashes: Hashes): Hashes {
  let a = Math.imul(hashes.a ^ rows.length, FNV);
  let b = Math.imul(hashes.b ^ rows.length, MURMUR);
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at] ?? [];
    a = Math.imul(a ^ row.length, FNV);
    b = Math.imul(b ^ row.length, MURMUR);
    for (let column = 0; column < row.length; column++) {
      const cell = row[column];
      if (typeof cell === "number") {
        number[0] = cell;
        const low = numberWords[0] ?? 0;
        const high = numberWords[1] ?? 0;
        a = Math.imul(Math.imul(Math.imul(a ^ NUMBER, FNV) ^ low, FNV) ^ high, FNV);
        b = Math.imul(b ^ NUMBER, MURMUR);
        b = Math.imul(b ^ (b >>> 15) ^ low, MURMUR);
        b = Math.imul(b ^ (b >>> 15) ^ high, MURMUR);
        b ^= b >>> 15;
        continue;
      }
      const text = typeof cell === "string" ? cell : isError(cell) ? cell.error : "";
      const kind = kindOf(cell) | (text.length << 3);
      a = Math.imul(a ^ kind, FNV);
      b = Math.imul(b ^ kind, MURMUR);
      b ^= b >>> 15;
      for (let letter = 0; letter < text.length; letter += 2) {
        const next = letter + 1 < text.length ? text.charCodeAt(letter + 1) : 0;
        const word = text.charCodeAt(letter) | (next << 16);
        a = Math.imul(a ^ word, FNV);
        b = Math.imul(b ^ word, MURMUR);
        b ^= b >>> 15;
      }
    }
  }
  return { a, b };
}

const FNV = 0x01000193;
const MURMUR = 0x5bd1e995;

function isError(cell: Cell | undefined): cell is CellError {
  return typeof cell === "object" && cell !== null;
}

function kindOf(cell: Cell | undefined): number {
  if (typeof cell === "string") return TEXT;
  if (typeof cell === "boolean") return cell ? TRUE : FALSE;
  return isError(cell) ? ERROR : BLANK;
}
