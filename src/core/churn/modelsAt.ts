import { logistic } from "../math/logistic";
import {
  fitModelInSteps,
  histogramOf,
  logGradient,
  probabilityOfPurchase,
  type BtydModel,
  type BtydParams,
  type CustomerHistogram,
  type Fit,
} from "../btyd";
import type { Steps } from "../math/steps";
import type { CustomersAt } from "./customersAt";

/** A model fitted to what was known at the end of a day. */
export interface FittedModel {
  readonly model: BtydModel;
  readonly fit: Fit;
  /** By how much the covariance shrinks from the customers the fit looked at to all of them. */
  readonly covarianceShare: number;
}

/** The customers of a day by history, and the models that fit them. */
export interface ModelsAt {
  readonly histogram: CustomerHistogram;
  /** Those that could be fitted; may be empty. */
  readonly fitted: readonly FittedModel[];
}

/** Beyond this a sample says the same: parameters are known to a per cent. */
const FIT_CUSTOMERS = 20_000;
/** Log-odds are kept within ± this: certainty beyond 1 in 160,000 is not the models' to claim. */
const WIDEST_LOG_ODDS = 12;

/** Fits that were made already, by day and model; null: the model could not be fitted. */
export type KnownFits = Map<string, FittedModel | null>;

/**
 * Fits the models to the customers of a day, in days. Models that cannot be fitted are left out.
 *
 * @param known - of the same customers: days that are asked for again are not fitted again
 */
export function* modelsAt(at: CustomersAt, models: readonly BtydModel[], known: KnownFits): Steps<ModelsAt> {
  const all = { count: at.count, firstDay: at.firstDay, lastDay: at.lastDay, purchaseDays: at.purchases };
  const histogram = histogramOf(all, at.day, { period: "day" });
  const { sample, share } = sampleOf(at, histogram);
  const fitted: FittedModel[] = [];
  for (const model of models) {
    const key = `${String(at.day)} ${model}`;
    let one = known.get(key);
    if (one === undefined) {
      const fit = yield* fitModelInSteps(sample, model);
      one = fit.status === "refused" ? null : { model, fit, covarianceShare: share };
      known.set(key, one);
    }
    if (one !== null) fitted.push(one);
  }
  return { histogram, fitted };
}

function sampleOf(at: CustomersAt, histogram: CustomerHistogram) {
  if (at.count <= FIT_CUSTOMERS) return { sample: histogram, share: 1 };
  const rows = rowsOfSample(at.customer, at.count, FIT_CUSTOMERS);
  const pick = (column: Int32Array) => rows.map((row) => column[row] ?? 0);
  const sample = histogramOf(
    {
      count: rows.length,
      firstDay: pick(at.firstDay),
      lastDay: pick(at.lastDay),
      purchaseDays: pick(at.purchases),
    },
    at.day,
    { period: "day" },
  );
  return { sample, share: rows.length / at.count };
}

/** About so many rows, chosen by a hash of the customer: the same customers whenever they are asked for. */
export function rowsOfSample(customer: Int32Array, count: number, wanted: number): Int32Array {
  const rows = new Int32Array(count);
  let kept = 0;
  const border = (wanted / count) * 2 ** 32;
  for (let row = 0; row < count; row++) {
    if (wanted >= count || hashOf(customer[row] ?? 0) < border) rows[kept++] = row;
  }
  return rows.subarray(0, kept);
}

/** A number from 0 to 2³² − 1 that neighbours do not share. */
export function hashOf(customer: number): number {
  let bits = Math.imul(customer ^ (customer >>> 16), 0x45d9f3b);
  bits = Math.imul(bits ^ (bits >>> 16), 0x45d9f3b);
  return (bits ^ (bits >>> 16)) >>> 0;
}

/** Log-odds of no purchase, per history, of one model. */
export function modelLogOdds(
  params: BtydParams,
  histogram: CustomerHistogram,
  horizonDays: number,
): Float64Array {
  return probabilityOfPurchase(params, histogram, horizonDays).map((p) =>
    Math.max(-WIDEST_LOG_ODDS, Math.min(WIDEST_LOG_ODDS, Math.log1p(-p) - Math.log(p))),
  );
}

/** Log-odds of no purchase, per history, of the mean probability of all models; null without a model. */
export function meanLogOdds({ histogram, fitted }: ModelsAt, horizonDays: number): Float64Array | null {
  if (fitted.length === 0) return null;
  const mean = new Float64Array(histogram.count);
  for (const { fit } of fitted) {
    const risk = modelLogOdds(fit.params, histogram, horizonDays);
    for (let index = 0; index < mean.length; index++) {
      mean[index] = (mean[index] ?? 0) + logistic(risk[index] ?? 0) / fitted.length;
    }
  }
  return mean.map((p) => Math.log(p / (1 - p)));
}

/**
 * Standard error of a model's log-odds, per history, from the uncertainty of its parameters: the delta
 * method over the logs of the parameters.
 *
 * @returns null where the likelihood is too flat to tell
 */
export function logOddsError(
  { fit, covarianceShare }: FittedModel,
  histogram: CustomerHistogram,
  horizonDays: number,
): Float64Array | null {
  const { logCovariance, params } = fit;
  if (logCovariance === null) return null;
  const slopes = logGradient(params, (changed) => modelLogOdds(changed, histogram, horizonDays));
  const error = new Float64Array(histogram.count);
  for (let row = 0; row < error.length; row++) {
    let variance = 0;
    slopes.forEach((left, i) => {
      slopes.forEach((right, j) => {
        variance += (left[row] ?? 0) * (right[row] ?? 0) * (logCovariance[i]?.[j] ?? 0);
      });
    });
    error[row] = Math.sqrt(Math.max(0, variance * covarianceShare));
  }
  return error;
}
