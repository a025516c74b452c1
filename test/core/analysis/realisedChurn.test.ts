import fc from "fast-check";
import { realisedChurn, churnBaseDays } from "../../../src/core/analysis/realisedChurn";

const AS_OF = 1000;

type Order = readonly [customer: number, day: number];

function book(orders: readonly Order[]) {
  const sorted = [...orders].sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  return {
    asOf: AS_OF,
    orders: {
      count: sorted.length,
      customer: Int32Array.from(sorted, ([customer]) => customer),
      day: Int32Array.from(sorted, ([, day]) => day),
      net: new Float64Array(sorted.length).fill(100),
      refunded: new Float64Array(sorted.length),
      orderIds: sorted.map((_, index) => `o${index}`),
      channel: new Int32Array(sorted.length).fill(-1),
    },
  };
}

test.each<{ name: string; orders: readonly Order[]; expected: ReturnType<typeof realisedChurn> }>([
  { name: "no orders: nobody to be lost", orders: [], expected: null },
  { name: "one order on the start itself is lost", orders: [[0, 910]], expected: { customers: 1, lost: 1 } },
  {
    name: "an order on the first day after the start keeps",
    orders: [
      [0, 910],
      [0, 911],
    ],
    expected: { customers: 1, lost: 0 },
  },
  {
    name: "an order on the as-of date keeps",
    orders: [
      [0, 600],
      [0, 1000],
    ],
    expected: { customers: 1, lost: 0 },
  },
  { name: "who came after the start was no customer before it", orders: [[0, 950]], expected: null },
  { name: "the first of the 365 days counts", orders: [[0, 546]], expected: { customers: 1, lost: 1 } },
  { name: "an order before them does not", orders: [[0, 545]], expected: null },
  {
    name: "who comes back after more than a year is no customer kept",
    orders: [
      [0, 500],
      [0, 950],
    ],
    expected: null,
  },
  {
    name: "each customer counts once",
    orders: [
      [0, 700],
      [0, 800],
      [0, 960],
      [0, 970],
      [1, 905],
      [2, 300],
      [3, 900],
      [3, 901],
    ],
    expected: { customers: 3, lost: 2 },
  },
])("$name", ({ orders, expected }) => {
  expect(realisedChurn(book(orders), 90)).toEqual(expected);
});

test("the count agrees with looking at each customer's days", () => {
  const orders = fc.array(fc.tuple(fc.nat(8), fc.integer({ min: 400, max: AS_OF })));
  fc.assert(
    fc.property(orders, fc.integer({ min: 1, max: 200 }), (list, horizon) => {
      const start = AS_OF - horizon;
      const daysOf = (id: number) => list.filter(([customer]) => customer === id).map(([, day]) => day);
      const base = Array.from({ length: 9 }, (_, id) => daysOf(id)).filter((days) =>
        days.some((day) => day <= start && day > start - 365),
      );
      const lost = base.filter((days) => !days.some((day) => day > start)).length;
      expect(realisedChurn(book(list), horizon)).toEqual(
        base.length === 0 ? null : { customers: base.length, lost },
      );
    }),
  );
});

test.each([
  { name: "data that reaches back a year before the start shows all of it", first: 100, days: 365 },
  { name: "data that begins on the first of those days does too", first: 546, days: 365 },
  { name: "a day later is a day less", first: 547, days: 364 },
  { name: "data that begins on the start shows one day", first: 910, days: 1 },
])("$name", ({ first, days }) => {
  expect(churnBaseDays(first, AS_OF, 90)).toBe(days);
});
