import { MoneySum } from "../analysis/moneySum";
import type { CustomerRow } from "../analysis/types";

export type MixGroup = "new" | "existing" | "unknown";

export interface MixLine {
  readonly group: MixGroup;
  readonly customers: number;
  readonly net: number;
  readonly netShare: number | null;
  readonly orders: number;
  /** Mean satisfaction index, 0 to 100; null where nobody answered. */
  readonly satisfaction: number | null;
  readonly answers: number;
}

/**
 * New customers beside those the shop had (不仅关注新客户获取，还要重视现有客户): buyers of the window, their spend and their
 * satisfaction. New: the first order lies in the window, on a day from which the data shows that it was the first;
 * unknown: in the window, but too near to where the data begins.
 */
export function customerMix(
  rows: readonly CustomerRow[],
  bounds: { readonly windowStart: number; readonly newFrom: number; readonly decimals: number },
): readonly MixLine[] {
  const { windowStart, newFrom, decimals } = bounds;
  const groupOf = ({ firstDay }: CustomerRow): MixGroup => {
    if (firstDay === null || firstDay < windowStart) return "existing";
    return firstDay >= newFrom ? "new" : "unknown";
  };
  const buyers = rows.filter(({ orders }) => orders > 0);
  const all = new MoneySum(decimals);
  for (const { netSpend } of buyers) all.add(netSpend);
  return (["new", "existing", "unknown"] as const).flatMap((group): readonly MixLine[] => {
    const own = buyers.filter((row) => groupOf(row) === group);
    if (own.length === 0 && group === "unknown") return [];
    const net = new MoneySum(decimals);
    for (const { netSpend } of own) net.add(netSpend);
    const answers = own.flatMap(({ satisfaction }) => (satisfaction === null ? [] : [satisfaction]));
    return [
      {
        group,
        customers: own.length,
        net: net.total,
        netShare: all.total > 0 ? net.total / all.total : null,
        orders: own.reduce((sum, { orders }) => sum + orders, 0),
        satisfaction:
          answers.length === 0 ? null : answers.reduce((sum, value) => sum + value, 0) / answers.length,
        answers: answers.length,
      },
    ];
  });
}
