import { logistic, softplus } from "../math/logistic";
import { choleskySolve } from "../math/choleskySolve";

/** Rows of numbers with a yes or no beside each. */
export interface LogisticData {
  readonly rows: number;
  /** One column per input, each of `rows` numbers; an intercept is a column of ones. */
  readonly columns: readonly Float64Array[];
  /** 1 or 0. */
  readonly outcome: Uint8Array;
  /** Weight of each row; 0 leaves it out. */
  readonly weight: Float64Array;
  /** Whole numbers from 0: rows of one customer at several days are one witness, not several. */
  readonly cluster: Int32Array;
}

/** What the coefficients are drawn towards, and how strongly (0: not at all). */
export interface RidgePrior {
  readonly mean: readonly number[];
  /** In weighted rows: 1 ÷ the variance of the prior. */
  readonly strength: readonly number[];
}

export interface LogisticFit {
  readonly coefficients: Float64Array;
  /** Row by row, size × size; empty where it was not wanted. */
  readonly covariance: Float64Array;
  readonly converged: boolean;
}

export interface FitWanted {
  readonly covariance: boolean;
  /** Coefficients that are close already; null: starts at the prior. */
  readonly from: Float64Array | null;
}

const MOST_STEPS = 60;
const SMALLEST_STEP = 1e-7;

/**
 * Logistic regression with a normal prior on every coefficient, by Newton's method with step halving;
 * the objective is strictly convex wherever a prior holds, so that no separation of the outcomes can
 * send a coefficient to infinity.
 *
 * The covariance is the sandwich over clusters: inverse curvature × squared cluster scores × inverse
 * curvature, plus the share of the prior, whose draw is a score of its own. Rows of one customer may
 * depend on each other as they like.
 *
 * @see Hoerl & Kennard (1970) for the ridge; Liang & Zeger (1986) for the sandwich
 */
export function fitRidgeLogistic(
  data: LogisticData,
  prior: RidgePrior,
  wanted: FitWanted = { covariance: true, from: null },
): LogisticFit {
  let coefficients = Float64Array.from(wanted.from ?? prior.mean);
  let value = objective(data, prior, coefficients);
  let converged = false;
  for (let step = 0; step < MOST_STEPS && !converged; step++) {
    const { gradient, curvature } = derivatives(data, prior, coefficients);
    const direction = choleskySolve(curvature, gradient, data.columns.length);
    let length = 1;
    let next = coefficients;
    let nextValue = value;
    for (; length > 1e-8; length /= 2) {
      next = coefficients.map((at, index) => at - length * (direction[index] ?? 0));
      nextValue = objective(data, prior, next);
      if (nextValue <= value + 1e-12 * Math.abs(value)) break;
    }
    const moved = direction.reduce((most, part) => Math.max(most, Math.abs(part)), 0) * length;
    coefficients = next;
    value = nextValue;
    converged =
      moved < SMALLEST_STEP * (1 + coefficients.reduce((most, at) => Math.max(most, Math.abs(at)), 0));
  }
  const covariance = wanted.covariance ? covarianceOf(data, prior, coefficients) : new Float64Array(0);
  return { coefficients, covariance, converged };
}

/** The weighted sum of inputs, the log-odds, of every row. */
export function linearScores(
  columns: readonly Float64Array[],
  coefficients: Float64Array,
  rows: number,
): Float64Array {
  const scores = new Float64Array(rows);
  columns.forEach((column, index) => {
    const coefficient = coefficients[index] ?? 0;
    if (coefficient === 0) return;
    for (let row = 0; row < rows; row++) scores[row] = (scores[row] ?? 0) + coefficient * (column[row] ?? 0);
  });
  return scores;
}

function objective(data: LogisticData, prior: RidgePrior, coefficients: Float64Array): number {
  const scores = linearScores(data.columns, coefficients, data.rows);
  let sum = 0;
  for (let row = 0; row < data.rows; row++) {
    const z = scores[row] ?? 0;
    sum += (data.weight[row] ?? 0) * (softplus(z) - (data.outcome[row] ?? 0) * z);
  }
  coefficients.forEach((at, index) => {
    sum += 0.5 * (prior.strength[index] ?? 0) * (at - (prior.mean[index] ?? 0)) ** 2;
  });
  return sum;
}

function derivatives(data: LogisticData, prior: RidgePrior, coefficients: Float64Array) {
  const size = coefficients.length;
  const scores = linearScores(data.columns, coefficients, data.rows);
  const residual = new Float64Array(data.rows);
  const spread = new Float64Array(data.rows);
  for (let row = 0; row < data.rows; row++) {
    const p = logistic(scores[row] ?? 0);
    const weight = data.weight[row] ?? 0;
    residual[row] = weight * (p - (data.outcome[row] ?? 0));
    spread[row] = weight * p * (1 - p);
  }
  const gradient = new Float64Array(size);
  const curvature = new Float64Array(size * size);
  for (let i = 0; i < size; i++) {
    const left = data.columns[i] ?? residual;
    let sum = 0;
    for (let row = 0; row < data.rows; row++) sum += (residual[row] ?? 0) * (left[row] ?? 0);
    gradient[i] = sum + (prior.strength[i] ?? 0) * ((coefficients[i] ?? 0) - (prior.mean[i] ?? 0));
    for (let j = i; j < size; j++) {
      const right = data.columns[j] ?? residual;
      let product = 0;
      for (let row = 0; row < data.rows; row++) {
        product += (spread[row] ?? 0) * (left[row] ?? 0) * (right[row] ?? 0);
      }
      curvature[i * size + j] = product;
      curvature[j * size + i] = product;
    }
    // A breath of ridge where there is no prior at all keeps a constant column solvable.
    curvature[i * size + i] = (curvature[i * size + i] ?? 0) + (prior.strength[i] ?? 0) + 1e-9;
  }
  return { gradient, curvature, residual };
}

function covarianceOf(data: LogisticData, prior: RidgePrior, coefficients: Float64Array): Float64Array {
  const size = coefficients.length;
  const { curvature, residual } = derivatives(data, prior, coefficients);
  const clusters = data.cluster.reduce((most, cluster) => Math.max(most, cluster), -1) + 1;
  const scores = new Float64Array(clusters * size);
  for (let row = 0; row < data.rows; row++) {
    const at = (data.cluster[row] ?? 0) * size;
    const left = residual[row] ?? 0;
    for (let i = 0; i < size; i++) {
      scores[at + i] = (scores[at + i] ?? 0) + left * ((data.columns[i] ?? residual)[row] ?? 0);
    }
  }
  const middle = new Float64Array(size * size);
  for (let cluster = 0; cluster < clusters; cluster++) {
    const at = cluster * size;
    for (let i = 0; i < size; i++) {
      const left = scores[at + i] ?? 0;
      if (left === 0) continue;
      for (let j = 0; j < size; j++)
        middle[i * size + j] = (middle[i * size + j] ?? 0) + left * (scores[at + j] ?? 0);
    }
  }
  for (let i = 0; i < size; i++)
    middle[i * size + i] = (middle[i * size + i] ?? 0) + (prior.strength[i] ?? 0);
  const half = new Float64Array(size * size);
  const unit = new Float64Array(size);
  const inverse = new Float64Array(size * size);
  for (let column = 0; column < size; column++) {
    unit.fill(0);
    unit[column] = 1;
    const solved = choleskySolve(curvature, unit, size);
    for (let row = 0; row < size; row++) inverse[row * size + column] = solved[row] ?? 0;
  }
  multiply(inverse, middle, half, size);
  const covariance = new Float64Array(size * size);
  multiply(half, inverse, covariance, size);
  return covariance;
}

function multiply(a: Float64Array, b: Float64Array, into: Float64Array, size: number): void {
  for (let i = 0; i < size; i++) {
    for (let j = 0; j < size; j++) {
      let sum = 0;
      for (let k = 0; k < size; k++) sum += (a[i * size + k] ?? 0) * (b[k * size + j] ?? 0);
      into[i * size + j] = sum;
    }
  }
}
