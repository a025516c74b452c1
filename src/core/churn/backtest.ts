import { expectedPurchases, probabilityOfPurchase, type BtydModel } from "../btyd";
import { InvalidArgumentError } from "../errors";
import { logistic } from "../math/logistic";
import type { DayNumber } from "../math/day";
import { finish, type Steps } from "../math/steps";
import { learnerLogOdds } from "./churnLearner";
import {
  DEFAULT_CUTS,
  DEFAULT_HORIZON_DAYS,
  methodOf,
  pastOf,
  predictAt,
  type ChurnInput,
  type ChurnOptions,
  type RiskMethod,
} from "./churnRisk";
import { countModel } from "./countModel";
import { purchasesAfter } from "./customersAt";
import { overCustomers, type PastDay, type RiskPrediction } from "./predictRisk";
import type { PurchaseHistory } from "./purchaseHistory";
import { rfmSums } from "./rfmSums";
import { DEFAULT_BANDS, RISK_BANDS, riskBands, type RiskBand } from "./riskBands";
import { fitRidgeLogistic } from "./ridgeLogistic";
import {
  areaUnderCurve,
  calibrationError,
  calibrationTable,
  liftOfTop,
  scoreMeasures,
  type CalibrationRow,
  type ScoreMeasures,
} from "./scoreMeasures";

/** Scores that are compared: ours, each model alone, and the simple rules any score must beat. */
export const BACKTEST_METHODS = ["ours", "bgnbd", "mbgnbd", "pareto", "recency", "rfm", "baseRate"] as const;
export type BacktestMethod = (typeof BACKTEST_METHODS)[number];

export interface MethodMeasures extends ScoreMeasures {
  readonly method: BacktestMethod;
  /** Mean distance between expected and realised purchase days; null where the method expects none. */
  readonly ordersError: number | null;
}

/** What was predicted at the end of one earlier day, and what came of it. */
export interface BacktestCut {
  readonly day: DayNumber;
  /** Customers with a valid order by that day. */
  readonly customers: number;
  readonly lost: number;
  /** Mean predicted risk of ours. */
  readonly meanRisk: number;
  readonly method: RiskMethod;
  /** Methods that could be had on that day. */
  readonly methods: readonly MethodMeasures[];
  /** Customers in tenths by risk. */
  readonly calibration: readonly CalibrationRow[];
  readonly calibrationError: number | null;
  /** How many times more often the tenth with the highest risk was lost than all. */
  readonly topLift: number | null;
  readonly bands: readonly BandOutcome[];
}

export interface BandOutcome {
  readonly band: Exclude<RiskBand, "">;
  readonly customers: number;
  readonly meanRisk: number | null;
  /** Share that was lost; null in an empty band. */
  readonly realised: number | null;
}

/**
 * - beatsRecency: ours gave what happened a higher probability than the silence alone did, by more than
 *   one standard error, and ranked no worse
 * - notBetterThanRecency: it did not; the simple rule is the one to use
 * - tooLittleData: there is no earlier day with enough customers on both sides to say
 */
export type BacktestVerdict = "beatsRecency" | "notBetterThanRecency" | "tooLittleData";

export interface Backtest {
  readonly horizonDays: number;
  /** Latest first; empty where the data is shorter than the horizon. */
  readonly cuts: readonly BacktestCut[];
  /** Means over the cuts, by customers; over those cuts that have the method. */
  readonly methods: readonly MethodMeasures[];
  readonly verdict: BacktestVerdict;
  /** Mean gain in log loss over the silence alone and its standard error; null where it cannot be had. */
  readonly gain: { readonly mean: number; readonly error: number } | null;
}

export interface BacktestOptions extends Omit<ChurnOptions, "mostCuts"> {
  /** Earlier days to predict at, one horizon apart; 3 by default. */
  readonly cuts?: number;
}

const TOP_SHARE = 0.1;
/** With fewer lost or kept customers a verdict would be chance. */
const FEWEST_OF_EACH = 20;

/**
 * Predicts at earlier days of the same data with what was known on them, and compares with what came.
 *
 * The first cut lies one horizon before the as-of date, further ones a horizon earlier each, as long as
 * half a horizon of history lies before them. At every cut everything is done anew: models fitted,
 * learners trained on days still earlier, bands drawn. Nothing dated after a cut can reach what is
 * predicted there (see `ChurnInput.bookAt` for the one exception).
 */
export function backtest(input: ChurnInput, options: BacktestOptions = {}): Backtest {
  return finish(backtestInSteps(input, options));
}

/** `backtest` in steps. */
export function* backtestInSteps(input: ChurnInput, options: BacktestOptions = {}): Steps<Backtest> {
  const { horizonDays = DEFAULT_HORIZON_DAYS, cuts: most = DEFAULT_CUTS, ...rest } = options;
  if (!(Number.isInteger(most) && most >= 1)) {
    throw new InvalidArgumentError("cuts", "notWholeInRange", { value: most, least: 1, most: 100 });
  }
  const past = pastOf(input);
  const { historyAt } = past;
  const whole = historyAt(input.book.asOf);
  const cuts: BacktestCut[] = [];
  const gains: number[] = [];
  for (let day = whole.asOf - horizonDays; cuts.length < most; day -= horizonDays) {
    if (day - whole.firstDay < horizonDays / 2) break;
    const prediction = yield* predictAt(past, day, { ...rest, horizonDays });
    if (prediction.at.count === 0) break;
    yield;
    const counts = purchasesAfter(whole, prediction.at, horizonDays);
    const { cut, gain } = outcomeOf(prediction, {
      historyAt,
      counts,
      horizonDays,
      bands: rest.bands ?? DEFAULT_BANDS,
    });
    cuts.push(cut);
    for (const value of gain ?? []) gains.push(value);
  }
  const methods = BACKTEST_METHODS.flatMap((method) => meanOfCuts(method, cuts));
  const gain = gains.length > 1 ? meanAndError(gains) : null;
  return { horizonDays, cuts, methods, gain, verdict: verdictOf(cuts, methods, gain) };
}

function verdictOf(
  cuts: readonly BacktestCut[],
  methods: readonly MethodMeasures[],
  gain: Backtest["gain"],
): BacktestVerdict {
  const customers = cuts.reduce((sum, cut) => sum + cut.customers, 0);
  const lost = cuts.reduce((sum, cut) => sum + cut.lost, 0);
  if (Math.min(lost, customers - lost) < FEWEST_OF_EACH) return "tooLittleData";
  const ours = methods.find(({ method }) => method === "ours")?.auc ?? null;
  const recency = methods.find(({ method }) => method === "recency")?.auc ?? null;
  if (ours === null || recency === null) return "tooLittleData";
  const gains = gain === null || gain.mean > gain.error;
  // With no past to learn a probability from, only the ranking can be compared.
  const ranks = gain === null ? ours > recency : ours >= recency;
  return gains && ranks ? "beatsRecency" : "notBetterThanRecency";
}

/** The source to ask `churnRisk` for after a back-test: the simple rule where nothing beat it. */
export function sourceByVerdict(verdict: BacktestVerdict): "auto" | "recency" {
  return verdict === "notBetterThanRecency" ? "recency" : "auto";
}

interface Realised {
  readonly historyAt: (day: DayNumber) => PurchaseHistory;
  readonly counts: Int32Array;
  readonly horizonDays: number;
  readonly bands: NonNullable<ChurnOptions["bands"]>;
}

function outcomeOf(
  prediction: RiskPrediction,
  realised: Realised,
): { readonly cut: BacktestCut; readonly gain: Float64Array | null } {
  const { at } = prediction;
  const { counts, horizonDays } = realised;
  const lost = Uint8Array.from(counts, (purchases) => (purchases > 0 ? 0 : 1));
  const risk = prediction.logOdds.map(logistic);
  const simple = simpleRules(prediction, realised.historyAt, horizonDays);
  const byModel = prediction.models.fitted.map(({ model, fit }) => {
    const { histogram } = prediction.models;
    const buys = overCustomers(
      prediction.models,
      at,
      probabilityOfPurchase(fit.params, histogram, horizonDays),
    );
    const [expected] = expectedPurchases(fit.params, histogram, [horizonDays]);
    return { model, buys, expected: overCustomers(prediction.models, at, expected ?? new Float64Array(0)) };
  });
  const methods: MethodMeasures[] = [
    {
      method: "ours",
      ...scoreMeasures(risk, lost),
      ordersError: errorOf(expectedByOurs(prediction, byModel), counts),
    },
    ...byModel.map(({ model, buys, expected }) => ({
      method: model,
      ...scoreMeasures(
        buys.map((p) => 1 - p),
        lost,
      ),
      ordersError: errorOf(expected, counts),
    })),
    ...simple.map(({ method, score, probability, expected }) => ({
      method,
      ...(probability === null
        ? { auc: areaUnderCurve(score, lost), brier: null, logLoss: null }
        : scoreMeasures(probability, lost)),
      ordersError: expected === null ? null : errorOf(expected, counts),
    })),
  ];
  const calibration = calibrationTable(risk, lost);
  const recency = simple.find(({ method }) => method === "recency")?.probability ?? null;
  const cut: BacktestCut = {
    day: at.day,
    customers: at.count,
    lost: lost.reduce((sum, value) => sum + value, 0),
    meanRisk: risk.reduce((sum, value) => sum + value, 0) / at.count,
    method: methodOf(prediction, horizonDays),
    methods,
    calibration,
    calibrationError: calibrationError(calibration),
    topLift: liftOfTop(risk, lost, TOP_SHARE),
    bands: bandOutcomes(risk, lost, riskBands(risk, realised.bands)),
  };
  const gain =
    recency === null
      ? null
      : risk.map((p, row) => lossOf(recency[row] ?? 0, lost[row] ?? 0) - lossOf(p, lost[row] ?? 0));
  return { cut, gain };
}

function lossOf(p: number, happened: number): number {
  return -Math.log(Math.max(1e-15, happened === 1 ? p : 1 - p));
}

/** What the model expects that came closest to the counts of the earlier days; without such days, the best by AIC. */
function expectedByOurs(
  prediction: RiskPrediction,
  byModel: readonly { readonly model: BtydModel; readonly expected: Float64Array }[],
): Float64Array | null {
  const model = countModel(prediction);
  return byModel.find((one) => one.model === model)?.expected ?? null;
}

function errorOf(expected: Float64Array | null, counts: Int32Array): number | null {
  if (expected === null || expected.length === 0) return null;
  let sum = 0;
  for (let row = 0; row < expected.length; row++) sum += Math.abs((expected[row] ?? 0) - (counts[row] ?? 0));
  return sum / expected.length;
}

interface SimpleRule {
  readonly method: "recency" | "rfm" | "baseRate";
  /** Higher is riskier. */
  readonly score: Float64Array;
  /** null: the past is too short to learn one. */
  readonly probability: Float64Array | null;
  readonly expected: Float64Array | null;
}

function simpleRules(
  prediction: RiskPrediction,
  historyAt: (day: DayNumber) => PurchaseHistory,
  horizonDays: number,
): readonly SimpleRule[] {
  const { at, past, recency, rows, shift, plan } = prediction;
  const silence = Float64Array.from(at.lastDay, (last) => at.day - last);
  const rfm = rfmSums(historyAt(at.day), at).map((sum) => -sum);
  const seen = seenBefore(past);
  // Counts of a shorter window say nothing of a longer one.
  const perBuyer = seen !== null && plan.horizonDays === horizonDays ? seen.purchasesPerBuyer : null;
  const rule = (method: SimpleRule["method"], score: Float64Array, probability: Float64Array | null) => ({
    method,
    score,
    probability,
    expected: probability === null || perBuyer === null ? null : probability.map((p) => (1 - p) * perBuyer),
  });
  const learnt = recency === null ? null : learnerLogOdds(recency, rows).logOdds;
  const base =
    seen === null ? null : Math.log((seen.lost + 0.5) / (seen.customers - seen.lost + 0.5)) + shift;
  return [
    rule("recency", silence, learnt?.map((z) => logistic(z + shift)) ?? null),
    rule("rfm", rfm, recency === null ? null : rfmProbability(past, historyAt, rfm, shift)),
    rule(
      "baseRate",
      new Float64Array(at.count),
      base === null ? null : new Float64Array(at.count).fill(logistic(base)),
    ),
  ];
}

/** A logistic regression on the sum of scores, learnt on the earlier days. */
function rfmProbability(
  past: readonly PastDay[],
  historyAt: (day: DayNumber) => PurchaseHistory,
  today: Float64Array,
  shift: number,
): Float64Array {
  const sums = past.flatMap(({ at }) => [...rfmSums(historyAt(at.day), at)]).map((sum) => -sum);
  const outcome = Uint8Array.from(past.flatMap(({ lost }) => [...lost]));
  const count = sums.length;
  const { coefficients } = fitRidgeLogistic(
    {
      rows: count,
      columns: [new Float64Array(count).fill(1), Float64Array.from(sums)],
      outcome,
      weight: new Float64Array(count).fill(1),
      cluster: new Int32Array(count),
    },
    { mean: [0, 0], strength: [0, 0.01] },
    { covariance: false, from: null },
  );
  return today.map((sum) => logistic((coefficients[0] ?? 0) + (coefficients[1] ?? 0) * sum + shift));
}

function seenBefore(past: readonly PastDay[]) {
  if (past.length === 0) return null;
  let customers = 0;
  let lost = 0;
  let purchases = 0;
  for (const cut of past) {
    customers += cut.at.count;
    lost += cut.lost.reduce((sum, value) => sum + value, 0);
    purchases += cut.counts.reduce((sum, value) => sum + value, 0);
  }
  return { customers, lost, purchasesPerBuyer: customers > lost ? purchases / (customers - lost) : 1 };
}

function bandOutcomes(
  risk: Float64Array,
  lost: Uint8Array,
  bands: readonly RiskBand[],
): readonly BandOutcome[] {
  return RISK_BANDS.map((band) => {
    let customers = 0;
    let sum = 0;
    let events = 0;
    bands.forEach((of, row) => {
      if (of !== band) return;
      customers++;
      sum += risk[row] ?? 0;
      events += lost[row] ?? 0;
    });
    return {
      band,
      customers,
      meanRisk: customers > 0 ? sum / customers : null,
      realised: customers > 0 ? events / customers : null,
    };
  });
}

function meanOfCuts(method: BacktestMethod, cuts: readonly BacktestCut[]): readonly MethodMeasures[] {
  const found = cuts.flatMap((cut) =>
    cut.methods.flatMap((measures) =>
      measures.method === method ? [{ measures, weight: cut.customers }] : [],
    ),
  );
  if (found.length === 0) return [];
  const mean = (value: (measures: MethodMeasures) => number | null) => {
    let sum = 0;
    let weights = 0;
    for (const { measures, weight } of found) {
      const at = value(measures);
      if (at === null) continue;
      sum += at * weight;
      weights += weight;
    }
    return weights > 0 ? sum / weights : null;
  };
  return [
    {
      method,
      auc: mean(({ auc }) => auc),
      brier: mean(({ brier }) => brier),
      logLoss: mean(({ logLoss }) => logLoss),
      ordersError: mean(({ ordersError }) => ordersError),
    },
  ];
}

function meanAndError(values: readonly number[]): { readonly mean: number; readonly error: number } {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { mean, error: Math.sqrt(squares / (values.length - 1) / values.length) };
}
