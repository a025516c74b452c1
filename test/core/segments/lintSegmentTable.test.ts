import fc from "fast-check";
import { lintSegmentTable, type SegmentRule } from "../../../src/core/segments";

// The pattern of a much copied chain over boxes of R and FM: wide boxes above, narrow ones below them.
const CHAIN_OF_BOXES: readonly SegmentRule[] = [
  { id: "top", recency: [4, 5], frequencyMonetary: [4, 5] },
  { id: "steady", recency: [2, 5], frequencyMonetary: [3, 5] },
  { id: "potential", recency: [3, 5], frequencyMonetary: [1, 5] },
  { id: "fresh", recency: [4, 5], frequencyMonetary: [1, 1.5] },
  { id: "hopeful", recency: [3, 4], frequencyMonetary: [1, 2] },
  { id: "sliding", recency: [1, 2], frequencyMonetary: [1, 5] },
  { id: "keepAtAnyPrice", recency: [1, 1], frequencyMonetary: [4, 5] },
  { id: "gone", recency: [1, 1], frequencyMonetary: [1, 1.5] },
];

// The pattern of a default table of boxes over R, F and M with holes between them, the rest left to "others".
const BOXES_WITH_HOLES: readonly SegmentRule[] = [
  { id: "top", recency: [4, 5], frequency: [4, 5], monetary: [4, 5] },
  { id: "steady", recency: [2, 5], frequency: [3, 5], monetary: [3, 5] },
  { id: "hopeful", recency: [3, 5], frequency: [1, 3], monetary: [1, 3] },
  { id: "gone", recency: [1, 2], frequency: [1, 2], monetary: [1, 2] },
  { id: "others" },
];

test("a chain of boxes: the names that upper rows swallow are found", () => {
  const lint = lintSegmentTable(CHAIN_OF_BOXES, 5);
  expect(lint.clean).toBe(false);
  expect(lint.deadNames).toEqual(["fresh", "hopeful", "keepAtAnyPrice", "gone"]);
  expect(lint.unreachable.map((row) => [row.rule, row.shadowedBy.map((by) => by.id)])).toEqual([
    [4, ["potential"]],
    [5, ["potential"]],
    [7, ["sliding"]],
    [8, ["sliding"]],
  ]);
  expect(lint.missing).toEqual([]);
});

test("boxes with holes: the codes left over and the codes taken twice are named", () => {
  const lint = lintSegmentTable(BOXES_WITH_HOLES, 5);
  expect(lint.catchAll).toEqual({ rule: 5, id: "others" });
  // The same boxes as plain comparisons, and the holes counted by hand for each R.
  const slow = [];
  for (let r = 1; r <= 5; r += 1) {
    for (let f = 1; f <= 5; f += 1) {
      for (let m = 1; m <= 5; m += 1) {
        const isTop = r >= 4 && f >= 4 && m >= 4;
        const isSteady = r >= 2 && f >= 3 && m >= 3;
        const isHopeful = r >= 3 && f <= 3 && m <= 3;
        const isGone = r <= 2 && f <= 2 && m <= 2;
        slow.push({
          code: `${r}${f}${m}`,
          hits: [isTop, isSteady, isHopeful, isGone].filter(Boolean).length,
        });
      }
    }
  }
  expect(lint.missing).toEqual(slow.filter(({ hits }) => hits === 0).map(({ code }) => code));
  expect(lint.overlaps.map(({ code }) => code)).toEqual(
    slow.filter(({ hits }) => hits > 1).map(({ code }) => code),
  );
  expect(lint.missing).toHaveLength(21 + 12 + 3 * 8);
  expect(lint.overlaps.find(({ code }) => code === "333")?.rules).toEqual([
    { rule: 2, id: "steady" },
    { rule: 3, id: "hopeful" },
  ]);
});

test.each<{ name: string; rule: SegmentRule; condition: string; text: string }>([
  { name: "a range upside down", rule: { id: "x", recency: [5, 4] }, condition: "recency", text: "5–4" },
  { name: "a score above the bins", rule: { id: "x", monetary: [4, 6] }, condition: "monetary", text: "4–6" },
  { name: "a score of 0", rule: { id: "x", frequency: [0, 2] }, condition: "frequency", text: "0–2" },
  { name: "a code of two digits", rule: { id: "x", codes: ["55"] }, condition: "codes", text: "55" },
  { name: "a code beyond the bins", rule: { id: "x", codes: ["556"] }, condition: "codes", text: "556" },
])("$name is malformed", ({ rule, condition, text }) => {
  expect(lintSegmentTable([rule], 5).malformed).toEqual([{ rule: 1, id: "x", condition, text }]);
});

test("an empty table misses every code", () => {
  const lint = lintSegmentTable([], 3);
  expect(lint.missing).toHaveLength(27);
  expect(lint.catchAll).toBeNull();
});

test("a closing row without conditions that nothing is left for is unreachable", () => {
  const lint = lintSegmentTable([{ id: "all", recency: [1, 5] }, { id: "others" }], 5);
  expect(lint.unreachable).toEqual([{ rule: 2, id: "others", shadowedBy: [] }]);
});

test("more than nine bins write codes with dashes", () => {
  const rules: SegmentRule[] = [{ id: "one", codes: ["10-10-10"] }];
  const lint = lintSegmentTable(rules, 10);
  expect(lint.missing).toHaveLength(999);
  expect(lint.malformed).toEqual([]);
});

test("laws: rows reached and codes missing add up; a row put under itself again is always found", () => {
  const range = fc
    .tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 4 }))
    .map(([a, b]): [number, number] => [Math.min(a, b), Math.max(a, b)]);
  const rule = fc.record({
    id: fc.constantFrom("a", "b", "c"),
    recency: range,
    frequency: range,
    monetary: range,
  });
  fc.assert(
    fc.property(fc.array(rule, { minLength: 1, maxLength: 6 }), (rules) => {
      const lint = lintSegmentTable(rules, 4);
      const twice = lintSegmentTable([...rules, ...rules.slice(0, 1)], 4);
      expect(twice.unreachable.map((row) => row.rule)).toContain(rules.length + 1);
      expect(twice.missing).toEqual(lint.missing);
      expect(lint.unreachable.length).toBeLessThan(rules.length);
      expect(lint.overlaps.length + lint.missing.length).toBeLessThanOrEqual(64);
    }),
  );
});
