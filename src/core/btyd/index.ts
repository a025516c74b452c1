export { conditionalExpectedSpend } from "./conditionalExpectedSpend";
export { expectedPurchases } from "./expectedPurchases";
export { fitGammaGamma, fitGammaGammaInSteps } from "./fitGammaGamma";
export { fitModel, fitModelInSteps } from "./fitModel";
export { histogramOf, PERIOD_DAYS, type PurchaseColumns } from "./histogramOf";
export { logGradient } from "./logGradient";
export { probabilityAlive } from "./probabilityAlive";
export { probabilityOfPurchase } from "./probabilityOfPurchase";
export {
  BTYD_MODELS,
  type BtydModel,
  type BtydParams,
  type CustomerHistogram,
  type Fit,
  type FitResult,
  type Histogram,
  type Period,
  type SpendFit,
  type SpendParams,
} from "./types";
