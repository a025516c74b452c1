export {
  customerValue,
  customerValueOf,
  DAYS_PER_MONTH,
  type CustomerValue,
  type ValueOptions,
} from "./customerValue";
export {
  forecast,
  forecastOf,
  NOT_COVERED,
  type Forecast,
  type ForecastGroups,
  type ForecastOptions,
  type ForecastRow,
  type NotCovered,
} from "./forecast";
export { valueModel, type SpendSource, type ValueBook, type ValueModel } from "./valueModel";
export { QUADRANT_IDS, valueQuadrants, type QuadrantId, type ValueQuadrants } from "./valueQuadrants";
export {
  acquisitionWhatIf,
  retentionWhatIf,
  tierWhatIf,
  type AcquisitionWhatIf,
  type RetentionCase,
  type RetentionWhatIf,
  type TierMove,
  type TierShift,
  type TierWhatIf,
} from "./whatIf";
