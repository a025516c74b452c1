import fc from "fast-check";
import { dayOf, serialOfDay } from "../../../src/core/math/day";
import { rowCounts } from "../../../src/core/orders/rowCounts";
import { bookOfColumns, readOrderBook, type OrderRanges } from "../../../src/core/orders";
import { DEFAULT_SETTINGS } from "../../../src/core/settings";
import type { Cell } from "../../../src/core/tables";
import { ordersTable } from "../../support/ordersTable";

const column = (cells: readonly Cell[]) => cells.map((cell) => [cell]);
const DAY = serialOfDay(dayOf(2025, 6, 1));

function ranges(
  customers: Cell[],
  dates: Cell[],
  amounts: Cell[],
  orderIds: Cell[] | null = null,
): OrderRanges {
  return {
    customers: column(customers),
    dates: column(dates),
    amounts: column(amounts),
    orderIds: orderIds === null ? null : column(orderIds),
    date1904: false,
  };
}

test.each<{ name: string; given: OrderRanges; customers: string[]; rawRows: number; used: number }>([
  { name: "empty ranges", given: ranges([], [], []), customers: [], rawRows: 0, used: 0 },
  { name: "one row", given: ranges(["a"], [DAY], [10]), customers: ["a"], rawRows: 1, used: 1 },
  {
    name: "trailing blanks of every kind",
    given: ranges(["a", null, "", 0], [DAY, null, "", 0], [10, null, "", 0]),
    customers: ["a"],
    rawRows: 1,
    used: 1,
  },
  {
    name: "blank rows between",
    given: ranges([null, "a", "", "b", 0], ["", DAY, "-", DAY, 0], ["", 10, null, 20, 0]),
    customers: ["a", "b"],
    rawRows: 2,
    used: 2,
  },
  {
    name: "a row without a date that says anything else is a row",
    given: ranges(["a", "", ""], ["", "", ""], ["", 10, ""]),
    customers: ["a"],
    rawRows: 2,
    used: 0,
  },
  {
    name: "a copy below a heading and blank rows",
    given: ranges(
      ["customer", "", "a", "b", "", "a", "a"],
      ["date", "", DAY, DAY, "", DAY, DAY],
      ["amount", "", 10, 10, "", 10, 10.5],
      ["order", "", "o1", "o2", "", "o1", "o3"],
    ),
    customers: ["a", "b"],
    rawRows: 4,
    used: 3,
  },
  {
    name: "a heading row",
    given: ranges(["customer", "a"], ["date", DAY], ["amount", 10]),
    customers: ["a"],
    rawRows: 1,
    used: 1,
  },
  {
    name: "a first row with a bad date and an amount is no heading",
    given: ranges(["a", "b"], ["soon", DAY], [10, 10]),
    customers: ["a", "b"],
    rawRows: 2,
    used: 1,
  },
  {
    name: "a first row with a bad amount and a date is no heading",
    given: ranges(["a", "b"], [DAY, DAY], ["ten", 10]),
    customers: ["a", "b"],
    rawRows: 2,
    used: 1,
  },
  {
    name: "error cells and booleans reject their row",
    given: ranges(["a", "b", { error: "#N/A" }], [DAY, true, DAY], [{ error: "#REF!" }, 10, 10]),
    customers: ["a", "b"],
    rawRows: 3,
    used: 0,
  },
  {
    name: "1 and text 1 are one customer",
    given: ranges([1, "1", "１"], [DAY, DAY, DAY], [1, 2, 3]),
    customers: ["1"],
    rawRows: 3,
    used: 3,
  },
  {
    name: "0 is how a blank customer arrives",
    given: ranges([0], [DAY], [10]),
    customers: [],
    rawRows: 1,
    used: 0,
  },
  {
    name: "equal rows without order numbers are two orders",
    given: ranges(["a", "a"], [DAY, DAY], [10, 10]),
    customers: ["a"],
    rawRows: 2,
    used: 2,
  },
  {
    name: "equal rows without order numbers, where a column has them, are two orders",
    given: ranges(["a", "a", "b"], [DAY, DAY, DAY], [10, 10, 5], [null, null, "1"]),
    customers: ["a", "b"],
    rawRows: 3,
    used: 3,
  },
  {
    name: "equal rows with an order number are a copy",
    given: ranges(["a", "a"], [DAY, DAY], [10, 10], ["1", "1"]),
    customers: ["a"],
    rawRows: 2,
    used: 1,
  },
])("$name", ({ given, customers, rawRows, used }) => {
  const book = bookOfColumns(given, { ...DEFAULT_SETTINGS, asOf: dayOf(2025, 12, 31) });
  expect(book.customers).toEqual(customers);
  const counts = rowCounts(book.rows, book.settled, book.windowStart);
  expect([counts.rawRows, counts.used]).toEqual([rawRows, used]);
});

test("ranges of one row are read as columns", () => {
  const book = bookOfColumns(
    { customers: [["a", "b"]], dates: [[DAY, DAY]], amounts: [[1, 2]], orderIds: null, date1904: false },
    DEFAULT_SETTINGS,
  );
  expect([...book.summary.totalNet]).toEqual([100, 200]);
});

test("ranges of unequal length and of several columns make no sense", () => {
  expect(() => bookOfColumns(ranges(["a"], [DAY, DAY], [1]), DEFAULT_SETTINGS)).toThrow(
    "dates: lengthDiffers",
  );
  const wide = {
    ...ranges(["a", "b"], [DAY, DAY], [1, 2]),
    customers: [
      ["a", "b"],
      ["c", "d"],
    ],
  };
  expect(() => bookOfColumns(wide, DEFAULT_SETTINGS)).toThrow("customers: severalColumns");
});

const customers = fc.array(
  fc.tuple(
    fc.constantFrom<Cell>("a", "b", "c", 1, 22, 9_999_999, 10_000_001, -3, 1.5, "1", "ａ"),
    fc.constantFrom<Cell>(DAY, DAY + 0.5, DAY - 400, "2025-07-01", "soon"),
    fc.constantFrom<Cell>(10, "¥20.00", "1,000", -5, 0, "ten"),
    fc.constantFrom<Cell>("1", "2", 3, null),
  ),
);

test.each([true, false])("ranges and sheets agree on every sum (order numbers: %p)", (numbered) => {
  fc.assert(
    fc.property(customers, fc.constantFrom("auto", "drop", "keep"), (rows, duplicates) => {
      const settings = { ...DEFAULT_SETTINGS, duplicates };
      const head: Cell[] = ["customer", "date", "amount", "order"];
      const cells = [head, ...rows];
      const at = (index: number) => cells.map((row) => row[index] ?? null);
      const fromRanges = bookOfColumns(ranges(at(0), at(1), at(2), numbered ? at(3) : null), settings);
      const table = ordersTable(
        numbered ? ["customerId", "paidAt", "paid", "orderId"] : ["customerId", "paidAt", "paid"],
        numbered ? rows : rows.map((row) => row.slice(0, 3)),
      );
      const fromSheet = readOrderBook([table], settings);
      expect(fromRanges.customerKeys).toEqual(fromSheet.customerKeys);
      expect({ ...fromRanges.summary }).toEqual({ ...fromSheet.summary });
      expect(rowCounts(fromRanges.rows, fromRanges.settled, fromRanges.windowStart)).toEqual(
        fromSheet.counts,
      );
      expect({ ...fromRanges.orders, channel: 0 }).toEqual({ ...fromSheet.orders, channel: 0 });
    }),
    {
      // Copies without a date beside another row of their order number: once counted differently.
      examples: [
        [
          [
            [22, "soon", "¥20.00", "2"],
            [22, "soon", "¥20.00", "2"],
            ["a", DAY, 10, "2"],
          ],
          "auto",
        ],
      ],
    },
  );
});

test("typed columns give what cells give", () => {
  const number = fc.tuple(fc.nat(20), fc.nat(900), fc.integer({ min: -2_000, max: 9_000 }));
  fc.assert(
    fc.property(fc.array(number), (rows) => {
      const of = (index: 0 | 1 | 2, offset: number, scale: number) =>
        rows.map((row) => row[index] / scale + offset);
      const given = [of(0, 1, 1), of(1, 45_000, 1), of(2, 0.5, 100)] as const;
      const typed = bookOfColumns(
        {
          customers: Int32Array.from(given[0]),
          dates: Float64Array.from(given[1]),
          amounts: Float64Array.from(given[2]),
          orderIds: null,
          date1904: false,
        },
        DEFAULT_SETTINGS,
      );
      const cells = bookOfColumns(ranges([...given[0]], [...given[1]], [...given[2]]), DEFAULT_SETTINGS);
      expect({ ...typed.summary }).toEqual({ ...cells.summary });
      expect(typed.customers).toEqual(cells.customers);
    }),
  );
});
