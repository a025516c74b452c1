import fc from "fast-check";
import { InvalidArgumentError } from "../../../src/core/errors";
import {
  lintSegmentTable,
  NAMED11,
  ruleMatches,
  SCORE_SCHEMES,
  segmentOf,
  type ScoreScheme,
} from "../../../src/core/segments";

const allCodes = (bins: number): [number, number, number][] => {
  const scores = Array.from({ length: bins }, (_, index) => index + 1);
  return scores.flatMap((r) => scores.flatMap((f) => scores.map((m): [number, number, number] => [r, f, m])));
};

test("each of the 125 codes meets exactly one row of named11, and every name but prospects has a code", () => {
  const names = new Set<string>();
  for (const [r, f, m] of allCodes(5)) {
    const rows = NAMED11.rules.filter((rule) => ruleMatches(rule, r, f, m, 5));
    expect(rows).toHaveLength(1);
    expect(segmentOf(r, f, m, "named11")).toBe(rows[0]?.id);
    names.add(segmentOf(r, f, m, "named11"));
  }
  expect([...names].sort()).toEqual(
    [
      "active",
      "almostLost",
      "atRisk",
      "champions",
      "dormant",
      "loyal",
      "needsAttention",
      "new",
      "previouslyLoyal",
      "promising",
    ].sort(),
  );
});

test("klaviyo6 is the 27 published codes, each once", () => {
  const published: Record<string, string> = {
    champions: "333 332 323",
    loyal: "321 322 331 232 233",
    recent: "312 313 311 222 223",
    needsAttention: "213 221 123 132 133",
    atRisk: "231 212 122 131 211",
    inactive: "111 112 113 121",
  };
  const seen = allCodes(3).map(([r, f, m]) => `${r}${f}${m} ${segmentOf(r, f, m, "klaviyo6")}`);
  const expected = Object.entries(published).flatMap(([id, codes]) =>
    codes.split(" ").map((code) => `${code} ${id}`),
  );
  expect(expected).toHaveLength(27);
  expect(seen.sort()).toEqual(expected.sort());
});

test("both tables of scores pass the lint", () => {
  for (const { bins, rules } of Object.values(SCORE_SCHEMES)) {
    expect(lintSegmentTable(rules, bins)).toMatchObject({ clean: true, deadNames: [], catchAll: null });
  }
});

test.each<{ name: string; code: [number, number, number]; scheme: ScoreScheme; segment: string }>([
  { name: "best of all is a champion", code: [5, 5, 5], scheme: "named11", segment: "champions" },
  { name: "worst of all is dormant", code: [1, 1, 1], scheme: "named11", segment: "dormant" },
  { name: "recent with one small order is new", code: [5, 1, 2], scheme: "named11", segment: "new" },
  {
    name: "far but often and much was loyal",
    code: [2, 4, 4],
    scheme: "named11",
    segment: "previouslyLoyal",
  },
  {
    name: "FM counts half steps: 4 and 5 make 4.5",
    code: [4, 4, 5],
    scheme: "named11",
    segment: "champions",
  },
  { name: "one large order long ago is at risk", code: [2, 1, 5], scheme: "named11", segment: "atRisk" },
  { name: "no order is a prospect", code: [0, 0, 0], scheme: "named11", segment: "prospects" },
])("named11: $name", ({ code: [r, f, m], scheme, segment }) => {
  expect(segmentOf(r, f, m, scheme)).toBe(segment);
});

test.each<{ name: string; code: [number, number, number]; scheme: ScoreScheme; argument: string }>([
  { name: "a score of 4 in klaviyo6", code: [3, 4, 1], scheme: "klaviyo6", argument: "f" },
  { name: "no order in klaviyo6", code: [0, 0, 0], scheme: "klaviyo6", argument: "r" },
  { name: "a score of 6 in named11", code: [1, 1, 6], scheme: "named11", argument: "m" },
  { name: "days in place of a score", code: [143, 4, 4], scheme: "named11", argument: "r" },
  { name: "half a score", code: [3.5, 4, 4], scheme: "named11", argument: "r" },
  { name: "digits that would join to a published code", code: [32, 1, 1], scheme: "klaviyo6", argument: "r" },
  { name: "not a number", code: [3, NaN, 4], scheme: "named11", argument: "f" },
])("$name is an argument that makes no sense", ({ code: [r, f, m], scheme, argument }) => {
  const call = () => segmentOf(r, f, m, scheme);
  expect(call).toThrow(InvalidArgumentError);
  expect(call).toThrow(expect.objectContaining({ argument, code: "scoreOutsideScheme" }));
});

test("a customer who buys more recently is never in a farther group than before", () => {
  const nearness = ["dormant", "almostLost", "atRisk", "previouslyLoyal"];
  const score = fc.integer({ min: 1, max: 5 });
  fc.assert(
    fc.property(score, score, score, (r, f, m) => {
      const isFar = nearness.includes(segmentOf(r, f, m, "named11"));
      expect(isFar).toBe(r <= 2);
    }),
  );
});
