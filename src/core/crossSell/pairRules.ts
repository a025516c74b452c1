import { pairCounts, type Holdings, type PairCounts } from "./pairCounts";

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

/**
 * Rules "who has A also has B" over pairs of items, by customers and not by baskets.
 *
 * Agrawal, Imieliński & Swami (1993), support and confidence; Brin, Motwani, Ullman & Tsur (1997), lift.
 *
 * @returns by `given` ascending; within it by confidence, then lift, the highest first, then `then`
 * @throws InvalidArgumentError "lengthsDiffer" if the columns are not equally long
 */
export function pairRules(holdings: Holdings, limits: PairLimits = DEFAULT_PAIR_LIMITS): readonly PairRule[] {
  const counts = pairCounts(holdings, limits.minBoth);
  const partners = partnersByStrength(counts, holdings.customers, limits);
  return Array.from(counts.itemAt.keys()).flatMap((given) =>
    Array.from(partners(given), (then) => pairRule(counts, holdings.customers, given, then)),
  );
}

/** The rule between the items of two places. */
export function pairRule(
  { both, held, itemAt }: PairCounts,
  customers: number,
  givenPlace: number,
  thenPlace: number,
): PairRule {
  const given = itemAt[givenPlace]!;
  const then = itemAt[thenPlace]!;
  const count = both(givenPlace, thenPlace);
  const confidence = count / held[given]!;
  return {
    given,
    then,
    both: count,
    support: count / customers,
    confidence,
    lift: confidence / (held[then]! / customers),
  };
}

/** The likelier first, then the closer linked, then by item, so that the order is the data's alone. */
export function byStrength(a: PairRule, b: PairRule): number {
  return b.confidence - a.confidence || b.lift - a.lift || a.then - b.then;
}

/**
 * What goes with an item, as `byStrength` orders it, both by place.
 *
 * Of two things that go with one item, the likelier is the one more customers have beside it; of equally likely
 * ones, the closer linked is the one fewer customers have at all. So whole numbers tell the order.
 */
export function partnersByStrength(
  { both, held, itemAt }: PairCounts,
  customers: number,
  { minBoth, minConfidence, minLift }: PairLimits,
): (given: number) => Int32Array {
  const kept = itemAt.length;
  const rarestFirst = Array.from(itemAt.keys()).sort(
    (a, b) => held[itemAt[a]!]! - held[itemAt[b]!]! || itemAt[a]! - itemAt[b]!,
  );
  const rank = new Int32Array(kept);
  rarestFirst.forEach((place, at) => (rank[place] = at));
  const keys = new Float64Array(kept);
  return (given) => {
    const haveGiven = held[itemAt[given]!]!;
    let size = 0;
    for (let then = 0; then < kept; then++) {
      if (then === given) continue;
      const count = both(given, then);
      if (count < minBoth || count === 0) continue;
      const confidence = count / haveGiven;
      if (confidence < minConfidence || confidence / (held[itemAt[then]!]! / customers) <= minLift) continue;
      keys[size++] = rank[then]! - count * kept;
    }
    // The remainder of a key is the rank: counts are whole.
    return Int32Array.from(
      keys.subarray(0, size).sort(),
      (key) => rarestFirst[((key % kept) + kept) % kept]!,
    );
  };
}
