import {
  checkedRiskInSteps,
  knownSignals,
  type Backtest,
  type BandRule,
  type CustomerSignals,
  type RiskBand,
  type RiskMethod,
  type RiskReason,
} from "../churn";
import {
  customerValueOf,
  forecastOf,
  retentionWhatIf,
  valueModelInSteps,
  valueQuadrants,
  type ForecastRow,
  type NotCovered,
  type RetentionWhatIf,
  type SpendSource,
  type ValueModel,
  type ValueQuadrants,
} from "../clv";
import type { BtydParams, FitResult } from "../btyd";
import { NO_DAY, type DayNumber } from "../math/day";
import type { Steps } from "../math/steps";
import type { ScoringBook } from "../orders/types";
import { TIER_IDS, type TierId } from "../tiers/types";
import type { Settings } from "../settings";

/**
 * Why nothing is predicted:
 * - noOrders: there is no valid order
 * - tooFewCustomers: fewer than 10 customers with a valid order, of whom any figure would be a guess
 * - tooShortHistory: less than 30 days from the first order to the as-of date
 */
export type PredictionGap = "noOrders" | "tooFewCustomers" | "tooShortHistory";

/** Columns over the customers of the book, in its order; NaN without a valid order. Money in major units. */
export interface ValueColumns {
  /** Purchase days expected within the months. */
  readonly expectedOrders: Float64Array;
  readonly expectedSpend: Float64Array;
  readonly clv: Float64Array;
  readonly clvLow: Float64Array;
  readonly clvHigh: Float64Array;
  /** Customers who have ordered, and what their CLV adds up to. */
  readonly all: { readonly customers: number; readonly total: number };
  /** Net spend of the window against CLV, each parted at its mean over the customers who have ordered. */
  readonly quadrants: ValueQuadrants;
}

/** Expected revenue of today's customers; money in major units. */
export interface ForecastLine extends Omit<ForecastRow, "group"> {
  /** null: all customers. */
  readonly tier: Exclude<TierId, ""> | null;
}

/** The models behind CLV and forecast, in figures that need no formula. */
export interface ModelFacts {
  readonly fit: Exclude<FitResult, { readonly status: "refused" }>;
  /** How often somebody who is still a customer buys in a year, on average. */
  readonly ordersPerYear: number;
  /** Share of customers who leave: after each purchase, or, where the model lets them leave at any time, within a year. */
  readonly leaving: { readonly per: "purchase" | "year"; readonly share: number };
  readonly spendSource: SpendSource;
  /** Expected spend on a purchase day of somebody about whom nothing is known. */
  readonly populationSpend: number;
}

/** All that is predicted from one book. Columns over the customers of the book, in its order. */
export interface Predictions {
  readonly horizonDays: number;
  /** Of the CLV. */
  readonly months: number;
  readonly annualDiscount: number;
  /** Share of spend that CLV counts; 1: all of it. */
  readonly margin: number;
  readonly method: RiskMethod;
  /** P(no valid order within the horizon); NaN without a valid order. */
  readonly risk: Float64Array;
  /** 90 % interval of that probability. */
  readonly low: Float64Array;
  readonly high: Float64Array;
  readonly bands: readonly RiskBand[];
  readonly nextPurchaseDays: Float64Array;
  readonly reasonsOf: (customer: number) => readonly RiskReason[];
  /** null where no model of purchases can be fitted, like the two that follow. */
  readonly value: ValueColumns | null;
  /** 30, 90 and 365 days ahead, and the horizon of the risk; for each the total first, then the tiers. */
  readonly forecast: {
    readonly lines: readonly ForecastLine[];
    readonly notCovered: readonly NotCovered[];
  } | null;
  readonly model: ModelFacts | null;
  /** Money in minor units. */
  readonly retention: RetentionWhatIf;
  readonly backtest: Backtest;
  /** Customers the back-test looked at; fewer than there are in a large book. */
  readonly backtestCustomers: number;
}

const FEWEST_CUSTOMERS = 10;
const FEWEST_DAYS = 30;
const YEAR_DAYS = 365;
/** Days ahead that every forecast speaks of, beside the horizon of the risk. */
export const FORECAST_DAYS = [30, 90, 365] as const;

type PredictionsOrGap =
  | { readonly predictions: Predictions; readonly gap: null }
  | { readonly predictions: null; readonly gap: PredictionGap };

function bandsOf({ bandCuts, lowShare, highShare }: Settings["prediction"]): BandRule {
  const [medium, high] = bandCuts ?? [];
  return medium === undefined || high === undefined
    ? { kind: "shares", low: lowShare, high: highShare }
    : { kind: "cuts", medium, high };
}

/** Predictions of a book, in steps, or why there are none. */
export function* predictionsInSteps(
  book: ScoringBook,
  firstOrderDay: DayNumber,
  tiers: readonly TierId[],
  signals: CustomerSignals,
  asked: Settings["prediction"],
): Steps<PredictionsOrGap> {
  const gap = gapOf(book, firstOrderDay);
  if (gap !== null) return { predictions: null, gap };
  const { horizonDays, months, annualDiscount, margin } = asked;
  const { risk, backtest, backtestCustomers } = yield* checkedRiskInSteps(
    { book, signals: knownSignals(signals, book.customers.length) },
    { horizonDays, bands: bandsOf(asked) },
  );
  return {
    gap: null,
    predictions: {
      horizonDays,
      months,
      annualDiscount,
      margin,
      method: risk.method,
      risk: risk.risk,
      low: risk.low,
      high: risk.high,
      bands: risk.bands,
      nextPurchaseDays: risk.nextPurchaseDays,
      reasonsOf: risk.reasonsOf,
      ...(yield* valueOf(book, tiers, risk.method, asked)),
      retention: retentionWhatIf(book, { annualDiscount, margin }),
      backtest,
      backtestCustomers,
    },
  };
}

function gapOf({ summary, asOf }: ScoringBook, firstOrderDay: DayNumber): PredictionGap | null {
  const customers = summary.totalOrders.reduce((sum, orders) => sum + (orders > 0 ? 1 : 0), 0);
  if (customers === 0 || firstOrderDay === NO_DAY) return "noOrders";
  if (customers < FEWEST_CUSTOMERS) return "tooFewCustomers";
  return asOf - firstOrderDay < FEWEST_DAYS ? "tooShortHistory" : null;
}

function* valueOf(
  book: ScoringBook,
  tiers: readonly TierId[],
  method: RiskMethod,
  { horizonDays, months, annualDiscount, margin }: Settings["prediction"],
): Steps<Pick<Predictions, "value" | "forecast" | "model">> {
  const model = yield* valueModelInSteps(book, { model: method.countModel ?? "auto" });
  if (model.status === "refused") return { value: null, forecast: null, model: null };
  yield;
  const scale = 10 ** book.decimals;
  const major = (column: Float64Array) => column.map((amount) => amount / scale);
  const value = customerValueOf(model, book.customers.length, {
    months,
    annualDiscount,
    margin,
  });
  const { low, high } = value.interval();
  const clv = major(value.clv);
  const known = clv.filter((amount) => !Number.isNaN(amount));
  yield;
  const ahead = forecastOf(model, {
    horizons: [...new Set([...FORECAST_DAYS, horizonDays])].sort((one, other) => one - other),
    groups: { ids: TIER_IDS, of: tiers.map((tier) => (tier === "" ? -1 : TIER_IDS.indexOf(tier))) },
  });
  return {
    value: {
      expectedOrders: value.expectedOrders,
      expectedSpend: major(value.expectedSpend),
      clv,
      clvLow: major(low),
      clvHigh: major(high),
      all: {
        customers: known.length,
        total: known.reduce((sum, amount) => sum + amount, 0),
      },
      quadrants: valueQuadrants(major(book.summary.windowNet), clv),
    },
    forecast: {
      notCovered: ahead.notCovered,
      lines: ahead.rows
        .filter(({ group, customers }) => group === null || customers > 0)
        .map(({ group, ...row }): ForecastLine => ({
          ...row,
          tier: TIER_IDS.find((id) => id === group) ?? null,
          expectedRevenue: row.expectedRevenue / scale,
          low: row.low / scale,
          high: row.high / scale,
        })),
    },
    model: modelFacts(model, scale),
  };
}

function modelFacts(model: Extract<ValueModel, { readonly status: "fitted" }>, scale: number): ModelFacts {
  const { params } = model.fit;
  return {
    fit: model.fit,
    ordersPerYear: (YEAR_DAYS * params.r) / params.alpha,
    leaving: leavingOf(params),
    spendSource: model.spendSource,
    populationSpend:
      (model.spendFit?.populationMean ??
        (model.spendParams.kind === "pooledMean" ? model.spendParams.mean : 0)) / scale,
  };
}

/** Means over customers of whom nothing is known; 0 where the model sees nobody leave. */
function leavingOf(params: BtydParams): ModelFacts["leaving"] {
  if (params.model === "pareto") {
    // Lomax: the chance to have left by then.
    return { per: "year", share: -Math.expm1(-params.s * Math.log1p(YEAR_DAYS / params.beta)) };
  }
  const { a, b } = params;
  return { per: "purchase", share: a > 0 ? a / (a + b) : 0 };
}
