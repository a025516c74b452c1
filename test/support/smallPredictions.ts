import type { CustomerRow, Predictions } from "../../src/core/analysis";
import type { BacktestCut, MethodMeasures, RiskBand } from "../../src/core/churn";
import { valueQuadrants } from "../../src/core/clv";
import { dayOf } from "../../src/core/math/day";
import { TIER_IDS } from "../../src/core/tiers/types";

const AS_OF = dayOf(2025, 12, 20);
const BANDS: readonly RiskBand[] = ["low", "medium", "high"];

const METHODS: readonly MethodMeasures[] = [
  { method: "ours", auc: 0.801, brier: 0.161, logLoss: 0.486, ordersError: 0.545 },
  { method: "mbgnbd", auc: 0.793, brier: 0.165, logLoss: 0.492, ordersError: 0.552 },
  { method: "recency", auc: 0.78, brier: 0.175, logLoss: 0.526, ordersError: 0.66 },
  { method: "rfm", auc: 0.765, brier: 0.173, logLoss: 0.519, ordersError: null },
  { method: "baseRate", auc: 0.5, brier: 0.212, logLoss: 0.615, ordersError: 0.761 },
];

function cut(index: number, method: BacktestCut["method"]): BacktestCut {
  return {
    day: AS_OF - 90 * (index + 1),
    customers: 20 - 4 * index,
    lost: 12 - 2 * index,
    meanRisk: 0.6,
    method,
    methods: METHODS,
    calibration: Array.from({ length: 4 }, (_, group) => ({
      customers: 5 - index,
      meanPredicted: 0.2 + 0.2 * group,
      realised: 0.15 + 0.23 * group,
    })),
    calibrationError: 0.03,
    topLift: 1.5,
    bands: (["low", "medium", "high"] as const).map((band, place) => ({
      band,
      customers: 6 - index + (place === 1 ? 2 : 0),
      meanRisk: 0.3 + 0.25 * place,
      realised: 0.25 + 0.28 * place,
    })),
  };
}

/** Predictions for the small shop, set by hand: every band, every quadrant, a customer without any. */
export function smallPredictions(customers: readonly CustomerRow[]): Predictions {
  const risk = Float64Array.from(customers, (_, index) => 0.08 + ((index * 17) % 23) * 0.04);
  const clv = Float64Array.from(
    customers,
    ({ totalNet }, index) => totalNet * (0.2 + ((index * 7) % 5) * 0.2),
  );
  const method: Predictions["method"] = {
    source: "learner",
    horizonDays: 90,
    windowDays: 90,
    cuts: [AS_OF - 90, AS_OF - 135],
    learntFrom: { customers: 36, lost: 22 },
    models: ["bgnbd", "mbgnbd"],
    model: null,
    countModel: "mbgnbd",
    check: { learner: 0.486, recency: 0.526 },
  };
  const net = Float64Array.from(customers, ({ netSpend }) => netSpend);
  const lines = [30, 90, 365].flatMap((horizonDays) =>
    [null, ...TIER_IDS].flatMap((tier) => {
      const members = customers.filter((row) => tier === null || row.tier === tier);
      const expectedRevenue = members.reduce((sum, { totalNet }) => sum + (totalNet * horizonDays) / 1000, 0);
      return members.length === 0
        ? []
        : [
            {
              horizonDays,
              tier,
              customers: members.length,
              expectedOrders: (members.length * horizonDays) / 120,
              expectedRevenue,
              low: expectedRevenue * 0.7,
              high: expectedRevenue * 1.4,
            },
          ];
    }),
  );
  return {
    horizonDays: 90,
    months: 12,
    margin: 1,
    annualDiscount: 0.1,
    method,
    risk,
    low: risk.map((p) => p * 0.7),
    high: risk.map((p) => 1 - (1 - p) * 0.6),
    bands: customers.map((_, index) => BANDS[index % 3] ?? ""),
    nextPurchaseDays: Float64Array.from(customers, (_, index) =>
      index % 4 === 3 ? Number.NaN : 12 + 3 * index,
    ),
    reasonsOf: (customer) => {
      const row = customers[customer];
      return row === undefined
        ? []
        : [
            {
              code: "silence",
              contribution: 0.8,
              numbers: {
                silentDays: row.daysSinceLastOrder ?? 0,
                ...(row.intervalDays === null ? {} : { intervalDays: row.intervalDays }),
                typicalSilentDays: 61,
              },
            },
            { code: "spend", contribution: 0.2, numbers: { meanSpend: 4250, typicalMeanSpend: 9000 } },
          ];
    },
    value: {
      expectedOrders: Float64Array.from(customers, (_, index) => 0.4 + (index % 6)),
      expectedSpend: Float64Array.from(customers, () => 212.5),
      clv,
      clvLow: clv.map((amount) => amount * 0.3),
      clvHigh: clv.map((amount) => amount * 2),
      all: { customers: customers.length, total: clv.reduce((sum, amount) => sum + amount, 0) },
      quadrants: valueQuadrants(net, clv),
    },
    forecast: { lines, notCovered: ["newCustomers", "prices", "promotions", "seasons"] },
    model: {
      fit: {
        status: "converged",
        params: { model: "mbgnbd", r: 0.7, alpha: 70, a: 0.5, b: 1.5 },
        period: "day",
        logLikelihood: -812.4,
        unrestrictedLogLikelihood: -812.4,
        aic: 1632.8,
        freeParameters: 4,
        standardErrors: [0.1, 8, 0.2, 0.7],
        logCovariance: null,
        iterations: 21,
        customers: customers.length,
        customersUsed: customers.length,
      },
      ordersPerYear: 3.65,
      leaving: { per: "purchase", share: 0.25 },
      spendSource: "gammaGamma",
      populationSpend: 212.5,
    },
    retention: {
      status: "known",
      buyersBefore: 18,
      kept: 11,
      retention: 11 / 18,
      buyers: 22,
      revenuePerBuyer: 118_050,
      marginPerBuyer: 118_050,
      today: {
        points: 0,
        retention: 11 / 18,
        lifetimeMargin: 147_600,
        lifetimeMarginChange: 0,
        revenueChange: 0,
      },
      cases: [
        {
          points: -0.05,
          retention: 11 / 18 - 0.05,
          lifetimeMargin: 123_000,
          lifetimeMarginChange: -0.1667,
          revenueChange: -129_855,
        },
        {
          points: 0.05,
          retention: 11 / 18 + 0.05,
          lifetimeMargin: 177_600,
          lifetimeMarginChange: 0.2033,
          revenueChange: 129_855,
        },
      ],
    },
    backtest: {
      horizonDays: 90,
      cuts: [cut(0, method), cut(1, method)],
      methods: METHODS,
      verdict: "beatsRecency",
      gain: { mean: 0.04, error: 0.004 },
    },
    backtestCustomers: customers.length,
  };
}
