import type { ChannelTable } from "../channels/types";
import { acquisitionWhatIf, tierWhatIf, type TierShift } from "../clv";
import type { DayNumber } from "../math/day";
import type { OrderBook } from "../orders/types";
import type { Settings } from "../settings";
import type { TierId } from "../tiers/types";
import type { Predictions } from "./predictions";
import type { CustomerRow, WhatIf } from "./types";

/** Other rules to set beside today's: the brief's cut made narrower and wider, and a heavier weight on each side. */
const TIER_CASES = [
  { id: "narrowTop", changed: ({ topShare }: Settings) => ({ topShare: topShare / 2 }) },
  {
    id: "wideTop",
    changed: ({ topShare, bottomShare }: Settings) => ({
      topShare: Math.min(topShare * 1.5, 1 - bottomShare),
    }),
  },
  {
    id: "moneyTwice",
    changed: ({ weights }: Settings) => ({ weights: { ...weights, m: 2 * Math.max(weights.m, 1) } }),
  },
  {
    id: "recencyTwice",
    changed: ({ weights }: Settings) => ({ weights: { ...weights, r: 2 * Math.max(weights.r, 1) } }),
  },
] as const;
export type TierCaseId = (typeof TIER_CASES)[number]["id"];

/** The brief's own goal: a new customer 30 % cheaper. */
export const CAC_CHANGE = -0.3;
/** Customers who move that are listed, by net spend. */
const MOST_MOVERS = 50;

/**
 * What would follow from a cheaper new customer, and from other rules for tiers, on the shop's own figures. What
 * retention would do is part of the predictions. Money in major units.
 */
export function whatIfCases(source: {
  readonly book: OrderBook;
  readonly rows: readonly CustomerRow[];
  readonly channels: ChannelTable | null;
  readonly predictions: Predictions | null;
  readonly settings: Settings;
  readonly asOf: DayNumber;
}): WhatIf {
  const { book, rows, channels, predictions, settings, asOf } = source;
  const value = predictions?.value ?? null;
  const scale = 10 ** book.decimals;
  const clv = value === null ? undefined : value.clv.map((amount) => amount * scale);
  const moves = new Map<number, Partial<Record<TierCaseId, TierId>>>();
  const tiers = TIER_CASES.map(({ id, changed }) => {
    const shift = tierWhatIf(book.summary, asOf, { today: settings, changed: changed(settings) }, clv);
    for (const { customer, to } of shift.moves) moves.set(customer, { ...moves.get(customer), [id]: to });
    return {
      id,
      moved: shift.moves.length,
      tiers: shift.tiers.map((tier): TierShift => ({
        ...tier,
        net: tier.net / scale,
        changedNet: tier.changedNet / scale,
        clv: tier.clv / scale,
        changedClv: tier.changedClv / scale,
      })),
    };
  });
  const moving = rows.filter(({ bookIndex }) => moves.has(bookIndex));
  const newValue = value === null || value.all.customers === 0 ? null : value.all.total / value.all.customers;
  const known = channels !== null && channels.blendedCac !== null;
  const today = known
    ? { spend: channels.spend, newCustomers: channels.costedNewCustomers, value: newValue }
    : null;
  return {
    acquisition:
      today === null ? null : { ...today, change: CAC_CHANGE, ...acquisitionWhatIf(today, CAC_CHANGE) },
    tierCases: tiers,
    moving: moving.length,
    movers: [...moving]
      .sort((one, other) => other.netSpend - one.netSpend)
      .slice(0, MOST_MOVERS)
      .map(({ id, record, tier, netSpend, bookIndex }) => ({
        customerId: id,
        name: record?.name ?? "",
        tier,
        netSpend,
        to: moves.get(bookIndex) ?? {},
      })),
  };
}
