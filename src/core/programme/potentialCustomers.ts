import type { CustomerRow } from "../analysis/types";

export type PotentialReason = "rising" | "valueAhead";

export interface PotentialCustomer {
  readonly row: CustomerRow;
  readonly reasons: readonly PotentialReason[];
  /** Predicted value of the next 12 months; null: not predicted. */
  readonly clv: number | null;
}

/**
 * Customers outside the top tier who are on their way there (潜力客户): scores of recency and frequency that rose
 * since the last snapshot, neither of them falling, or a predicted value that the potential grid calls high.
 *
 * @param earlier - r and f of the last snapshot by customer key; null: not in it
 * @param clvOf - predicted value by index into the book, and whether it is high
 * @returns by predicted value, then by composite
 */
export function potentialCustomers(
  rows: readonly CustomerRow[],
  earlier: (key: string) => { readonly r: number; readonly f: number } | null,
  clvOf: (bookIndex: number) => { readonly clv: number; readonly high: boolean } | null,
): readonly PotentialCustomer[] {
  return rows
    .flatMap((row): readonly PotentialCustomer[] => {
      if (row.tier !== "medium" && row.tier !== "basic") return [];
      const before = earlier(row.key);
      const value = row.bookIndex < 0 ? null : clvOf(row.bookIndex);
      const rising =
        before !== null && row.r >= before.r && row.f >= before.f && row.r + row.f > before.r + before.f;
      const reasons: readonly PotentialReason[] = [
        ...(rising ? (["rising"] as const) : []),
        ...(value?.high === true ? (["valueAhead"] as const) : []),
      ];
      return reasons.length === 0 ? [] : [{ row, reasons, clv: value?.clv ?? null }];
    })
    .sort(
      (one, other) =>
        (other.clv ?? -Infinity) - (one.clv ?? -Infinity) || (other.row.score ?? 0) - (one.row.score ?? 0),
    );
}
