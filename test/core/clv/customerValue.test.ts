import {
  expectedPurchases,
  histogramOf,
  probabilityOfPurchase,
  type BtydParams,
} from "../../../src/core/btyd";
import { customerValue } from "../../../src/core/clv";
import { countsAhead } from "../../../src/core/clv/countsAhead";
import { dayOf } from "../../../src/core/math/day";
import { bookOfPurchases, bookOfRows, type OrderRow } from "../../support/bookOfRows";
import { readCdnowSample } from "../../support/purchaseFiles";
import { simulatedShop } from "../../support/simulatedShop";

const DAY = 20_000;
const MODELS: readonly (readonly [string, BtydParams])[] = [
  ["BG/NBD", { model: "bgnbd", r: 0.6, alpha: 60, a: 0.8, b: 2.5 }],
  ["MBG/NBD", { model: "mbgnbd", r: 0.8, alpha: 60, a: 0.6, b: 1.5 }],
  ["Pareto/NBD", { model: "pareto", r: 0.6, alpha: 50, s: 0.6, beta: 80 }],
];

describe("CDNOW sample to 1997-09-30, 12 months at 1 % a month, customer 1", () => {
  const book = bookOfPurchases(readCdnowSample(), dayOf(1997, 9, 30));
  test.each([
    ["bgnbd", 36.27],
    ["pareto", 43.07],
  ] as const)("%s: %p", (model, published) => {
    const value = customerValue(book, { model, period: "week", annualDiscount: 1.01 ** 12 - 1 });
    expect(Math.abs((value.clv[0] ?? 0) / 100 - published)).toBeLessThan(0.01);
    expect((value.expectedSpend[0] ?? 0) / 100).toBeCloseTo(24.654, 2);
  });
  test("days give what weeks give", () => {
    const [days, weeks] = (["day", "week"] as const).map((period) =>
      customerValue(book, { model: "bgnbd", period }),
    );
    [0, 1, 2, 100].forEach((customer) => {
      expect((days?.clv[customer] ?? 0) / (weeks?.clv[customer] ?? 1)).toBeCloseTo(1, 3);
    });
  });
});

describe("smallest worlds", () => {
  test("no orders, or all of them today: no model, and a reason", () => {
    expect(customerValue(bookOfRows([])).method).toEqual({ status: "refused", reason: "noCustomers" });
    const today = customerValue(bookOfRows([["a", DAY, 10]]));
    expect(today.method).toEqual({ status: "refused", reason: "noTime" });
    expect(today.clv).toEqual(Float64Array.of(Number.NaN));
  });
  test("all one-time buyers: spend drawn from all purchases", () => {
    const rows = Array.from({ length: 30 }, (_, c): OrderRow => [`c${c}`, DAY + c, c < 15 ? 10 : 30]);
    const value = customerValue(bookOfRows(rows, DAY + 300));
    expect(value.method).toMatchObject({ status: "fitted", spendSource: "pooledAll" });
    expect(value.expectedSpend[0]).toBeCloseTo(1_500, 6);
    expect(value.expectedSpend[29]).toBeCloseTo(2_500, 6);
  });
  test("identical customers have one value", () => {
    const rows = Array.from({ length: 20 }, (_, c): OrderRow[] => [
      [`c${c}`, DAY, 20],
      [`c${c}`, DAY + 30, 20],
    ]).flat();
    expect(new Set(customerValue(bookOfRows(rows, DAY + 60)).clv).size).toBe(1);
  });
  test("a customer without a valid order has none", () => {
    const rows: OrderRow[] = [
      ["r", DAY, -5],
      ["a", DAY, 10],
      ["a", DAY + 20, 10],
      ["b", DAY + 3, 10],
    ];
    const { clv } = customerValue(bookOfRows(rows, DAY + 90));
    expect([...clv].map(Number.isNaN)).toEqual([true, false, false]);
  });
  test.each([{ months: 0 }, { annualDiscount: -1 }, { margin: -0.1 }])("%p is refused", (options) => {
    expect(() => customerValue(bookOfRows([]), options)).toThrow(Object.keys(options)[0] ?? "");
  });
});

describe("laws", () => {
  const { book } = simulatedShop({
    seed: 5,
    customers: 300,
    params: { model: "bgnbd", r: 0.6, alpha: 60, a: 0.8, b: 2.5 },
    arrivalDays: 300,
    days: 400,
    futureDays: 0,
  });
  const plain = customerValue(book, { model: "bgnbd" });
  const sum = (values: Float64Array) => values.reduce((total, value) => total + value, 0);

  test("undiscounted it is orders times spend; a discount takes away, months and margin scale", () => {
    const whole = customerValue(book, { model: "bgnbd", annualDiscount: 0 });
    whole.clv.forEach((value, customer) => {
      const product = (whole.expectedOrders[customer] ?? 0) * (whole.expectedSpend[customer] ?? 0);
      expect(value / product).toBeCloseTo(1, 9);
    });
    expect(sum(plain.clv)).toBeLessThan(sum(whole.clv));
    expect(sum(customerValue(book, { model: "bgnbd", months: 24 }).clv)).toBeGreaterThan(sum(plain.clv));
    expect(sum(customerValue(book, { model: "bgnbd", margin: 0.3 }).clv) / sum(plain.clv)).toBeCloseTo(
      0.3,
      9,
    );
  });
  test("the interval begins at 0 or above, ends where it began or above", () => {
    const { low, high } = plain.interval();
    expect([...low].filter((value, customer) => !(value >= 0 && value <= (high[customer] ?? -1)))).toEqual(
      [],
    );
  });
});

describe("countsAhead", () => {
  const histogram = histogramOf(
    {
      count: 4,
      firstDay: Int32Array.of(0, 0, 50, 100),
      lastDay: Int32Array.of(0, 90, 70, 190),
      purchaseDays: Int32Array.of(1, 4, 2, 12),
    },
    200,
    { period: "day" },
  );
  test.each(MODELS)(
    "%s: chances add up, with the mean and the chance of none of the closed forms",
    (_, params) => {
      const ahead = countsAhead(params, histogram, 180);
      const buys = probabilityOfPurchase(params, histogram, 180);
      const [expected] = expectedPurchases(params, histogram, [180]);
      const tolerance = params.model === "pareto" ? 0.01 : 1e-5;
      for (let history = 0; history < 4; history++) {
        const { none, counts, chances } = ahead(history);
        expect(none + chances.reduce((total, chance) => total + chance, 0)).toBeCloseTo(1, 9);
        const mean = counts.reduce((total, count, index) => total + count * (chances[index] ?? 0), 0);
        expect(Math.abs(mean / (expected?.[history] ?? 1) - 1)).toBeLessThan(tolerance);
        expect(Math.abs(1 - none - (buys[history] ?? 0))).toBeLessThan(tolerance);
      }
    },
  );
});

/** Shops busy enough for many a low end above 0. */
const BUSY: readonly (readonly [string, BtydParams])[] = [
  ["BG/NBD", { model: "bgnbd", r: 1.2, alpha: 30, a: 0.3, b: 3 }],
  ["MBG/NBD", { model: "mbgnbd", r: 1.2, alpha: 30, a: 0.3, b: 3 }],
  ["Pareto/NBD", { model: "pareto", r: 1.2, alpha: 30, s: 0.4, beta: 200 }],
];

describe("80 % intervals against what is spent", () => {
  test.each(BUSY)(
    "%s: one in ten spends more, and where the low end is above 0 one in ten less",
    (_, params) => {
      let all = 0;
      let above = 0;
      let active = 0;
      let below = 0;
      for (let seed = 0; seed < 20; seed++) {
        const { book, futureAmount } = simulatedShop({
          seed,
          customers: 600,
          params,
          arrivalDays: 300,
          days: 400,
          futureDays: 365,
        });
        const { low, high } = customerValue(book, { model: params.model, annualDiscount: 0 }).interval();
        futureAmount.forEach((amount, customer) => {
          all++;
          if (amount > (high[customer] ?? 0)) above++;
          if (!((low[customer] ?? 0) > 0)) return;
          active++;
          if (amount < (low[customer] ?? 0)) below++;
        });
      }
      expect(Math.abs(above / all - 0.1)).toBeLessThan(0.03);
      expect(active).toBeGreaterThan(3_000);
      expect(Math.abs(below / active - 0.1)).toBeLessThan(0.03);
    },
  );
});
