import fc from "fast-check";
import { scoreByCuts, scoreValues, type ScoreRule } from "../../../src/core/rfm";

const LOW: ScoreRule = { bins: 5, higherIsBetter: true, ties: "low" };

/** The rule of the doc comment, word for word, by counting for every value. */
function slowScores(values: readonly number[], rule: ScoreRule): number[] {
  const present = values.filter((value) => !Number.isNaN(value));
  const n = present.length;
  return values.map((value) => {
    if (Number.isNaN(value)) return 0;
    const worse = present.filter((other) => (rule.higherIsBetter ? other < value : other > value)).length;
    const eq = present.filter((other) => other === value).length;
    const raw = {
      low: 1 + Math.floor((rule.bins * worse) / n),
      mid: Math.ceil((rule.bins * (worse + eq / 2)) / n),
      high: Math.ceil((rule.bins * (worse + eq)) / n),
    }[rule.ties];
    return Math.min(rule.bins, Math.max(1, raw));
  });
}

const rules = fc.record({
  bins: fc.integer({ min: 2, max: 12 }),
  higherIsBetter: fc.boolean(),
  ties: fc.constantFrom("low" as const, "mid" as const, "high" as const),
});
const values = fc.array(
  fc.oneof(
    fc.integer({ min: -4, max: 4 }),
    fc.double({ noNaN: true }),
    fc.constant(Number.NaN),
    fc.constant(-0),
  ),
  { maxLength: 60 },
);

test("one sort gives what counting gives", () => {
  fc.assert(
    fc.property(values, rules, (all, rule) => {
      expect([...scoreValues(Float64Array.from(all), rule)]).toEqual(slowScores(all, rule));
    }),
    { numRuns: 1000 },
  );
});

test("equal values get equal scores, and better values never a lower one", () => {
  fc.assert(
    fc.property(values, rules, (all, rule) => {
      const scores = scoreValues(Float64Array.from(all), rule);
      for (let one = 0; one < all.length; one++) {
        for (let other = 0; other < all.length; other++) {
          const a = all[one] ?? 0;
          const b = all[other] ?? 0;
          if (a === b) expect(scores[one]).toBe(scores[other]);
          if (rule.higherIsBetter ? a > b : a < b) {
            expect(scores[one]).toBeGreaterThanOrEqual(scores[other] ?? 0);
          }
        }
      }
    }),
  );
});

test("no unit matters: any rising change of the values keeps every score", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -1000, max: 1000 })), rules, (all, rule) => {
      const plain = scoreValues(Float64Array.from(all), rule);
      const changed = scoreValues(
        Float64Array.from(all, (value) => value * 2 + 7),
        rule,
      );
      expect([...changed]).toEqual([...plain]);
    }),
  );
});

test.each<{ name: string; values: number[]; rule: Partial<ScoreRule>; scores: number[] }>([
  { name: "no values", values: [], rule: {}, scores: [] },
  { name: "one value, low", values: [7], rule: {}, scores: [1] },
  { name: "one value, mid", values: [7], rule: { ties: "mid" }, scores: [3] },
  { name: "one value, high", values: [7], rule: { ties: "high" }, scores: [5] },
  { name: "all equal, low", values: [7, 7, 7, 7, 7], rule: {}, scores: [1, 1, 1, 1, 1] },
  { name: "all equal, high", values: [7, 7, 7], rule: { ties: "high" }, scores: [5, 5, 5] },
  { name: "five values take five scores", values: [10, 20, 30, 40, 50], rule: {}, scores: [1, 2, 3, 4, 5] },
  {
    name: "fewer is better for days",
    values: [10, 20, 30, 40, 50],
    rule: { higherIsBetter: false },
    scores: [5, 4, 3, 2, 1],
  },
  { name: "two distinct values leave bins empty", values: [1, 1, 1, 2], rule: {}, scores: [1, 1, 1, 4] },
  { name: "an endless value is a value", values: [Infinity, 1], rule: {}, scores: [3, 1] },
  { name: "0 is a value, blank is none", values: [0, Number.NaN, 1], rule: { bins: 2 }, scores: [1, 0, 2] },
])("$name", ({ values: all, rule, scores }) => {
  expect([...scoreValues(Float64Array.from(all), { ...LOW, ...rule })]).toEqual(scores);
});

test.each([1, 0, 2.5, 101, Number.NaN])("%p bins make no sense", (bins) => {
  expect(() => scoreValues(Float64Array.of(1), { ...LOW, bins })).toThrow("bins: notWholeInRange");
});

test("a value that meets a cut has reached it", () => {
  expect([...scoreByCuts(Float64Array.of(0, 30, 31, 90, 365, 366), [30, 90, 180, 365], false)]).toEqual([
    5, 5, 4, 4, 2, 1,
  ]);
  expect([...scoreByCuts(Float64Array.of(1, 2, 9, 10, Number.NaN), [2, 3, 5, 10], true)]).toEqual([
    1, 2, 4, 5, 0,
  ]);
});

test.each([[[]], [[3, 2]], [[2, 2]], [[1, Number.NaN]]])("cuts %p make no sense", (cuts) => {
  expect(() => scoreByCuts(Float64Array.of(1), cuts, true)).toThrow("cuts: notAscending");
});
