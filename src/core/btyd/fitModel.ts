import { covarianceAt, maximiseInSteps, type Box, type Maximum, type Objective } from "../math/maximise";
import { finish, type Steps } from "../math/steps";
import { betaGeometricLikelihood } from "./betaGeometricLikelihood";
import { prepareHistogram, type Likelihood } from "./likelihood";
import { paretoLikelihood } from "./paretoLikelihood";
import { sampleHistogram, thinHistogram } from "./sampleHistogram";
import {
  BTYD_MODELS,
  type Boundary,
  type BtydModel,
  type BtydParams,
  type FitResult,
  type Histogram,
} from "./types";

/** Histories to begin with, and to go on with from there; the last steps look at all. */
const ROUGH_HISTORIES = [600, 6_000] as const;
/** On a thinned histogram leaving must show this clearly before nobody looks for it in the whole. */
const CLEAR_GAIN = 20;
/** A gain in log-likelihood that chance alone exceeds one time in three: no sign of leaving. */
const VISIBLE_GAIN = 0.5;

/**
 * Variables of the search. Ridges of the likelihood run along them: the variety and the mean of the
 * purchase rate, the variety and the strength of leaving, all as logs, times in units of the mean age.
 */
interface Search {
  /** Customers beyond this many are sampled: standard errors are below a hundredth of the parameters by then. */
  readonly mostCustomers: number;
  readonly likelihood: (histogram: Histogram, scale: number) => Likelihood;
  /** Logs of the four parameters from the variables. */
  readonly toLogs: (v: readonly number[]) => number[];
  /** Derivatives by the variables from those by the logs. */
  readonly toSlopes: (byLogs: ArrayLike<number>) => readonly number[];
  /** Third and fourth variable of the starting points. */
  readonly starts: readonly (readonly [number, number])[];
  readonly box: Box;
}

const RATE_LOWER = [Math.log(1e-5), -25] as const;
const RATE_UPPER = [Math.log(1e4), 12] as const;

const RATES: Box = { lower: RATE_LOWER, upper: RATE_UPPER };

const pair = (a: number, b: number) => [Math.log(a * b) / 2, Math.log(a / b)] as const;

/** log a = v3 + v4/2, log b = v3 − v4/2: v4 is the logit of the mean probability of leaving. */
const betaGeometric = (model: "bgnbd" | "mbgnbd"): Search => ({
  mostCustomers: 1_000_000,
  likelihood: (histogram, scale) => betaGeometricLikelihood(model, prepareHistogram(histogram, scale)),
  toLogs: ([rate = 0, mean = 0, variety = 0, leaving = 0]) => [
    rate,
    rate - mean,
    variety + leaving / 2,
    variety - leaving / 2,
  ],
  toSlopes: (by) => [
    (by[0] ?? 0) + (by[1] ?? 0),
    -(by[1] ?? 0),
    (by[2] ?? 0) + (by[3] ?? 0),
    ((by[2] ?? 0) - (by[3] ?? 0)) / 2,
  ],
  starts: [pair(0.6, 2.5), pair(0.1, 2), pair(3, 12)],
  box: { lower: [...RATE_LOWER, -8, -12], upper: [...RATE_UPPER, 9, 10] },
});

/** log s = v3, log beta = v3 − v4: v4 is the log of the mean rate of leaving. */
const pareto: Search = {
  mostCustomers: 250_000,
  likelihood: (histogram, scale) => paretoLikelihood(prepareHistogram(histogram, scale)),
  toLogs: ([rate = 0, mean = 0, variety = 0, leaving = 0]) => [rate, rate - mean, variety, variety - leaving],
  toSlopes: (by) => [(by[0] ?? 0) + (by[1] ?? 0), -(by[1] ?? 0), (by[2] ?? 0) + (by[3] ?? 0), -(by[3] ?? 0)],
  starts: [
    [Math.log(0.6), 0.3],
    [Math.log(0.2), -0.5],
    [Math.log(2), 0],
  ],
  box: { lower: [...RATE_LOWER, -11, -16], upper: [...RATE_UPPER, Math.log(1e4), 16] },
};

const SEARCHES: Readonly<Record<BtydModel, Search>> = {
  bgnbd: betaGeometric("bgnbd"),
  mbgnbd: betaGeometric("mbgnbd"),
  pareto,
};

/**
 * Fits a model to a histogram by maximum likelihood, or says why it does not.
 *
 * Newton's method on the logs of the parameters, from several starting points on a thinned histogram, then
 * on all of it. The model in which nobody leaves is fitted too: where leaving adds less than 0.5 to its
 * log-likelihood, that model is the result, and the boundary is named. Above a million customers (Pareto/NBD:
 * 250,000) a sample of so many decides the parameters; log-likelihood and AIC are of all customers.
 *
 * @param model - "auto": the fit with the lowest AIC; parameters at a boundary do not count in it, so data
 *   without visible leaving end at noDropout whichever model they were asked of
 */
export function fitModel(histogram: Histogram, model: BtydModel | "auto"): FitResult {
  return finish(fitModelInSteps(histogram, model));
}

/** `fitModel`, one iteration of one search a step. */
export function* fitModelInSteps(histogram: Histogram, model: BtydModel | "auto"): Steps<FitResult> {
  if (model !== "auto") return yield* fitOne(histogram, model);
  const fits: FitResult[] = [];
  for (const one of BTYD_MODELS) fits.push(yield* fitOne(histogram, one));
  const aicOf = (fit: FitResult | undefined) =>
    fit === undefined || fit.status === "refused" ? Infinity : fit.aic;
  const [first, ...others] = fits as [FitResult, ...FitResult[]];
  return others.reduce((best, fit) => (aicOf(fit) < aicOf(best) ? fit : best), first);
}

function* fitOne(histogram: Histogram, model: BtydModel): Steps<FitResult> {
  const refused = (reason: "noCustomers" | "noTime" | "notConverged", iterations = 0): FitResult => ({
    status: "refused",
    reason,
    iterations,
  });
  const { customers, time, repeats } = totalsOf(histogram);
  if (customers === 0) return refused("noCustomers");
  if (time === 0) return refused("noTime");
  const scale = time / customers;
  const search = SEARCHES[model];
  const used =
    customers > search.mostCustomers
      ? sampleHistogram(histogram, search.mostCustomers / customers)
      : histogram;
  const likelihood = search.likelihood(used, scale);
  const all = used === histogram ? likelihood : search.likelihood(histogram, scale);
  const shift = -repeats * Math.log(scale);
  const finish = (logs: readonly number[], more: Outcome): FitResult => {
    const logLikelihood = all(logs, new Float64Array(4)) + shift;
    const params = paramsOf(model, logs, scale);
    const { boundaries, freeParameters, logCovariance, iterations } = more;
    const fit = {
      params,
      period: histogram.period,
      logLikelihood,
      unrestrictedLogLikelihood: logLikelihood + more.given,
      aic: 2 * freeParameters - 2 * logLikelihood,
      freeParameters,
      logCovariance,
      standardErrors: standardErrorsOf(params, logCovariance),
      iterations,
      customers,
      customersUsed: used === histogram ? customers : totalsOf(used).customers,
    };
    return boundaries.length === 0
      ? { status: "converged", ...fit }
      : { status: "boundary", boundaries, ...fit };
  };
  if (repeats === 0) {
    // No event in `time`: Jeffreys' prior for a rate, Gamma(1/2, 0), becomes Gamma(1/2, time).
    const rare = [Math.log(0.5), Math.log(customers), -Infinity, 0];
    return finish(rare, {
      // At a rate of 0 the data are certain.
      given: -all(rare, new Float64Array(4)),
      boundaries: ["allOneTime"],
      freeParameters: 0,
      logCovariance: null,
      iterations: 0,
    });
  }

  const { best, iterations: steps } = yield* climb(search, used, scale, likelihood);
  const staying =
    best.gain < CLEAR_GAIN || !best.converged
      ? yield* maximiseInSteps(withoutLeaving(likelihood), startOfRate(used, scale), RATES)
      : null;
  const iterations = steps + (staying?.iterations ?? 0);
  if (staying?.converged === true && !(best.value - staying.value >= VISIBLE_GAIN)) {
    const [rate = 0, mean = 0] = staying.point;
    return finish([rate, rate - mean, -Infinity, 0], {
      given: Math.max(0, best.value - staying.value) || 0,
      boundaries: ["noDropout", ...edgesOf(staying, RATES)],
      freeParameters: staying.held.filter((rests) => !rests).length,
      logCovariance: inLogs(search, covarianceAt(withoutLeaving(likelihood), staying)),
      iterations,
    });
  }
  if (!best.converged) return refused("notConverged", iterations);
  return finish(search.toLogs(best.point), {
    given: 0,
    boundaries: edgesOf(best, search.box),
    freeParameters: best.held.filter((rests) => !rests).length,
    logCovariance: inLogs(search, covarianceAt(inVariables(search, likelihood), best)),
    iterations,
  });
}

/**
 * The maximum of the whole model: several starting points on a thinned histogram, the best of them on a
 * larger one, and from there on all histories.
 *
 * @returns with the gain over the model in which nobody leaves, as the first histogram has it
 */
function* climb(
  search: Search,
  histogram: Histogram,
  scale: number,
  likelihood: Likelihood,
): Steps<{ readonly best: Maximum & { readonly gain: number }; readonly iterations: number }> {
  const levels = ROUGH_HISTORIES.filter((histories) => histories < histogram.count / 2).map((histories) =>
    search.likelihood(thinHistogram(histogram, histories), scale),
  );
  const [first = likelihood, ...larger] = [...levels, likelihood];
  const staying = yield* maximiseInSteps(withoutLeaving(first), startOfRate(histogram, scale), RATES);
  const objective = inVariables(search, first);
  const tried: Maximum[] = [];
  for (const start of search.starts) {
    tried.push(yield* maximiseInSteps(objective, [...staying.point, ...start], search.box));
  }
  let best = tried.reduce((one, other) => (better(other, one) ? other : one));
  const gain = best.value - staying.value;
  let iterations = [staying, ...tried].reduce((sum, one) => sum + one.iterations, 0);
  for (const next of larger) {
    best = yield* maximiseInSteps(inVariables(search, next), best.point, search.box);
    iterations += best.iterations;
  }
  return { best: { ...best, gain }, iterations };
}

interface Outcome {
  /** Log-likelihood given up for the boundary. */
  readonly given: number;
  readonly boundaries: readonly Boundary[];
  readonly freeParameters: number;
  readonly logCovariance: readonly (readonly number[])[] | null;
  readonly iterations: number;
}

function totalsOf({ count, customers, customerAge, repeatOrders }: Histogram) {
  const totals = { customers: 0, time: 0, repeats: 0 };
  for (let index = 0; index < count; index++) {
    const weight = customers[index] ?? 0;
    totals.customers += weight;
    totals.time += weight * (customerAge[index] ?? 0);
    totals.repeats += weight * (repeatOrders[index] ?? 0);
  }
  return totals;
}

/** Log of shape and of mean rate: as many purchases as there were, from customers who differ a good deal. */
function startOfRate(histogram: Histogram, scale: number): readonly number[] {
  const { repeats, time } = totalsOf(histogram);
  return [Math.log(0.5), Math.log(Math.max(repeats, 0.5) / (time / scale))];
}

function better(one: Maximum, other: Maximum): boolean {
  if (!Number.isFinite(one.value)) return false;
  return !Number.isFinite(other.value) || one.value > other.value;
}

function inVariables(search: Search, likelihood: Likelihood): Objective {
  const byLogs = new Float64Array(4);
  return (point, gradient) => {
    const value = likelihood(search.toLogs(point), byLogs);
    gradient.set(search.toSlopes(byLogs));
    return value;
  };
}

function withoutLeaving(likelihood: Likelihood): Objective {
  const byLogs = new Float64Array(4);
  return ([rate = 0, mean = 0], gradient) => {
    const value = likelihood([rate, rate - mean, -Infinity, 0], byLogs);
    gradient[0] = (byLogs[0] ?? 0) + (byLogs[1] ?? 0);
    gradient[1] = -(byLogs[1] ?? 0);
    return value;
  };
}

/** What it means that a variable rests at its lower or upper bound. */
const EDGES: readonly { readonly lower: Boundary; readonly upper: Boundary }[] = [
  { lower: "extremeVariation", upper: "noVariation" },
  { lower: "extremeVariation", upper: "extremeVariation" },
  { lower: "extremeVariation", upper: "noDropoutVariation" },
  { lower: "noDropout", upper: "fullDropout" },
];

function edgesOf(maximum: Maximum, box: Box): Boundary[] {
  const edges = maximum.point.flatMap((value, i) => {
    const names = EDGES[i];
    if (names === undefined) return [];
    if (value <= (box.lower[i] ?? -Infinity)) return [names.lower];
    return value >= (box.upper[i] ?? Infinity) ? [names.upper] : [];
  });
  return [...new Set(edges)];
}

function paramsOf(model: BtydModel, logs: readonly number[], scale: number): BtydParams {
  const [r = 0, alpha = 0, leaving = 0, other = 0] = logs.map(Math.exp);
  return model === "pareto"
    ? { model, r, alpha: alpha * scale, s: leaving, beta: other * scale }
    : { model, r, alpha: alpha * scale, a: leaving, b: other };
}

/** Covariance of the logs of the parameters from that of the variables, of which they are linear. */
function inLogs(search: Search, covariance: number[][] | null): number[][] | null {
  if (covariance === null) return null;
  const unit = [0, 1, 2, 3].map((i) => search.toLogs([0, 1, 2, 3].map((k) => (k === i ? 1 : 0))));
  return [0, 1, 2, 3].map((i) =>
    [0, 1, 2, 3].map((j) =>
      covariance.reduce(
        (sum, row, k) =>
          sum + row.reduce((part, value, l) => part + (unit[k]?.[i] ?? 0) * value * (unit[l]?.[j] ?? 0), 0),
        0,
      ),
    ),
  );
}

function standardErrorsOf(
  params: BtydParams,
  logCovariance: readonly (readonly number[])[] | null,
): readonly number[] | null {
  if (logCovariance === null) return null;
  const { r, alpha } = params;
  const values =
    params.model === "pareto" ? [r, alpha, params.s, params.beta] : [r, alpha, params.a, params.b];
  return values.map((value, i) => value * Math.sqrt(Math.max(0, logCovariance[i]?.[i] ?? 0)));
}
