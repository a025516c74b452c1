import { expectedPurchases, PERIOD_DAYS, type BtydModel, type Fit, type Period } from "../btyd";
import { InvalidArgumentError } from "../errors";
import { lazily } from "../orders/lazily";
import { amountQuantile, spendShape } from "./amountAhead";
import { countsAhead } from "./countsAhead";
import { valueModel, type SpendSource, type ValueBook, type ValueModel } from "./valueModel";

export interface ValueOptions {
  /** 12 by default; a month is 365/12 days. Need not be whole: the last one may be a part. */
  readonly months?: number;
  /** A year; 0.1 by default. Per month (1 + annual)^(1/12) − 1. */
  readonly annualDiscount?: number;
  /** Share of revenue that is counted; 1 (revenue itself) by default. */
  readonly margin?: number;
  /** "auto" by default: the smallest AIC; see also `RiskMethod.countModel`. */
  readonly model?: BtydModel | "auto";
  /** "day" by default; "week" only to reproduce published tables. */
  readonly period?: Period;
}

/** One entry per customer of the book, in its order; NaN without a valid order. Money in minor units. */
export interface CustomerValue {
  readonly count: number;
  readonly method:
    | {
        readonly status: "fitted";
        readonly fit: Fit;
        readonly spendSource: SpendSource;
        readonly populationSpend: number;
      }
    | { readonly status: "refused"; readonly reason: string };
  /** Purchase days expected within the months. */
  readonly expectedOrders: Float64Array;
  readonly expectedSpend: Float64Array;
  /** Discounted, times the margin. */
  readonly clv: Float64Array;
  /**
   * Ends of the 80 % predictive interval of the amount that will be realised, discounted like the CLV;
   * worked out when first asked for. Low is 0 where buying nothing has a chance of 10 % or more, and
   * both are 0 where it has one of 90 %.
   */
  readonly interval: () => { readonly low: Float64Array; readonly high: Float64Array };
}

export const DAYS_PER_MONTH = 365 / 12;
/** 80 % between the ends. */
const LOW = 0.1;
const HIGH = 0.9;

/**
 * Customer lifetime value: what customers are expected to spend in the coming months, discounted.
 *
 * The sum over months of the purchases expected in the month times the expected spend of one, each
 * discounted at the end of its month. Future purchases of people who are customers today; no new ones.
 *
 * The interval mixes the chance of every number of purchases with the spread of what they cost, for
 * parameters as fitted; it shrinks what is undiscounted by the customer's mean discount.
 *
 * @throws InvalidArgumentError "outOfRange" for months not above 0, a discount of −1 or less, a margin below 0
 * @see Fader, Hardie & Lee (2005), RFM and CLV; published CDNOW values in test/published
 */
export function customerValue(book: ValueBook, options: ValueOptions = {}): CustomerValue {
  return customerValueOf(valueModel(book, options), book.customers.length, options);
}

/** The same from models that are fitted already. */
export function customerValueOf(
  model: ValueModel,
  customers: number,
  options: ValueOptions = {},
): CustomerValue {
  const { months = 12, annualDiscount = 0.1, margin = 1 } = options;
  checkOptions(months, annualDiscount, margin);
  const blank = () => new Float64Array(customers).fill(Number.NaN);
  if (model.status === "refused") {
    return {
      count: customers,
      method: model,
      expectedOrders: blank(),
      expectedSpend: blank(),
      clv: blank(),
      interval: () => ({ low: blank(), high: blank() }),
    };
  }
  const { fit, histogram } = model;
  const month = DAYS_PER_MONTH / PERIOD_DAYS[histogram.period];
  const { orders, discounted } = ordersByHistory(model, months, annualDiscount, month);
  const expectedOrders = blank();
  const expectedSpend = blank();
  const clv = blank();
  for (let customer = 0; customer < customers; customer++) {
    const history = histogram.historyOf[customer] ?? -1;
    if (history < 0) continue;
    const spend = model.expectedSpend[customer] ?? 0;
    expectedOrders[customer] = orders[history] ?? 0;
    expectedSpend[customer] = spend;
    clv[customer] = (discounted[history] ?? 0) * spend * margin;
  }
  const interval = lazily(() => {
    const low = blank();
    const high = blank();
    const shape = spendShape(model.spendParams);
    const aheadOf = countsAhead(fit.params, histogram, months * month);
    const inAll = model.spendSource === "pooledAll" ? 1 : 0;
    const endsOf = (history: number, known: number) => {
      const ahead = aheadOf(history);
      return [amountQuantile(ahead, shape, known, LOW), amountQuantile(ahead, shape, known, HIGH)] as const;
    };
    // How many purchases have a known spend follows from the history: its customers share the ends.
    const shared = Array.from({ length: histogram.count }, (_, history) =>
      endsOf(history, (histogram.repeatOrders[history] ?? 0) + inAll),
    );
    for (let customer = 0; customer < customers; customer++) {
      const history = histogram.historyOf[customer] ?? -1;
      if (history < 0) continue;
      const usable = (model.knownMean[customer] ?? 0) > 0;
      const own = usable ? (model.knownPurchases[customer] ?? 0) * (model.knownMean[customer] ?? 0) : 0;
      const oneTime = (model.knownPurchases[customer] ?? 0) === 0;
      const [least, most] = (usable || oneTime ? shared[history] : null) ?? endsOf(history, 0);
      const mean = orders[history] ?? 0;
      const scale = (shape.scale + own) * margin * (mean > 0 ? (discounted[history] ?? 0) / mean : 1);
      low[customer] = least * scale;
      high[customer] = most * scale;
    }
    return { low, high };
  });
  const { spendSource, spendParams } = model;
  const populationSpend =
    model.spendFit?.populationMean ?? (spendParams.kind === "pooledMean" ? spendParams.mean : 0);
  return {
    count: customers,
    method: { status: "fitted", fit, spendSource, populationSpend },
    expectedOrders,
    expectedSpend,
    clv,
    interval,
  };
}

function ordersByHistory(
  model: Extract<ValueModel, { readonly status: "fitted" }>,
  months: number,
  annualDiscount: number,
  month: number,
) {
  const { fit, histogram } = model;
  const ends = Array.from({ length: Math.ceil(months) }, (_, index) => Math.min(months, index + 1));
  const upTo = expectedPurchases(
    fit.params,
    histogram,
    ends.map((end) => end * month),
  );
  const discounted = new Float64Array(histogram.count);
  upTo.forEach((column, index) => {
    const factor = (1 + annualDiscount) ** (-(index + 1) / 12);
    const before = upTo[index - 1];
    for (let history = 0; history < histogram.count; history++) {
      const within = (column[history] ?? 0) - (before?.[history] ?? 0);
      discounted[history] = (discounted[history] ?? 0) + within * factor;
    }
  });
  return { orders: upTo[upTo.length - 1] ?? new Float64Array(histogram.count), discounted };
}

function checkOptions(months: number, annualDiscount: number, margin: number): void {
  if (!(months > 0 && months <= 1200))
    throw new InvalidArgumentError("months", "outOfRange", { value: months });
  if (!(annualDiscount > -1 && annualDiscount < Infinity)) {
    throw new InvalidArgumentError("annualDiscount", "outOfRange", { value: annualDiscount });
  }
  if (!(margin >= 0 && margin < Infinity))
    throw new InvalidArgumentError("margin", "outOfRange", { value: margin });
}
