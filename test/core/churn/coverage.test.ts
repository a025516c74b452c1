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

/** First orders up to a day, and the day the data ends: a shop that still grows, and one whose customers are all old. */
const GROWING = [400, 500] as const;
const OLD = [200, 900] as const;

function coverageOf(
  params: BtydParams,
  source: "model" | "learner",
  shops: number,
  [arrivalDays, days]: readonly [number, number] = GROWING,
) {
  let covered = 0;
  let error = 0;
  let all = 0;
  for (let seed = 0; seed < shops; seed++) {
    const { book } = simulatedShop({
      seed,
      customers: 500,
      params,
      arrivalDays,
      days,
      futureDays: 0,
    });
    const models = source === "model" ? { models: [params.model] } : {};
    const { risk, low, high } = churnRisk({ book }, { horizonDays: HORIZON, source, ...models });
    const histogram = histogramOf(book.summary, book.asOf, { period: "day" });
    const buys = probabilityOfPurchase(params, histogram, HORIZON);
    risk.forEach((predicted, customer) => {
      const truth = 1 - (buys[histogram.historyOf[customer] ?? -1] ?? 0);
      all++;
      error += predicted - truth;
      if (truth >= (low[customer] ?? 2) && truth <= (high[customer] ?? -1)) covered++;
    });
  }
  return { coverage: covered / all, bias: error / all };
}

describe("model path", () => {
  test.each(MODELS)("%s: 90 %% within three points", (_, params) => {
    const { coverage } = coverageOf(params, "model", 250);
    expect(Math.abs(coverage - 0.9)).toBeLessThanOrEqual(0.03);
  });
});

describe("learner path, which must find the model's shape by itself", () => {
  const worlds = MODELS.flatMap(([name, params]) => [
    { name: `${name}, growing`, ...coverageOf(params, "learner", 8, GROWING) },
    { name: `${name}, old`, ...coverageOf(params, "learner", 8, OLD) },
  ]);

  test.each(worlds)("$name: at least 80 %%, and no more than .02 off on average", (world) => {
    expect(world.coverage).toBeGreaterThanOrEqual(0.8);
    expect(Math.abs(world.bias)).toBeLessThanOrEqual(0.02);
  });

  test("90 % within three points on the whole", () => {
    const mean = worlds.reduce((sum, { coverage }) => sum + coverage, 0) / worlds.length;
    expect(Math.abs(mean - 0.9)).toBeLessThanOrEqual(0.03);
  });
});
