import { expectedPurchases, type BtydModel } from "../btyd";
import { bestModel, overCustomers, type RiskPrediction } from "./predictRisk";

/**
 * The model to count on for numbers of purchases: the one whose expectations came closest, in mean
 * distance, to what customers did after the earlier days; without such days the one with the smallest
 * AIC. null where no model could be fitted.
 */
export function countModel(prediction: Pick<RiskPrediction, "models" | "past" | "plan">): BtydModel | null {
  let best: { readonly model: BtydModel; readonly error: number } | null = null;
  for (const { model } of prediction.models.fitted) {
    let error = 0;
    let known = prediction.past.length > 0;
    for (const { at, models, counts } of prediction.past) {
      const then = models.fitted.find((one) => one.model === model);
      if (then === undefined) {
        known = false;
        break;
      }
      const [byHistory] = expectedPurchases(then.fit.params, models.histogram, [prediction.plan.horizonDays]);
      const expected = overCustomers(models, at, byHistory ?? new Float64Array(0));
      for (let row = 0; row < at.count; row++) error += Math.abs((expected[row] ?? 0) - (counts[row] ?? 0));
    }
    if (known && (best === null || error < best.error)) best = { model, error };
  }
  return best?.model ?? bestModel(prediction.models)?.model ?? null;
}
