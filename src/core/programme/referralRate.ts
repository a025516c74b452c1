import type { CustomerRow } from "../analysis/types";
import type { CustomerBook } from "../customers";
import { wilsonInterval, type Interval } from "../kpi/intervals";
import { normaliseId } from "../tables";

export interface ReferralRate {
  /** Customers with an order in the window. */
  readonly active: number;
  /** Those of them whom another customer names as the one who brought them, at any time. */
  readonly referrers: number;
  readonly rate: number | null;
  readonly interval: Interval | null;
}

/**
 * Share of active customers who have brought another (客户推荐率). Nobody refers himself, and a referrer who is no
 * active customer counts on neither side.
 *
 * @returns null where the customer sheet has no column for the referrer
 */
export function referralRate(rows: readonly CustomerRow[], customers: CustomerBook): ReferralRate | null {
  if (!customers.fields.has("referrerId")) return null;
  const named = new Set<string>();
  customers.records.forEach(({ referrerId }, index) => {
    const referrer = normaliseId(referrerId);
    if (referrer !== "" && referrer !== customers.keys[index]) named.add(referrer);
  });
  const buyers = rows.filter(({ orders }) => orders > 0);
  const referrers = buyers.filter(({ key }) => named.has(key)).length;
  return {
    active: buyers.length,
    referrers,
    rate: buyers.length > 0 ? referrers / buyers.length : null,
    interval: wilsonInterval(referrers, buyers.length),
  };
}
