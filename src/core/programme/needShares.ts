import type { CustomerRow } from "../analysis/types";
import { TIER_IDS, type TierId } from "../tiers/types";

export interface Need {
  readonly need: string;
  readonly customers: number;
  /** Of the customers of the tier whose needs are known. */
  readonly share: number;
}

export interface TierNeeds {
  readonly tier: Exclude<TierId, "">;
  /** Customers whose needs are known. */
  readonly known: number;
  /** Shared by at least the share of the tier asked for (共性需求). */
  readonly common: readonly Need[];
  /** The others (个性化需求). */
  readonly rare: readonly Need[];
}

const BETWEEN_NEEDS = /[、,，;；/|\n]+/;

/**
 * Needs that a tier shares, and those of single customers (共性需求和个性化需求). A cell may name several. Exactly the
 * share asked for is shared; with fewer than five known nothing is called shared.
 */
export function needShares(rows: readonly CustomerRow[], commonShare = 0.2): readonly TierNeeds[] {
  return TIER_IDS.flatMap((tier): readonly TierNeeds[] => {
    const counts = new Map<string, number>();
    let known = 0;
    for (const row of rows) {
      if (row.tier !== tier) continue;
      const needs = new Set(
        (row.record?.need ?? "")
          .split(BETWEEN_NEEDS)
          .map((need) => need.trim())
          .filter((need) => need !== ""),
      );
      if (needs.size > 0) known++;
      for (const need of needs) counts.set(need, (counts.get(need) ?? 0) + 1);
    }
    if (known === 0) return [];
    const needs = [...counts]
      .map(([need, customers]): Need => ({ need, customers, share: customers / known }))
      .sort((one, other) => other.customers - one.customers || (one.need < other.need ? -1 : 1));
    const isCommon = ({ share }: Need) => known >= FEWEST && share >= commonShare;
    return [{ tier, known, common: needs.filter(isCommon), rare: needs.filter((need) => !isCommon(need)) }];
  });
}

const FEWEST = 5;
