import { bestModel, overCustomers, type RiskPrediction } from "./predictRisk";
import { modelLogOdds } from "./modelsAt";

/** Nothing is said of a purchase further away than this. */
const FURTHEST_DAYS = 3 * 365;
const STEPS = 24;

/**
 * Days until a customer has bought again with a probability of one half: the time of the next purchase
 * to expect, counted from the day of the prediction.
 *
 * The model says how the probability grows with time; it is moved in log-odds so that it meets the
 * predicted risk at the horizon. Between the steps of a grid, log-odds are taken for straight in the
 * logarithm of time.
 *
 * @returns per row of the prediction; NaN where half is not reached within three years, or without a model
 */
export function nextPurchaseDays(prediction: RiskPrediction, horizonDays: number): Float64Array {
  const { models, at, logOdds } = prediction;
  const days = new Float64Array(at.count).fill(Number.NaN);
  // The two closed forms are as good for this as the integral of Pareto/NBD, and cost nothing.
  const closed = models.fitted.filter(({ model }) => model !== "pareto");
  const chosen = bestModel({ ...models, fitted: closed.length > 0 ? closed : models.fitted });
  if (chosen === null) return days;
  const { histogram } = models;
  const at0 = overCustomers(models, at, modelLogOdds(chosen.fit.params, histogram, horizonDays));
  const target = at0.map((value, row) => value - (logOdds[row] ?? 0));
  let before: Float64Array | null = null;
  let shorter = 0;
  for (let step = 0; step < STEPS; step++) {
    const horizon = FURTHEST_DAYS ** (step / (STEPS - 1));
    const now = overCustomers(models, at, modelLogOdds(chosen.fit.params, histogram, horizon));
    for (let row = 0; row < at.count; row++) {
      if (!Number.isNaN(days[row])) continue;
      const wanted = target[row] ?? 0;
      const here = now[row] ?? 0;
      if (here > wanted) continue;
      const there = before?.[row] ?? here;
      const part = there > here ? (there - wanted) / (there - here) : 1;
      days[row] =
        before === null ? horizon : Math.exp(Math.log(shorter) + part * Math.log(horizon / shorter));
    }
    before = now;
    shorter = horizon;
  }
  return days;
}
