export {
  backtest,
  backtestInSteps,
  sourceByVerdict,
  type Backtest,
  type BacktestCut,
  type BacktestMethod,
  type MethodMeasures,
} from "./backtest";
export { checkedRisk, checkedRiskInSteps } from "./checkedRisk";
export { churnRisk, churnRiskInSteps, type ChurnInput, type ChurnRisk, type RiskMethod } from "./churnRisk";
export { explainCustomer } from "./explainCustomer";
export { knownSignals } from "./knownSignals";
export { RISK_SOURCES, type RiskSource } from "./predictRisk";
export { DEFAULT_BANDS, type BandRule, type RiskBand } from "./riskBands";
export { riskJumps } from "./riskJumps";
export type { RiskReason } from "./riskReasons";
export type { CustomerSignals, DatedEvents } from "./signals";
