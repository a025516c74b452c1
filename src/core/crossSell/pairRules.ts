import { InvalidArgumentError } from "../errors";

/** Who has what: one entry per customer and thing, in any order; repeated entries count once. */
export interface Holdings {
  readonly customers: number;
  readonly items: number;
  readonly customer: Int32Array;
  readonly item: Int32Array;
}

/** Of those who have `given`, how many have `then`. */
export interface PairRule {
  readonly given: number;
  readonly then: number;
  /** Customers who have both. */
  readonly both: number;
  /** both ÷ all customers. */
  readonly support: number;
  /** both ÷ customers with `given`: the chance that the rule holds. */
  readonly confidence: number;
  /** confidence ÷ share of customers with `then`; 1: no link. */
  readonly lift: number;
}

export interface PairLimits {
  /** Fewest customers with both: fewer are chance. */
  readonly minBoth: number;
  readonly minConfidence: number;
  /** A rule must beat this lift, not just reach it. */
  readonly minLift: number;
}

export const DEFAULT_PAIR_LIMITS: PairLimits = { minBoth: 3, minConfidence: 0.1, minLift: 1 };

/** Above this many different items only the most widely held take part: pairs grow with the square. */
const MOST_ITEMS = 2_000;

/**
 * Rules "who has A also has B" over pairs of items, by customers and not by baskets: what was bought on
 * different days counts as well.
 *
 * Agrawal, Imieliński & Swami (1993), support and confidence; Brin, Motwani, Ullman & Tsur (1997), lift.
 *
 * @returns by `given` ascending; within it by confidence, then lift, the highest first, then `then`
 * @throws InvalidArgumentError "lengthsDiffer" if the columns are not equally long
 */
export function pairRules(holdings: Holdings, limits: PairLimits = DEFAULT_PAIR_LIMITS): readonly PairRule[] {
  const { customers, items } = holdings;
  if (holdings.customer.length !== holdings.item.length) {
    throw new InvalidArgumentError("item", "lengthsDiffer", {
      one: holdings.customer.length,
      other: holdings.item.length,
    });
  }
  const baskets = itemsOfCustomers(holdings);
  const held = new Int32Array(items);
  for (const basket of baskets) for (const item of basket) held[item] = (held[item] ?? 0) + 1;
  const place = placesOfWidelyHeld(held, limits.minBoth);
  const kept = place.reduce((count, at) => count + (at >= 0 ? 1 : 0), 0);
  const both = new Int32Array(kept * kept);
  for (const basket of baskets) {
    const known = basket.flatMap((item) => ((place[item] ?? -1) >= 0 ? [place[item] as number] : []));
    for (const one of known) {
      for (const other of known) if (one !== other) both[one * kept + other]! += 1;
    }
  }
  const itemAt = new Int32Array(kept);
  place.forEach((at, item) => {
    if (at >= 0) itemAt[at] = item;
  });
  const rules: PairRule[] = [];
  for (let one = 0; one < kept; one++) {
    const given = itemAt[one] as number;
    const ofGiven: PairRule[] = [];
    for (let other = 0; other < kept; other++) {
      const count = both[one * kept + other] ?? 0;
      if (count < limits.minBoth) continue;
      const then = itemAt[other] as number;
      const confidence = count / (held[given] as number);
      const lift = confidence / ((held[then] as number) / customers);
      if (confidence < limits.minConfidence || lift <= limits.minLift) continue;
      ofGiven.push({ given, then, both: count, support: count / customers, confidence, lift });
    }
    ofGiven.sort(byStrength);
    rules.push(...ofGiven);
  }
  return rules.sort((a, b) => a.given - b.given || byStrength(a, b));
}

/** The likelier first, then the closer linked, then by item, so that the order is the data's alone. */
export function byStrength(a: PairRule, b: PairRule): number {
  return b.confidence - a.confidence || b.lift - a.lift || a.then - b.then;
}

/** Different items of each customer, ascending. */
export function itemsOfCustomers({ customers, customer, item }: Holdings): readonly (readonly number[])[] {
  const sets = Array.from({ length: customers }, () => new Set<number>());
  customer.forEach((of, entry) => {
    const held = item[entry] ?? -1;
    if (of >= 0 && held >= 0) sets[of]?.add(held);
  });
  return sets.map((set) => [...set].sort((a, b) => a - b));
}

/** New index of each item that takes part, −1 for the others. */
function placesOfWidelyHeld(held: Int32Array, minBoth: number): Int32Array {
  const candidates = Array.from(held.keys()).filter((item) => (held[item] ?? 0) >= minBoth);
  const kept = candidates
    .sort((a, b) => (held[b] ?? 0) - (held[a] ?? 0) || a - b)
    .slice(0, MOST_ITEMS)
    .sort((a, b) => a - b);
  const place = new Int32Array(held.length).fill(-1);
  kept.forEach((item, at) => {
    place[item] = at;
  });
  return place;
}
