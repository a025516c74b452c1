/** What the 90 % interval of a risk is worth: how often it holds the probability under the true parameters. */
import { histogramOf, probabilityOfPurchase, type BtydParams } from "../../../src/core/btyd";
import { churnRisk } from "../../../src/core/churn";
import { simulatedShop } from "../../support/simulatedShop";

const MODELS: readonly (readonly [string, BtydParams])[] = [
  ["BG/NBD", { model: "bgnbd", r: 0.6, alpha: 60, a: 0.8, b: 2.5 }],
  ["MBG/NBD", { model: "mbgnbd", r: 0.8, alpha: 60, a: 0.6, b: 1.5 }],
  ["Pareto/NBD", { model: "pareto", r: 0.6, alpha: 50, s: 0.6, beta: 80 }],
];
const HORIZON = 90;

function coverageOf(params: BtydParams, source: "model" | "learner", shops: number): number {
  let covered = 0;
  let all = 0;
  for (let seed = 0; seed < shops; seed++) {
    const { book } = simulatedShop({
      seed,
      customers: 500,
      params,
      arrivalDays: 400,
      days: 500,
      futureDays: 0,
    });
    const models = source === "model" ? { models: [params.model] } : {};
    const { risk, low, high } = churnRisk({ book }, { horizonDays: HORIZON, source, ...models });
    const histogram = histogramOf(book.summary, book.asOf, { period: "day" });
    const buys = probabilityOfPurchase(params, histogram, HORIZON);
    risk.forEach((_, customer) => {
      const truth = 1 - (buys[histogram.historyOf[customer] ?? -1] ?? 0);
      all++;
      if (truth >= (low[customer] ?? 2) && truth <= (high[customer] ?? -1)) covered++;
    });
  }
  return covered / all;
}

describe("model path", () => {
  test.each(MODELS)("%s: 90 %% within three points", (_, params) => {
    const coverage = coverageOf(params, "model", 250);
    expect(Math.abs(coverage - 0.9)).toBeLessThanOrEqual(0.03);
  });
});

describe("learner path", () => {
  test.each(MODELS)("%s: most of the time, since it must find the model's shape by itself", (_, params) => {
    expect(coverageOf(params, "learner", 5)).toBeGreaterThan(0.75);
  });
});
