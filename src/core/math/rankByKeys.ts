/** Rows in order of several keys, and where rows stand that are equal in all of them. */
export interface KeyRanks {
  /** Row numbers, best first; rows equal in all keys in their own order. */
  readonly order: Int32Array;
  /** Rank of each row: 1 is best, equal rows share the best rank of their group (1, 2, 2, 4). */
  readonly rank: Int32Array;
  /** How many rows share the rank of each row, itself included. */
  readonly tied: Int32Array;
}

const DIGIT_BITS = 11;
const DIGITS = 1 << DIGIT_BITS;
const DIGIT_MASK = DIGITS - 1;

/**
 * Ranks rows by the first column, rows equal there by the second, and so on; larger is better.
 *
 * Columns hold numbers without NaN; 0 and −0 are equal. Radix sort over the bits of the numbers, which
 * keeps equal rows in place: time grows with the rows, not with their logarithm.
 *
 * @param columns - at least one, of equal length
 */
export function rankByKeys(columns: readonly Float64Array[]): KeyRanks {
  const count = columns[0]?.length ?? 0;
  let order = new Int32Array(count);
  for (let row = 0; row < count; row++) order[row] = row;
  let spare = new Int32Array(count);
  // The last column first: each pass keeps the order of the passes before among equal digits.
  for (let index = columns.length - 1; index >= 0; index--) {
    const bits = descendingBits(columns[index] ?? new Float64Array(0));
    for (const { words, shift } of [
      { words: bits.low, shift: 0 },
      { words: bits.low, shift: DIGIT_BITS },
      { words: bits.low, shift: 2 * DIGIT_BITS },
      { words: bits.high, shift: 0 },
      { words: bits.high, shift: DIGIT_BITS },
      { words: bits.high, shift: 2 * DIGIT_BITS },
    ]) {
      if (sortByDigit(words, shift, order, spare)) [order, spare] = [spare, order];
    }
  }
  return { order, ...ranksOf(columns, order) };
}

/** The bits of each number as two words whose unsigned order is the numbers' order, largest first. */
function descendingBits(values: Float64Array): { readonly low: Uint32Array; readonly high: Uint32Array } {
  const count = values.length;
  const low = new Uint32Array(count);
  const high = new Uint32Array(count);
  const view = new DataView(new ArrayBuffer(8));
  for (let row = 0; row < count; row++) {
    // + 0 turns −0 into 0.
    view.setFloat64(0, (values[row] ?? 0) + 0);
    const top = view.getUint32(0);
    const bottom = view.getUint32(4);
    // Positive numbers ascend with their bits, negative ones descend (IEEE 754); flipped here for descending.
    if (top >>> 31 === 0) {
      high[row] = ~(top | 0x80000000);
      low[row] = ~bottom;
    } else {
      high[row] = top;
      low[row] = bottom;
    }
  }
  return { low, high };
}

/** One counting pass; false, and nothing moved, where every row has the same digit. */
function sortByDigit(words: Uint32Array, shift: number, from: Int32Array, to: Int32Array): boolean {
  const starts = new Int32Array(DIGITS);
  for (const word of words) {
    const digit = (word >>> shift) & DIGIT_MASK;
    starts[digit] = (starts[digit] ?? 0) + 1;
  }
  let sum = 0;
  for (let digit = 0; digit < DIGITS; digit++) {
    const count = starts[digit] ?? 0;
    if (count === from.length) return false;
    starts[digit] = sum;
    sum += count;
  }
  for (const row of from) {
    const digit = ((words[row] ?? 0) >>> shift) & DIGIT_MASK;
    const place = starts[digit] ?? 0;
    to[place] = row;
    starts[digit] = place + 1;
  }
  return true;
}

function ranksOf(
  columns: readonly Float64Array[],
  order: Int32Array,
): { readonly rank: Int32Array; readonly tied: Int32Array } {
  const count = order.length;
  const rank = new Int32Array(count);
  const tied = new Int32Array(count);
  let start = 0;
  while (start < count) {
    const first = order[start] ?? 0;
    let end = start + 1;
    while (end < count) {
      const next = order[end] ?? 0;
      if (!columns.every((column) => column[next] === column[first])) break;
      end++;
    }
    for (let place = start; place < end; place++) {
      const row = order[place] ?? 0;
      rank[row] = start + 1;
      tied[row] = end - start;
    }
    start = end;
  }
  return { rank, tied };
}
