import { InvalidArgumentError } from "../errors";
import { NO_DAY, type DayNumber } from "../math/day";
import type { CustomerSummary, ScoringBook } from "../orders/types";
import { scoreRfm } from "../rfm";
import type { Settings } from "../settings";
import { TIER_IDS, type TierId } from "../tiers";

const YEAR_DAYS = 365;

/** One change of the yearly retention and what would follow, in minor units. */
export interface RetentionCase {
  /** Change in points: 0.05 is five percentage points. */
  readonly points: number;
  /** Retention after the change, kept within 0 and 1. */
  readonly retention: number;
  /** Margin per customer over their lifetime in the steady state. */
  readonly lifetimeMargin: number;
  /** Relative change of it; null where it was 0. */
  readonly lifetimeMarginChange: number | null;
  /** Change of next year's revenue from today's yearly buyers. */
  readonly revenueChange: number;
}

export type RetentionWhatIf =
  | {
      readonly status: "known";
      /** Buyers of the year before last, and how many of them bought again in the last year. */
      readonly buyersBefore: number;
      readonly kept: number;
      readonly retention: number;
      readonly buyers: number;
      /** Revenue and margin of the last year per buyer, minor units. */
      readonly revenuePerBuyer: number;
      readonly marginPerBuyer: number;
      /** What it is today, `points` 0. */
      readonly today: RetentionCase;
      readonly cases: readonly RetentionCase[];
    }
  /** The data does not reach back two years, or nobody bought in the first of them. */
  | { readonly status: "tooLittleData"; readonly days: number };

/**
 * What a retention some points higher or lower would be worth, on the shop's own figures.
 *
 * Retention r is the share of one year's buyers who buy in the next year; m the yearly margin per
 * buyer; d the yearly discount. In the steady state a customer is worth m·r/(1 + d − r). It answers
 * "what if", from two years of data; it promises nothing.
 *
 * @param options - margin: share of revenue, 1 by default; points: ±0.05 by default
 * @throws InvalidArgumentError "outOfRange" for a discount not above 0
 */
export function retentionWhatIf(
  book: Pick<ScoringBook, "asOf" | "customers" | "orders">,
  options: {
    readonly annualDiscount?: number;
    readonly margin?: number;
    readonly points?: readonly number[];
  } = {},
): RetentionWhatIf {
  const { annualDiscount = 0.1, margin = 1, points = [-0.05, 0.05] } = options;
  if (!(annualDiscount > 0 && annualDiscount < Infinity)) {
    throw new InvalidArgumentError("annualDiscount", "outOfRange", { value: annualDiscount });
  }
  const { orders, asOf } = book;
  const last = new Uint8Array(book.customers.length);
  const before = new Uint8Array(book.customers.length);
  let firstDay: DayNumber = NO_DAY;
  let revenue = 0;
  for (let order = 0; order < orders.count; order++) {
    const day = orders.day[order] ?? NO_DAY;
    if (day > asOf) continue;
    if (firstDay === NO_DAY || day < firstDay) firstDay = day;
    const customer = orders.customer[order] ?? 0;
    if (day > asOf - YEAR_DAYS) {
      last[customer] = 1;
      revenue += orders.net[order] ?? 0;
    } else if (day > asOf - 2 * YEAR_DAYS) before[customer] = 1;
  }
  const days = firstDay === NO_DAY ? 0 : asOf - firstDay + 1;
  const buyersBefore = before.reduce((sum, value) => sum + value, 0);
  const buyers = last.reduce((sum, value) => sum + value, 0);
  if (days < 2 * YEAR_DAYS || buyersBefore === 0 || buyers === 0) return { status: "tooLittleData", days };
  const kept = before.reduce((sum, value, customer) => sum + value * (last[customer] ?? 0), 0);
  const retention = kept / buyersBefore;
  const revenuePerBuyer = revenue / buyers;
  const marginPerBuyer = revenuePerBuyer * margin;
  const worth = (r: number) => (marginPerBuyer * r) / (1 + annualDiscount - r);
  const caseOf = (change: number): RetentionCase => {
    const r = Math.min(1, Math.max(0, retention + change));
    const today = worth(retention);
    return {
      points: change,
      retention: r,
      lifetimeMargin: worth(r),
      lifetimeMarginChange: today > 0 ? worth(r) / today - 1 : null,
      revenueChange: (r - retention) * buyers * revenuePerBuyer,
    };
  };
  return {
    status: "known",
    buyersBefore,
    kept,
    retention,
    buyers,
    revenuePerBuyer,
    marginPerBuyer,
    today: caseOf(0),
    cases: points.map(caseOf),
  };
}

/** Winning customers at another price. */
export interface AcquisitionWhatIf {
  /** Spend per new customer, today and changed; null without new customers. */
  readonly cac: number | null;
  readonly changedCac: number | null;
  /** Value of a customer ÷ CAC; null where either is missing or the CAC is 0. */
  readonly ratio: number | null;
  readonly changedRatio: number | null;
  /** New customers the same spend would buy. */
  readonly changedNewCustomers: number | null;
  /** What they would be worth over today's: (new − today's) × value; null as above. */
  readonly valueChange: number | null;
}

/**
 * @param change - relative: −0.3 makes a new customer 30 % cheaper; above −1
 * @param value - of one new customer, in the money of the spend; null: unknown
 * @throws InvalidArgumentError "outOfRange" for a change of −1 or less
 */
export function acquisitionWhatIf(
  today: { readonly spend: number; readonly newCustomers: number; readonly value: number | null },
  change: number,
): AcquisitionWhatIf {
  if (!(change > -1 && change < Infinity))
    throw new InvalidArgumentError("change", "outOfRange", { value: change });
  const { spend, newCustomers, value } = today;
  const cac = newCustomers > 0 ? spend / newCustomers : null;
  const changedCac = cac === null ? null : cac * (1 + change);
  const ratioTo = (cost: number | null) =>
    cost === null || cost === 0 || value === null ? null : value / cost;
  const changedNewCustomers = cac === null ? null : newCustomers / (1 + change);
  return {
    cac,
    changedCac,
    ratio: ratioTo(cac),
    changedRatio: ratioTo(changedCac),
    changedNewCustomers,
    valueChange:
      changedNewCustomers === null || value === null ? null : (changedNewCustomers - newCustomers) * value,
  };
}

/** A customer whose tier another rule changes. */
export interface TierMove {
  /** Index into the customers of the summary. */
  readonly customer: number;
  readonly from: TierId;
  readonly to: TierId;
}

export interface TierShift {
  readonly tier: Exclude<TierId, "">;
  readonly customers: number;
  readonly changedCustomers: number;
  /** Net spend in the window, minor units. */
  readonly net: number;
  readonly changedNet: number;
  /** Sum of the customers' CLV; 0 where none was given. */
  readonly clv: number;
  readonly changedClv: number;
}

export interface TierWhatIf {
  readonly moves: readonly TierMove[];
  readonly tiers: readonly TierShift[];
}

type TierSettings = Parameters<typeof scoreRfm>[2];

/**
 * Who changes tier under other shares, weights or cut points, and how customers, spend and CLV are
 * then spread over the tiers. Nothing is bought or lost by it: totals stay.
 *
 * @param clv - by customer; NaN counts as 0
 */
export function tierWhatIf(
  summary: CustomerSummary,
  asOf: DayNumber,
  rule: {
    readonly today: TierSettings;
    readonly changed: Partial<
      Pick<Settings, "topShare" | "bottomShare" | "weights" | "cuts" | "bins" | "ties">
    >;
  },
  clv: Float64Array = new Float64Array(0),
): TierWhatIf {
  const before = scoreRfm(summary, asOf, rule.today);
  const after = scoreRfm(summary, asOf, { ...rule.today, ...rule.changed });
  const moves: TierMove[] = [];
  before.tiers.forEach((from, customer) => {
    const to = after.tiers[customer] ?? "";
    if (from !== to) moves.push({ customer, from, to });
  });
  const spread = (tiers: readonly TierId[], tier: TierId, value: (customer: number) => number) =>
    tiers.reduce((sum, of, customer) => (of === tier ? sum + value(customer) : sum), 0);
  const net = (customer: number) => before.netSpend[customer] ?? 0;
  const worth = (customer: number) => clv[customer] || 0;
  return {
    moves,
    tiers: TIER_IDS.map((tier) => ({
      tier,
      customers: spread(before.tiers, tier, () => 1),
      changedCustomers: spread(after.tiers, tier, () => 1),
      net: spread(before.tiers, tier, net),
      changedNet: spread(after.tiers, tier, net),
      clv: spread(before.tiers, tier, worth),
      changedClv: spread(after.tiers, tier, worth),
    })),
  };
}
