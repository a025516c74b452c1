import { describeReasons, type CodedReason, type FigureWords } from "./describeReasons";
import type { common } from "./en/common";
import type { prediction } from "./en/prediction";
import type { signalReasons } from "./en/signalReasons";

type Say = (
  key: keyof typeof prediction | keyof typeof common | keyof typeof signalReasons,
  holes?: Readonly<Record<string, string | number>>,
) => string;

/** What is behind the tier and the risk of a customer, as core codes it; money in minor units. */
interface CodedExplanation {
  readonly tier: "high" | "medium" | "basic" | "outsideWindow" | "noOrder" | "";
  readonly standing: { readonly rank: number; readonly base: number; readonly code: string } | null;
  readonly daysSinceLastOrder: number | null;
  readonly orders: number;
  readonly netSpend: number;
  readonly churn: {
    readonly risk: number;
    readonly low: number;
    readonly high: number;
    readonly horizonDays: number;
    readonly meanRisk: number;
    readonly reasons: readonly CodedReason[];
    readonly nextPurchaseDays: number | null;
    readonly source: "learner" | "recency" | "model" | "rates";
  } | null;
}

/** The customer's name as a reader knows it, and what figures are counted in. */
interface Subject {
  readonly customer: string;
  readonly windowDays: number;
  readonly minorUnits: number;
}

/** One sentence with the numbers behind tier and risk. */
export function describeExplanation(
  say: Say,
  figures: FigureWords,
  { customer, windowDays, minorUnits }: Subject,
  explanation: CodedExplanation,
): string {
  const { tier, standing, churn, daysSinceLastOrder } = explanation;
  const whole = (value: number) => figures.decimal(value, 0);
  const holes = {
    customer,
    tier: tier === "" ? "" : say(`tier.${tier}`),
    rank: whole(standing?.rank ?? 0),
    base: whole(standing?.base ?? 0),
    code: standing?.code ?? "",
    orders: whole(explanation.orders),
    netSpend: figures.money(explanation.netSpend / minorUnits),
    windowDays: whole(windowDays),
    days: whole(daysSinceLastOrder ?? 0),
  };
  if (churn === null) return say("explain.noOrder", { customer });
  const first = say(
    standing === null ? "explain.outside" : tier === "" ? "explain.ranked" : "explain.standing",
    holes,
  );
  const reasons = describeReasons(say, figures, churn.reasons, minorUnits);
  const second = say("explain.risk", {
    horizonDays: whole(churn.horizonDays),
    risk: figures.percent(churn.risk),
    low: figures.percent(churn.low),
    high: figures.percent(churn.high),
    meanRisk: figures.percent(churn.meanRisk),
    reasons:
      churn.source === "learner"
        ? reasons
        : say("reason.withSource", { reason: reasons, source: say(`riskSource.${churn.source}`) }),
  });
  const next = churn.nextPurchaseDays;
  const parts = [first, second];
  // A purchase "in 0 days" would be today's: the next one is tomorrow at the earliest.
  if (next !== null) parts.push(say("explain.next", { nextDays: whole(Math.max(1, Math.round(next))) }));
  return say("explain.sentence", { parts: figures.clauses(parts) });
}
