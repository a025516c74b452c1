import {
  conditionalExpectedSpend,
  fitGammaGammaInSteps,
  fitModelInSteps,
  histogramOf,
  type BtydModel,
  type CustomerHistogram,
  type FitResult,
  type Period,
  type SpendFit,
  type SpendParams,
} from "../btyd";
import { finish, type Steps } from "../math/steps";
import type { ScoringBook } from "../orders/types";
import { purchaseSpend, type PurchaseSpend } from "./purchaseSpend";

/** What CLV and forecasts read of a book; its summary is cut at the as-of date. */
export type ValueBook = Pick<ScoringBook, "asOf" | "customers" | "orders" | "summary">;

/**
 * How spend per purchase is expected:
 * - gammaGamma: the model
 * - pooledRepeat: own mean of repeat purchases drawn towards everybody's, because the model has no mean
 * - pooledAll: own mean of all purchases drawn towards everybody's, because nobody's repeats can be used
 */
export type SpendSource = "gammaGamma" | "pooledRepeat" | "pooledAll";

/** The two models behind CLV and forecast, fitted to one book, or what keeps them from being fitted. */
export type ValueModel =
  | {
      readonly status: "fitted";
      readonly fit: Exclude<FitResult, { readonly status: "refused" }>;
      readonly histogram: CustomerHistogram;
      readonly spend: PurchaseSpend;
      readonly spendParams: SpendParams;
      readonly spendFit: SpendFit | null;
      readonly spendSource: SpendSource;
      /** Purchases, and their mean spend, that the expectation of each customer rests on. */
      readonly knownPurchases: Int32Array;
      readonly knownMean: Float64Array;
      /** Expected spend per purchase day of each customer; minor units. */
      readonly expectedSpend: Float64Array;
    }
  | { readonly status: "refused"; readonly reason: "noCustomers" | "noTime" | "notConverged" };

export interface ValueModelOptions {
  readonly model?: BtydModel | "auto";
  readonly period?: Period;
}

/**
 * Fits the model of purchases and that of spend.
 *
 * @param model - "auto": the one with the smallest AIC
 */
export function valueModel(book: ValueBook, options: ValueModelOptions = {}): ValueModel {
  return finish(valueModelInSteps(book, options));
}

/** `valueModel` in steps. */
export function* valueModelInSteps(book: ValueBook, options: ValueModelOptions = {}): Steps<ValueModel> {
  const spend = purchaseSpend(book);
  const columns = { count: book.customers.length, ...spend };
  const histogram = histogramOf(columns, book.asOf, { period: options.period ?? "day" });
  const fit = yield* fitModelInSteps(histogram, options.model ?? "auto");
  if (fit.status === "refused") return { status: "refused", reason: fit.reason };
  const repeats = spend.purchaseDays.map((days) => Math.max(0, days - 1));
  const spendFit = yield* fitGammaGammaInSteps({
    repeatOrders: repeats,
    meanRepeatSpend: spend.meanRepeatSpend,
  });
  if (spendFit.status !== "refused") {
    return {
      status: "fitted",
      fit,
      histogram,
      spend,
      spendParams: spendFit.params,
      spendFit,
      spendSource: spendFit.params.kind === "gammaGamma" ? "gammaGamma" : "pooledRepeat",
      knownPurchases: repeats,
      knownMean: spend.meanRepeatSpend,
      expectedSpend: conditionalExpectedSpend(spendFit.params, repeats, spend.meanRepeatSpend),
    };
  }
  const spendParams = pooledSpend(spend);
  return {
    status: "fitted",
    fit,
    histogram,
    spend,
    spendParams,
    spendFit: null,
    spendSource: "pooledAll",
    knownPurchases: spend.purchaseDays,
    knownMean: spend.meanSpend,
    expectedSpend: conditionalExpectedSpend(spendParams, spend.purchaseDays, spend.meanSpend),
  };
}

/** The mean of all purchases, worth one purchase; 0 money leaves 0. */
function pooledSpend(spend: PurchaseSpend): SpendParams {
  let purchases = 0;
  let net = 0;
  spend.purchaseDays.forEach((days, customer) => {
    purchases += days;
    net += days * (spend.meanSpend[customer] ?? 0);
  });
  return { kind: "pooledMean", mean: purchases > 0 ? Math.max(0, net / purchases) : 0, weight: 1 };
}
