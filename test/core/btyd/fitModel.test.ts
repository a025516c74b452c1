import {
  BTYD_MODELS,
  expectedPurchases,
  fitModel,
  probabilityAlive,
  probabilityOfPurchase,
  type FitResult,
} from "../../../src/core/btyd";
import { createRandom } from "../../../src/sample/random";
import { histogramFrom, type History } from "../../support/histories";
import { simulateHistories } from "../../support/simulateHistories";

const SAME: History = { x: 5, lastAge: 60, age: 70 };

/** Customers who never leave. */
const loyal = simulateHistories(
  { model: "bgnbd", r: 1.5, alpha: 45, a: 0, b: 1 },
  2_000,
  { from: 100, to: 400 },
  createRandom(5, 1),
);

/** Customers of whom everybody leaves with a chance of one in five. */
const alike = simulateHistories(
  { model: "bgnbd", r: 1, alpha: 20, a: 2e6, b: 8e6 },
  2_000,
  { from: 100, to: 400 },
  createRandom(6, 1),
);

const boundariesOf = (fit: FitResult) => (fit.status === "boundary" ? fit.boundaries : [fit.status]);

describe.each(BTYD_MODELS)("%s", (model) => {
  test.each<{ name: string; histories: readonly History[]; reason: string }>([
    { name: "no customers", histories: [], reason: "noCustomers" },
    {
      name: "T = 0 for all",
      histories: [{ x: 0, lastAge: 0, age: 0, customers: 300 }],
      reason: "noTime",
    },
  ])("$name is refused as $reason", ({ histories, reason }) => {
    expect(fitModel(histogramFrom(histories), model)).toEqual({ status: "refused", reason, iterations: 0 });
  });

  test.each<{ name: string; histories: readonly History[]; boundary: string }>([
    {
      name: "all one-time buyers",
      histories: Array.from({ length: 50 }, (_, day) => ({ x: 0, lastAge: 0, age: day + 1 })),
      boundary: "allOneTime",
    },
    { name: "one customer, one time", histories: [{ x: 0, lastAge: 0, age: 9 }], boundary: "allOneTime" },
    { name: "one customer", histories: [SAME], boundary: "noVariation" },
    { name: "two identical customers", histories: [{ ...SAME, customers: 2 }], boundary: "noVariation" },
    { name: "ten identical customers", histories: [{ ...SAME, customers: 10 }], boundary: "noVariation" },
    {
      name: "2,500 purchase days each",
      histories: [{ x: 2_500, lastAge: 3_000, age: 3_010, customers: 10 }],
      boundary: "noVariation",
    },
    { name: "nobody leaves", histories: loyal, boundary: "noDropout" },
  ])("$name ends at $boundary", ({ histories, boundary }) => {
    const histogram = histogramFrom(histories);
    const fit = fitModel(histogram, model);
    expect(boundariesOf(fit)).toContain(boundary);
    if (fit.status === "refused") throw new Error(fit.reason);
    const numbers = Object.values(fit.params).filter((value) => typeof value === "number");
    numbers.forEach((value) => expect(value >= 0 && value < 1e8).toBe(true));
    expect(Number.isFinite(fit.logLikelihood) && Number.isFinite(fit.aic)).toBe(true);
    expect(fit.unrestrictedLogLikelihood).toBeGreaterThanOrEqual(fit.logLikelihood);
    for (const column of [
      probabilityAlive(fit.params, histogram),
      probabilityOfPurchase(fit.params, histogram, 90),
      ...expectedPurchases(fit.params, histogram, [90]),
    ]) {
      column.forEach((value) => expect(value >= 0 && value < Infinity).toBe(true));
    }
  });

  test("without visible leaving everybody is alive", () => {
    const histogram = histogramFrom(loyal);
    const fit = fitModel(histogram, model);
    if (fit.status === "refused") throw new Error(fit.reason);
    expect(probabilityAlive(fit.params, histogram).every((alive) => alive === 1)).toBe(true);
  });

  test("ten identical customers are expected to go on at their own rate", () => {
    const histogram = histogramFrom([{ ...SAME, customers: 10 }]);
    const fit = fitModel(histogram, model);
    if (fit.status === "refused") throw new Error(fit.reason);
    expect(expectedPurchases(fit.params, histogram, [70])[0]?.[0]).toBeCloseTo(5, 2);
  });

  test("nobody has bought again: half an event in all the time observed", () => {
    const histogram = histogramFrom([{ x: 0, lastAge: 0, age: 100, customers: 1_000 }]);
    const fit = fitModel(histogram, model);
    if (fit.status === "refused") throw new Error(fit.reason);
    expect(expectedPurchases(fit.params, histogram, [100])[0]?.[0]).toBeCloseTo(0.5 / 1_000, 6);
  });

  test("the unit of time changes alpha, not the fit", () => {
    const histories = alike.slice(0, 400);
    const scaled = histories.map(({ x, lastAge, age }) => ({ x, lastAge: lastAge * 1e4, age: age * 1e4 }));
    const fit = fitModel(histogramFrom(histories), model);
    const long = fitModel(histogramFrom(scaled), model);
    if (fit.status === "refused" || long.status === "refused") throw new Error("refused");
    expect(long.params.alpha / 1e4 / fit.params.alpha).toBeCloseTo(1, 3);
    const repeats = histories.reduce((sum, { x }) => sum + x, 0);
    expect(long.logLikelihood + repeats * Math.log(1e4)).toBeCloseTo(fit.logLikelihood, 5);
  });

  test("customers counted once or as many with the same history are the same data", () => {
    const single = alike.slice(0, 300);
    const twice = fitModel(histogramFrom([...single, ...single]), model);
    const weighted = fitModel(histogramFrom(single.map((one) => ({ ...one, customers: 2 }))), model);
    if (twice.status === "refused" || weighted.status === "refused") throw new Error("refused");
    expect(twice.customers).toBe(weighted.customers);
    expect(twice.logLikelihood).toBeCloseTo(weighted.logLikelihood, 6);
  });
});

test("one chance of leaving for everybody is found, with little or no variety", () => {
  const fit = fitModel(histogramFrom(alike), "bgnbd");
  if (fit.status === "refused" || fit.params.model === "pareto") throw new Error(fit.status);
  const { a, b } = fit.params;
  expect(a / (a + b)).toBeCloseTo(0.2, 1);
  // Standard deviation of the chance below 0.06.
  expect(a + b).toBeGreaterThan(40);
});

test("auto takes the model with the lowest AIC", () => {
  for (const histories of [alike.slice(0, 500), loyal, [SAME]]) {
    const histogram = histogramFrom(histories);
    const chosen = fitModel(histogram, "auto");
    if (chosen.status === "refused") throw new Error(chosen.reason);
    const aics = BTYD_MODELS.map((model) => {
      const fit = fitModel(histogram, model);
      return fit.status === "refused" ? Infinity : fit.aic;
    });
    expect(chosen.aic).toBe(Math.min(...aics));
  }
});

test("a hundred thousand customers, thinned on the way, reach a maximum of the whole", () => {
  const truth = { model: "bgnbd", r: 0.5, alpha: 30, a: 0.8, b: 2.5 } as const;
  const histories = simulateHistories(truth, 100_000, { from: 50, to: 700 }, createRandom(11, 3)).map(
    ({ x, lastAge, age }) => ({ x, lastAge: Math.floor(lastAge), age: Math.ceil(age) }),
  );
  const fit = fitModel(histogramFrom(histories), "bgnbd");
  if (fit.status !== "converged" || fit.params.model !== "bgnbd") throw new Error(fit.status);
  expect(fit.customersUsed).toBe(100_000);
  expect(fit.params.r).toBeCloseTo(0.5, 1);
  expect(fit.params.a / fit.params.b).toBeCloseTo(0.32, 1);
  expect(fit.unrestrictedLogLikelihood).toBe(fit.logLikelihood);
});

test("more than a million customers are sampled, with the parameters of the whole", () => {
  const truth = { model: "bgnbd", r: 0.5, alpha: 30, a: 0.8, b: 2.5 } as const;
  const few = simulateHistories(truth, 3_000, { from: 50, to: 700 }, createRandom(12, 3));
  const whole = fitModel(histogramFrom(few), "bgnbd");
  const many = fitModel(histogramFrom(few.map((one) => ({ ...one, customers: 1_000 }))), "bgnbd");
  if (whole.status !== "converged" || many.status !== "converged") throw new Error("no fit");
  expect(many.customers).toBe(3_000_000);
  expect(Math.abs(many.customersUsed - 1_000_000)).toBeLessThan(3_000);
  expect(many.params.alpha / whole.params.alpha).toBeCloseTo(1, 2);
  expect(many.logLikelihood / 1_000).toBeCloseTo(whole.logLikelihood, 1);
});
