import fc from "fast-check";
import { dayOf, formatDay, formatMoment } from "../../../src/core/math/day";
import { bookOfColumns, readOrderBook, REJECT_REASONS, type OrderBook } from "../../../src/core/orders";
import { scoreRfm } from "../../../src/core/rfm";
import { DEFAULT_SETTINGS, type Settings } from "../../../src/core/settings";
import type { Cell, FieldOf } from "../../../src/core/tables";
import { ordersTable } from "../../support/ordersTable";

type Row = Partial<Record<FieldOf<"orders">, Cell>>;

const AS_OF = dayOf(2025, 12, 31);
const SETTINGS: Settings = { ...DEFAULT_SETTINGS, asOf: AS_OF };

/** A book from rows given by field; a field is a column as soon as one row has it. */
function bookOf(rows: readonly Row[], settings: Partial<Settings> = {}): OrderBook {
  const fields = [...new Set(rows.flatMap((row) => Object.keys(row) as FieldOf<"orders">[]))];
  const cells = rows.map((row) => fields.map((field) => row[field] ?? null));
  return readOrderBook([ordersTable(fields, cells)], { ...SETTINGS, ...settings });
}

const order = (orderId: Cell, paid: Cell, more: Row = {}): Row => ({
  customerId: "a",
  orderId,
  paidAt: "2025-06-01",
  paid,
  ...more,
});

const reasons = (book: OrderBook) => book.rejected.map(({ row, reason }) => `${row} ${reason}`);
const nets = (book: OrderBook) =>
  Array.from(book.orders.net, (net, index) => [
    book.customers[book.orders.customer[index] ?? -1],
    formatDay(book.orders.day[index] ?? 0),
    net / 100,
  ]);

test.each<{ name: string; rows: Row[]; settings?: Partial<Settings>; rejected: string[]; net: number[] }>([
  { name: "no rows", rows: [], rejected: [], net: [] },
  { name: "one order", rows: [order("1", 10)], rejected: [], net: [10] },
  { name: "blank rows are no rows", rows: [order("1", 10), {}, { orderId: " " }], rejected: [], net: [10] },
  { name: "a refund column nets", rows: [order("1", 10, { refunded: 4 })], rejected: [], net: [6] },
  {
    name: "a refund written as a negative nets",
    rows: [order("1", 10, { refunded: -4 })],
    rejected: [],
    net: [6],
  },
  { name: "refunded in full", rows: [order("1", 10, { refunded: 10 })], rejected: ["2 fullRefund"], net: [] },
  {
    name: "closed after a full refund is refunded before it is cancelled",
    rows: [order("1", 10, { refunded: 10, status: "交易关闭" })],
    rejected: ["2 fullRefund"],
    net: [],
  },
  {
    name: "closed without payment",
    rows: [order("1", 10, { status: "交易关闭" })],
    rejected: ["2 cancelled"],
    net: [],
  },
  {
    name: "waiting for payment",
    rows: [order("1", null, { status: "待付款" })],
    rejected: ["2 unpaid"],
    net: [],
  },
  {
    name: "a status in other words counts",
    rows: [order("1", 10, { status: "盲盒已寄出" })],
    rejected: [],
    net: [10],
  },
  {
    name: "status refunded without an amount",
    rows: [order("1", 10, { status: "refunded" })],
    rejected: ["2 fullRefund"],
    net: [],
  },
  {
    name: "cancelled at a day",
    rows: [order("1", 10, { cancelledAt: "2025-06-02" })],
    rejected: ["2 cancelled"],
    net: [],
  },
  {
    name: "cancelled after the as-of date is not known yet",
    rows: [order("1", 10, { cancelledAt: "2026-01-02" })],
    rejected: [],
    net: [10],
  },
  {
    name: "refunded after the as-of date is not known yet",
    rows: [order("1", 10, { refunded: 10, refundedAt: "2026-01-02" })],
    rejected: [],
    net: [10],
  },
  { name: "nothing paid", rows: [order("1", 0)], rejected: ["2 zeroAmount"], net: [] },
  {
    name: "nothing paid counts where it is set to",
    rows: [order("1", 0)],
    settings: { countZero: true },
    rejected: [],
    net: [0],
  },
  {
    name: "no amount is not 0",
    rows: [order("1", null, { refunded: null })],
    rejected: ["2 unreadableAmount"],
    net: [],
  },
  { name: "an amount in words", rows: [order("1", "ten")], rejected: ["2 unreadableAmount"], net: [] },
  {
    name: "a date that is none",
    rows: [order("1", 10, { paidAt: "2025-13-45" })],
    rejected: ["2 unreadableDate"],
    net: [],
  },
  { name: "no date", rows: [order("1", 10, { paidAt: "" })], rejected: ["2 unreadableDate"], net: [] },
  {
    name: "either order of day and month",
    rows: [order("1", 10, { paidAt: "03/04/2025" })],
    rejected: ["2 ambiguousDate"],
    net: [],
  },
  {
    name: "another date settles the order of day and month",
    rows: [order("1", 10, { paidAt: "03/04/2025" }), order("2", 20, { paidAt: "25/04/2025" })],
    rejected: [],
    net: [10, 20],
  },
  { name: "nobody", rows: [order("1", 10, { customerId: "无" })], rejected: ["2 noCustomer"], net: [] },
  {
    name: "after the as-of date",
    rows: [order("1", 10, { paidAt: "2026-01-01" })],
    rejected: ["2 afterAsOf"],
    net: [],
  },
  {
    name: "on the as-of date",
    rows: [order("1", 10, { paidAt: "2025-12-31 23:59" })],
    rejected: [],
    net: [10],
  },
  {
    name: "without a payment time the creation time is the date",
    rows: [order("1", 10, { paidAt: null, createdAt: "2025-05-01" })],
    rejected: [],
    net: [10],
  },
  {
    name: "a negative row nets its order",
    rows: [order("1", 10), order("1", -4, { paidAt: "2025-07-01" })],
    rejected: [],
    net: [6],
  },
  {
    name: "a negative row that takes all back",
    rows: [order("1", 10), order("1", -10)],
    rejected: ["2 fullRefund", "3 fullRefund"],
    net: [],
  },
  {
    name: "a negative row after the as-of date is not known yet",
    rows: [order("1", 10), order("1", -10, { paidAt: "2026-01-02" })],
    rejected: ["3 afterAsOf"],
    net: [10],
  },
  {
    name: "a refund status on a negative row is still a refund",
    rows: [order("1", 10), order("1", -4, { status: "交易关闭" })],
    rejected: [],
    net: [6],
  },
  {
    name: "a refund row with its amount in the refund column",
    rows: [order("1", 10), order("1", null, { refunded: 4 })],
    rejected: [],
    net: [6],
  },
  {
    name: "two customers with one order number are two orders",
    rows: [order("1", 10), order("1", 20, { customerId: "b" })],
    rejected: [],
    net: [10, 20],
  },
  { name: "an exact copy", rows: [order("1", 10), order("1", 10)], rejected: ["3 duplicate"], net: [10] },
  {
    name: "an exact copy of a rejected row is a copy first",
    rows: [order("1", "ten"), order("1", "ten")],
    rejected: ["2 unreadableAmount", "3 duplicate"],
    net: [],
  },
  {
    name: "copies may be kept",
    rows: [order("1", 10), order("1", 10)],
    settings: { duplicates: "keep" },
    rejected: [],
    net: [20],
  },
  {
    name: "equal rows without an order number may be two purchases",
    rows: [order(null, 10), order(null, 10), order("1", 10), order("1", 10)],
    rejected: ["5 duplicate"],
    net: [10, 10, 10],
  },
  {
    name: "equal rows without an order number go where copies are always dropped",
    rows: [order(null, 10), order(null, 10)],
    settings: { duplicates: "drop" },
    rejected: ["3 duplicate"],
    net: [10],
  },
  {
    name: "lines of one order are one order, and equal lines may be genuine",
    rows: [
      order("1", null, { paid: null, quantity: 2, unitPrice: 3, item: "x" }),
      order("1", null, { quantity: 1, unitPrice: 4, item: "y" }),
      order("1", null, { quantity: 1, unitPrice: 4, item: "y" }),
    ].map(({ paid: _paid, ...row }) => row),
    rejected: [],
    net: [14],
  },
  {
    name: "a rate by code",
    rows: [order("1", 10), order("2", 10), order("3", 10, { currency: "USD" })].map((row) => ({
      currency: "CNY",
      ...row,
    })),
    settings: { currency: { base: null, decimals: 2, rates: { usd: 7 } } },
    rejected: [],
    net: [10, 10, 70],
  },
  {
    name: "a rate of the month comes first",
    rows: [order("1", 10, { currency: "USD" })],
    settings: { currency: { base: "CNY", decimals: 2, rates: { USD: 7, "USD 2025-06": 8 } } },
    rejected: [],
    net: [80],
  },
  {
    name: "no rate, never one to one",
    rows: [order("1", 10, { currency: "USD" })],
    settings: { currency: { base: "CNY", decimals: 2, rates: {} } },
    rejected: ["2 noRate"],
    net: [],
  },
  { name: "half a cent rounds up", rows: [order("1", 0.125)], rejected: [], net: [0.13] },
])("$name", ({ rows, settings, rejected, net }) => {
  const book = bookOf(rows, settings);
  expect(reasons(book)).toEqual(rejected);
  expect(nets(book).map(([, , amount]) => amount)).toEqual(net);
});

test("an order stands on the day of its earliest positive row", () => {
  const book = bookOf([
    order("1", -2, { paidAt: "2025-05-01" }),
    order("1", 5, { paidAt: "2025-07-01" }),
    order("1", 10, { paidAt: "2025-06-01" }),
  ]);
  expect(nets(book)).toEqual([["a", "2025-06-01", 13]]);
});

test("a refund without its order nets in money on its own day, and moves nothing else", () => {
  const book = bookOf([
    order("1", 10),
    order("C1", -4, { paidAt: "2025-08-01" }),
    order("C2", -3, { paidAt: "2024-08-01" }),
  ]);
  expect(book.summary.lastDay[0]).toBe(dayOf(2025, 6, 1));
  expect(book.summary.windowNet[0]).toBe(600);
  expect(book.summary.totalNet[0]).toBe(300);
  expect([...book.loose.net]).toEqual([-400, -300]);
  expect([book.counts.used, book.counts.beforeWindow]).toEqual([2, 1]);
});

test("a customer of refunds alone is there, without an order", () => {
  const book = bookOf([order("C1", -4, { customerId: "b" })]);
  expect(book.summary.totalOrders[0]).toBe(0);
  expect(book.notes).toContainEqual({ code: "refundOnlyCustomers", customers: 1 });
  const rfm = scoreRfm(book.summary, book.asOf, SETTINGS);
  expect([rfm.daysSinceLastOrder[0], rfm.netSpend[0], rfm.tiers[0], rfm.codes[0]]).toEqual([
    -1,
    -400,
    "noOrder",
    "",
  ]);
});

test("a customer of whom all lies after the as-of date keeps a row with blanks", () => {
  const book = bookOf([order("1", 10), order("2", 10, { customerId: "late", paidAt: "2026-02-01" })]);
  expect([...book.summary.onlyAfterAsOf]).toEqual([0, 1]);
  expect(scoreRfm(book.summary, book.asOf, SETTINGS).tiers).toEqual(["", ""]);
});

test("an order before the window serves the models: real recency, no score", () => {
  const book = bookOf([
    order("1", 10, { paidAt: "2024-12-31" }),
    order("2", 10, { customerId: "b", paidAt: "2025-01-01" }),
  ]);
  expect(formatDay(book.windowStart)).toBe("2025-01-01");
  const rfm = scoreRfm(book.summary, book.asOf, SETTINGS);
  expect([...rfm.daysSinceLastOrder]).toEqual([365, 364]);
  expect([...rfm.orders]).toEqual([0, 1]);
  expect(rfm.tiers).toEqual(["outsideWindow", ""]);
  expect(rfm.rank[0]).toBe(0);
});

test("without a stated as-of date it is the last valid order day", () => {
  const rows = [
    order("1", 10),
    order("2", 10, { paidAt: "2025-09-09", refunded: 10 }),
    order("3", -4, { paidAt: "2025-10-10" }),
  ];
  const book = bookOf(rows, { asOf: null });
  expect(formatDay(book.asOf)).toBe("2025-06-01");
  expect(reasons(book)).toEqual(["3 fullRefund", "4 afterAsOf"]);
});

test("without a valid order it is the last day of any row, and without rows day 0", () => {
  expect(formatDay(bookOf([order("1", 0)], { asOf: null }).asOf)).toBe("2025-06-01");
  expect(bookOf([], { asOf: null }).asOf).toBe(0);
});

test("Shopify: totals stand in the first row, the lines share them by weight", () => {
  const line = (item: string, unitPrice: number, more: Row = {}): Row => ({
    orderId: "#1001",
    email: "Ann@Shop.com",
    createdAt: "2025-06-01 10:00:00 +0800",
    quantity: 1,
    unitPrice,
    item,
    ...more,
  });
  const book = bookOf([
    line("milk", 10, { paid: 33, refunded: 0, status: "paid" }),
    line("cup", 20),
    { ...line("voided", 5, { paid: 5, status: "voided" }), orderId: "#1002" },
    { ...line("voided too", 5), orderId: "#1002" },
  ]);
  expect(book.customerKeys).toEqual(["ann@shop.com"]);
  expect(nets(book)).toEqual([["Ann@Shop.com", "2025-06-01", 33]]);
  expect(Array.from(book.lines.net)).toEqual([1100, 2200]);
  expect(Array.from(book.lines.item, (item) => book.items[item])).toEqual(["milk", "cup"]);
  expect(reasons(book)).toEqual(["4 cancelled", "5 cancelled"]);
  expect(book.counts.used).toBe(2);
});

test("lines of a net order add up to it, to the last cent", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 99_999 }),
      fc.array(fc.nat(500), { minLength: 2, maxLength: 8 }),
      (cents, prices) => {
        const book = bookOf(
          prices.map((unitPrice, index) => ({
            ...order("1", index === 0 ? cents / 100 : null),
            quantity: 1,
            unitPrice,
          })),
        );
        expect(book.lines.net.reduce((sum, net) => sum + net, 0)).toBe(book.orders.net[0]);
        expect(book.lines.count).toBe(prices.length);
      },
    ),
  );
});

test("orders that wait for payment are listed unless they were paid in another row or lie ahead", () => {
  const unpaid = (orderId: string, createdAt: string): Row => ({
    ...order(orderId, null, { paidAt: null }),
    createdAt,
    listAmount: 88,
    status: "等待买家付款",
  });
  const book = bookOf([
    unpaid("1", "2025-12-31 10:00"),
    unpaid("2", "2025-12-30 10:00"),
    { ...order("2", 88), status: "交易成功" },
    unpaid("3", "2026-01-01 00:00"),
  ]);
  expect(
    book.unpaid.map(({ orderId, amount, createdAt, row }) => [orderId, amount, formatMoment(createdAt), row]),
  ).toEqual([["1", 8800, "2025-12-31 10:00", 2]]);
});

test("several sheets are read as one", () => {
  const fields: FieldOf<"orders">[] = ["customerId", "orderId", "paidAt", "paid"];
  const first = ordersTable(fields, [["a", "1", "2025-06-01", 10]], { sheet: "June" });
  const second = ordersTable(
    fields,
    [
      ["a", "1", "2025-06-01", 10],
      ["a", "1", "2025-07-01", -4],
    ],
    { sheet: "July" },
  );
  const book = readOrderBook([first, second], SETTINGS);
  expect(nets(book)).toEqual([["a", "2025-06-01", 6]]);
  expect(book.rejected.map(({ sheet, row, reason }) => [sheet, row, reason])).toEqual([
    ["July", 2, "duplicate"],
  ]);
});

test("a table without an order number keeps every row, and says how many are alike", () => {
  const fields: FieldOf<"orders">[] = ["customerId", "paidAt", "paid"];
  const rows: Cell[][] = [
    ["a", "2025-06-01", 10],
    ["a", "2025-06-01", 10],
    ["a", "2025-06-01", 10],
    ["b", "2025-06-02", 7],
  ];
  const book = readOrderBook([ordersTable(fields, rows)], SETTINGS);
  expect(book.counts.used).toBe(4);
  expect(Array.from(book.summary.totalNet)).toEqual([3_000, 700]);
  expect(Array.from(book.summary.totalOrders)).toEqual([3, 1]);
  expect(book.notes).toEqual([{ code: "genuineDuplicatesKept", rows: 2 }]);
});

test("a row of totals makes nobody a customer, and is counted like every row", () => {
  const fields: FieldOf<"orders">[] = ["customerId", "paidAt", "paid"];
  const rows: Cell[][] = [
    ["a", "2025-06-01", 10],
    ["合计", null, 10],
    ["总计：", null, 10],
    ["Grand total", "", 10],
    ["Total", "2025-06-02", 7],
  ];
  const book = readOrderBook([ordersTable(fields, rows)], SETTINGS);
  // Whoever is called Total and buys on a day is a customer.
  expect(book.customers).toEqual(["a", "Total"]);
  expect(book.counts).toMatchObject({ rawRows: 5, used: 2, rejected: { unreadableDate: 3 } });
  expect(book.rejected.map(({ customerId }) => customerId)).toEqual(["合计", "总计：", "Grand total"]);
});

test("the 1904 system and an explicit zone hold for their sheet", () => {
  const fields: FieldOf<"orders">[] = ["customerId", "orderId", "paidAt", "paid"];
  const table = ordersTable(
    fields,
    [
      ["a", "1", 45_809 - 1_462, 10],
      ["a", "2", "2025-06-01T20:00:00Z", 10],
    ],
    { date1904: true },
  );
  const book = readOrderBook([table], { ...SETTINGS, timeZone: "Asia/Shanghai" });
  expect(nets(book).map(([, day]) => day)).toEqual(["2025-06-01", "2025-06-02"]);
});

test("long order numbers that were numbers are noted", () => {
  const book = bookOf([order("1", 10), { ...order("", 10), orderId: 2_500_000_000_000_001 }]);
  expect(book.notes).toContainEqual({ code: "longNumberIds", rows: 1, sheet: "orders" });
});

test("a window shorter than three typical intervals is noted", () => {
  const rows = [order("1", 10, { paidAt: "2025-01-01" }), order("2", 10, { paidAt: "2025-07-01" })];
  expect(bookOf(rows).notes).toContainEqual({
    code: "windowShort",
    windowDays: 365,
    medianIntervalDays: 181,
  });
  expect(bookOf(rows, { windowDays: 543 }).notes).toEqual([]);
});

const cell = {
  customerId: fc.constantFrom<Cell>("a", "b", " a", "ｂ", 1, "1", null, "无"),
  orderId: fc.constantFrom<Cell>("1", "2", "3", 1, null),
  paidAt: fc.constantFrom<Cell>("2025-06-01", "2024-06-01", "2026-01-05", 45_900, "03/04/2025", "soon", null),
  createdAt: fc.constantFrom<Cell>("2025-05-30", null),
  paid: fc.constantFrom<Cell>(10, 20, "¥30.00", -10, -25, 0, "ten", null),
  refunded: fc.constantFrom<Cell>(0, 10, 45, null, "x"),
  refundedAt: fc.constantFrom<Cell>("2025-07-01", "2026-01-05", null),
  status: fc.constantFrom<Cell>("交易成功", "交易关闭", "待付款", "退款成功", null),
  cancelledAt: fc.constantFrom<Cell>(null, null, null, "2025-06-02", "2026-02-02"),
  currency: fc.constantFrom<Cell>("CNY", "CNY", "USD", "EUR", null),
  quantity: fc.constantFrom<Cell>(1, 2, null),
  unitPrice: fc.constantFrom<Cell>(5, 7, null),
};
const rows = fc.array(fc.record(cell), { maxLength: 25 });
const settings = fc.record({
  asOf: fc.constantFrom(AS_OF, dayOf(2025, 6, 1), null),
  duplicates: fc.constantFrom("auto" as const, "drop" as const, "keep" as const),
  countZero: fc.boolean(),
});
const RATES = { currency: { base: "CNY", decimals: 2, rates: { USD: 7 } } };

test("every row is counted once, and every rejected row is listed", () => {
  fc.assert(
    fc.property(rows, settings, (all, chosen) => {
      const book = bookOf(all, { ...chosen, ...RATES });
      const { rawRows, used, beforeWindow, rejected } = book.counts;
      const sum = REJECT_REASONS.reduce((total, reason) => total + rejected[reason], 0);
      expect(rawRows).toBe(all.filter((row) => Object.values(row).some((value) => value !== null)).length);
      expect(used + beforeWindow + sum).toBe(rawRows);
      expect(book.rejected).toHaveLength(sum);
      for (const reason of REJECT_REASONS) {
        expect(book.rejected.filter((row) => row.reason === reason)).toHaveLength(rejected[reason]);
      }
    }),
    { numRuns: 500 },
  );
});

test("orders and loose money add up to the summary, and lines to the orders", () => {
  fc.assert(
    fc.property(rows, settings, (all, chosen) => {
      const { orders, loose, lines, summary, asOf, windowStart } = bookOf(all, { ...chosen, ...RATES });
      for (let customer = 0; customer < summary.count; customer++) {
        const own = [...orders.customer.keys()].filter((index) => orders.customer[index] === customer);
        const days = own.map((index) => orders.day[index] ?? 0);
        const sum = (columns: typeof orders | typeof loose, from: number) =>
          Array.from(columns.net).reduce(
            (total, net, index) =>
              total + (columns.customer[index] === customer && (columns.day[index] ?? 0) >= from ? net : 0),
            0,
          );
        expect(summary.totalOrders[customer]).toBe(own.length);
        expect(summary.totalNet[customer]).toBe(sum(orders, -Infinity) + sum(loose, -Infinity));
        expect(summary.windowNet[customer]).toBe(sum(orders, windowStart) + sum(loose, windowStart));
        expect(summary.windowOrders[customer]).toBe(days.filter((day) => day >= windowStart).length);
        expect(summary.purchaseDays[customer]).toBe(new Set(days).size);
        expect(summary.repeatNet[customer]).toBe(own.length === 0 ? 0 : sum(orders, Math.min(...days) + 1));
        if (own.length > 0) {
          expect(summary.firstDay[customer]).toBe(Math.min(...days));
          expect(summary.lastDay[customer]).toBe(Math.max(...days));
        }
      }
      expect(Array.from(orders.day).every((day) => day <= asOf)).toBe(true);
      const lineSums = new Float64Array(orders.count);
      lines.order.forEach(
        (index, line) => (lineSums[index] = (lineSums[index] ?? 0) + (lines.net[line] ?? 0)),
      );
      expect(lineSums).toEqual(orders.net);
    }),
    { numRuns: 300 },
  );
});

test("nothing after the as-of date is known: rows after it change no order", () => {
  fc.assert(
    fc.property(rows, (all) => {
      const known = all.map(({ refundedAt: _refundedAt, cancelledAt: _cancelledAt, ...row }) => row);
      const late = known.map((row) => ({ ...row, paidAt: "2026-03-03", createdAt: null }));
      const keep = { duplicates: "keep" as const, ...RATES };
      const before = bookOf([...known], keep);
      const after = bookOf([...known, ...late], keep);
      const sums = (book: OrderBook) =>
        book.customerKeys
          .map((key, index) => [key, book.summary.totalOrders[index], book.summary.totalNet[index]])
          .filter(([, orders, net]) => orders !== 0 || net !== 0);
      expect(sums(after)).toEqual(sums(before));
    }),
  );
});

test("the order of rows does not matter", () => {
  // A row without an amount may be a further line, which stands with the first row of its order number.
  const amounts = rows.map((all) => all.map((row) => ({ ...row, paid: row.paid ?? 5 })));
  fc.assert(
    fc.property(amounts, settings, fc.infiniteStream(fc.nat()), (all, chosen, picks) => {
      const shuffled = all
        .map((row) => ({ row, pick: Number(picks.next().value) }))
        .sort((one, other) => one.pick - other.pick)
        .map(({ row }) => row);
      const read = (each: readonly Row[]) => {
        const book = bookOf(each, { ...chosen, ...RATES });
        const rfm = scoreRfm(book.summary, book.asOf, SETTINGS);
        return {
          asOf: book.asOf,
          counts: book.counts,
          customers: Object.fromEntries(
            book.customerKeys.map((key, index) => [
              key,
              [rfm.daysSinceLastOrder, rfm.orders, rfm.netSpend, rfm.codes, rfm.rank, rfm.tiers].map(
                (column) => column[index],
              ),
            ]),
          ),
        };
      };
      expect(read(shuffled)).toEqual(read(all));
    }),
    { numRuns: 300 },
  );
});

test("doubling all money keeps every score", () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(9), fc.nat(300), fc.integer({ min: -500, max: 5_000 }))), (all) => {
      const read = (factor: number) => {
        const book = bookOfColumns(
          {
            customers: all.map(([customer]) => [customer + 1]),
            dates: all.map(([, day]) => [45_700 + day]),
            amounts: all.map(([, , cents]) => [(cents * factor) / 100]),
            orderIds: null,
            date1904: false,
          },
          DEFAULT_SETTINGS,
        );
        const { netSpend: _netSpend, ...scores } = scoreRfm(book.summary, book.asOf, DEFAULT_SETTINGS);
        return scores;
      };
      expect(read(2)).toEqual(read(1));
    }),
  );
});
