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
    for (const { words, shift } of digitsOf(columns[index] ?? new Float64Array(0))) {
      if (sortByDigit(words, shift, order, spare)) [order, spare] = [spare, order];
    }
  }
  return { order, ...ranksOf(columns, order) };
}

/** Where one digit of every row stands. */
interface Digit {
  readonly words: Uint32Array;
  readonly shift: number;
}

/** The digits of a column, lowest first, whose unsigned order is the numbers' order, largest first. */
function digitsOf(values: Float64Array): readonly Digit[] {
  const whole = belowLargest(values);
  if (whole === null) {
    const { low, high } = descendingBits(values);
    return [...digitsOfWords(low, 32), ...digitsOfWords(high, 32)];
  }
  return digitsOfWords(whole.words, whole.bits);
}

function digitsOfWords(words: Uint32Array, bits: number): readonly Digit[] {
  return Array.from({ length: Math.ceil(bits / DIGIT_BITS) }, (_, digit) => ({
    words,
    shift: digit * DIGIT_BITS,
  }));
}

/**
 * How far each number lies below the largest: days, orders and money in minor units are whole numbers
 * close together, and sorting the few digits of their distances takes far fewer passes than sorting
 * their bits. null: some number is not whole, or they lie too far apart for one word.
 */
function belowLargest(values: Float64Array): { readonly words: Uint32Array; readonly bits: number } | null {
  let least = Infinity;
  let most = -Infinity;
  for (let row = 0; row < values.length; row++) {
    const value = values[row] ?? 0;
    if (Math.floor(value) !== value) return null;
    if (value < least) least = value;
    if (value > most) most = value;
  }
  // Also false for infinite numbers and for no rows at all.
  if (!(most - least <= 0xffffffff)) return null;
  const words = new Uint32Array(values.length);
  for (let row = 0; row < values.length; row++) words[row] = most - (values[row] ?? 0);
  return { words, bits: 32 - Math.clz32(most - least) };
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
  for (let row = 0; row < words.length; row++) {
    const digit = ((words[row] ?? 0) >>> shift) & DIGIT_MASK;
    starts[digit] = (starts[digit] ?? 0) + 1;
  }
  let sum = 0;
  for (let digit = 0; digit < DIGITS; digit++) {
    const count = starts[digit] ?? 0;
    if (count === from.length) return false;
    starts[digit] = sum;
    sum += count;
  }
  for (let index = 0; index < from.length; index++) {
    const row = from[index] ?? 0;
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
      if (!areEqual(columns, first, next)) break;
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

function areEqual(columns: readonly Float64Array[], one: number, other: number): boolean {
  for (const column of columns) if (column[one] !== column[other]) return false;
  return true;
}
