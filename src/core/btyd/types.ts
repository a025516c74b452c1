/** Names of the buy-till-you-die models, as users and settings write them. */
export const BTYD_MODELS = ["bgnbd", "mbgnbd", "pareto"] as const;
export type BtydModel = (typeof BTYD_MODELS)[number];

/** Unit of time of a histogram, of the parameters fitted to it, and of every horizon asked of them. */
export type Period = "day" | "week";

/**
 * Purchase histories with how many customers share each: all that the models need of a shop.
 * Columns of equal length, sorted by repeatOrders, customerAge, lastOrderAge; no history twice.
 */
export interface Histogram {
  /** Number of distinct histories. */
  readonly count: number;
  readonly period: Period;
  /** x: days with a purchase after the first such day. */
  readonly repeatOrders: Int32Array;
  /** t_x: from the first to the last purchase day; 0 where x is 0. */
  readonly lastOrderAge: Float64Array;
  /** T: from the first purchase day to the as-of date. */
  readonly customerAge: Float64Array;
  /** Customers with this history, > 0. */
  readonly customers: Float64Array;
}

/** A histogram of the customers of a book, and which history each of them has. */
export interface CustomerHistogram extends Histogram {
  /** Index of each customer's history, in the book's order; -1: no valid order up to the as-of date. */
  readonly historyOf: Int32Array;
}

/**
 * BG/NBD and MBG/NBD. Purchases of a customer are Poisson with a rate from Gamma(r, alpha), alpha in the
 * unit of time; after a purchase the customer leaves with a probability from Beta(a, b).
 * a = 0: nobody leaves.
 */
export interface BetaGeometricParams {
  readonly model: "bgnbd" | "mbgnbd";
  readonly r: number;
  readonly alpha: number;
  readonly a: number;
  readonly b: number;
}

/**
 * Pareto/NBD. Purchases as above; a customer leaves at a rate from Gamma(s, beta), both alpha and beta in
 * the unit of time. s = 0: nobody leaves.
 */
export interface ParetoParams {
  readonly model: "pareto";
  readonly r: number;
  readonly alpha: number;
  readonly s: number;
  readonly beta: number;
}

export type BtydParams = BetaGeometricParams | ParetoParams;

/**
 * Where the likelihood has its maximum at the edge of the model:
 * - allOneTime: nobody has bought again; nothing can be learnt about leaving. The parameters say that
 *   everybody buys at the one rate that Jeffreys' prior gives for no event in all the time observed.
 * - noDropout: leaving adds nothing to the likelihood; a or s is 0 and every customer counts as alive.
 * - fullDropout: who can leave leaves at the first chance.
 * - noVariation: one purchase rate fits everybody (r and alpha stand at a large value, their ratio is the rate).
 * - noDropoutVariation: the same for leaving.
 * - extremeVariation: rates, or the wish to leave, are either next to nothing or beyond measure.
 */
export type Boundary =
  "allOneTime" | "noDropout" | "fullDropout" | "noVariation" | "noDropoutVariation" | "extremeVariation";

/** Parameters with what is known about them. */
export interface Fit {
  readonly params: BtydParams;
  readonly period: Period;
  readonly logLikelihood: number;
  /**
   * The largest value the search met before anything was put at a boundary: above logLikelihood by less
   * than 0.5 where leaving is not visible, the same elsewhere.
   */
  readonly unrestrictedLogLikelihood: number;
  /** 2 k − 2 logLikelihood, k = freeParameters. */
  readonly aic: number;
  /** Parameters that were not held at a boundary. */
  readonly freeParameters: number;
  /** Of r, alpha, a, b (or s, beta); 0 for those held at a boundary; null where the likelihood is too flat to tell. */
  readonly standardErrors: readonly number[] | null;
  /** Covariance of the logs of the four parameters, rows and columns in that order; null as above. */
  readonly logCovariance: readonly (readonly number[])[] | null;
  readonly iterations: number;
  /** Customers in the data; those used are fewer where the fit looked at a sample (above a million). */
  readonly customers: number;
  readonly customersUsed: number;
}

/** A fit ends in one of three ways and says in which. */
export type FitResult =
  | (Fit & { readonly status: "converged" })
  | (Fit & { readonly status: "boundary"; readonly boundaries: readonly Boundary[] })
  | {
      readonly status: "refused";
      /** noCustomers: nobody has an order; noTime: everybody's first order is on the as-of date. */
      readonly reason: "noCustomers" | "noTime" | "notConverged";
      readonly iterations: number;
    };

/** Gamma-Gamma: spend per purchase is Gamma(p, nu) for a customer, nu is Gamma(q, v) over customers; v in money. */
export interface GammaGammaParams {
  readonly kind: "gammaGamma";
  readonly p: number;
  readonly q: number;
  readonly v: number;
}

/**
 * What stands in where the Gamma-Gamma model has no mean: each customer's own mean per purchase, drawn
 * towards the mean of all purchases as if by `weight` further purchases at that mean.
 */
export interface PooledSpendParams {
  readonly kind: "pooledMean";
  readonly mean: number;
  readonly weight: number;
}

export type SpendParams = GammaGammaParams | PooledSpendParams;

export interface SpendFit {
  readonly params: SpendParams;
  /** Expected spend per purchase of a customer about whom nothing is known. */
  readonly populationMean: number;
  readonly logLikelihood: number;
  /** Covariance of the logs of p, q, v; null with pooled means or where the likelihood is too flat to tell. */
  readonly logCovariance: readonly (readonly number[])[] | null;
  readonly iterations: number;
  /** Customers with a repeat purchase and mean spend > 0: those the fit looked at. */
  readonly customers: number;
  /** Customers with a repeat purchase left out because their mean spend is not above 0. */
  readonly leftOut: number;
}

export type SpendFitResult =
  | (SpendFit & { readonly status: "converged" })
  | (SpendFit & {
      readonly status: "boundary";
      /**
       * infiniteMean: the fitted q is at most 1, so the population has no mean; pooled means stand in.
       * noVariation: customers, or purchases of a customer, do not differ visibly in spend.
       */
      readonly boundary: "infiniteMean" | "noVariation";
    })
  | {
      readonly status: "refused";
      readonly reason: "noRepeatSpend" | "notConverged";
      readonly iterations: number;
      readonly leftOut: number;
    };
