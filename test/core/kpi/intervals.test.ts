import { meanInterval, meanRatioInterval, Moments, wilsonInterval } from "../../../src/core/kpi";

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

test("a ratio of means lies inside its interval, which a larger sample narrows", () => {
  const few = meanRatioInterval(moments(10, 14), moments(2, 4));
  const many = meanRatioInterval(moments(10, 14, 10, 14, 10, 14), moments(2, 4, 2, 4, 2, 4));
  expect(few?.low).toBeLessThan(4);
  expect(few?.high).toBeGreaterThan(4);
  expect((many?.high ?? 0) - (many?.low ?? 0)).toBeLessThan((few?.high ?? 0) - (few?.low ?? 0));
  expect(meanRatioInterval(moments(10), moments(2, 4))).toBeNull();
  expect(meanRatioInterval(moments(10, 14), moments(-2, -4))).toBeNull();
});
