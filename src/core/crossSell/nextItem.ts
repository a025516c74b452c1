import {
  byStrength,
  DEFAULT_PAIR_LIMITS,
  itemsOfCustomers,
  pairRules,
  type Holdings,
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
 */
export function nextItems(
  holdings: Holdings,
  options: { readonly limits?: PairLimits; readonly manual?: readonly ManualRule[] } = {},
): readonly (NextItem | null)[] {
  const { limits = DEFAULT_PAIR_LIMITS, manual = [] } = options;
  const rulesOf = new Map<number, PairRule[]>();
  for (const rule of pairRules(holdings, limits)) {
    const list = rulesOf.get(rule.given);
    if (list === undefined) rulesOf.set(rule.given, [rule]);
    else list.push(rule);
  }
  return itemsOfCustomers(holdings).map((basket): NextItem | null => {
    const owned = new Set(basket);
    // Rules of one item stand by strength, so the first that offers something new is its best.
    const best = basket
      .flatMap((item) => rulesOf.get(item)?.find(({ then }) => !owned.has(then)) ?? [])
      .sort(byStrength)[0];
    if (best !== undefined) return { item: best.then, because: best.given, rule: best };
    const written = manual.find(({ given, then }) => owned.has(given) && !owned.has(then));
    return written === undefined ? null : { item: written.then, because: written.given, rule: null };
  });
}
