import { fitRidgeLogistic, type LogisticData } from "../../../src/core/churn/ridgeLogistic";
import { createRandom } from "../../../src/sample/random";

function drawn(rows: number, coefficients: readonly number[], seed: number): LogisticData {
  const random = createRandom(seed, 1);
  const columns = coefficients.map((_, index) =>
    Float64Array.from({ length: rows }, () => (index === 0 ? 1 : random.normal())),
  );
  const outcome = Uint8Array.from({ length: rows }, (_, row) => {
    const z = coefficients.reduce((sum, c, index) => sum + c * (columns[index]?.[row] ?? 0), 0);
    return random.uniform() < 1 / (1 + Math.exp(-z)) ? 1 : 0;
  });
  return {
    rows,
    columns,
    outcome,
    weight: new Float64Array(rows).fill(1),
    cluster: Int32Array.from({ length: rows }, (_, row) => row),
  };
}

const NONE = { mean: [0, 0, 0], strength: [0, 0, 0] };

test("gives back the coefficients the data was drawn from, within three standard errors", () => {
  const truth = [-0.5, 1, -0.7];
  const { coefficients, covariance, converged } = fitRidgeLogistic(drawn(4_000, truth, 7), NONE);
  expect(converged).toBe(true);
  truth.forEach((value, index) => {
    const error = Math.sqrt(covariance[index * 3 + index] ?? 0);
    expect(error).toBeLessThan(0.06);
    expect(Math.abs((coefficients[index] ?? 0) - value)).toBeLessThan(3 * error);
  });
});

test("the mean prediction is the share that happened", () => {
  const data = drawn(500, [0.3, 1, 0], 8);
  const { coefficients } = fitRidgeLogistic(data, NONE);
  let predicted = 0;
  for (let row = 0; row < data.rows; row++) {
    const z = data.columns.reduce((sum, column, i) => sum + (coefficients[i] ?? 0) * (column[row] ?? 0), 0);
    predicted += 1 / (1 + Math.exp(-z));
  }
  expect(predicted).toBeCloseTo(
    data.outcome.reduce((sum, y) => sum + y, 0),
    4,
  );
});

test("standard errors are those of repeated samples", () => {
  const fits = Array.from({ length: 200 }, (_, seed) =>
    fitRidgeLogistic(drawn(300, [0, 0.8, 0], seed), NONE),
  );
  const values = fits.map(({ coefficients }) => coefficients[1] ?? 0);
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const spread = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length);
  const stated = fits.reduce((sum, { covariance }) => sum + Math.sqrt(covariance[4] ?? 0), 0) / fits.length;
  expect(stated / spread).toBeGreaterThan(0.85);
  expect(stated / spread).toBeLessThan(1.15);
});

test("rows written twice as one customer's are no more certain than once", () => {
  const once = drawn(400, [0.2, 1, 0], 3);
  const twice = (column: Float64Array) => Float64Array.from([...column, ...column]);
  const doubled = {
    rows: 800,
    columns: once.columns.map(twice),
    outcome: Uint8Array.from([...once.outcome, ...once.outcome]),
    weight: twice(once.weight),
    cluster: Int32Array.from([...once.cluster, ...once.cluster]),
  };
  const one = fitRidgeLogistic(once, NONE);
  const two = fitRidgeLogistic(doubled, NONE);
  one.covariance.forEach((value, index) => expect(two.covariance[index]).toBeCloseTo(value, 6));
});

test("outcomes that a column parts perfectly leave it finite", () => {
  const data = {
    ...drawn(40, [0, 1, 0], 5),
    outcome: drawn(40, [0, 1, 0], 5).columns[1]?.map((value) => (value > 0 ? 1 : 0)) ?? [],
  };
  const fit = fitRidgeLogistic(
    { ...data, outcome: Uint8Array.from(data.outcome) },
    { mean: [0, 0, 0], strength: [0, 1, 1] },
  );
  expect(fit.converged).toBe(true);
  expect(Math.abs(fit.coefficients[1] ?? Infinity)).toBeLessThan(20);
});

test("without rows the prior stands", () => {
  const fit = fitRidgeLogistic(drawn(0, [0, 0, 0], 1), { mean: [0, 1, 0], strength: [2, 20, 20] });
  expect([...fit.coefficients]).toEqual([0, 1, 0]);
  expect(fit.covariance[4]).toBeCloseTo(1 / 20, 6);
});
