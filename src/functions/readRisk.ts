import {
  checkedRiskInSteps,
  churnRiskInSteps,
  DEFAULT_BANDS,
  type BandRule,
  type ChurnRisk,
  type RiskSource,
} from "../core/churn";
import type { Steps } from "../core/math/steps";
import type { KeyedBook } from "./readBook";
import { StepMemo } from "./stepMemo";

const RISKS = new StepMemo<ChurnRisk>(6);

export interface RiskAsked {
  readonly horizonDays: number;
  readonly source: RiskSource | "auto";
  readonly bands: BandRule;
}

/** What CHURNRISK answers when it is left to itself. */
export const DEFAULT_RISK: RiskAsked = { horizonDays: 90, source: "auto", bands: DEFAULT_BANDS };

/**
 * The risks of a book, predicted once for all functions over the same cells.
 *
 * Earlier days are cut out of the book's own orders: without order numbers nothing later can undo them.
 */
export function readRisk({ book, key }: KeyedBook, asked: RiskAsked): Steps<ChurnRisk> {
  const { horizonDays, source, bands } = asked;
  return RISKS.get(JSON.stringify([key, horizonDays, source, bands]), function* () {
    if (source !== "auto") return yield* churnRiskInSteps({ book }, { horizonDays, source, bands });
    const { risk } = yield* checkedRiskInSteps({ book }, { horizonDays, bands });
    return risk;
  });
}
