import type { BtydParams } from "../../../src/core/btyd";
import { customerValue, forecast } from "../../../src/core/clv";
import { dayOf } from "../../../src/core/math/day";
import { bookOfPurchases, bookOfRows, type OrderRow } from "../../support/bookOfRows";
import { readCdnowSample } from "../../support/purchaseFiles";
import { simulatedShop } from "../../support/simulatedShop";

const { book } = simulatedShop({
  seed: 21,
  customers: 200,
  params: { model: "bgnbd", r: 0.6, alpha: 60, a: 0.8, b: 2.5 },
  arrivalDays: 300,
  days: 400,
  futureDays: 0,
});

test("by horizon the total first; groups add up to it, who is in none only in the total", () => {
  const groups = { ids: ["even", "odd"], of: book.customers.map((_, c) => (c % 5 === 0 ? -1 : c % 2)) };
  const { rows } = forecast(book, { groups });
  expect(rows.map(({ horizonDays, group }) => [horizonDays, group])).toEqual(
    [30, 90, 365].flatMap((horizon) => [null, "even", "odd"].map((group) => [horizon, group])),
  );
  const [total, even, odd] = rows;
  expect(total?.customers).toBe(book.customers.length);
  expect((even?.customers ?? 0) + (odd?.customers ?? 0)).toBe(groups.of.filter((group) => group >= 0).length);
  expect(total?.expectedRevenue).toBeGreaterThan((even?.expectedRevenue ?? 0) + (odd?.expectedRevenue ?? 0));
  const all = forecast(book, {
    groups: { ids: ["even", "odd"], of: book.customers.map((_, c) => c % 2) },
  }).rows;
  expect((all[1]?.expectedRevenue ?? 0) + (all[2]?.expectedRevenue ?? 0)).toBeCloseTo(
    all[0]?.expectedRevenue ?? 0,
    4,
  );
});

test("a year is what the undiscounted values add up to, inside its interval", () => {
  const [year] = forecast(book, { horizons: [365], model: "bgnbd" }).rows;
  const { clv } = customerValue(book, { model: "bgnbd", annualDiscount: 0 });
  expect(year?.expectedRevenue).toBeCloseTo(
    clv.reduce((sum, value) => sum + value, 0),
    4,
  );
  expect(year?.low).toBeLessThan(year?.expectedRevenue ?? 0);
  expect(year?.high).toBeGreaterThan(year?.expectedRevenue ?? Infinity);
});

test("says what it does not cover, and why there is none", () => {
  const none = forecast(bookOfRows([]));
  expect(none).toEqual({
    status: "refused",
    reason: "noCustomers",
    rows: [],
    notCovered: ["newCustomers", "prices", "promotions", "seasons"],
  });
});

test("a horizon of no days is refused", () => {
  expect(() => forecast(book, { horizons: [0] })).toThrow("horizons");
});

test("money × 1e9: everything × 1e9", () => {
  const rows = Array.from({ length: 60 }, (_, c): OrderRow[] =>
    Array.from({ length: 1 + (c % 4) }, (__, i): OrderRow => [
      `c${c}`,
      20_000 + c + i * (20 + (c % 7)),
      10 + ((c * 7) % 13) + i,
    ]),
  ).flat();
  const [one] = forecast(bookOfRows(rows, 20_200)).rows;
  const [many] = forecast(
    bookOfRows(
      rows.map(([id, day, amount]): OrderRow => [id, day, amount * 1e9]),
      20_200,
    ),
  ).rows;
  expect((many?.expectedRevenue ?? 0) / (one?.expectedRevenue ?? 1) / 1e9).toBeCloseTo(1, 4);
  expect((many?.high ?? 0) / (one?.high ?? 1) / 1e9).toBeCloseTo(1, 3);
});

describe("80 % intervals against the revenue that came", () => {
  test.each<[string, BtydParams]>([
    ["BG/NBD", { model: "bgnbd", r: 0.6, alpha: 60, a: 0.8, b: 2.5 }],
    ["Pareto/NBD", { model: "pareto", r: 0.6, alpha: 50, s: 0.6, beta: 80 }],
  ])("%s: hold it four times in five", (_, params) => {
    const SHOPS = 60;
    let held = 0;
    for (let seed = 100; seed < 100 + SHOPS; seed++) {
      const shop = simulatedShop({
        seed,
        customers: 300,
        params,
        arrivalDays: 300,
        days: 400,
        futureDays: 90,
      });
      const [row] = forecast(shop.book, { horizons: [90], model: params.model }).rows;
      const came = shop.futureAmount.reduce((sum, amount) => sum + amount, 0);
      if (came >= (row?.low ?? Infinity) && came <= (row?.high ?? 0)) held++;
    }
    expect(held / SHOPS).toBeGreaterThan(0.68);
    expect(held / SHOPS).toBeLessThan(0.92);
  });
});

test("CDNOW sample: the 39 weeks that followed lie near the forecast from the 39 before", () => {
  const purchases = readCdnowSample();
  const cut = dayOf(1997, 9, 30);
  const [row] = forecast(bookOfPurchases(purchases, cut), { horizons: [273] }).rows;
  let came = 0;
  for (const days of purchases.values())
    for (const [day, amount] of days) if (day > cut) came += amount * 100;
  expect((row?.expectedRevenue ?? 0) / came).toBeGreaterThan(0.8);
  expect((row?.expectedRevenue ?? 0) / came).toBeLessThan(1.2);
});
