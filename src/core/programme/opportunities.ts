import type { CustomerRow } from "../analysis/types";

export interface Opportunity {
  readonly row: CustomerRow;
  readonly clv: number;
  /** Different categories the customer has bought, of all the shop sells. */
  readonly categories: number;
  /** What to offer; null: no rule says. */
  readonly offer: string | null;
}

/** A category whose spend grew. */
export interface RisingCategory {
  readonly category: string;
  readonly net: number;
  readonly before: number;
  /** net ÷ before − 1. */
  readonly growth: number;
  readonly buyers: number;
}

/**
 * Customers worth much who buy little of the range: a predicted value that the potential grid calls high, and at
 * most a share of the categories that the broadest buyer has bought (发现新的业务机会). By predicted value.
 *
 * @param value - by index into the book; null: not predicted
 * @param categories - different categories bought ever, by index into the book
 */
export function opportunities(
  rows: readonly CustomerRow[],
  value: (bookIndex: number) => { readonly clv: number; readonly high: boolean } | null,
  categories: Int32Array,
  offerOf: (bookIndex: number) => string | null,
  rangeShare = 1 / 3,
): readonly Opportunity[] {
  const broadest = categories.reduce((most, count) => Math.max(most, count), 0);
  return rows
    .flatMap((row): readonly Opportunity[] => {
      const known = row.bookIndex < 0 ? null : value(row.bookIndex);
      const bought = categories[row.bookIndex] ?? 0;
      if (known === null || !known.high || bought === 0 || bought > broadest * rangeShare) return [];
      return [{ row, clv: known.clv, categories: bought, offer: offerOf(row.bookIndex) }];
    })
    .sort((one, other) => other.clv - one.clv);
}

/** Fewer buyers than this make a fashion of one family. */
const FEWEST_BUYERS = 5;
/** 120 of 100 is a fifth more, whatever the division left over. */
const ROUNDING = 1e-9;

/**
 * Categories whose net spend in the last days is above that of as many days before by a share, by growth; those
 * with fewer than five buyers are left out (需求趋势). Holidays fall into one of both: look before acting.
 */
export function risingCategories(
  sums: readonly {
    readonly category: string;
    readonly net: number;
    readonly before: number;
    readonly buyers: number;
  }[],
  leastGrowth = 0.1,
): readonly RisingCategory[] {
  return sums
    .flatMap(({ category, net, before, buyers }): readonly RisingCategory[] => {
      if (before <= 0 || buyers < FEWEST_BUYERS) return [];
      const growth = net / before - 1;
      return growth >= leastGrowth - ROUNDING ? [{ category, net, before, growth, buyers }] : [];
    })
    .sort((one, other) => other.growth - one.growth);
}
