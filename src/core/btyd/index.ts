export { conditionalExpectedSpend } from "./conditionalExpectedSpend";
export { expectedPurchases } from "./expectedPurchases";
export { fitGammaGamma } from "./fitGammaGamma";
export { fitModel } from "./fitModel";
export { histogramOf, type PurchaseColumns } from "./histogramOf";
export { logGradient } from "./logGradient";
export { probabilityAlive } from "./probabilityAlive";
export { probabilityOfPurchase } from "./probabilityOfPurchase";
export {
  BTYD_MODELS,
  type BetaGeometricParams,
  type Boundary,
  type BtydModel,
  type BtydParams,
  type CustomerHistogram,
  type Fit,
  type FitResult,
  type GammaGammaParams,
  type Histogram,
  type ParetoParams,
  type Period,
  type PooledSpendParams,
  type SpendFit,
  type SpendFitResult,
  type SpendParams,
} from "./types";
