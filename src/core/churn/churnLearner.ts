import { choleskySolve } from "../math/choleskySolve";
import { logistic } from "../math/logistic";
import type { Steps } from "../math/steps";
import type { FactorId, FactorTable } from "./churnFactors";
import { hashOf, rowsOfSample } from "./modelsAt";
import { fitRidgeLogistic, linearScores, type LogisticData, type LogisticFit } from "./ridgeLogistic";
import { scoreMeasures } from "./scoreMeasures";

/** The customers of one day: what was known of them, and, for a day in the past, what they did next. */
export interface LearnerRows {
  readonly count: number;
  readonly customer: Int32Array;
  readonly factors: FactorTable;
  /** Log-odds of no purchase by the models; null without one. */
  readonly modelLogOdds: Float64Array | null;
}

export interface TrainingRows extends LearnerRows {
  /** 1: no purchase in the window after the day. */
  readonly lost: Uint8Array;
}

/**
 * What a learner looks at:
 * - corrected: the models' log-odds and every factor; drawn towards the models as they are;
 * - free: the factors alone; drawn towards everybody's rate;
 * - recency: the silence alone, the simple rule that any score must beat.
 */
export const LEARNER_KINDS = ["corrected", "free", "recency"] as const;
export type LearnerKind = (typeof LEARNER_KINDS)[number];

export interface ChurnLearner {
  readonly kind: LearnerKind;
  readonly factors: readonly FactorId[];
  readonly fit: LogisticFit;
  /** Log loss on customers it had not seen (five parts, each predicted by a learner of the other four). */
  readonly logLoss: number;
  /** Log-odds it gave to such customers, and whether they were lost: rows of all cuts, one after the other. */
  readonly unseen: { readonly logOdds: Float64Array; readonly lost: Uint8Array };
}

/** Customers' worth of evidence behind the prior: with fewer, a factor barely moves the score. */
const FACTOR_STRENGTH = 20;
const INTERCEPT_STRENGTH = 2;
/** With more rows than this nothing more is learnt by so few coefficients. */
const MOST_ROWS = 40_000;
const PARTS = 5;

/** Trains a learner on the customers of earlier days, one regression a step; rows of one customer are one witness. */
export function* trainLearner(kind: LearnerKind, cuts: readonly TrainingRows[]): Steps<ChurnLearner> {
  const factors = factorsOf(kind, cuts);
  const data = trainingData(kind, factors, cuts);
  const prior = {
    mean: data.columns.map((_, index) => (kind === "corrected" && index === 1 ? 1 : 0)),
    strength: data.columns.map((_, index) =>
      index > 0 ? FACTOR_STRENGTH : kind === "corrected" ? INTERCEPT_STRENGTH : 0,
    ),
  };
  const fit = fitRidgeLogistic(data, prior);
  const logOdds = new Float64Array(data.rows);
  for (let part = 0; part < PARTS; part++) {
    yield;
    const inPart = (row: number) => hashOf(data.cluster[row] ?? 0) % PARTS === part;
    const weight = data.weight.map((value, row) => (inPart(row) ? 0 : value));
    const { coefficients } = fitRidgeLogistic({ ...data, weight }, prior, {
      covariance: false,
      from: fit.coefficients,
    });
    const scores = linearScores(data.columns, coefficients, data.rows);
    for (let row = 0; row < data.rows; row++) if (inPart(row)) logOdds[row] = scores[row] ?? 0;
  }
  const unseen = { logOdds, lost: data.outcome };
  const logLoss = scoreMeasures(logOdds.map(logistic), data.outcome).logLoss ?? 0;
  return { kind, factors, fit, logLoss, unseen };
}

/** Log-odds of the customers of a day, and their standard errors. */
export function learnerLogOdds(
  learner: ChurnLearner,
  rows: LearnerRows,
): { readonly logOdds: Float64Array; readonly error: Float64Array } {
  const columns = inputColumns(learner.kind, learner.factors, rows);
  const { coefficients, covariance } = learner.fit;
  const size = columns.length;
  const logOdds = linearScores(columns, coefficients, rows.count);
  const variance = new Float64Array(rows.count);
  for (let i = 0; i < size; i++) {
    for (let j = i; j < size; j++) {
      const share = (covariance[i * size + j] ?? 0) * (i === j ? 1 : 2);
      const left = columns[i];
      const right = columns[j];
      if (left === undefined || right === undefined || share === 0) continue;
      for (let row = 0; row < rows.count; row++) {
        variance[row] = (variance[row] ?? 0) + share * (left[row] ?? 0) * (right[row] ?? 0);
      }
    }
  }
  return { logOdds, error: variance.map((value) => Math.sqrt(Math.max(0, value))) };
}

/**
 * Weight of every factor of a day in the log-odds, per standard deviation: the learner's own
 * coefficients, and those by which the models' log-odds follow the factors (least squares).
 */
export function factorWeights(learner: ChurnLearner | null, rows: LearnerRows): Float64Array {
  const weights = new Float64Array(rows.factors.ids.length);
  const modelWeight =
    learner === null ? 1 : learner.kind === "corrected" ? (learner.fit.coefficients[1] ?? 0) : 0;
  if (rows.modelLogOdds !== null && modelWeight !== 0) {
    const follows = leastSquares(rows.factors.columns, rows.modelLogOdds);
    for (let index = 0; index < weights.length; index++) weights[index] = modelWeight * (follows[index] ?? 0);
  }
  const offset = learner?.kind === "corrected" ? 2 : 1;
  learner?.factors.forEach((id, index) => {
    const at = rows.factors.ids.indexOf(id);
    if (at >= 0) weights[at] = (weights[at] ?? 0) + (learner.fit.coefficients[index + offset] ?? 0);
  });
  return weights;
}

function factorsOf(kind: LearnerKind, cuts: readonly TrainingRows[]): readonly FactorId[] {
  if (kind === "recency") return ["silence"];
  return cuts[0]?.factors.ids ?? [];
}

/** Ones, the models' log-odds where the kind looks at them, and the factors; zeros for a factor the day lacks. */
function inputColumns(
  kind: LearnerKind,
  factors: readonly FactorId[],
  rows: LearnerRows,
): readonly Float64Array[] {
  const zeros = new Float64Array(rows.count);
  const columns: Float64Array[] = [new Float64Array(rows.count).fill(1)];
  if (kind === "corrected") columns.push(rows.modelLogOdds ?? zeros);
  for (const id of factors) columns.push(rows.factors.columns[rows.factors.ids.indexOf(id)] ?? zeros);
  return columns;
}

function trainingData(
  kind: LearnerKind,
  factors: readonly FactorId[],
  cuts: readonly TrainingRows[],
): LogisticData {
  const total = cuts.reduce((sum, cut) => sum + cut.count, 0);
  const samples = cuts.map((cut) => rowsOfSample(cut.customer, cut.count, (MOST_ROWS * cut.count) / total));
  const rows = samples.reduce((sum, sample) => sum + sample.length, 0);
  const parts = cuts.map((cut) => inputColumns(kind, factors, cut));
  const width = parts[0]?.length ?? 0;
  const columns = Array.from({ length: width }, () => new Float64Array(rows));
  const outcome = new Uint8Array(rows);
  const cluster = new Int32Array(rows);
  const clusters = new Map<number, number>();
  let filled = 0;
  cuts.forEach((cut, index) => {
    for (const row of samples[index] ?? []) {
      columns.forEach((column, at) => {
        column[filled] = parts[index]?.[at]?.[row] ?? 0;
      });
      outcome[filled] = cut.lost[row] ?? 0;
      const customer = cut.customer[row] ?? 0;
      const known = clusters.get(customer) ?? clusters.size;
      clusters.set(customer, known);
      cluster[filled] = known;
      filled++;
    }
  });
  return { rows, columns, outcome, weight: new Float64Array(rows).fill(1), cluster };
}

/** Coefficients of the columns (which are centred) that come closest to a target. */
function leastSquares(columns: readonly Float64Array[], target: Float64Array): Float64Array {
  const size = columns.length;
  const rows = target.length;
  const mean = target.reduce((sum, value) => sum + value, 0) / Math.max(1, rows);
  const matrix = new Float64Array(size * size);
  const right = new Float64Array(size);
  columns.forEach((left, i) => {
    for (let row = 0; row < rows; row++) {
      right[i] = (right[i] ?? 0) + (left[row] ?? 0) * ((target[row] ?? 0) - mean);
    }
    for (let j = i; j < size; j++) {
      const other = columns[j] ?? left;
      let sum = 0;
      for (let row = 0; row < rows; row++) sum += (left[row] ?? 0) * (other[row] ?? 0);
      // Factors that say the same share the weight instead of cancelling each other out.
      matrix[i * size + j] = sum + (i === j ? 0.01 * rows : 0);
      matrix[j * size + i] = matrix[i * size + j] ?? 0;
    }
  });
  return choleskySolve(matrix, right, size);
}
