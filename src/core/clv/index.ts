export { customerValue, customerValueOf, type CustomerValue } from "./customerValue";
export { forecast, forecastOf, type Forecast, type ForecastRow, type NotCovered } from "./forecast";
export { valueModel, valueModelInSteps, type SpendSource, type ValueModel } from "./valueModel";
export { QUADRANT_IDS, valueQuadrants, type ValueQuadrants } from "./valueQuadrants";
export {
  acquisitionWhatIf,
  retentionWhatIf,
  tierWhatIf,
  type AcquisitionWhatIf,
  type RetentionCase,
  type RetentionWhatIf,
  type TierShift,
} from "./whatIf";
