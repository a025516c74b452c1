import fc from "fast-check";
import { cohortTable, type CohortPeriod } from "../../../src/core/cohorts";
import { calendarDate, dayOf, formatDay, NO_DAY } from "../../../src/core/math/day";

const day = (text: string) => {
  const [year = 0, month = 0, date = 0] = text.split("-").map(Number);
  return dayOf(year, month, date);
};

const table = (
  orders: readonly (readonly [number, string])[],
  asOf: string,
  period: CohortPeriod = "month",
) => {
  const found = cohortTable(
    Int32Array.from(orders, ([customer]) => customer),
    Int32Array.from(orders, ([, date]) => (date === "" ? NO_DAY : day(date))),
    day(asOf),
    period,
  );
  return found.rows.map((row) => ({ ...row, start: formatDay(row.start) }));
};

test("months: who came back, and null for months still to come", () => {
  const orders = [
    [0, "2025-01-05"],
    [0, "2025-01-30"],
    [0, "2025-03-01"],
    [1, "2025-01-31"],
    [2, "2025-02-01"],
    [2, "2025-03-31"],
  ] as const;
  expect(table(orders, "2025-03-31")).toEqual([
    { start: "2025-01-01", customers: 2, active: [2, 0, 1], incompleteFrom: -1 },
    { start: "2025-02-01", customers: 1, active: [1, 1, null], incompleteFrom: -1 },
  ]);
});

test.each([
  { name: "a day before the month's end cuts it short", asOf: "2025-03-30", incomplete: [2, 1] },
  { name: "the month's last day does not", asOf: "2025-03-31", incomplete: [-1, -1] },
  { name: "the first day of a month cuts that month short", asOf: "2025-04-01", incomplete: [3, 2] },
])("as-of date: $name", ({ asOf, incomplete }) => {
  const orders = [
    [0, "2025-01-05"],
    [1, "2025-02-05"],
  ] as const;
  expect(table(orders, asOf).map((row) => row.incompleteFrom)).toEqual(incomplete);
});

test.each<{ name: string; period: CohortPeriod; start: string; active: (number | null)[] }>([
  { name: "quarters", period: "quarter", start: "2023-10-01", active: [1, 1, 0, 0, 1] },
  { name: "years", period: "year", start: "2023-01-01", active: [1, 1] },
])("$name follow the calendar", ({ period, start, active }) => {
  const orders = [
    [0, "2023-12-31"],
    [0, "2024-01-01"],
    [0, "2024-12-31"],
  ] as const;
  expect(table(orders, "2024-12-31", period)).toEqual([{ start, customers: 1, active, incompleteFrom: -1 }]);
});

test.each([
  { name: "no orders", orders: [], rows: 0 },
  { name: "orders after the as-of date alone", orders: [[0, "2025-02-01"]] as const, rows: 0 },
  { name: "rows without a day alone", orders: [[0, ""]] as const, rows: 0 },
  {
    name: "a month in which nobody was new has no row",
    orders: [
      [0, "2024-11-01"],
      [1, "2025-01-01"],
    ] as const,
    rows: 2,
  },
])("$name", ({ orders, rows }) => {
  expect(table(orders, "2025-01-31")).toHaveLength(rows);
});

test("an order after the as-of date makes nobody active", () => {
  const before = table([[0, "2025-01-05"]], "2025-01-31");
  expect(
    table(
      [
        [0, "2025-01-05"],
        [0, "2025-02-05"],
        [7, "2025-03-01"],
      ],
      "2025-01-31",
    ),
  ).toEqual(before);
});

test("columns of unequal length make no sense", () => {
  expect(() => cohortTable(new Int32Array(2), new Int32Array(1), 0, "month")).toThrow(
    expect.objectContaining({ argument: "days", code: "unequalLength" }),
  );
});

const PERIODS: Readonly<Record<CohortPeriod, number>> = { month: 1, quarter: 3, year: 12 };

test("law: agrees with a slow count by sets, whatever the order of the rows", () => {
  const order = fc.tuple(fc.integer({ min: 0, max: 8 }), fc.integer({ min: 19_000, max: 20_600 }));
  fc.assert(
    fc.property(
      fc.array(order, { maxLength: 60 }),
      fc.constantFrom<CohortPeriod>("month", "quarter", "year"),
      (orders, period) => {
        const asOf = 20_500;
        const periodOf = (value: number) => {
          const { year, month } = calendarDate(value);
          return Math.floor((year * 12 + month - 1) / PERIODS[period]);
        };
        const known = orders.filter(([, value]) => value <= asOf);
        const firsts = new Map<number, number>();
        for (const [customer, value] of known) {
          firsts.set(customer, Math.min(firsts.get(customer) ?? Infinity, periodOf(value)));
        }
        const slow = [...new Set(firsts.values())]
          .sort((a, b) => a - b)
          .map((cohort) => {
            const members = [...firsts].filter(([, at]) => at === cohort).map(([customer]) => customer);
            return Array.from({ length: periodOf(asOf) - cohort + 1 }, (_, k) => {
              const buyers = known.filter(([, value]) => periodOf(value) === cohort + k).map(([id]) => id);
              return new Set(buyers.filter((id) => members.includes(id))).size;
            });
          });
        const columns = (list: typeof orders) =>
          cohortTable(
            Int32Array.from(list, ([customer]) => customer),
            Int32Array.from(list, ([, value]) => value),
            asOf,
            period,
          );
        const fast = columns(orders);
        expect(fast.rows.map((row) => row.active.filter((count) => count !== null))).toEqual(slow);
        expect(columns([...orders].reverse())).toEqual(fast);
        expect(fast.rows.reduce((sum, row) => sum + row.customers, 0)).toBe(firsts.size);
      },
    ),
  );
});

test("a million orders of 200,000 customers are counted in one go", () => {
  const customers = Int32Array.from({ length: 1_000_000 }, (_, row) => (row * 7_919) % 200_000);
  const days = Int32Array.from({ length: 1_000_000 }, (_, row) => 18_000 + ((row * 104_729) % 1_095));
  const found = cohortTable(customers, days, 19_094, "month");
  expect(found.rows.reduce((sum, row) => sum + row.customers, 0)).toBe(200_000);
});
