import { histogramOf } from "../../../src/core/btyd";
import { NO_DAY } from "../../../src/core/math/day";

/** Customers as [first day, last day, purchase days]. */
const summary = (customers: readonly (readonly [number, number, number])[]) => ({
  count: customers.length,
  firstDay: Int32Array.from(customers, ([first]) => first),
  lastDay: Int32Array.from(customers, ([, last]) => last),
  purchaseDays: Int32Array.from(customers, ([, , days]) => days),
});

test("customers of one history are counted together, histories sorted by x, T, t_x", () => {
  const histogram = histogramOf(
    summary([
      [100, 130, 3],
      [100, 100, 1],
      [90, 90, 1],
      [100, 130, 3],
      [100, 120, 3],
    ]),
    150,
    { period: "day" },
  );
  expect([...histogram.repeatOrders]).toEqual([0, 0, 2, 2]);
  expect([...histogram.customerAge]).toEqual([50, 60, 50, 50]);
  expect([...histogram.lastOrderAge]).toEqual([0, 0, 20, 30]);
  expect([...histogram.customers]).toEqual([1, 1, 1, 2]);
  expect([...histogram.historyOf]).toEqual([3, 0, 1, 3, 2]);
});

test("weeks are sevenths of days, unrounded", () => {
  const { lastOrderAge, customerAge } = histogramOf(summary([[0, 213, 3]]), 272, { period: "week" });
  expect(lastOrderAge[0]).toBe(213 / 7);
  expect(customerAge[0]).toBe(272 / 7);
});

test.each([
  { name: "no valid order", customer: [NO_DAY, NO_DAY, 0] as const },
  { name: "a first order after the as-of date", customer: [200, 200, 1] as const },
])("a customer with $name has no history", ({ customer }) => {
  const histogram = histogramOf(summary([customer, [100, 100, 1]]), 150, { period: "day" });
  expect([...histogram.historyOf]).toEqual([-1, 0]);
  expect(histogram.count).toBe(1);
});

test("no customers, no histories", () => {
  expect(histogramOf(summary([]), 150, { period: "day" }).count).toBe(0);
});
