import fc from "fast-check";
import {
  expectedPurchases,
  logGradient,
  probabilityAlive,
  probabilityOfPurchase,
  type BtydParams,
} from "../../../src/core/btyd";
import { InvalidArgumentError } from "../../../src/core/errors";
import { histogramFrom } from "../../support/histories";

const positive = fc.double({ min: 0.01, max: 50, noNaN: true });
const params: fc.Arbitrary<BtydParams> = fc.oneof(
  fc.record({
    model: fc.constantFrom("bgnbd" as const, "mbgnbd" as const),
    r: positive,
    alpha: positive,
    a: positive,
    b: positive,
  }),
  fc.record({
    model: fc.constant("pareto" as const),
    r: positive,
    alpha: positive,
    s: positive,
    beta: positive,
  }),
);
const history = fc
  .record({ x: fc.nat(60), last: fc.integer({ min: 1, max: 400 }), silence: fc.nat(400) })
  .map(({ x, last, silence }) => ({ x, lastAge: x === 0 ? 0 : last, age: (x === 0 ? 0 : last) + silence }));

const CLOSE = 1e-10;

test("longer silence never raises P(alive)", () => {
  fc.assert(
    fc.property(params, history, fc.integer({ min: 1, max: 100 }), (given, one, more) => {
      const [before = 0] = probabilityAlive(given, histogramFrom([one]));
      const [after = 0] = probabilityAlive(given, histogramFrom([{ ...one, age: one.age + more }]));
      expect(after).toBeLessThanOrEqual(before * (1 + CLOSE));
    }),
  );
});

test("P(buy) grows with the horizon, stays below P(alive) and below the expected purchases", () => {
  fc.assert(
    fc.property(params, history, fc.integer({ min: 0, max: 300 }), (given, one, horizon) => {
      const histogram = histogramFrom([one]);
      const [alive = 0] = probabilityAlive(given, histogram);
      const [soon = 0] = probabilityOfPurchase(given, histogram, horizon);
      const [later = 0] = probabilityOfPurchase(given, histogram, horizon + 30);
      const expected = expectedPurchases(given, histogram, [horizon])[0]?.[0] ?? 0;
      expect(soon).toBeLessThanOrEqual(later * (1 + CLOSE));
      expect(later).toBeLessThanOrEqual(alive * (1 + CLOSE));
      expect(soon).toBeLessThanOrEqual(expected * (1 + CLOSE) + 1e-300);
    }),
  );
});

test("another unit of time changes nothing", () => {
  fc.assert(
    fc.property(params, history, fc.constantFrom(7, 0.25, 30), (given, one, unit) => {
      const scaled: BtydParams =
        given.model === "pareto"
          ? { ...given, alpha: given.alpha * unit, beta: given.beta * unit }
          : { ...given, alpha: given.alpha * unit };
      const same = histogramFrom([{ ...one, lastAge: one.lastAge * unit, age: one.age * unit }]);
      const [first = 0] = probabilityOfPurchase(given, histogramFrom([one]), 90);
      const [second = 0] = probabilityOfPurchase(scaled, same, 90 * unit);
      expect(Math.abs(second - first)).toBeLessThanOrEqual(1e-9 * first + 1e-290);
    }),
  );
});

test("no purchases come in no time, and with nobody leaving they come at the posterior rate", () => {
  const histogram = histogramFrom([{ x: 3, lastAge: 20, age: 30 }]);
  for (const given of [
    { model: "bgnbd", r: 1, alpha: 10, a: 0, b: 1 },
    { model: "mbgnbd", r: 1, alpha: 10, a: 0, b: 1 },
    { model: "pareto", r: 1, alpha: 10, s: 0, beta: 1 },
  ] as const) {
    expect(probabilityOfPurchase(given, histogram, 0)[0]).toBeCloseTo(0, 15);
    expect(expectedPurchases(given, histogram, [0, 20]).map(([value]) => value)).toEqual([
      0,
      expect.closeTo(2, 12),
    ]);
    expect(probabilityOfPurchase(given, histogram, 20)[0]).toBeCloseTo(1 - (40 / 60) ** 4, 12);
  }
});

test("the gradient by log r of P(buy) of a new customer is -r log(alpha/(alpha+t)) (alpha/(alpha+t))^r", () => {
  const given = { model: "bgnbd", r: 0.5, alpha: 10, a: 1, b: 2 } as const;
  const fresh = histogramFrom([{ x: 0, lastAge: 0, age: 0 }]);
  const [byR, byAlpha, byA] = logGradient(given, (moved) => probabilityOfPurchase(moved, fresh, 30));
  expect(byR[0]).toBeCloseTo(-0.5 * Math.log(10 / 40) * (10 / 40) ** 0.5, 8);
  expect(byAlpha[0]).toBeCloseTo(-0.5 * (10 / 40) ** 0.5 * (30 / 40), 8);
  expect(byA[0]).toBeCloseTo(0, 10);
});

test.each([
  { name: "r = 0", given: { model: "bgnbd", r: 0, alpha: 1, a: 1, b: 1 } as const, horizon: 1 },
  {
    name: "alpha not a number",
    given: { model: "bgnbd", r: 1, alpha: NaN, a: 1, b: 1 } as const,
    horizon: 1,
  },
  { name: "s below 0", given: { model: "pareto", r: 1, alpha: 1, s: -1, beta: 1 } as const, horizon: 1 },
  { name: "a horizon below 0", given: { model: "bgnbd", r: 1, alpha: 1, a: 1, b: 1 } as const, horizon: -1 },
])("$name makes no sense", ({ given, horizon }) => {
  const histogram = histogramFrom([{ x: 1, lastAge: 1, age: 2 }]);
  expect(() => probabilityOfPurchase(given, histogram, horizon)).toThrow(InvalidArgumentError);
  expect(() => expectedPurchases(given, histogram, [horizon])).toThrow(InvalidArgumentError);
});
