import { pairCounts, type Holdings } from "./pairCounts";
import {
  byStrength,
  DEFAULT_PAIR_LIMITS,
  pairRule,
  partnersByStrength,
  type PairLimits,
  type PairRule,
} from "./pairRules";

/** A rule written by hand: who has `given` is to be offered `then`. */
export interface ManualRule {
  readonly given: number;
  readonly then: number;
}

/** What to offer one customer next; `rule` null: written by hand, the data cannot tell how good it is. */
export interface NextItem {
  readonly item: number;
  readonly because: number;
  readonly rule: PairRule | null;
}

/**
 * The next thing to offer each customer: of all rules whose `given` the customer has and whose `then` they
 * lack, the one most likely to hold; where no rule of the data does, the first rule written by hand.
 *
 * @returns one entry per customer; null: nothing to offer
 * @throws InvalidArgumentError "lengthsDiffer" if the columns are not equally long
 */
export function nextItems(
  holdings: Holdings,
  options: { readonly limits?: PairLimits; readonly manual?: readonly ManualRule[] } = {},
): readonly (NextItem | null)[] {
  const { limits = DEFAULT_PAIR_LIMITS, manual = [] } = options;
  const { customers } = holdings;
  const counts = pairCounts(holdings, limits.minBoth);
  const { itemAt, placeOf, baskets } = counts;
  const partnersOf = partnersByStrength(counts, customers, limits);
  const known: Int32Array[] = [];
  return Array.from(baskets.starts, (start, customer): NextItem | null => {
    const basket = baskets.items.subarray(start, baskets.ends[customer]);
    const owned = new Set(basket);
    let best: PairRule | null = null;
    for (const item of basket) {
      const given = placeOf[item]!;
      if (given < 0) continue;
      const partners = (known[given] ??= partnersOf(given));
      // They stand by strength, so the first that is new to the customer is the item's best.
      const then = partners.find((place) => !owned.has(itemAt[place]!));
      if (then === undefined) continue;
      const rule = pairRule(counts, customers, given, then);
      if (best === null || byStrength(rule, best) < 0) best = rule;
    }
    if (best !== null) return { item: best.then, because: best.given, rule: best };
    const written = manual.find(({ given, then }) => owned.has(given) && !owned.has(then));
    return written === undefined ? null : { item: written.then, because: written.given, rule: null };
  });
}
