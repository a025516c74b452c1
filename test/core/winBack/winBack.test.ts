import fc from "fast-check";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { addMonths, dayOf, NO_DAY } from "../../../src/core/math/day";
import { winBackDue, winBackList, type WinBackFacts, type WinBackSource } from "../../../src/core/winBack";

const day = (text: string) => {
  const [year = 0, month = 0, date = 0] = text.split("-").map(Number);
  return dayOf(year, month, date);
};

/** A book of customers 0 to customers − 1 with these orders (customer, day, net in minor units). */
function book(
  asOf: number,
  customers: number,
  orders: readonly (readonly [customer: number, day: number, net: number])[],
): WinBackSource {
  const sorted = [...orders].sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  const of = (customer: number) => sorted.filter(([id]) => id === customer).map(([, at]) => at);
  const ids = Array.from({ length: customers }, (_, index) => index);
  return {
    asOf,
    orders: {
      count: sorted.length,
      customer: Int32Array.from(sorted, ([customer]) => customer),
      day: Int32Array.from(sorted, ([, at]) => at),
      net: Float64Array.from(sorted, ([, , net]) => net),
    },
    summary: {
      count: customers,
      firstDay: Int32Array.from(ids, (id) => of(id)[0] ?? NO_DAY),
      lastDay: Int32Array.from(ids, (id) => of(id).at(-1) ?? NO_DAY),
      purchaseDays: Int32Array.from(ids, (id) => new Set(of(id)).size),
      totalOrders: Int32Array.from(ids, (id) => of(id).length),
    },
  };
}

const facts = (customer: number): WinBackFacts => ({
  customerId: `c${customer}`,
  name: "",
  tier: "medium",
  phone: "",
  owner: "",
  topCategory: "",
  openComplaint: false,
  consent: true,
  churnRisk: null,
});

test("R28: mother-baby shop: 8 customers by calendar months; tb_user16, 91 days silent, is not among them", () => {
  const expected = JSON.parse(
    readFileSync(join(__dirname, "../../fixtures/mother-baby-shop/expected.json"), "utf8"),
  ) as {
    asof: string;
    customers: Record<string, { last: string }>;
    winback_calendar_months: string[];
    winback_90days: string[];
  };
  const names = Object.keys(expected.customers);
  const lasts = Object.values(expected.customers).map(({ last }) => day(last));
  const source = book(
    day(expected.asof),
    names.length,
    lasts.map((last, index) => [index, last, 100] as const),
  );
  const due = winBackDue(source, 3);
  expect(Array.from(due.customer, (index) => names[index]).sort()).toEqual(expected.winback_calendar_months);
  expect(due.count).toBe(8);
  // By days there are 9: the two rules differ on this very customer.
  const byDays = names.filter((_, index) => day(expected.asof) - (lasts[index] ?? 0) >= 90);
  expect(byDays).toEqual(expected.winback_90days);
  expect(byDays.filter((name) => !expected.winback_calendar_months.includes(name))).toEqual(["tb_user16"]);
});

test.each([
  { name: "three months to the day are due", last: "2025-09-30", asOf: "2025-12-30", due: 1 },
  { name: "a day less is not", last: "2025-10-01", asOf: "2025-12-31", due: 0 },
  { name: "and a day later is", last: "2025-10-01", asOf: "2026-01-01", due: 1 },
  { name: "the end of a short month ends the wait", last: "2025-11-30", asOf: "2026-02-28", due: 1 },
])("$name", ({ last, asOf, due }) => {
  expect(winBackDue(book(day(asOf), 1, [[0, day(last), 1]]), 3).count).toBe(due);
});

test("R28: a customer without a valid order is never due, not even after 0 months", () => {
  expect(winBackDue(book(day("2025-12-31"), 2, [[1, day("2025-12-31"), 5]]), 0).customer).toEqual(
    Int32Array.of(1),
  );
});

test("value at risk is the net spend of the 365 days ending on the last order", () => {
  const last = day("2025-03-01");
  const source = book(day("2025-12-31"), 1, [
    [0, last - 365, 1_000],
    [0, last - 364, 200],
    [0, last, 30],
  ]);
  expect(winBackDue(source, 3).valueAtRisk).toEqual(Float64Array.of(230));
  expect(winBackList(winBackDue(source, 3), facts, 2)[0]?.valueAtRisk).toBe(2.3);
});

test("the mean interval counts purchase days, not orders; one purchase day has none", () => {
  const at = day("2025-01-10");
  const source = book(day("2025-12-31"), 2, [
    [0, at, 1],
    [0, at, 1],
    [0, at + 10, 1],
    [0, at + 40, 1],
    [1, at, 1],
    [1, at, 1],
  ]);
  const items = winBackList(winBackDue(source, 3), facts, 0);
  expect(items.map(({ customerId, intervalDays, orders }) => [customerId, orders, intervalDays])).toEqual([
    ["c0", 4, 20],
    ["c1", 2, null],
  ]);
});

test("R28: the most valuable come first, those on hold last with every reason", () => {
  const asOf = day("2025-12-31");
  const source = book(asOf, 5, [
    [0, asOf - 200, 900],
    [1, asOf - 200, 500],
    [2, asOf - 550, 400],
    [2, asOf - 200, 400],
    [3, asOf - 300, 500],
    [4, asOf - 120, 5_000],
  ]);
  const withHolds = (customer: number): WinBackFacts => ({
    ...facts(customer),
    openComplaint: customer === 4,
    consent: customer !== 4 && customer !== 1,
  });
  const items = winBackList(winBackDue(source, 3), withHolds, 0);
  expect(items.map(({ customerId, state, holds }) => [customerId, state, holds])).toEqual([
    ["c0", "due", []],
    ["c3", "due", []],
    ["c4", "onHold", ["openComplaint", "noConsent"]],
    ["c2", "onHold", ["naturalCycle"]],
    ["c1", "onHold", ["noConsent"]],
  ]);
});

test("R28: a silence as long as the own interval is no longer the natural cycle", () => {
  const asOf = day("2025-12-31");
  const source = (interval: number) =>
    book(asOf, 1, [
      [0, asOf - 100 - interval, 1],
      [0, asOf - 100, 1],
    ]);
  const stateAt = (interval: number) => winBackList(winBackDue(source(interval), 3), facts, 0)[0]?.state;
  expect(stateAt(100)).toBe("due");
  expect(stateAt(101)).toBe("onHold");
});

test.each([{ months: 2.5 }, { months: -1 }, { months: NaN }])(
  "$months months make no sense",
  ({ months }) => {
    expect(() => winBackDue(book(0, 0, []), months)).toThrow(
      expect.objectContaining({ argument: "months", code: "notAWholeNumber" }),
    );
  },
);

test("an empty book has nobody to win back", () => {
  expect(winBackList(winBackDue(book(0, 0, []), 3), facts, 2)).toEqual([]);
});

test("laws: everybody due is listed once, in falling value within each state; more months, fewer due", () => {
  const order = fc.tuple(fc.nat(9), fc.integer({ min: 19_000, max: 20_400 }), fc.nat(10_000));
  fc.assert(
    fc.property(
      fc.array(order, { maxLength: 40 }),
      fc.nat(12),
      fc.array(fc.boolean()),
      (orders, months, held) => {
        const source = book(20_400, 10, orders);
        const due = winBackDue(source, months);
        const slow = [...source.summary.lastDay].filter(
          (last) => last !== NO_DAY && addMonths(last, months) <= 20_400,
        );
        const items = winBackList(due, (id) => ({ ...facts(id), openComplaint: held[id] ?? false }), 2);
        expect(items).toHaveLength(slow.length);
        expect(new Set(items.map(({ customerId }) => customerId)).size).toBe(items.length);
        const firstHeld = items.findIndex(({ state }) => state === "onHold");
        const split = firstHeld < 0 ? items.length : firstHeld;
        for (const part of [items.slice(0, split), items.slice(split)]) {
          expect(new Set(part.map(({ state }) => state)).size).toBeLessThanOrEqual(1);
          part.slice(1).forEach((item, index) => {
            expect(item.valueAtRisk).toBeLessThanOrEqual(part[index]?.valueAtRisk ?? 0);
          });
        }
        expect(winBackDue(source, months + 1).count).toBeLessThanOrEqual(due.count);
      },
    ),
  );
});
