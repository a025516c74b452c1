import { acquisitionWhatIf, retentionWhatIf, tierWhatIf, valueQuadrants } from "../../../src/core/clv";
import { DEFAULT_SETTINGS } from "../../../src/core/settings";
import { bookOfRows, type OrderRow } from "../../support/bookOfRows";

const DAY = 20_000;

describe("retentionWhatIf", () => {
  // Ten buyers in the first year, six of whom buy for 100 in the second; two more join.
  const rows: OrderRow[] = [
    ...Array.from({ length: 10 }, (_, c): OrderRow => [`c${c}`, DAY + c, 50]),
    ...Array.from({ length: 6 }, (_, c): OrderRow => [`c${c}`, DAY + 500 + c, 100]),
    ...Array.from({ length: 2 }, (_, c): OrderRow => [`n${c}`, DAY + 600, 100]),
  ];
  const result = retentionWhatIf(bookOfRows(rows, DAY + 729), { margin: 0.5 });

  test("retention, margin and worth of today are counted, not assumed", () => {
    if (result.status !== "known") throw new Error(result.status);
    expect(result).toMatchObject({
      buyersBefore: 10,
      kept: 6,
      retention: 0.6,
      buyers: 8,
      marginPerBuyer: 5_000,
    });
    expect(result.today.lifetimeMargin).toBeCloseTo((5_000 * 0.6) / (1.1 - 0.6), 9);
  });
  test("five points more: m·r/(1 + d − r) at 0.65, and 5 % of eight buyers' yearly revenue", () => {
    if (result.status !== "known") throw new Error(result.status);
    const [less, more] = result.cases;
    expect(more?.lifetimeMargin).toBeCloseTo((5_000 * 0.65) / 0.45, 6);
    expect(more?.lifetimeMarginChange).toBeCloseTo(0.65 / 0.45 / (0.6 / 0.5) - 1, 9);
    expect(more?.revenueChange).toBeCloseTo(0.05 * 8 * 10_000, 6);
    expect(less?.lifetimeMargin).toBeLessThan(result.today.lifetimeMargin);
  });
  test("retention stays within 0 and 1", () => {
    const wild = retentionWhatIf(bookOfRows(rows, DAY + 729), { points: [-0.9, 0.9] });
    if (wild.status !== "known") throw new Error(wild.status);
    expect(wild.cases.map(({ retention }) => retention)).toEqual([0, 1]);
  });
  test.each<[string, readonly OrderRow[], number | null]>([
    ["no orders", [], null],
    ["a day short of two years", rows, DAY + 728],
    [
      "nobody bought in the first of the two years",
      [
        ["a", DAY, 5],
        ["b", DAY + 900, 5],
      ],
      DAY + 1_000,
    ],
  ])("%s: too little data", (_, few, asOf) => {
    expect(retentionWhatIf(bookOfRows(few, asOf)).status).toBe("tooLittleData");
  });
});

describe("acquisitionWhatIf", () => {
  test("thirty per cent cheaper: the same spend buys 1 ÷ 0.7 as many", () => {
    const result = acquisitionWhatIf({ spend: 1_000, newCustomers: 7, value: 300 }, -0.3);
    expect(result.changedCac).toBeCloseTo(100, 9);
    expect(result.changedNewCustomers).toBeCloseTo(10, 9);
    expect(result.changedRatio).toBeCloseTo(3, 9);
    expect(result.valueChange).toBeCloseTo(900, 6);
  });
  test("spend without a new customer has no cost of one", () => {
    expect(acquisitionWhatIf({ spend: 1_000, newCustomers: 0, value: 300 }, 0.1)).toEqual({
      cac: null,
      changedCac: null,
      ratio: null,
      changedRatio: null,
      changedNewCustomers: null,
      valueChange: null,
    });
  });
  test("cheaper by all of it is refused", () => {
    expect(() => acquisitionWhatIf({ spend: 1, newCustomers: 1, value: 1 }, -1)).toThrow("change");
  });
});

describe("tierWhatIf", () => {
  const rows = Array.from({ length: 10 }, (_, c): OrderRow => [`c${c}`, DAY + c * 5, 10 + c * 10]);
  const book = bookOfRows(rows, DAY + 60);
  const clv = Float64Array.from({ length: 10 }, (_, c) => c * 100);

  test("the rule of today moves nobody", () => {
    const same = tierWhatIf(book.summary, book.asOf, { today: DEFAULT_SETTINGS, changed: {} }, clv);
    expect(same.moves).toEqual([]);
    same.tiers.forEach((tier) => expect(tier.customers).toBe(tier.changedCustomers));
  });
  test("a wider top share lifts the next best, and totals stay", () => {
    const wider = tierWhatIf(
      book.summary,
      book.asOf,
      { today: DEFAULT_SETTINGS, changed: { topShare: 0.4 } },
      clv,
    );
    expect(wider.moves).toEqual([
      { customer: 6, from: "medium", to: "high" },
      { customer: 7, from: "medium", to: "high" },
    ]);
    const total = (key: "net" | "changedNet" | "clv" | "changedClv" | "customers" | "changedCustomers") =>
      wider.tiers.reduce((sum, tier) => sum + tier[key], 0);
    expect(total("changedNet")).toBe(total("net"));
    expect(total("changedClv")).toBe(total("clv"));
    expect(total("changedCustomers")).toBe(10);
  });
});

describe("valueQuadrants", () => {
  test("parts at the means, and counts everybody with a potential", () => {
    const value = Float64Array.of(100, 0, 100, 0, 50);
    const potential = Float64Array.of(100, 100, 0, 0, Number.NaN);
    const { of, valueCut, potentialCut, cells } = valueQuadrants(value, potential);
    expect(of).toEqual(["protect", "grow", "harvest", "maintain", ""]);
    expect(valueCut).toBeCloseTo(50, 9);
    expect(potentialCut).toBeCloseTo(50, 9);
    expect(cells.map(({ customers }) => customers)).toEqual([1, 1, 1, 1]);
  });
  test.each([
    ["all equal: all high", [0.1, 0.1, 0.1], ["protect", "protect", "protect"]],
    ["nobody", [], []],
  ])("%s", (_, amounts, expected) => {
    expect(valueQuadrants(Float64Array.from(amounts), Float64Array.from(amounts)).of).toEqual(expected);
  });
});
