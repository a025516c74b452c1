import { BTYD_MODELS, type BtydModel } from "../btyd";
import { logistic } from "../math/logistic";
import type { DayNumber } from "../math/day";
import type { Steps } from "../math/steps";
import { churnFactors } from "./churnFactors";
import {
  factorWeights,
  learnerLogOdds,
  trainLearner,
  type ChurnLearner,
  type LearnerRows,
  type TrainingRows,
} from "./churnLearner";
import { customersAt, purchasesAfter, type CustomersAt } from "./customersAt";
import {
  logOddsError,
  meanLogOdds,
  modelLogOdds,
  modelsAt,
  type FittedModel,
  type KnownFits,
  type ModelsAt,
} from "./modelsAt";
import type { PurchaseHistory } from "./purchaseHistory";
import { scoreMeasures } from "./scoreMeasures";
import { segmentRates } from "./segmentRates";
import type { KnownSignals } from "./signals";
import { trainingCuts, type TrainingPlan } from "./trainingCuts";

/**
 * Where a risk comes from:
 * - learner: models and everything known of a customer, weighted by what the past of this data says;
 * - recency: the silence alone, because nothing beat it on the past of this data;
 * - model: a purchase model alone, because the past is too short or too small to learn from;
 * - rates: shares of similar customers lost in the past, because not even a model can be fitted.
 */
export const RISK_SOURCES = ["learner", "recency", "model", "rates"] as const;
export type RiskSource = (typeof RISK_SOURCES)[number];

export interface RiskQuestion {
  /** What was known at the end of a day, up to that day at least. */
  readonly historyAt: (day: DayNumber) => PurchaseHistory;
  readonly knownFits: KnownFits;
  readonly signals: KnownSignals | null;
  readonly day: DayNumber;
  readonly horizonDays: number;
  /** "auto": the best the data allows. */
  readonly source: RiskSource | "auto";
  readonly models: readonly BtydModel[];
  readonly mostCuts: number;
}

/** Log loss on customers of earlier days that the learner had not seen. */
export interface InternalCheck {
  readonly learner: number;
  readonly recency: number;
}

/** Risks of the customers of one day, with all they were made from. */
export interface RiskPrediction {
  readonly at: CustomersAt;
  readonly rows: LearnerRows;
  readonly models: ModelsAt;
  readonly plan: TrainingPlan;
  readonly source: RiskSource;
  /** Log-odds of no purchase in the horizon, and their standard errors. */
  readonly logOdds: Float64Array;
  readonly error: Float64Array;
  /** Weight of each factor in the log-odds, per standard deviation. */
  readonly weights: Float64Array;
  /** The model a "model" risk rests on. */
  readonly model: FittedModel | null;
  readonly recency: ChurnLearner | null;
  readonly check: InternalCheck | null;
  /** Customers of earlier days the risk was learnt from: all, and those lost. */
  readonly learntFrom: { readonly customers: number; readonly lost: number };
  /** The earlier days, for whoever wants to compare other scores on them. */
  readonly past: readonly PastDay[];
  /** Added to a score that did not look at the models: see `horizonShift` and `modelDrift`. */
  readonly shift: number;
}

export interface PastDay {
  readonly at: CustomersAt;
  readonly models: ModelsAt;
  /** Purchase days in the window after the day. */
  readonly counts: Int32Array;
  readonly rows: TrainingRows;
  readonly lost: Uint8Array;
}

/** With fewer lost or fewer kept customers in the past, a learner has nothing to learn from. */
const FEWEST_OF_EACH = 20;
const FEWEST_FOR_MODEL = 10;
const FEWEST_REPEATERS = 3;
/** Share of the learner that does not look at the models, once there is enough to learn it from. */
const FREE_SHARE = 0.5;
const FEWEST_FOR_FREE = 200;
/** With more customers the parameters of the models leave nothing open that shows. */
const MOST_IN_DOUBT = 5_000;

/**
 * Risks of all customers of a day from what was known by its end, and nothing later.
 *
 * The learner is the mean of two in log-odds: one that corrects the models and one that does without
 * them, so that neither the models' assumptions nor their absence decides alone. Where the history is
 * too short for windows of the full horizon, both learn over the longest window it allows; the models
 * carry what they learnt on to the horizon.
 */
export function* predictRisk(question: RiskQuestion): Steps<RiskPrediction> {
  const { day, horizonDays, signals } = question;
  const history = question.historyAt(day);
  const plan = trainingCuts(history.firstDay, day, horizonDays, question.mostCuts);
  const at = customersAt(history, day, plan.horizonDays);
  const models = yield* modelsAt(at, question.models, question.knownFits);
  const rows = rowsAt(at, models, horizonDays, signals);
  // A model asked for by name needs no past.
  const past: PastDay[] = [];
  for (const cut of question.source === "model" ? [] : plan.cuts) {
    yield;
    const known = customersAt(question.historyAt(cut), cut, plan.horizonDays);
    if (known.count === 0) continue;
    const then = yield* modelsAt(
      known,
      models.fitted.map(({ model }) => model),
      question.knownFits,
    );
    const after = purchasesAfter(history, known, plan.horizonDays);
    const lost = Uint8Array.from(after, (purchases) => (purchases > 0 ? 0 : 1));
    past.push({
      at: known,
      models: then,
      counts: after,
      lost,
      rows: { ...rowsAt(known, then, plan.horizonDays, signals), lost },
    });
  }
  const atWindow =
    plan.horizonDays === horizonDays
      ? rows.modelLogOdds
      : logOddsOf(models, at, meanLogOdds(models, plan.horizonDays));
  const drift = modelDrift(atWindow, past);
  const shift = horizonShift(rows.modelLogOdds, atWindow) + drift / 2;
  const customers = past.reduce((sum, { at: { count } }) => sum + count, 0);
  const lost = past.reduce((sum, cut) => sum + cut.lost.reduce((total, value) => total + value, 0), 0);
  const common = { at, rows, models, plan, past, shift, learntFrom: { customers, lost } };

  const learnable = past.length > 0 && Math.min(lost, customers - lost) >= FEWEST_OF_EACH;
  const repeaters = at.purchases.reduce((sum, purchases) => sum + (purchases > 1 ? 1 : 0), 0);
  const modelled = models.fitted.length > 0 && at.count >= FEWEST_FOR_MODEL && repeaters >= FEWEST_REPEATERS;
  const best = learnable ? "learner" : modelled ? "model" : "rates";
  const wanted = question.source === "auto" ? best : question.source;
  const cuts = past.map((cut) => cut.rows);
  const recency = learnable ? yield* trainLearner("recency", cuts) : null;

  if ((wanted === "learner" || wanted === "recency") && recency !== null) {
    const learners = yield* learnersOf(cuts);
    const check = { learner: unseenLogLoss(learners), recency: recency.logLoss };
    const simple = wanted === "recency" || (question.source === "auto" && check.recency <= check.learner);
    const chosen = simple ? [{ learner: recency, share: 1 }] : learners;
    const blended = blend(chosen, rows, shift);
    const doubts = doubtsOf(chosen, models, at, horizonDays);
    for (let row = 0; row < rows.count; row++) {
      blended.error[row] = Math.hypot(blended.error[row] ?? 0, doubts[row] ?? 0, drift / 2);
    }
    return {
      ...common,
      ...blended,
      source: simple ? "recency" : "learner",
      model: null,
      recency,
      check,
    };
  }
  const model = bestModel(models);
  if (wanted !== "rates" && model !== null) {
    const { logOdds, error } = modelRisk(model, models, at, horizonDays);
    const weights = factorWeights(null, { ...rows, modelLogOdds: logOdds });
    return { ...common, logOdds, error, weights, source: "model", model, recency, check: null };
  }
  const rates = segmentRates(at, plan.horizonDays, past);
  return {
    ...common,
    logOdds: rates.logOdds,
    error: rates.error,
    weights: factorWeights(null, { ...rows, modelLogOdds: rates.logOdds }),
    source: "rates",
    model: null,
    recency,
    check: null,
  };
}

/** Spreads a column over histories out to customers. */
export function overCustomers(models: ModelsAt, at: CustomersAt, byHistory: Float64Array): Float64Array {
  const column = new Float64Array(at.count);
  for (let row = 0; row < at.count; row++)
    column[row] = byHistory[models.histogram.historyOf[row] ?? -1] ?? 0;
  return column;
}

/** The model with the smallest AIC. */
export function bestModel({ fitted }: ModelsAt): FittedModel | null {
  return fitted.reduce<FittedModel | null>(
    (best, one) => (best === null || one.fit.aic < best.fit.aic ? one : best),
    null,
  );
}

export const ALL_MODELS: readonly BtydModel[] = BTYD_MODELS;

function rowsAt(
  at: CustomersAt,
  models: ModelsAt,
  horizonDays: number,
  signals: KnownSignals | null,
): LearnerRows {
  const byHistory = meanLogOdds(models, horizonDays);
  return {
    count: at.count,
    customer: at.customer,
    factors: churnFactors(at, signals),
    modelLogOdds: logOddsOf(models, at, byHistory),
  };
}

interface Share {
  readonly learner: ChurnLearner;
  readonly share: number;
}

function* learnersOf(cuts: readonly TrainingRows[]): Steps<readonly Share[]> {
  const hasModels = cuts.every((cut) => cut.modelLogOdds !== null);
  if (!hasModels) return [{ learner: yield* trainLearner("free", cuts), share: 1 }];
  const corrected = yield* trainLearner("corrected", cuts);
  const { lost } = corrected.unseen;
  const events = lost.reduce((sum, value) => sum + value, 0);
  if (Math.min(events, lost.length - events) < FEWEST_FOR_FREE) return [{ learner: corrected, share: 1 }];
  return [
    { learner: corrected, share: 1 - FREE_SHARE },
    { learner: yield* trainLearner("free", cuts), share: FREE_SHARE },
  ];
}

function unseenLogLoss(shares: readonly Share[]): number {
  const first = shares[0]?.learner.unseen;
  if (first === undefined) return Infinity;
  const mean = new Float64Array(first.logOdds.length);
  for (const { learner, share } of shares) {
    for (let row = 0; row < mean.length; row++) {
      mean[row] = (mean[row] ?? 0) + share * (learner.unseen.logOdds[row] ?? 0);
    }
  }
  return scoreMeasures(mean.map(logistic), first.lost).logLoss ?? Infinity;
}

/**
 * Mean log-odds of several learners. Their errors add up as if they always erred together, and how far
 * they disagree counts as doubt.
 */
function blend(shares: readonly Share[], rows: LearnerRows, shift: number) {
  const logOdds = new Float64Array(rows.count);
  const squares = new Float64Array(rows.count);
  const error = new Float64Array(rows.count);
  const weights = new Float64Array(rows.factors.ids.length);
  for (const { learner, share } of shares) {
    const one = learnerLogOdds(learner, rows);
    // What looked at the models has their horizon already.
    const moved = learner.kind === "corrected" ? 0 : shift;
    for (let row = 0; row < rows.count; row++) {
      const value = (one.logOdds[row] ?? 0) + moved;
      logOdds[row] = (logOdds[row] ?? 0) + share * value;
      squares[row] = (squares[row] ?? 0) + share * value * value;
      error[row] = (error[row] ?? 0) + share * (one.error[row] ?? 0);
    }
    factorWeights(learner, rows).forEach((weight, index) => {
      weights[index] = (weights[index] ?? 0) + share * weight;
    });
  }
  for (let row = 0; row < rows.count; row++) {
    const doubt = Math.max(0, (squares[row] ?? 0) - (logOdds[row] ?? 0) ** 2);
    error[row] = Math.sqrt((error[row] ?? 0) ** 2 + doubt);
  }
  return { logOdds, error, weights };
}

/**
 * A model alone, as far as its customers can speak for it: fitted to n of them it may look certain, but
 * a probability below 1 in n + 1 is not theirs to claim, and half a customer's worth of doubt is added to
 * the error, which the delta method takes too small in small shops.
 */
function modelRisk(model: FittedModel, models: ModelsAt, at: CustomersAt, horizonDays: number) {
  const { histogram } = models;
  const errors = logOddsError(model, histogram, horizonDays);
  const widest = Math.log(at.count + 1);
  const byHistory = modelLogOdds(model.fit.params, histogram, horizonDays);
  const kept = byHistory.map((value) => Math.max(-widest, Math.min(widest, value)));
  // Too flat to tell: as unsure as a guess from a handful of customers.
  const unsure = errors ?? new Float64Array(histogram.count).fill(1);
  return {
    logOdds: overCustomers(models, at, kept),
    error: overCustomers(
      models,
      at,
      unsure.map((error) => Math.sqrt(error * error + 0.5 / at.count)),
    ),
  };
}

function logOddsOf(models: ModelsAt, at: CustomersAt, byHistory: Float64Array | null): Float64Array | null {
  return byHistory === null ? null : overCustomers(models, at, byHistory);
}

/** By how much the models' mean log-odds move from the window of the past to the horizon asked for. */
function horizonShift(atHorizon: Float64Array | null, atWindow: Float64Array | null): number {
  if (atHorizon === null || atWindow === null || atHorizon === atWindow || atHorizon.length === 0) return 0;
  let sum = 0;
  for (let row = 0; row < atHorizon.length; row++) sum += (atHorizon[row] ?? 0) - (atWindow[row] ?? 0);
  return sum / atHorizon.length;
}

/**
 * By how much the models see the customers of today worse off than those of the earlier days, in log-odds of
 * their mean risk. A growing shop has few who left and more of them every month, so the rate of the past is too
 * low for today; but what a model sees in a trend may be a season. Half of the drift is believed, and the
 * other half is doubt: on simulated shops that halves the error of the mean and holds the coverage, on CDNOW and
 * Online Retail it changes next to nothing.
 */
function modelDrift(today: Float64Array | null, past: readonly PastDay[]): number {
  const before = past.map(({ rows }) => rows.modelLogOdds);
  const known = before.filter((column) => column !== null);
  if (today === null || known.length === 0 || known.length < before.length) return 0;
  const drift = logOddsOfMean([today]) - logOddsOfMean(known);
  return Number.isFinite(drift) ? drift : 0;
}

function logOddsOfMean(columns: readonly Float64Array[]): number {
  let sum = 0;
  let count = 0;
  for (const column of columns) {
    for (const value of column) sum += logistic(value);
    count += column.length;
  }
  return Math.log(sum / (count - sum));
}

/** What the learners take over of the models' own standard errors, through the weight they give to them. */
function doubtsOf(
  shares: readonly Share[],
  models: ModelsAt,
  at: CustomersAt,
  horizonDays: number,
): Float64Array {
  const weight = shares.reduce(
    (sum, { learner, share }) =>
      learner.kind === "corrected" ? sum + share * (learner.fit.coefficients[1] ?? 0) : sum,
    0,
  );
  const mean = new Float64Array(models.histogram.count);
  if (weight === 0 || at.count > MOST_IN_DOUBT) return new Float64Array(at.count);
  const errors = models.fitted
    .map((fitted) => logOddsError(fitted, models.histogram, horizonDays))
    .filter((error) => error !== null);
  for (const error of errors) {
    for (let index = 0; index < mean.length; index++) {
      mean[index] = (mean[index] ?? 0) + (Math.abs(weight) * (error[index] ?? 0)) / errors.length;
    }
  }
  return overCustomers(models, at, mean);
}
