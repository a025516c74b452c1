import { MoneySum } from "../analysis/moneySum";
import type { CustomerRow } from "../analysis/types";
import { recordDay } from "../customers/recordDay";
import type { DayNumber } from "../math/day";

/** A customer whose points do not follow from the net spend. */
export interface PointsGap {
  readonly row: CustomerRow;
  readonly earned: number;
  /** ⌊net spend ever × rate⌋, never below 0: what refunds took back is not earned. */
  readonly due: number;
}

/** Points of a customer that are about to expire, or should be gone. */
export interface ExpiringPoints {
  readonly row: CustomerRow;
  readonly points: number;
  readonly expireOn: DayNumber;
  /** past: the day is over, and the sheet still counts them. */
  readonly state: "soon" | "past";
}

export interface PointsLedger {
  /** Customers of whom any figure is known. */
  readonly customers: number;
  /** Sums over those who state them; null: nobody does. */
  readonly balance: number | null;
  readonly earned: number | null;
  readonly redeemed: number | null;
  readonly expired: number | null;
  /** redeemed ÷ earned, over customers who state both; null with nothing earned. */
  readonly redemption: { readonly redeemed: number; readonly earned: number; readonly rate: number | null };
  /** What the balance is worth, in base currency; null: no value of a point is set. */
  readonly liability: number | null;
  /** What a point is worth, and points for a unit of net spend, as set; null: not set. */
  readonly pointValue: number | null;
  readonly perUnit: number | null;
  /** More earned than the net spend gives: refunds that were not taken back, or gifts. Largest excess first. */
  readonly excess: readonly PointsGap[];
  /**
   * Points that are over already or expire within the notice, the earliest day first and most points first within
   * it; null: no sheet says when points expire.
   */
  readonly expiring: readonly ExpiringPoints[] | null;
}

export interface PointsRules {
  readonly perUnit: number | null;
  readonly value: number | null;
  /** Days ahead in which points that expire are listed; the last one counts. */
  readonly noticeDays: number;
}

const POINTS_DECIMALS = 2;

/**
 * The points account (积分): what is out, what was used, what expires, and what is owed for it.
 *
 * Points follow net spend, so a refund takes its points back: where a rate is set, earned points beyond it are
 * listed. The balance is taken as the sheet states it; points expire at the end of their last day, so that points of
 * the as-of date itself can still be used.
 *
 * @returns null where no customer has a figure of points
 */
export function pointsLedger(
  rows: readonly CustomerRow[],
  rules: PointsRules,
  asOf: DayNumber,
): PointsLedger | null {
  const sums = { balance: total(), earned: total(), redeemed: total(), expired: total() };
  const both = { redeemed: total(), earned: total() };
  const excess: PointsGap[] = [];
  const expiring: ExpiringPoints[] = [];
  let isExpiryKnown = false;
  let customers = 0;
  for (const row of rows) {
    const balance = points(row.record?.pointsBalance);
    const earned = points(row.record?.pointsEarned);
    const redeemed = points(row.record?.pointsRedeemed);
    const expired = points(row.record?.pointsExpired);
    const expireOn = recordDay(row.record?.pointsExpireOn ?? "");
    // A sheet with one kind of points, and a day for them, means the whole balance.
    const atStake = points(row.record?.pointsExpiring) ?? balance;
    if (balance === null && earned === null && redeemed === null && expired === null) continue;
    customers++;
    sums.balance.add(balance);
    sums.earned.add(earned);
    sums.redeemed.add(redeemed);
    sums.expired.add(expired);
    if (earned !== null && redeemed !== null) {
      both.earned.add(earned);
      both.redeemed.add(redeemed);
    }
    if (expireOn !== null) {
      isExpiryKnown = true;
      if (atStake !== null && atStake > 0 && expireOn <= asOf + rules.noticeDays)
        expiring.push({ row, points: atStake, expireOn, state: expireOn < asOf ? "past" : "soon" });
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
    expired: sums.expired.sum(),
    redemption: { redeemed: used, earned: usedOf, rate: usedOf > 0 ? used / usedOf : null },
    liability: balance === null || rules.value === null ? null : balance * rules.value,
    pointValue: rules.value,
    perUnit: rules.perUnit,
    excess: excess.sort((one, other) => other.earned - other.due - (one.earned - one.due)),
    expiring: isExpiryKnown
      ? expiring.sort((one, other) => one.expireOn - other.expireOn || other.points - one.points)
      : null,
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
