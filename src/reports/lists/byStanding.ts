import type { CustomerRow } from "../../core/analysis";

/** Best rank first, then outside the window by the last order, then those without one. */
export function byStanding(a: CustomerRow, b: CustomerRow): number {
  if (a.rank !== null && b.rank !== null) return a.rank - b.rank;
  if (a.rank !== null || b.rank !== null) return a.rank !== null ? -1 : 1;
  return (b.lastDay ?? -Infinity) === (a.lastDay ?? -Infinity)
    ? 0
    : (b.lastDay ?? -1e9) - (a.lastDay ?? -1e9);
}
