import { InvalidArgumentError } from "../errors";

/** Who has what: one entry per customer and thing, in any order; repeated entries count once. */
export interface Holdings {
  readonly customers: number;
  readonly items: number;
  readonly customer: Int32Array;
  readonly item: Int32Array;
}

/** Different items of each customer, ascending: those of customer `c` stand from `starts[c]` up to `ends[c]`. */
export interface Baskets {
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  readonly items: Int32Array;
}

/** How many customers have each two of the items that take part. Those have places of their own, by item ascending. */
export interface PairCounts {
  readonly baskets: Baskets;
  /** Customers who have each item. */
  readonly held: Int32Array;
  /** Item of each place. */
  readonly itemAt: Int32Array;
  /** Place of each item; −1: it takes no part. */
  readonly placeOf: Int32Array;
  /** Customers who have the items of both places. */
  readonly both: (one: number, other: number) => number;
}

/** Above this many different items only the most widely held take part: pairs grow with the square. */
const MOST_ITEMS = 2_000;

/**
 * Counts pairs by customers and not by baskets: what was bought on different days counts as well.
 *
 * @param minBoth - items that fewer customers have take no part
 * @throws InvalidArgumentError "lengthsDiffer" if the columns are not equally long
 */
export function pairCounts(holdings: Holdings, minBoth: number): PairCounts {
  if (holdings.customer.length !== holdings.item.length) {
    throw new InvalidArgumentError("item", "lengthsDiffer", {
      one: holdings.customer.length,
      other: holdings.item.length,
    });
  }
  const baskets = basketsOf(holdings);
  const { starts, ends, items } = baskets;
  const held = new Int32Array(holdings.items);
  for (let customer = 0; customer < starts.length; customer++) {
    for (let at = starts[customer]!; at < ends[customer]!; at++) held[items[at]!]! += 1;
  }
  const itemAt = widelyHeld(held, minBoth);
  const kept = itemAt.length;
  const placeOf = new Int32Array(holdings.items).fill(-1);
  itemAt.forEach((item, place) => (placeOf[item] = place));
  // Each pair once, at the lower place: a basket ascends.
  const counts = new Int32Array(kept * kept);
  const known = new Int32Array(kept);
  for (let customer = 0; customer < starts.length; customer++) {
    let size = 0;
    for (let at = starts[customer]!; at < ends[customer]!; at++) {
      const place = placeOf[items[at]!]!;
      if (place >= 0) known[size++] = place;
    }
    for (let one = 0; one < size; one++) {
      const row = known[one]! * kept;
      for (let other = one + 1; other < size; other++) counts[row + known[other]!]! += 1;
    }
  }
  // Whoever asks goes along one item's row, which lies together.
  for (let one = 0; one < kept; one++) {
    for (let other = one + 1; other < kept; other++) counts[other * kept + one] = counts[one * kept + other]!;
  }
  return { baskets, held, itemAt, placeOf, both: (one, other) => counts[one * kept + other]! };
}

function basketsOf({ customers, items, customer, item }: Holdings): Baskets {
  const isKnown = (entry: number) =>
    customer[entry]! >= 0 && customer[entry]! < customers && item[entry]! >= 0 && item[entry]! < items;
  const starts = new Int32Array(customers + 1);
  for (let entry = 0; entry < customer.length; entry++) {
    if (isKnown(entry)) starts[customer[entry]! + 1]! += 1;
  }
  for (let at = 1; at <= customers; at++) starts[at]! += starts[at - 1]!;
  const held = new Int32Array(starts[customers]!);
  const ends = starts.slice(0, customers);
  for (let entry = 0; entry < customer.length; entry++) {
    if (isKnown(entry)) held[ends[customer[entry]!]!++] = item[entry]!;
  }
  for (let at = 0; at < customers; at++) {
    const basket = held.subarray(starts[at], ends[at]).sort();
    let size = 0;
    for (const one of basket) if (size === 0 || basket[size - 1] !== one) basket[size++] = one;
    ends[at] = starts[at]! + size;
  }
  return { starts: starts.subarray(0, customers), ends, items: held };
}

/** Items that take part, ascending: with very many, those most customers have. */
function widelyHeld(held: Int32Array, minBoth: number): Int32Array {
  const candidates = Array.from(held.keys()).filter((item) => held[item]! >= minBoth);
  return Int32Array.from(candidates.sort((a, b) => held[b]! - held[a]! || a - b).slice(0, MOST_ITEMS)).sort();
}
