import { digamma } from "../math/digamma";
import { logBeta } from "../math/logBeta";
import { covarianceAt, maximiseInSteps, type Box, type Maximum, type Objective } from "../math/maximise";
import { finish, type Steps } from "../math/steps";
import type { GammaGammaParams, SpendFit, SpendFitResult } from "./types";

/** What customers spent on repeat purchases, as columns of equal length. */
export interface RepeatSpend {
  /** x; customers with 0 or less say nothing about spend and are passed over. */
  readonly repeatOrders: ArrayLike<number>;
  /** Mean net spend per repeat purchase day, the first purchase day left out; any money. */
  readonly meanRepeatSpend: ArrayLike<number>;
  /** How many customers each row stands for; 1 where omitted. */
  readonly customers?: ArrayLike<number>;
}

/** Rows that are enough to find the way to the maximum. */
const ROUGH_ROWS = 20_000;
/** A population mean this many times the observed one is the tail speaking, not the customers. */
const FAR_MEAN = 3;
/** Weight of the pooled mean, in purchases. */
const POOLED_WEIGHT = 1;

/** log p, log q, and the log of p v / q: the spend of a middling customer, which ridges leave in place. */
const BOX: Box = {
  lower: [Math.log(1e-4), Math.log(1e-4), -40],
  upper: [Math.log(1e4), Math.log(1e4), 40],
};

/**
 * Fits the Gamma-Gamma model of spend by maximum likelihood, or says why it does not.
 *
 * Money is divided by its mean first, so cents and millions fit alike. Where q is at most 1 (or so near that
 * the population mean lies beyond three times the observed one) the model has no usable mean: the
 * result says infiniteMean and carries pooled means instead.
 *
 * @see Fader & Hardie (2013), note 025 (density of the mean given x)
 */
export function fitGammaGamma(spend: RepeatSpend): SpendFitResult {
  return finish(fitGammaGammaInSteps(spend));
}

/** `fitGammaGamma`, one iteration of the search a step. */
export function* fitGammaGammaInSteps(spend: RepeatSpend): Steps<SpendFitResult> {
  const rows = usedRows(spend);
  const { count, leftOut } = rows;
  if (count === 0) return { status: "refused", reason: "noRepeatSpend", iterations: 0, leftOut };
  const objective = likelihoodOf(rows);
  const start = [Math.log(3), Math.log(4), 0];
  const rough =
    count > 2 * ROUGH_ROWS
      ? yield* maximiseInSteps(likelihoodOf(thinned(rows, ROUGH_ROWS)), start, BOX)
      : null;
  const best = yield* maximiseInSteps(objective, rough === null ? start : rough.point, BOX);
  const iterations = best.iterations + (rough?.iterations ?? 0);
  if (!best.converged) return { status: "refused", reason: "notConverged", iterations, leftOut };
  return resultOf(rows, best, covarianceAt(objective, best), iterations);
}

interface SpendRows {
  readonly count: number;
  readonly leftOut: number;
  readonly customers: number;
  /** Mean of the customers' means; the money below is in units of it. */
  readonly mean: number;
  readonly repeats: Float64Array;
  readonly total: Float64Array;
  readonly logTotal: Float64Array;
  readonly weights: Float64Array;
  /** Σ weights log(mean spend), in money as it came. */
  readonly logSpend: number;
}

function usedRows({ repeatOrders, meanRepeatSpend, customers }: RepeatSpend): SpendRows {
  const kept: number[] = [];
  let leftOut = 0;
  let weightSum = 0;
  let spendSum = 0;
  let logSpend = 0;
  for (let row = 0; row < repeatOrders.length; row++) {
    const weight = customers === undefined ? 1 : (customers[row] ?? 0);
    if (!((repeatOrders[row] ?? 0) > 0 && weight > 0)) continue;
    const spend = meanRepeatSpend[row] ?? 0;
    if (!(spend > 0 && spend < Infinity)) {
      leftOut += weight;
      continue;
    }
    kept.push(row);
    weightSum += weight;
    spendSum += weight * spend;
    logSpend += weight * Math.log(spend);
  }
  const mean = spendSum / weightSum;
  const repeats = Float64Array.from(kept, (row) => repeatOrders[row] ?? 0);
  const total = Float64Array.from(
    kept,
    (row) => ((repeatOrders[row] ?? 0) * (meanRepeatSpend[row] ?? 0)) / mean,
  );
  return {
    count: kept.length,
    leftOut,
    customers: weightSum,
    mean,
    repeats,
    total,
    logTotal: total.map(Math.log),
    weights: Float64Array.from(kept, (row) => (customers === undefined ? 1 : (customers[row] ?? 0))),
    logSpend,
  };
}

/** Every n-th row from a start that wanders, so that no order of the rows can hide a group. */
function thinned(rows: SpendRows, wanted: number): SpendRows {
  const stride = rows.count / wanted;
  const kept = Int32Array.from({ length: wanted }, (_, index) => {
    const wander = (Math.imul(index + 1, 0x9e3779b1) >>> 0) / 2 ** 32;
    return Math.min(rows.count - 1, Math.floor((index + wander) * stride));
  });
  const pick = (column: Float64Array) => Float64Array.from(kept, (row) => column[row] ?? 0);
  return {
    ...rows,
    count: wanted,
    repeats: pick(rows.repeats),
    total: pick(rows.total),
    logTotal: pick(rows.logTotal),
    weights: pick(rows.weights),
  };
}

/** Without −log of the mean spend, which no parameter moves. */
function likelihoodOf({ count, repeats, total, logTotal, weights }: SpendRows): Objective {
  const byRepeats = new Map<number, number>();
  for (let row = 0; row < count; row++) {
    const x = repeats[row] ?? 0;
    byRepeats.set(x, (byRepeats.get(x) ?? 0) + (weights[row] ?? 0));
  }
  return ([logP = 0, logQ = 0, logMiddle = 0], gradient) => {
    const p = Math.exp(logP);
    const q = Math.exp(logQ);
    const logV = logMiddle + logQ - logP;
    const v = Math.exp(logV);
    let own = 0;
    let prior = 0;
    let byV = 0;
    for (let row = 0; row < count; row++) {
      const weight = weights[row] ?? 0;
      const x = repeats[row] ?? 0;
      const spent = total[row] ?? 0;
      const both = Math.log(spent + v);
      own += weight * x * (both - (logTotal[row] ?? 0));
      prior += weight * (both - logV);
      byV += (weight * (q * spent - p * x * v)) / (spent + v);
    }
    let value = -p * own - q * prior;
    let byP = -own;
    let byQ = -prior;
    const ofQ = digamma(q);
    for (const [x, customers] of byRepeats) {
      const ofBoth = digamma(p * x + q);
      value -= customers * logBeta(p * x, q);
      byP -= customers * x * (digamma(p * x) - ofBoth);
      byQ -= customers * (ofQ - ofBoth);
    }
    gradient[0] = p * byP - byV;
    gradient[1] = q * byQ + byV;
    gradient[2] = byV;
    return value;
  };
}

function resultOf(
  rows: SpendRows,
  best: Maximum,
  covariance: number[][] | null,
  iterations: number,
): SpendFitResult {
  const [logP = 0, logQ = 0, logMiddle = 0] = best.point;
  const params: GammaGammaParams = {
    kind: "gammaGamma",
    p: Math.exp(logP),
    q: Math.exp(logQ),
    v: Math.exp(logMiddle + logQ - logP) * rows.mean,
  };
  const populationMean = (params.p * params.v) / (params.q - 1);
  const fit = {
    logLikelihood: best.value - rows.logSpend,
    iterations,
    customers: rows.customers,
    leftOut: rows.leftOut,
  };
  if (!(params.q > 1 && populationMean <= FAR_MEAN * rows.mean)) {
    return {
      status: "boundary",
      boundary: "infiniteMean",
      params: { kind: "pooledMean", mean: rows.mean, weight: POOLED_WEIGHT },
      populationMean: rows.mean,
      logCovariance: null,
      ...fit,
    };
  }
  const whole: SpendFit = { params, populationMean, logCovariance: inLogs(covariance), ...fit };
  const atEdge = best.point.some(
    (value, i) => value >= (BOX.upper[i] ?? Infinity) || value <= (BOX.lower[i] ?? -Infinity),
  );
  return atEdge
    ? { status: "boundary", boundary: "noVariation", ...whole }
    : { status: "converged", ...whole };
}

/** Covariance of log p, log q, log v: the last is the third variable + log q − log p. */
function inLogs(covariance: number[][] | null): number[][] | null {
  if (covariance === null) return null;
  const unit = [
    [1, 0, 0],
    [0, 1, 0],
    [-1, 1, 1],
  ];
  return unit.map((one) =>
    unit.map((other) =>
      one.reduce(
        (sum, left, k) =>
          sum + other.reduce((part, right, l) => part + left * (covariance[k]?.[l] ?? 0) * right, 0),
        0,
      ),
    ),
  );
}
