import { finish, type Steps } from "./steps";
import { symmetricEigen } from "./symmetricEigen";

/** A smooth function of a few variables: returns the value at a point and writes its gradient there. */
export type Objective = (point: readonly number[], gradient: Float64Array) => number;

export interface Box {
  readonly lower: readonly number[];
  readonly upper: readonly number[];
}

export interface Maximum {
  readonly point: readonly number[];
  readonly value: number;
  readonly iterations: number;
  readonly converged: boolean;
  /** Variables that stand at a bound and would go beyond it. */
  readonly held: readonly boolean[];
}

const MOST_ITERATIONS = 200;
const STEP = 1e-5;

/**
 * Largest value of a function in a box, by Newton's method with a trust region.
 *
 * Second derivatives are differences of the gradient; a step never leaves the region where the quadratic
 * model was seen to hold, so ridges and saddles do no harm. Variables at a bound rest there while the
 * gradient points outwards. Ends when the best step promises a gain that the value could not show.
 *
 * @param objective - values that are not finite count as worse than any
 * @see Nocedal & Wright (2006), chapter 4 (trust region), section 16.7 (bounds)
 */
export function maximise(objective: Objective, start: readonly number[], box: Box): Maximum {
  return finish(maximiseInSteps(objective, start, box));
}

/** `maximise`, one iteration a step. */
export function* maximiseInSteps(objective: Objective, start: readonly number[], box: Box): Steps<Maximum> {
  const size = start.length;
  let point = start.map((value, i) =>
    Math.min(Math.max(value, box.lower[i] ?? value), box.upper[i] ?? value),
  );
  let gradient = new Float64Array(size);
  let trial = new Float64Array(size);
  let value = objective(point, gradient);
  let radius = 1;
  let hessian: number[][] | null = null;
  for (let iteration = 0; ; iteration++) {
    if (iteration > 0) yield;
    const held = heldAt(point, gradient, box);
    if (!Number.isFinite(value) || iteration >= MOST_ITERATIONS) {
      return { point, value, iterations: iteration, converged: false, held };
    }
    const free = held.flatMap((rests, i) => (rests ? [] : [i]));
    hessian ??= hessianAt(objective, point, gradient, free, box);
    const { step, gain } = boundedStep(point, gradient, hessian, free, radius, box);
    if (gain <= Math.max(1e-8, 4e-14 * Math.abs(value))) {
      return { point, value, iterations: iteration, converged: true, held };
    }
    const next = point.map((coordinate, i) => atBound(coordinate + (step[i] ?? 0), i, box));
    const reached = objective(next, trial);
    const kept = Number.isFinite(reached) ? (reached - value) / gain : -1;
    const length = Math.hypot(...step);
    if (kept < 0.25) radius = length / 4;
    else if (kept > 0.75) radius = Math.min(8, Math.max(radius, 2.5 * length));
    if (kept > 1e-4) {
      point = next;
      value = reached;
      [gradient, trial] = [trial, gradient];
      // After a short step that did what it promised, the second derivatives still hold.
      const still = length < 0.1 && Math.abs(kept - 1) < 0.1 && sameSet(held, heldAt(point, gradient, box));
      if (!still) hessian = null;
    } else if (radius < 1e-12) {
      // Noise of the value, not its shape, is what the steps meet.
      return { point, value, iterations: iteration, converged: gain < 1e-6 * (1 + Math.abs(value)), held };
    }
  }
}

/** Second derivatives in the free variables (rows and columns in their order), symmetric. */
function hessianAt(
  objective: Objective,
  point: readonly number[],
  gradient: Float64Array,
  free: readonly number[],
  box: Partial<Box>,
): number[][] {
  const rows = free.map((i) => {
    const step = (point[i] ?? 0) + STEP > (box.upper?.[i] ?? Infinity) ? -STEP : STEP;
    const moved = new Float64Array(gradient.length);
    objective(
      point.map((value, k) => (k === i ? value + step : value)),
      moved,
    );
    return free.map((j) => ((moved[j] ?? 0) - (gradient[j] ?? 0)) / step);
  });
  return rows.map((row, i) => row.map((value, j) => (value + (rows[j]?.[i] ?? 0)) / 2));
}

/** A coordinate that a step was cut to the box for, without the rounding of the sum. */
function atBound(value: number, i: number, { lower, upper }: Box): number {
  for (const bound of [lower[i] ?? -Infinity, upper[i] ?? Infinity]) {
    if (Math.abs(value - bound) <= 1e-12 * (1 + Math.abs(value))) return bound;
  }
  return value;
}

function heldAt(point: readonly number[], gradient: Float64Array, { lower, upper }: Box): boolean[] {
  return point.map((value, i) => {
    const slope = gradient[i] ?? 0;
    return (
      (value <= (lower[i] ?? -Infinity) && slope <= 0) || (value >= (upper[i] ?? Infinity) && slope >= 0)
    );
  });
}

const sameSet = (one: readonly boolean[], other: readonly boolean[]) =>
  one.every((rests, i) => rests === other[i]);

/** The step that the quadratic model likes best within the radius, cut at the box, and the gain it promises. */
function boundedStep(
  point: readonly number[],
  gradient: Float64Array,
  hessian: readonly (readonly number[])[],
  free: readonly number[],
  radius: number,
  box: Box,
): { readonly step: readonly number[]; readonly gain: number } {
  const slopes = free.map((variable) => gradient[variable] ?? 0);
  const moves = regionStep(slopes, hessian, radius);
  // How much of the step fits: all along it the model gains, which a step cut in one variable alone may not.
  const room = moves.map((move, k) => {
    const from = point[free[k] ?? 0] ?? 0;
    const bound = move > 0 ? box.upper[free[k] ?? 0] : box.lower[free[k] ?? 0];
    return move === 0 || bound === undefined ? Infinity : (bound - from) / move;
  });
  const movable = free.flatMap((_, k) => ((room[k] ?? 0) > 0 ? [k] : []));
  if (movable.length < free.length) {
    // A variable at its bound that the others would drag outwards stays out of this step.
    return boundedStep(
      point,
      gradient,
      movable.map((k) => movable.map((l) => hessian[k]?.[l] ?? 0)),
      movable.map((k) => free[k] ?? 0),
      radius,
      box,
    );
  }
  const share = Math.min(1, ...room);
  const step = point.map(() => 0);
  free.forEach((variable, k) => {
    step[variable] = share * (moves[k] ?? 0);
  });
  const linear = slopes.reduce((sum, slope, k) => sum + slope * (moves[k] ?? 0), 0);
  const bent = moves.reduce(
    (sum, one, k) => sum + one * moves.reduce((row, other, l) => row + (hessian[k]?.[l] ?? 0) * other, 0),
    0,
  );
  return { step, gain: share * linear + (share * share * bent) / 2 };
}

/** The largest value of slopes · step + step' hessian step / 2 among steps no longer than the radius. */
function regionStep(
  gradient: readonly number[],
  hessian: readonly (readonly number[])[],
  radius: number,
): readonly number[] {
  const { values, vectors } = symmetricEigen(hessian);
  const slopes = vectors.map((vector) =>
    vector.reduce((sum, value, k) => sum + value * (gradient[k] ?? 0), 0),
  );
  const lengthAt = (shift: number) =>
    Math.hypot(...slopes.map((slope, i) => slope / (shift - (values[i] ?? 0))));
  // Newton's own step where the function bends down everywhere and the step is short enough.
  let shift = 0;
  if (!(Math.max(...values) < 0 && lengthAt(0) <= radius)) {
    const steepest = Math.max(0, ...values);
    let low = steepest;
    let high = steepest + Math.hypot(...slopes) / radius + 1e-300;
    for (let halving = 0; halving < 60; halving++) {
      shift = (low + high) / 2;
      if (lengthAt(shift) > radius) low = shift;
      else high = shift;
    }
    shift = high;
  }
  return gradient.map((_, k) =>
    slopes.reduce(
      (sum, slope, i) =>
        sum + (slope === 0 ? 0 : (slope / (shift - (values[i] ?? 0))) * (vectors[i]?.[k] ?? 0)),
      0,
    ),
  );
}

/**
 * Covariance of the estimates at a maximum of a log-likelihood: the inverse of minus its second
 * derivatives, which are differences of the gradient; variables that are held have none.
 *
 * @returns null where the function is too flat or bends the wrong way
 */
export function covarianceAt(
  objective: Objective,
  maximum: Pick<Maximum, "point" | "held">,
): number[][] | null {
  const { point, held } = maximum;
  const free = held.flatMap((rests, i) => (rests ? [] : [i]));
  const gradient = new Float64Array(point.length);
  objective(point, gradient);
  const { values, vectors } = symmetricEigen(hessianAt(objective, point, gradient, free, {}));
  const sharpest = Math.max(...values.map((value) => -value));
  // A standard error of 1,000 in a logarithm says nothing.
  if (!values.every((value) => -value > Math.max(1e-6, 1e-12 * sharpest))) return null;
  const covariance = point.map(() => point.map(() => 0));
  free.forEach((variable, i) => {
    free.forEach((other, j) => {
      const row = covariance[variable];
      if (row === undefined) return;
      row[other] = values.reduce(
        (sum, value, k) => sum + ((vectors[k]?.[i] ?? 0) * (vectors[k]?.[j] ?? 0)) / -value,
        0,
      );
    });
  });
  return covariance;
}
