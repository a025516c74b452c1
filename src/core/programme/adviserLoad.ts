import type { CustomerRow } from "../analysis/types";

export interface AdviserLoad {
  readonly owner: string;
  readonly customers: number;
  readonly highValue: number;
  readonly netSpend: number;
  /** More high-value customers than one person can look after. */
  readonly overCap: boolean;
}

export interface AdviserSummary {
  readonly cap: number;
  /** Most high-value customers first. */
  readonly owners: readonly AdviserLoad[];
  /** High-value customers nobody is named for, by net spend. */
  readonly highValueWithout: readonly CustomerRow[];
  /** Companies nobody is named for, by net spend. */
  readonly companiesWithout: readonly CustomerRow[];
  /** Owners who have left and are still named, with the customers they leave behind. */
  readonly former: readonly { readonly owner: string; readonly customers: number }[];
}

/**
 * Who looks after whom: a one-to-one adviser for every high-value customer (为高价值客户配备1对1专属顾问), and a
 * person for every company (B端配备专属销售对接).
 *
 * @param cap - high-value customers one person can look after; as many as the cap is not too many
 * @param left - owners who have left: their customers count as nobody's
 */
export function adviserLoad(
  rows: readonly CustomerRow[],
  cap = 50,
  left: ReadonlySet<string> = new Set(),
): AdviserSummary {
  const orphaned = new Map<string, number>();
  const isOwned = (owner: string) => owner !== "" && !left.has(owner);
  const owners = new Map<string, { customers: number; highValue: number; netSpend: number }>();
  for (const { record, tier, netSpend } of rows) {
    const owner = record?.owner ?? "";
    if (left.has(owner)) orphaned.set(owner, (orphaned.get(owner) ?? 0) + 1);
    if (!isOwned(owner)) continue;
    const load = owners.get(owner) ?? { customers: 0, highValue: 0, netSpend: 0 };
    owners.set(owner, {
      customers: load.customers + 1,
      highValue: load.highValue + (tier === "high" ? 1 : 0),
      netSpend: load.netSpend + netSpend,
    });
  }
  const without = rows
    .filter(({ record }) => !isOwned(record?.owner ?? ""))
    .sort((one, other) => other.netSpend - one.netSpend);
  return {
    cap,
    owners: [...owners]
      .map(([owner, load]): AdviserLoad => ({ owner, ...load, overCap: load.highValue > cap }))
      .sort(
        (one, other) =>
          other.highValue - one.highValue ||
          other.customers - one.customers ||
          (one.owner < other.owner ? -1 : 1),
      ),
    highValueWithout: without.filter(({ tier }) => tier === "high"),
    companiesWithout: without.filter((row) => isCompany(row)),
    former: [...orphaned].map(([owner, customers]) => ({ owner, customers })),
  };
}

/** B端, however it is written. */
export function isCompany({ record }: CustomerRow): boolean {
  return /^[bＢ]/i.test(record?.side ?? "");
}
