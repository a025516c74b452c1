export {
  BACKTEST_METHODS,
  backtest,
  sourceByVerdict,
  type Backtest,
  type BacktestCut,
  type BacktestMethod,
  type BacktestOptions,
  type BacktestVerdict,
  type BandOutcome,
  type MethodMeasures,
} from "./backtest";
export { churnRisk, type ChurnInput, type ChurnOptions, type ChurnRisk, type RiskMethod } from "./churnRisk";
export { explainCustomer, type CustomerExplanation } from "./explainCustomer";
export { RISK_SOURCES, type RiskSource } from "./predictRisk";
export { DEFAULT_BANDS, RISK_BANDS, type BandRule, type RiskBand } from "./riskBands";
export { riskJumps, type RiskJump } from "./riskJumps";
export { REASON_CODES, REASON_NUMBERS, type ReasonCode, type RiskReason } from "./riskReasons";
export type { CalibrationRow } from "./scoreMeasures";
export { SIGNAL_IDS, type CustomerSignals, type DatedEvents, type SignalId } from "./signals";
