import fc from "fast-check";
import { riskJumps } from "../../../src/core/churn";
import { DEFAULT_BANDS, riskBands } from "../../../src/core/churn/riskBands";

const of = (values: readonly number[]) => Float64Array.from(values);

describe("riskBands", () => {
  test.each([
    [
      "thirds of a slow shop where nobody is likely to buy",
      [0.97, 0.98, 0.99, 0.93, 0.95, 0.96],
      ["medium", "high", "high", "low", "low", "medium"],
    ],
    ["all equal: medium", [0.9, 0.9, 0.9], ["medium", "medium", "medium"]],
    ["one customer", [0.2], ["medium"]],
    ["nobody", [], []],
    [
      "no order, no band, and no place in the ranking",
      [Number.NaN, 0.1, 0.5, 0.9],
      ["", "low", "medium", "high"],
    ],
  ])("%s", (_, risk, bands) => {
    expect(riskBands(of(risk), DEFAULT_BANDS)).toEqual(bands);
  });

  test("fixed cuts: a risk that meets one is above it", () => {
    const rule = { kind: "cuts", medium: 0.33, high: 0.66 } as const;
    expect(riskBands(of([0.32, 0.33, 0.66, 1]), rule)).toEqual(["low", "medium", "high", "high"]);
  });

  test("a higher risk is never in a lower band, an equal one never in another", () => {
    const level = { low: 0, medium: 1, high: 2, "": -1 };
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 25 }), (tenths) => {
        const risk = of(tenths.map((tenth) => tenth / 10));
        const bands = riskBands(risk, DEFAULT_BANDS).map((band) => level[band]);
        risk.forEach((one, i) => {
          risk.forEach((other, j) => {
            if (one >= other) expect(bands[i]).toBeGreaterThanOrEqual(bands[j] ?? 0);
          });
        });
      }),
    );
  });

  test.each([
    ["a share above 1", { kind: "shares", low: 1.2, high: 0 }],
    ["shares that overlap", { kind: "shares", low: 0.6, high: 0.6 }],
    ["cuts in the wrong order", { kind: "cuts", medium: 0.7, high: 0.3 }],
  ] as const)("%s is refused", (_, rule) => {
    expect(() => riskBands(of([0.5]), rule)).toThrow("bands");
  });
});

test("riskJumps names those whose rise is more than doubt, the largest first", () => {
  const before = of([0.3, 0.3, 0.5, Number.NaN, 0.2, 0.9]);
  const risk = of([0.6, 0.6, 0.65, 0.9, 0.9, Number.NaN]);
  const low = of([0.5, 0.25, 0.6, 0.8, 0.8, Number.NaN]);
  expect(riskJumps(before, { risk, low })).toEqual([
    { customer: 4, before: 0.2, now: 0.9 },
    { customer: 0, before: 0.3, now: 0.6 },
  ]);
});
