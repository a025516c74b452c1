import fc from "fast-check";
import { ticks } from "../../../src/taskpane/plots/ticks";

test.each([
  { most: 2_656, steps: 4, grid: [0, 1_000, 2_000, 3_000] },
  { most: 100, steps: 4, grid: [0, 25, 50, 75, 100] },
  { most: 1, steps: 5, grid: [0, 0.2, 0.4, 0.6000000000000001, 0.8, 1] },
  { most: 0.7, steps: 1, grid: [0, 1] },
  { most: 0, steps: 4, grid: [0] },
  { most: -3, steps: 4, grid: [0] },
  { most: Number.POSITIVE_INFINITY, steps: 4, grid: [0] },
])("an axis up to $most in about $steps steps reads $grid", ({ most, steps, grid }) => {
  expect(ticks(most, steps)).toEqual(grid);
});

test("an axis reaches its largest value, and not a whole step farther", () => {
  fc.assert(
    fc.property(
      fc.double({ min: 1e-6, max: 1e9, noNaN: true }),
      fc.integer({ min: 1, max: 10 }),
      (most, steps) => {
        const grid = ticks(most, steps);
        const [last = 0, before = 0] = [grid.at(-1), grid.at(-2)];
        expect(last).toBeGreaterThanOrEqual(most * (1 - 1e-6));
        expect(before).toBeLessThan(most);
        expect(grid.length).toBeLessThanOrEqual(steps + 1);
      },
    ),
  );
});
