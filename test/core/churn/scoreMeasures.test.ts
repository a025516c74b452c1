import fc from "fast-check";
import {
  areaUnderCurve,
  calibrationError,
  calibrationTable,
  liftOfTop,
  scoreMeasures,
} from "../../../src/core/churn/scoreMeasures";

const rows = fc.array(fc.tuple(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 1 })), {
  minLength: 1,
  maxLength: 30,
});

describe("areaUnderCurve", () => {
  test("is the share of pairs put in the right order, ties half", () => {
    fc.assert(
      fc.property(rows, (pairs) => {
        let right = 0;
        let all = 0;
        for (const [score, y] of pairs) {
          for (const [other, z] of pairs) {
            if (y !== 1 || z !== 0) continue;
            all++;
            right += score > other ? 1 : score === other ? 0.5 : 0;
          }
        }
        const area = areaUnderCurve(
          Float64Array.from(pairs, ([score]) => score),
          Uint8Array.from(pairs, ([, y]) => y),
        );
        if (all === 0) expect(area).toBeNull();
        else expect(area).toBeCloseTo(right / all, 12);
      }),
    );
  });
});

describe("scoreMeasures", () => {
  test("takes probabilities for what they are", () => {
    const measures = scoreMeasures(Float64Array.of(0.8, 0.4), Uint8Array.of(1, 0));
    expect(measures.brier).toBeCloseTo((0.04 + 0.16) / 2, 12);
    expect(measures.logLoss).toBeCloseTo(-(Math.log(0.8) + Math.log(0.6)) / 2, 12);
    expect(measures.auc).toBe(1);
  });
  test("a wrong certainty costs much, not infinity", () => {
    expect(scoreMeasures(Float64Array.of(0), Uint8Array.of(1)).logLoss).toBeCloseTo(-Math.log(1e-15), 6);
  });
  test("nobody: nothing", () => {
    const none = { auc: null, brier: null, logLoss: null };
    expect(scoreMeasures(new Float64Array(0), new Uint8Array(0))).toEqual(none);
  });
});

describe("calibrationTable", () => {
  test("counts every customer once, in rising risk", () => {
    fc.assert(
      fc.property(rows, (pairs) => {
        const table = calibrationTable(
          Float64Array.from(pairs, ([score]) => score / 6),
          Uint8Array.from(pairs, ([, y]) => y),
        );
        expect(table.reduce((sum, row) => sum + row.customers, 0)).toBe(pairs.length);
        table.forEach((row, index) => {
          expect(row.meanPredicted).toBeGreaterThan(table[index - 1]?.meanPredicted ?? -1);
        });
      }),
    );
  });
  test("a score that is right on average in every group has no error", () => {
    const table = calibrationTable(Float64Array.of(0.5, 0.5, 1, 1), Uint8Array.of(0, 1, 1, 1));
    expect(table.map(({ customers }) => customers)).toEqual([2, 2]);
    expect(calibrationError(table)).toBe(0);
  });
});

describe("liftOfTop", () => {
  test.each([
    ["all losses in the top half", [0.9, 0.8, 0.2, 0.1], [1, 1, 0, 0], 0.5, 2],
    ["equal scores part nobody", [0.5, 0.5, 0.5, 0.5], [1, 1, 0, 0], 0.25, 1],
    ["no loss, no lift", [0.5, 0.4], [0, 0], 0.5, null],
  ])("%s", (_, scores, happened, share, lift) => {
    expect(liftOfTop(Float64Array.from(scores), Uint8Array.from(happened), share)).toBe(lift);
  });
});
