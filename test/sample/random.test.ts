import { plainExp, plainLog } from "../../src/sample/plainMath";
import { createRandom } from "../../src/sample/random";

const draws = (count: number, draw: () => number) => Array.from({ length: count }, draw);
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
const variance = (values: readonly number[]) => {
  const centre = mean(values);
  return mean(values.map((value) => (value - centre) ** 2));
};

describe("logarithm and exponential without the engine's own", () => {
  test.each([1e-300, 1e-9, 0.1, 0.5, 0.7071, 1, 1.4143, 2, Math.E, 10, 12345.678, 1e300])("ln %p", (x) => {
    expect(plainLog(x)).toBeCloseTo(Math.log(x), 12);
  });
  test.each([-700, -20, -1, -0.3, 0, 1e-9, 0.5, 1, 3.7, 20, 700])("exp %p", (x) => {
    expect(plainExp(x) / Math.exp(x)).toBeCloseTo(1, 12);
  });
});

describe("random draws", () => {
  test("the same seed and stream give the same draws, another stream others", () => {
    const first = draws(50, createRandom(7, 1).uniform);
    expect(draws(50, createRandom(7, 1).uniform)).toEqual(first);
    expect(draws(50, createRandom(7, 2).uniform)).not.toEqual(first);
    expect(draws(50, createRandom(8, 1).uniform)).not.toEqual(first);
  });

  test("neighbouring seeds do not resemble each other", () => {
    const firsts = Array.from({ length: 400 }, (_, seed) => createRandom(seed, 0).uniform());
    expect(mean(firsts)).toBeCloseTo(0.5, 1);
    expect(variance(firsts)).toBeCloseTo(1 / 12, 1);
  });

  const random = createRandom(42, 0);
  test.each([
    { name: "uniform", draw: random.uniform, mean: 0.5, variance: 1 / 12 },
    { name: "normal", draw: random.normal, mean: 0, variance: 1 },
    { name: "exponential", draw: random.exponential, mean: 1, variance: 1 },
    { name: "gamma of shape 0.4", draw: () => random.gamma(0.4), mean: 0.4, variance: 0.4 },
    { name: "gamma of shape 3", draw: () => random.gamma(3), mean: 3, variance: 3 },
    { name: "beta of 2 and 6", draw: () => random.beta(2, 6), mean: 0.25, variance: (0.25 * 0.75) / 9 },
    { name: "whole from 1 to 6", draw: () => random.whole(1, 6), mean: 3.5, variance: 35 / 12 },
  ])("$name has its mean and variance", (law) => {
    const values = draws(40_000, law.draw);
    // Five standard errors of the mean; the variance within six per cent.
    expect(Math.abs(mean(values) - law.mean)).toBeLessThan(5 * Math.sqrt(law.variance / 40_000));
    expect(Math.abs(variance(values) / law.variance - 1)).toBeLessThan(0.06);
  });

  test("weights decide how often an index comes", () => {
    const counts = [0, 0, 0];
    for (let draw = 0; draw < 10_000; draw += 1) {
      const index = random.weighted([1, 0, 3]);
      counts[index] = (counts[index] ?? 0) + 1;
    }
    expect(counts[1]).toBe(0);
    expect((counts[2] ?? 0) / 10_000).toBeCloseTo(0.75, 1);
  });
});
