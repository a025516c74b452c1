import { median } from "../math/median";
import type { FactorId } from "./churnFactors";
import type { RiskPrediction } from "./predictRisk";
import { SIGNAL_IDS, type KnownSignals, type SignalId } from "./signals";

/**
 * What moves a customer's risk away from that of an average customer of the same day.
 * - silence: days since the last order, against the customer's own interval where there is one
 * - frequency: how often they bought, lately and ever
 * - tenure, spend, spendTrend, complaints, satisfaction, refunds, discounts, touches
 */
export const REASON_CODES = ["silence", "frequency", "tenure", "spend", "spendTrend", ...SIGNAL_IDS] as const;
export type ReasonCode = (typeof REASON_CODES)[number];

export interface RiskReason {
  readonly code: ReasonCode;
  /** Log-odds it adds to the risk; below 0: it lowers it. */
  readonly contribution: number;
  /** The numbers behind it; which ones, see `REASON_NUMBERS`. Money in minor units. */
  readonly numbers: Readonly<Record<string, number>>;
}

/**
 * Names of the numbers of each reason. Those that a customer lacks are left out: `intervalDays` with
 * one purchase day. `typical…` is the middle customer of the same day.
 */
export const REASON_NUMBERS: Readonly<Record<ReasonCode, readonly string[]>> = {
  silence: ["silentDays", "intervalDays", "typicalSilentDays"],
  frequency: ["purchases", "recentPurchases", "recentDays", "typicalPurchases"],
  tenure: ["tenureDays", "typicalTenureDays"],
  spend: ["meanSpend", "typicalMeanSpend"],
  spendTrend: ["ratio"],
  complaints: ["count", "days"],
  satisfaction: ["answer"],
  refunds: ["share"],
  discounts: ["share"],
  touches: ["answered", "delivered"],
};

/**
 * Factors that speak of one thing are one reason: their weights only mean something together, since
 * each takes back what its neighbour says twice. What other sheets know speaks for itself.
 */
const REASON_OF: Readonly<
  Record<Exclude<FactorId, SignalId>, ReasonCode> & Partial<Record<SignalId, never>>
> = {
  silence: "silence",
  interval: "silence",
  recentOrders: "frequency",
  frequency: "frequency",
  oneTime: "frequency",
  tenure: "tenure",
  spend: "spend",
  spendTrend: "spendTrend",
};

/** Log-odds below which a reason is not worth a word. */
const SMALLEST = 0.05;

/**
 * Reasons of customers of a prediction, by row: what adds to the risk of a customer above the average
 * first, what lowers it first for one below; the strongest first within each.
 */
export function reasonsOfRows(
  prediction: RiskPrediction,
  signals: KnownSignals | null,
): (row: number) => readonly RiskReason[] {
  const { at, rows, weights, plan } = prediction;
  const typical = {
    silence: median(Float64Array.from(at.lastDay, (last) => at.day - last)) ?? 0,
    tenure: median(Float64Array.from(at.firstDay, (first) => at.day - first)) ?? 0,
    purchases: median(at.purchases) ?? 0,
    spend: median(Float64Array.from(at.spend, (spend, row) => spend / (at.purchases[row] ?? 1))) ?? 0,
  };
  const signalNumbers = signals?.numbersAt(at);
  /** null: who was never asked, never complained, never written to has no number to show for it. */
  const numbersOf = (code: ReasonCode, row: number): Readonly<Record<string, number>> | null => {
    const purchases = at.purchases[row] ?? 1;
    const first = at.firstDay[row] ?? 0;
    const last = at.lastDay[row] ?? 0;
    switch (code) {
      case "silence":
        return {
          silentDays: at.day - last,
          ...(purchases > 1 ? { intervalDays: (last - first) / (purchases - 1) } : {}),
          typicalSilentDays: typical.silence,
        };
      case "frequency":
        return {
          purchases,
          recentPurchases: at.recentPurchases[row] ?? 0,
          recentDays: plan.horizonDays,
          typicalPurchases: typical.purchases,
        };
      case "tenure":
        return { tenureDays: at.day - first, typicalTenureDays: typical.tenure };
      case "spend":
        return { meanSpend: (at.spend[row] ?? 0) / purchases, typicalMeanSpend: typical.spend };
      case "spendTrend":
        return purchases > 1 ? { ratio: Math.exp(at.spendTrend[row] ?? 0) } : null;
      default:
        return signalNumbers?.(code, row) ?? null;
    }
  };
  return (row) => {
    const contributions = new Map<ReasonCode, number>();
    let above = 0;
    rows.factors.ids.forEach((id, index) => {
      const share = (weights[index] ?? 0) * (rows.factors.columns[index]?.[row] ?? 0);
      const code = REASON_OF[id] ?? (id as SignalId);
      contributions.set(code, (contributions.get(code) ?? 0) + share);
      above += share;
    });
    const direction = above < 0 ? -1 : 1;
    return [...contributions]
      .filter(([, value]) => Math.abs(value) >= SMALLEST)
      .sort(([, one], [, other]) => direction * (other - one))
      .flatMap(([code, contribution]) => {
        const numbers = numbersOf(code, row);
        return numbers === null ? [] : [{ code, contribution, numbers }];
      });
  };
}
