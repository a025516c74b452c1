import { MoneySum } from "../analysis/moneySum";
import type { CustomerRow } from "../analysis/types";

/** A customer whose points do not follow from the net spend. */
export interface PointsGap {
  readonly row: CustomerRow;
  readonly earned: number;
  /** ⌊net spend ever × rate⌋, never below 0: what refunds took back is not earned. */
  readonly due: number;
}

export interface PointsLedger {
  /** Customers of whom any figure is known. */
  readonly customers: number;
  /** Sums over those who state them; null: nobody does. */
  readonly balance: number | null;
  readonly earned: number | null;
  readonly redeemed: number | null;
  /** redeemed ÷ earned, over customers who state both; null with nothing earned. */
  readonly redemption: { readonly redeemed: number; readonly earned: number; readonly rate: number | null };
  /** What the balance is worth, in base currency; null: no value of a point is set. */
  readonly liability: number | null;
  /** Points for a unit of net spend, as set; null: not set, and nothing to check against. */
  readonly perUnit: number | null;
  /** More earned than the net spend gives: refunds that were not taken back, or gifts. Largest excess first. */
  readonly excess: readonly PointsGap[];
}

const POINTS_DECIMALS = 2;

/**
 * The points account (积分): what is out, what was used, and what is owed for it.
 *
 * Points follow net spend, so a refund takes its points back: where a rate is set, earned points beyond it are
 * listed. Points that expired are in no column of ours: the balance is taken as the sheet states it.
 *
 * @returns null where no customer has a figure of points
 */
export function pointsLedger(
  rows: readonly CustomerRow[],
  rules: { readonly perUnit: number | null; readonly value: number | null },
): PointsLedger | null {
  const sums = { balance: total(), earned: total(), redeemed: total() };
  const both = { redeemed: total(), earned: total() };
  const excess: PointsGap[] = [];
  let customers = 0;
  for (const row of rows) {
    const balance = points(row.record?.pointsBalance);
    const earned = points(row.record?.pointsEarned);
    const redeemed = points(row.record?.pointsRedeemed);
    if (balance === null && earned === null && redeemed === null) continue;
    customers++;
    sums.balance.add(balance);
    sums.earned.add(earned);
    sums.redeemed.add(redeemed);
    if (earned !== null && redeemed !== null) {
      both.earned.add(earned);
      both.redeemed.add(redeemed);
    }
    if (earned === null || rules.perUnit === null) continue;
    // A product like 0.1 x 30 must not lose a point to rounding.
    const due = Math.max(0, Math.floor(row.totalNet * rules.perUnit + 1e-9));
    if (earned > due) excess.push({ row, earned, due });
  }
  if (customers === 0) return null;
  const balance = sums.balance.sum();
  const usedOf = both.earned.sum() ?? 0;
  const used = both.redeemed.sum() ?? 0;
  return {
    customers,
    balance,
    earned: sums.earned.sum(),
    redeemed: sums.redeemed.sum(),
    redemption: { redeemed: used, earned: usedOf, rate: usedOf > 0 ? used / usedOf : null },
    liability: balance === null || rules.value === null ? null : balance * rules.value,
    perUnit: rules.perUnit,
    excess: excess.sort((one, other) => other.earned - other.due - (one.earned - one.due)),
  };
}

function points(text: string | undefined): number | null {
  return text === undefined || text === "" ? null : Number(text);
}

/** A sum that is null until something is known. */
function total(): { readonly add: (value: number | null) => void; readonly sum: () => number | null } {
  const sum = new MoneySum(POINTS_DECIMALS);
  let known = false;
  return {
    add: (value) => {
      if (value === null) return;
      known = true;
      sum.add(value);
    },
    sum: () => (known ? sum.total : null),
  };
}
