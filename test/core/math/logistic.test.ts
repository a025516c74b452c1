import { logistic, softplus } from "../../../src/core/math/logistic";

test.each([
  [0, 0.5],
  [Math.log(3), 0.75],
  [-Math.log(3), 0.25],
  [800, 1],
  [-800, 0],
  [Infinity, 1],
  [-Infinity, 0],
])("log-odds %p are the probability %p", (logOdds, probability) => {
  expect(logistic(logOdds)).toBeCloseTo(probability, 15);
});

test.each([
  [0, Math.LN2],
  [1_000, 1_000],
  [-1_000, 0],
  [2, Math.log(1 + Math.exp(2))],
  [-40, Math.exp(-40)],
])("ln(1 + e^%p) is %p", (z, value) => {
  expect(softplus(z)).toBeCloseTo(value, 14);
});

test("softplus rises as the logistic function says", () => {
  for (const z of [-5, -1, 0, 0.5, 3]) {
    expect((softplus(z + 1e-6) - softplus(z - 1e-6)) / 2e-6).toBeCloseTo(logistic(z), 8);
  }
});
