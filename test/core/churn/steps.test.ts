import { analyse, analyseInSteps } from "../../../src/core/analysis";
import { fitModelInSteps } from "../../../src/core/btyd";
import {
  backtest,
  backtestInSteps,
  checkedRisk,
  checkedRiskInSteps,
  churnRisk,
  churnRiskInSteps,
} from "../../../src/core/churn";
import { valueModel, valueModelInSteps } from "../../../src/core/clv";
import type { Steps } from "../../../src/core/math/steps";
import { DEFAULT_SETTINGS } from "../../../src/core/settings";
import { readTables, NO_OVERRIDES } from "../../../src/sources";
import { SAMPLE_SEED, sampleShop } from "../../../src/sample";
import { simulatedShop } from "../../support/simulatedShop";

const { book } = simulatedShop({
  seed: 3,
  customers: 600,
  params: { model: "bgnbd", r: 0.6, alpha: 30, a: 0.8, b: 3 },
  arrivalDays: 200,
  days: 600,
  futureDays: 90,
});

/** The result, and how often the work could have been left. */
function counted<Result>(steps: Steps<Result>): { readonly result: Result; readonly pauses: number } {
  for (let pauses = 0; ; pauses++) {
    const { done, value } = steps.next();
    if (done === true) return { result: value, pauses };
  }
}

/** Functions among the results (reasons on demand) are not compared. */
const plain = (value: unknown) => JSON.parse(JSON.stringify(value)) as unknown;

describe("work in steps", () => {
  test.each([
    {
      name: "churn risk",
      steps: () => churnRiskInSteps({ book }),
      whole: () => churnRisk({ book }),
      least: 150,
    },
    {
      name: "back-test",
      steps: () => backtestInSteps({ book }),
      whole: () => backtest({ book }),
      least: 300,
    },
    {
      name: "checked risk",
      steps: () => checkedRiskInSteps({ book }),
      whole: () => checkedRisk({ book }),
      least: 450,
    },
    { name: "value model", steps: () => valueModelInSteps(book), whole: () => valueModel(book), least: 30 },
  ])("$name: the same result, left at least $least times", ({ steps, whole, least }) => {
    const { result, pauses } = counted<unknown>(steps());
    expect(pauses).toBeGreaterThanOrEqual(least);
    expect(plain(result)).toEqual(plain(whole()));
  });

  test("a search can be left after every iteration", () => {
    const model = valueModel(book);
    if (model.status === "refused") throw new Error("the shop can be fitted");
    for (const name of ["bgnbd", "mbgnbd", "pareto"] as const) {
      const { result, pauses } = counted(fitModelInSteps(model.histogram, name));
      expect(result.status).not.toBe("refused");
      // Several searches make a fit; each begins without a pause before its first iteration.
      expect(pauses).toBeGreaterThanOrEqual(result.iterations - 8);
    }
  });

  test("a whole analysis gives the same in steps", () => {
    const { tables, sources } = readTables(sampleShop({ seed: SAMPLE_SEED, locale: "en" }), NO_OVERRIDES);
    const { result, pauses } = counted(analyseInSteps(tables, sources, DEFAULT_SETTINGS));
    expect(pauses).toBeGreaterThan(500);
    expect(plain(result)).toEqual(plain(analyse(tables, sources, DEFAULT_SETTINGS)));
  });
});
