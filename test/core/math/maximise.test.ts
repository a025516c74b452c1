import { covarianceAt, maximise, type Objective } from "../../../src/core/math/maximise";
import { symmetricEigen } from "../../../src/core/math/symmetricEigen";

const WIDE = { lower: [-100, -100], upper: [100, 100] };

/** Minus Rosenbrock's valley: a curved ridge with its top at (1, 1). */
const rosenbrock: Objective = ([x = 0, y = 0], gradient) => {
  gradient[0] = 2 * (1 - x) + 400 * x * (y - x * x);
  gradient[1] = -200 * (y - x * x);
  return -((1 - x) ** 2) - 100 * (y - x * x) ** 2;
};

test("the end of a curved ridge is found", () => {
  const { point, converged } = maximise(rosenbrock, [-1.2, 1], WIDE);
  expect(converged).toBe(true);
  expect(point[0]).toBeCloseTo(1, 3);
  expect(point[1]).toBeCloseTo(1, 3);
});

test("a start on a saddle between two tops is left", () => {
  const saddle: Objective = ([x = 0, y = 0], gradient) => {
    gradient[0] = 2 * x - 4 * x ** 3;
    gradient[1] = -2 * y;
    return x * x - x ** 4 - y * y;
  };
  const { point } = maximise(saddle, [1e-6, 3], WIDE);
  expect(Math.abs(point[0] ?? 0)).toBeCloseTo(Math.SQRT1_2, 3);
});

test("a top beyond the box ends on its side, and says which variable is held", () => {
  const { point, held, converged } = maximise(rosenbrock, [-1, 0], { lower: [-2, -2], upper: [0.5, 2] });
  expect(converged).toBe(true);
  expect(held).toEqual([true, false]);
  expect(point[0]).toBe(0.5);
  expect(point[1]).toBeCloseTo(0.25, 6);
});

test("a function without a value where it starts does not converge", () => {
  expect(maximise(() => NaN, [0, 0], WIDE).converged).toBe(false);
});

test("the covariance is the inverse of minus the second derivatives; none where the function is flat", () => {
  const quadratic: Objective = ([x = 0, y = 0], gradient) => {
    gradient[0] = -2 * x - y;
    gradient[1] = -x - 3 * y;
    return -x * x - x * y - 1.5 * y * y;
  };
  const covariance = covarianceAt(quadratic, { point: [0, 0], held: [false, false] });
  [0.6, -0.2, -0.2, 0.4].forEach((value, i) => {
    expect(covariance?.[i >> 1]?.[i & 1]).toBeCloseTo(value, 6);
  });
  const flat: Objective = ([x = 0], gradient) => {
    gradient.set([-2 * x, 0]);
    return -x * x;
  };
  expect(covarianceAt(flat, { point: [0, 0], held: [false, false] })).toBeNull();
  expect(covarianceAt(flat, { point: [0, 0], held: [false, true] })?.[0]?.[0]).toBeCloseTo(0.5, 6);
});

test("eigenvectors times eigenvalues give the matrix back", () => {
  const matrix = [
    [4, 1, -2],
    [1, 2, 0.5],
    [-2, 0.5, 3],
  ];
  const { values, vectors } = symmetricEigen(matrix);
  matrix.forEach((row, i) =>
    row.forEach((value, j) => {
      const sum = values.reduce(
        (total, one, k) => total + one * (vectors[k]?.[i] ?? 0) * (vectors[k]?.[j] ?? 0),
        0,
      );
      expect(sum).toBeCloseTo(value, 12);
    }),
  );
});
