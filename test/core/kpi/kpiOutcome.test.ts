import fc from "fast-check";
import { kpiOutcome, type KpiOutcome, type KpiQuestion } from "../../../src/core/kpi";

const question = (parts: Partial<KpiQuestion>): KpiQuestion => ({
  actual: 0.45,
  baseline: 0.4,
  target: 0.25,
  mode: "absolute",
  direction: "up",
  ...parts,
});

const cases: readonly [name: string, KpiQuestion, Omit<KpiOutcome, "gap">][] = [
  [
    "absolute needs no baseline",
    question({ baseline: null, target: 0.4 }),
    { status: "met", targetValue: 0.4 },
  ],
  ["25 % more of 40 % is 50 %", question({ mode: "relative" }), { status: "notMet", targetValue: 0.5 }],
  ["25 points more than 40 % is 65 %", question({ mode: "points" }), { status: "notMet", targetValue: 0.65 }],
  [
    "a cost 30 % lower than 200 is 140, and 140 meets it",
    question({ actual: 140, baseline: 200, target: -0.3, mode: "relative", direction: "down" }),
    { status: "met", targetValue: 140 },
  ],
  [
    "a cost above its target is not met",
    question({ actual: 140.01, baseline: 200, target: -0.3, mode: "relative", direction: "down" }),
    { status: "notMet", targetValue: 140 },
  ],
  [
    "reaching the target exactly is met in spite of rounding",
    question({ actual: 0.1 + 0.2, target: 0.3, direction: "down" }),
    { status: "met", targetValue: 0.3 },
  ],
  [
    "relative without baseline is said so",
    question({ mode: "relative", baseline: null }),
    { status: "noBaseline", targetValue: null },
  ],
  [
    "points without baseline is said so",
    question({ mode: "points", baseline: null }),
    { status: "noBaseline", targetValue: null },
  ],
  [
    "no change is relative to 0",
    question({ mode: "relative", baseline: 0 }),
    { status: "noBaseline", targetValue: null },
  ],
  [
    "20 % better than −10 is −8",
    question({ actual: -9, baseline: -10, target: 0.2, mode: "relative" }),
    { status: "notMet", targetValue: -8 },
  ],
  ["no figure is no zero", question({ actual: null, target: 0 }), { status: "noData", targetValue: 0 }],
  ["no target is said so", question({ target: null }), { status: "noTarget", targetValue: null }],
  ["0 is a figure and a target", question({ actual: 0, target: 0 }), { status: "met", targetValue: 0 }],
];

test.each(cases)("%s", (_name, input, expected) => {
  const outcome = kpiOutcome(input);
  expect(outcome.status).toBe(expected.status);
  if (expected.targetValue === null) expect(outcome.targetValue).toBeNull();
  else expect(outcome.targetValue).toBeCloseTo(expected.targetValue, 12);
  const hasGap = input.actual !== null && expected.targetValue !== null;
  if (hasGap) expect(outcome.gap).toBeCloseTo((input.actual ?? 0) - (expected.targetValue ?? 0), 12);
  else expect(outcome.gap).toBeNull();
});

test("a better figure never loses a target that was met", () => {
  const number = fc.double({ min: -1000, max: 1000, noNaN: true });
  fc.assert(
    fc.property(
      number,
      fc.double({ min: 0, max: 100, noNaN: true }),
      number,
      number,
      fc.constantFrom("absolute" as const, "relative" as const, "points" as const),
      fc.constantFrom("up" as const, "down" as const),
      (actual, better, baseline, target, mode, direction) => {
        const before = kpiOutcome({ actual, baseline, target, mode, direction });
        const improved = direction === "up" ? actual + better : actual - better;
        const after = kpiOutcome({ actual: improved, baseline, target, mode, direction });
        if (before.status === "met") expect(after.status).toBe("met");
      },
    ),
  );
});
