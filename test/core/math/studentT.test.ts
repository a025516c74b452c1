import { InvalidArgumentError } from "../../../src/core/errors";
import { normalQuantile, studentTQuantile } from "../../../src/core/math/studentT";

/** Abramowitz & Stegun (1964), table 26.10, to its printed digits. */
test.each([
  [0.95, 1, 6.314],
  [0.95, 2, 2.92],
  [0.95, 5, 2.015],
  [0.95, 10, 1.812],
  [0.95, 30, 1.697],
  [0.975, 1, 12.706],
  [0.975, 4, 2.776],
  [0.975, 120, 1.98],
  [0.995, 3, 5.841],
])("the %p quantile with %p degrees is %p", (p, degrees, expected) => {
  expect(studentTQuantile(p, degrees)).toBeCloseTo(expected, 3);
});

test("sum and expansion meet where one takes over from the other", () => {
  const step = studentTQuantile(0.975, 200) - studentTQuantile(0.975, 199);
  expect(studentTQuantile(0.975, 201) - studentTQuantile(0.975, 200)).toBeCloseTo(step, 5);
  expect(studentTQuantile(0.975, 100_000)).toBeCloseTo(normalQuantile(0.975), 4);
});

test("the lower half mirrors the upper one", () => {
  expect(studentTQuantile(0.05, 7)).toBe(-studentTQuantile(0.95, 7));
  expect(studentTQuantile(0.5, 7)).toBe(0);
  expect(normalQuantile(0.1)).toBe(-normalQuantile(0.9));
  expect(normalQuantile(0.5)).toBe(0);
});

/** Abramowitz & Stegun (1964), table 26.5, and far tails. */
test.each([
  [0.9, 1.2815515655],
  [0.95, 1.644853627],
  [0.975, 1.9599639845],
  [0.9999, 3.7190164855],
])("the normal quantile of %p is %p", (p, expected) => {
  expect(normalQuantile(p)).toBeCloseTo(expected, 8);
});

test.each([
  [0, 5],
  [1, 5],
  [NaN, 5],
  [0.9, 0],
  [0.9, 2.5],
])("p = %p with %p degrees makes no sense", (p, degrees) => {
  expect(() => studentTQuantile(p, degrees)).toThrow(InvalidArgumentError);
});
