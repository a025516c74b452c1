/** The four parts of the brief's loyalty measure, in its order. */
export const LOYALTY_PARTS = ["repeat", "trust", "price", "choosing"] as const;
export type LoyaltyPartId = (typeof LOYALTY_PARTS)[number];

/**
 * What is known of each customer, as columns of equal length; NaN where nothing is. A column that the data
 * lacks altogether is null.
 */
export interface LoyaltyColumns {
  /** Orders in the window. */
  readonly orders: Float64Array;
  /** Answers of surveys as shares of their scale, 0 to 1: trust; sensitivity to price; time spent choosing. */
  readonly trust: Float64Array | null;
  readonly priceSensitivity: Float64Array | null;
  readonly choosingTime: Float64Array | null;
  /** Stand-ins from behaviour: complaints per order; share of orders at a discount; hours from order to payment. */
  readonly complaintRate: Float64Array | null;
  readonly discountShare: Float64Array | null;
  readonly hoursToPay: Float64Array | null;
}

export interface LoyaltyPart {
  readonly id: LoyaltyPartId;
  /** 0 to 1, higher is more loyal; null: nothing known. A missing part is not 0. */
  readonly value: number | null;
  /** Told by behaviour, since nobody was asked. */
  readonly proxy: boolean;
}

export interface Loyalty {
  /** 0 to 100, the mean of the parts that exist; null without any. */
  readonly index: number | null;
  readonly parts: readonly LoyaltyPart[];
  /** Share of the four parts that exist. */
  readonly coverage: number;
}

/**
 * Loyalty of every customer: how often they come back, how far they trust, how little they mind the price
 * and how quickly they choose.
 *
 * Repeat is the mid-rank share of the order count among those who ordered, so that equal counts score the
 * same and the median customer 0.5; customers without an order in the window have no such part. The other
 * parts are the survey's answer, or behaviour where nobody answered: 1 − complaints per order (not below 0),
 * 1 − share of orders at a discount, and the mid-rank share of the time between order and payment, reversed.
 *
 * @returns one entry per customer, in the order of the columns
 */
export function loyaltyIndex(columns: LoyaltyColumns): readonly Loyalty[] {
  const repeat = midRankShares(columns.orders, (orders) => orders > 0);
  const quick = columns.hoursToPay === null ? null : midRankShares(columns.hoursToPay, (hours) => hours >= 0);
  const told = (survey: Float64Array | null, customer: number, turn: (share: number) => number) => {
    const answer = survey?.[customer] ?? Number.NaN;
    return Number.isNaN(answer) ? null : turn(answer);
  };
  const reversed = (share: number) => 1 - share;
  return Array.from(columns.orders, (_, customer): Loyalty => {
    const part = (id: LoyaltyPartId, answer: number | null, behaviour: () => number | null): LoyaltyPart => {
      if (answer !== null) return { id, value: within(answer), proxy: false };
      const shown = behaviour();
      return { id, value: shown === null ? null : within(shown), proxy: shown !== null };
    };
    const parts: readonly LoyaltyPart[] = [
      part(
        "repeat",
        told(repeat, customer, (share) => share),
        () => null,
      ),
      part(
        "trust",
        told(columns.trust, customer, (share) => share),
        () => told(columns.complaintRate, customer, reversed),
      ),
      part("price", told(columns.priceSensitivity, customer, reversed), () =>
        told(columns.discountShare, customer, reversed),
      ),
      part("choosing", told(columns.choosingTime, customer, reversed), () => told(quick, customer, reversed)),
    ];
    const known = parts.flatMap(({ value }) => (value === null ? [] : [value]));
    return {
      index: known.length === 0 ? null : (100 * known.reduce((sum, value) => sum + value, 0)) / known.length,
      parts,
      coverage: known.length / LOYALTY_PARTS.length,
    };
  });
}

function within(share: number): number {
  return Math.min(1, Math.max(0, share));
}

/** (smaller + equal / 2) ÷ all, among the entries that count; NaN for the others. */
function midRankShares(values: Float64Array, counts: (value: number) => boolean): Float64Array {
  const sorted = values.filter(counts).sort();
  const share = new Map<number, number>();
  for (let from = 0; from < sorted.length;) {
    const value = sorted[from] as number;
    let to = from;
    while (to < sorted.length && sorted[to] === value) to++;
    share.set(value, (from + to) / 2 / sorted.length);
    from = to;
  }
  return values.map((value) => (counts(value) ? (share.get(value) ?? Number.NaN) : Number.NaN));
}
