import { conditionalExpectedSpend, fitGammaGamma } from "../../../src/core/btyd";
import { createRandom } from "../../../src/sample/random";

/** Customers whose spend is Gamma-Gamma(p, q, v), with 1 to 6 repeat purchases. */
function simulate(count: number, { p, q, v }: { p: number; q: number; v: number }, seed: number) {
  const random = createRandom(seed, 4);
  const repeatOrders = Int32Array.from({ length: count }, () => random.whole(1, 6));
  const meanRepeatSpend = Float64Array.from(
    repeatOrders,
    (x) => (random.gamma(p * x) / x / random.gamma(q)) * v,
  );
  return { repeatOrders, meanRepeatSpend };
}

test("parameters come back within three standard errors, money in any unit", () => {
  const truth = { p: 6, q: 3.5, v: 16 };
  const spend = simulate(4_000, truth, 31);
  for (const unit of [1, 1e9, 1e-6]) {
    const fit = fitGammaGamma({
      ...spend,
      meanRepeatSpend: spend.meanRepeatSpend.map((mean) => mean * unit),
    });
    if (fit.status !== "converged" || fit.params.kind !== "gammaGamma") throw new Error(fit.status);
    const { p, q, v } = fit.params;
    [p / truth.p, q / truth.q, v / unit / truth.v].forEach((ratio, i) => {
      expect(Math.abs(Math.log(ratio))).toBeLessThan(3 * Math.sqrt(fit.logCovariance?.[i]?.[i] ?? NaN));
    });
  }
});

test("rows with a weight are as many customers", () => {
  const { repeatOrders, meanRepeatSpend } = simulate(300, { p: 6, q: 3.5, v: 16 }, 32);
  const twice = fitGammaGamma({
    repeatOrders: [...repeatOrders, ...repeatOrders],
    meanRepeatSpend: [...meanRepeatSpend, ...meanRepeatSpend],
  });
  const weighted = fitGammaGamma({ repeatOrders, meanRepeatSpend, customers: repeatOrders.map(() => 2) });
  if (twice.status !== "converged" || weighted.status !== "converged") throw new Error("no fit");
  expect(weighted.customers).toBe(600);
  expect(weighted.logLikelihood).toBeCloseTo(twice.logLikelihood, 6);
});

test("q below 1: the population has no mean, pooled means stand in", () => {
  const spend = simulate(3_000, { p: 6, q: 0.7, v: 16 }, 33);
  const fit = fitGammaGamma(spend);
  if (fit.status !== "boundary") throw new Error(fit.status);
  expect(fit.boundary).toBe("infiniteMean");
  expect(fit.params.kind).toBe("pooledMean");
  const mean = spend.meanRepeatSpend.reduce((sum, value) => sum + value, 0) / 3_000;
  expect(fit.populationMean).toBeCloseTo(mean, 6);
  const [none = 0, one = 0] = conditionalExpectedSpend(fit.params, [0, 3], [0, 10]);
  expect(none).toBeCloseTo(mean, 6);
  expect(one).toBeCloseTo((3 * 10 + mean) / 4, 6);
});

test.each([
  { name: "one customer", repeatOrders: [2], meanRepeatSpend: [50] },
  { name: "ten customers alike", repeatOrders: Array(10).fill(2), meanRepeatSpend: Array(10).fill(50) },
])("$name: no variation, everybody is expected to spend the same", ({ repeatOrders, meanRepeatSpend }) => {
  const fit = fitGammaGamma({ repeatOrders, meanRepeatSpend });
  if (fit.status !== "boundary") throw new Error(fit.status);
  expect(fit.boundary).toBe("noVariation");
  expect(fit.populationMean).toBeCloseTo(50, 1);
  expect(conditionalExpectedSpend(fit.params, [2], [50])[0]).toBeCloseTo(50, 1);
});

test("means of 0 and below are left out and counted; nothing left is refused", () => {
  expect(fitGammaGamma({ repeatOrders: [0, 1, 2], meanRepeatSpend: [0, 0, -5] })).toEqual({
    status: "refused",
    reason: "noRepeatSpend",
    iterations: 0,
    leftOut: 2,
  });
});

test("a mean not above 0 is expected to be the population's next time", () => {
  const params = { kind: "gammaGamma", p: 6, q: 4, v: 15 } as const;
  expect([...conditionalExpectedSpend(params, [0, 3, 3], [0, -2, 0])]).toEqual([30, 30, 30]);
});
