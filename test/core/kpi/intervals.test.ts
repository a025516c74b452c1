import {
  meanInterval,
  meanRatioInterval,
  medianInterval,
  Moments,
  wilsonInterval,
} from "../../../src/core/kpi";

const moments = (...values: number[]) => {
  const found = new Moments();
  for (const value of values) found.add(value);
  return found;
};

test("the score interval solves |p − rate| = z √(p(1−p)/n)", () => {
  const z = 1.6448536269514722;
  for (const [hits, n] of [
    [2, 3],
    [13, 20],
    [400, 1000],
  ] as const) {
    const interval = wilsonInterval(hits, n);
    for (const p of [interval?.low ?? NaN, interval?.high ?? NaN]) {
      expect(Math.abs(p - hits / n)).toBeCloseTo(z * Math.sqrt((p * (1 - p)) / n), 10);
    }
  }
});

test("none of n and n of n end at 0 and 1; nothing counted has no interval", () => {
  expect(wilsonInterval(0, 5)?.low).toBe(0);
  expect(wilsonInterval(5, 5)?.high).toBe(1);
  expect(wilsonInterval(0, 0)).toBeNull();
});

test("the mean of a few answers is as wide as Student's t says", () => {
  // Mean 4, standard deviation 1, n = 5: 4 ± 2.1318 / √5.
  const values = moments(5, 3, 4, 4, 4);
  const half = 2.1318467863 * Math.sqrt(0.5 / 5);
  const interval = meanInterval(values);
  expect(interval?.low).toBeCloseTo(4 - half, 8);
  expect(interval?.high).toBeCloseTo(4 + half, 8);
  expect(meanInterval(values, { low: 3.9, high: 4.1 })).toEqual({ low: 3.9, high: 4.1 });
  expect(meanInterval(moments(5))).toBeNull();
  // One answer leaves everything open that can be answered.
  expect(meanInterval(moments(5), { low: 1, high: 5 })).toEqual({ low: 1, high: 5 });
  expect(meanInterval(moments(), { low: 1, high: 5 })).toBeNull();
});

describe("the interval of a median", () => {
  const bounds = { low: 0, high: 30 };
  const upTo = (n: number) => Array.from({ length: n }, (_, index) => index + 1);

  test.each([
    { name: "none: no interval", n: 0, interval: null },
    { name: "one: the bounds", n: 1, interval: bounds },
    { name: "four: the bounds, since 1 in 8 lie all on one side", n: 4, interval: bounds },
    { name: "five: the first and the last", n: 5, interval: { low: 1, high: 5 } },
    { name: "eight: the second and the seventh", n: 8, interval: { low: 2, high: 7 } },
    { name: "thirty: the eleventh and the twentieth", n: 30, interval: { low: 11, high: 20 } },
  ])("$name", ({ n, interval }) => {
    expect(medianInterval(upTo(n), bounds)).toEqual(interval);
  });

  test("stays finite and near the middle where 2^-n is too small for a number", () => {
    const n = 10_000;
    const found = medianInterval(upTo(n), bounds);
    // The normal approximation: n / 2 ± 1.645 √n / 2.
    expect(found?.low).toBeCloseTo(n / 2 - (1.645 * Math.sqrt(n)) / 2, -1);
    expect(found?.high).toBeCloseTo(n / 2 + (1.645 * Math.sqrt(n)) / 2, -1);
  });
});

test("a ratio of means lies inside its interval, which a larger sample narrows", () => {
  const few = meanRatioInterval(moments(10, 14), moments(2, 4));
  const many = meanRatioInterval(moments(10, 14, 10, 14, 10, 14), moments(2, 4, 2, 4, 2, 4));
  expect(few?.low).toBeLessThan(4);
  expect(few?.high).toBeGreaterThan(4);
  expect((many?.high ?? 0) - (many?.low ?? 0)).toBeLessThan((few?.high ?? 0) - (few?.low ?? 0));
  expect(meanRatioInterval(moments(10), moments(2, 4))).toBeNull();
  expect(meanRatioInterval(moments(10, 14), moments(-2, -4))).toBeNull();
});
