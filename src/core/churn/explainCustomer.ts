import type { RfmTable } from "../rfm";
import type { TierId } from "../tiers";
import type { ChurnRisk, RiskMethod } from "./churnRisk";
import type { RiskBand } from "./riskBands";
import type { RiskReason } from "./riskReasons";

/** Codes and numbers behind the tier and the risk of one customer; what it says in words is for the surfaces. */
export interface CustomerExplanation {
  readonly tier: TierId;
  /** null outside the window, like all of this part. */
  readonly standing: {
    /** 1 is best. */
    readonly rank: number;
    /** Customers ranked. */
    readonly base: number;
    readonly code: string;
    readonly r: number;
    readonly f: number;
    readonly m: number;
    /** Weighted sum of the three. */
    readonly composite: number;
  } | null;
  /** null without a valid order. */
  readonly daysSinceLastOrder: number | null;
  /** In the window; minor units. */
  readonly orders: number;
  readonly netSpend: number;
  /** null without a valid order. */
  readonly churn: {
    readonly risk: number;
    readonly low: number;
    readonly high: number;
    readonly horizonDays: number;
    readonly band: RiskBand;
    /** Mean risk of all customers, to hold it against. */
    readonly meanRisk: number;
    /** Three at most, the weightiest first. */
    readonly reasons: readonly RiskReason[];
    /** null: not within three years. */
    readonly nextPurchaseDays: number | null;
    readonly source: RiskMethod["source"];
  } | null;
}

const MOST_REASONS = 3;

/** @param customer - index into the customers of the book that both tables were made from */
export function explainCustomer(customer: number, rfm: RfmTable, churn: ChurnRisk): CustomerExplanation {
  const days = rfm.daysSinceLastOrder[customer] ?? -1;
  const risk = churn.risk[customer] ?? Number.NaN;
  const next = churn.nextPurchaseDays[customer] ?? Number.NaN;
  return {
    tier: rfm.tiers[customer] ?? "",
    standing:
      rfm.inBase[customer] === 1
        ? {
            rank: rfm.rank[customer] ?? 0,
            base: rfm.baseCount,
            code: rfm.codes[customer] ?? "",
            r: rfm.r[customer] ?? 0,
            f: rfm.f[customer] ?? 0,
            m: rfm.m[customer] ?? 0,
            composite: rfm.composite[customer] ?? 0,
          }
        : null,
    daysSinceLastOrder: days < 0 ? null : days,
    orders: rfm.orders[customer] ?? 0,
    netSpend: rfm.netSpend[customer] ?? 0,
    churn: Number.isNaN(risk)
      ? null
      : {
          risk,
          low: churn.low[customer] ?? risk,
          high: churn.high[customer] ?? risk,
          horizonDays: churn.method.horizonDays,
          band: churn.bands[customer] ?? "",
          meanRisk: meanOf(churn.risk),
          reasons: churn.reasonsOf(customer).slice(0, MOST_REASONS),
          nextPurchaseDays: Number.isNaN(next) ? null : next,
          source: churn.method.source,
        },
  };
}

function meanOf(values: Float64Array): number {
  let sum = 0;
  let known = 0;
  for (const value of values) {
    if (Number.isNaN(value)) continue;
    sum += value;
    known++;
  }
  return known > 0 ? sum / known : 0;
}
