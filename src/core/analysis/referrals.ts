import { isReferralSource } from "../channels";
import type { CustomerBook } from "../customers";
import type { DayNumber } from "../math/day";
import { MoneySum } from "./moneySum";
import type { CustomerRow } from "./types";

/** A share, and how much of the whole it speaks of. */
export interface ReferralShare {
  readonly referred: number;
  /** Of known source. */
  readonly known: number;
  /** known ÷ all; null with nothing at all. */
  readonly coverage: number | null;
}

/** Whether a customer came by recommendation; null: the sheet does not say where from. */
function cameByReferral({ record }: CustomerRow): boolean | null {
  if (record === null) return null;
  if (record.referrerId !== "") return true;
  return record.sourceChannel === "" ? null : isReferralSource(record.sourceChannel);
}

/**
 * Share of new customers, and of the net spend in the window, that recommendation by existing customers
 * brought: those with a referrer, or with a source named so. Customers of unknown source are in neither
 * part; the coverage says how many are known.
 *
 * @param newFrom - customers are new whose first order lies on this day or later
 * @returns null where the customer sheet has no column for referrer or source
 */
export function referralShares(
  rows: readonly CustomerRow[],
  customers: CustomerBook,
  newFrom: DayNumber,
  decimals: number,
): { readonly ofNew: ReferralShare; readonly ofRevenue: ReferralShare } | null {
  if (!customers.fields.has("referrerId") && !customers.fields.has("sourceChannel")) return null;
  // People count in whole ones, money in minor units.
  const sums = (places: number) => ({
    referred: new MoneySum(places),
    known: new MoneySum(places),
    all: new MoneySum(places),
  });
  const ofNew = sums(0);
  const ofRevenue = sums(decimals);
  const add = (share: ReturnType<typeof sums>, size: number, referred: boolean | null) => {
    share.all.add(size);
    if (referred === null) return;
    share.known.add(size);
    if (referred) share.referred.add(size);
  };
  for (const row of rows) {
    if (row.orders === 0) continue;
    const referred = cameByReferral(row);
    add(ofRevenue, row.netSpend, referred);
    if (row.firstDay !== null && row.firstDay >= newFrom) add(ofNew, 1, referred);
  }
  const share = ({ referred, known, all }: ReturnType<typeof sums>): ReferralShare => ({
    referred: referred.total,
    known: known.total,
    coverage: all.total > 0 ? known.total / all.total : null,
  });
  return { ofNew: share(ofNew), ofRevenue: share(ofRevenue) };
}
