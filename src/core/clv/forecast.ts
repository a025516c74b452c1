import {
  conditionalExpectedSpend,
  expectedPurchases,
  logGradient,
  PERIOD_DAYS,
  type BtydModel,
} from "../btyd";
import { InvalidArgumentError } from "../errors";
import { amountMoments, spendShape } from "./amountAhead";
import { countsAhead, type CountsAhead } from "./countsAhead";
import { valueModel, type ValueBook, type ValueModel } from "./valueModel";

/** Customers put together for a row of their own, tiers for one. */
export interface ForecastGroups {
  readonly ids: readonly string[];
  /** Index into `ids` of each customer of the book; −1: only in the total. */
  readonly of: ArrayLike<number>;
}

/** Expected purchases and revenue of a group over a horizon; revenue in minor units, not discounted. */
export interface ForecastRow {
  readonly horizonDays: number;
  /** Id of the group; null: everybody. */
  readonly group: string | null;
  readonly customers: number;
  readonly expectedOrders: number;
  readonly expectedRevenue: number;
  /** Ends of the 80 % predictive interval of the revenue that will be realised. */
  readonly low: number;
  readonly high: number;
}

/** What no row covers: people who have not bought yet, and changes of price, offer or season. */
export const NOT_COVERED = ["newCustomers", "prices", "promotions", "seasons"] as const;
export type NotCovered = (typeof NOT_COVERED)[number];

export interface Forecast {
  readonly status: "fitted" | "refused";
  /** Why there are no rows; null where there are. */
  readonly reason: string | null;
  /** By horizon, the total first. */
  readonly rows: readonly ForecastRow[];
  readonly notCovered: readonly NotCovered[];
}

export interface ForecastOptions {
  /** Days, each above 0; 30, 90 and 365 by default. */
  readonly horizons?: readonly number[];
  readonly groups?: ForecastGroups;
  readonly model?: BtydModel | "auto";
}

/** Φ⁻¹(0.9). */
const Z = 1.2815515655446004;
const SPEND_STEP = 1e-4;
const NOTHING_AHEAD: CountsAhead = { none: 1, counts: new Float64Array(0), chances: new Float64Array(0) };

/**
 * What today's customers are expected to spend, in all and by group, with an interval that covers the
 * amount realised four times in five if they go on as the models say.
 *
 * Two doubts make the interval: how many purchases of what size chance brings (customers are
 * independent of each other), and how well the parameters are known (delta method; shared by all, so it
 * does not average out). The sum is taken for gamma distributed, which is never below 0 and skewed
 * where few customers carry it (cube-root approximation of Wilson and Hilferty).
 *
 * @throws InvalidArgumentError "outOfRange" for a horizon not above 0
 */
export function forecast(book: ValueBook, options: ForecastOptions = {}): Forecast {
  return forecastOf(valueModel(book, { model: options.model ?? "auto" }), options);
}

/** The same from models that are fitted already. */
export function forecastOf(model: ValueModel, options: ForecastOptions = {}): Forecast {
  const { horizons = [30, 90, 365], groups = { ids: [], of: [] } } = options;
  for (const horizon of horizons) {
    if (!(horizon > 0 && horizon < Infinity)) {
      throw new InvalidArgumentError("horizons", "outOfRange", { value: horizon });
    }
  }
  if (model.status === "refused") {
    return { status: "refused", reason: model.reason, rows: [], notCovered: NOT_COVERED };
  }
  const rows = horizons.flatMap((horizon) => rowsOf(model, horizon, groups));
  return { status: "fitted", reason: null, rows, notCovered: NOT_COVERED };
}

interface Sums {
  customers: number;
  orders: number;
  revenue: number;
  variance: number;
  /** Slopes of the revenue by the logs of the parameters of purchases, and of spend. */
  readonly slopes: Float64Array;
  readonly spendSlopes: Float64Array;
}

function rowsOf(
  model: Extract<ValueModel, { readonly status: "fitted" }>,
  horizonDays: number,
  groups: ForecastGroups,
): readonly ForecastRow[] {
  const { fit, histogram } = model;
  const horizon = horizonDays / PERIOD_DAYS[histogram.period];
  const expected = (params: typeof fit.params) =>
    expectedPurchases(params, histogram, [horizon])[0] ?? new Float64Array(histogram.count);
  const orders = expected(fit.params);
  const slopes = fit.logCovariance === null ? [] : logGradient(fit.params, expected);
  const spendSlopes = spendGradient(model);
  const shape = spendShape(model.spendParams);
  const aheadOf = countsAhead(fit.params, histogram, horizon);
  const aheads = Array.from({ length: histogram.count }, (_, history) => aheadOf(history));

  const sums = Array.from({ length: groups.ids.length + 1 }, (): Sums => ({
    customers: 0,
    orders: 0,
    revenue: 0,
    variance: 0,
    slopes: new Float64Array(slopes.length),
    spendSlopes: new Float64Array(spendSlopes.length),
  }));
  for (let customer = 0; customer < histogram.historyOf.length; customer++) {
    const history = histogram.historyOf[customer] ?? -1;
    if (history < 0) continue;
    const ahead = aheads[history] ?? NOTHING_AHEAD;
    const mean = model.knownMean[customer] ?? 0;
    const known = mean > 0 ? (model.knownPurchases[customer] ?? 0) : 0;
    const scale = shape.scale + known * mean;
    const variance = amountMoments(ahead, shape, known).variance * scale * scale;
    const spend = model.expectedSpend[customer] ?? 0;
    const group = groups.of[customer] ?? -1;
    for (const sum of [sums[0], group < 0 ? undefined : sums[group + 1]]) {
      if (sum === undefined) continue;
      add(sum, { orders: orders[history] ?? 0, spend, variance });
      slopes.forEach((slope, index) => {
        sum.slopes[index] = (sum.slopes[index] ?? 0) + (slope[history] ?? 0) * spend;
      });
      spendSlopes.forEach((slope, index) => {
        const by = (slope[customer] ?? 0) * (orders[history] ?? 0);
        sum.spendSlopes[index] = (sum.spendSlopes[index] ?? 0) + by;
      });
    }
  }
  return sums.map((sum, index) => {
    const doubt =
      sum.variance +
      quadratic(sum.slopes, fit.logCovariance) +
      quadratic(sum.spendSlopes, model.spendFit?.logCovariance ?? null);
    return {
      horizonDays,
      group: index === 0 ? null : (groups.ids[index - 1] ?? ""),
      customers: sum.customers,
      expectedOrders: sum.orders,
      expectedRevenue: sum.revenue,
      low: gammaQuantile(sum.revenue, doubt, -Z),
      high: gammaQuantile(sum.revenue, doubt, Z),
    };
  });
}

function add(
  sum: Sums,
  one: { readonly orders: number; readonly spend: number; readonly variance: number },
): void {
  sum.customers++;
  sum.orders += one.orders;
  sum.revenue += one.orders * one.spend;
  sum.variance += one.variance;
}

/** How the expected spend of each customer moves with the logs of p, q and v. */
function spendGradient(model: Extract<ValueModel, { readonly status: "fitted" }>): readonly Float64Array[] {
  const { spendParams, spendFit } = model;
  if (spendParams.kind !== "gammaGamma" || (spendFit?.logCovariance ?? null) === null) return [];
  return (["p", "q", "v"] as const).map((name) => {
    const at = (factor: number) =>
      conditionalExpectedSpend(
        { ...spendParams, [name]: spendParams[name] * factor },
        model.knownPurchases,
        model.knownMean,
      );
    const up = at(Math.exp(SPEND_STEP));
    const down = at(Math.exp(-SPEND_STEP));
    return up.map((value, index) => (value - (down[index] ?? 0)) / (2 * SPEND_STEP));
  });
}

function quadratic(slopes: Float64Array, covariance: readonly (readonly number[])[] | null): number {
  if (covariance === null) return 0;
  let sum = 0;
  slopes.forEach((left, i) => {
    slopes.forEach((right, j) => {
      sum += left * right * (covariance[i]?.[j] ?? 0);
    });
  });
  return Math.max(0, sum);
}

function gammaQuantile(mean: number, variance: number, z: number): number {
  if (!(mean > 0)) return 0;
  const ninth = variance / (mean * mean) / 9;
  return mean * Math.max(0, 1 - ninth + z * Math.sqrt(ninth)) ** 3;
}
