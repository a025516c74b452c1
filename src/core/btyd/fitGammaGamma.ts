import type { SpendFitResult } from "./types";

export function fitGammaGamma(_spend: {
  readonly repeatOrders: ArrayLike<number>;
  readonly meanRepeatSpend: ArrayLike<number>;
  readonly customers?: ArrayLike<number>;
}): SpendFitResult {
  return { status: "refused", reason: "notConverged", iterations: 0, leftOut: 0 };
}
