import { readFileSync } from "node:fs";
import { join } from "node:path";
import { dayOf, formatDay } from "../../../src/core/math/day";
import { bookOfColumns, readOrderBook } from "../../../src/core/orders";
import { scoreRfm, scoreValues } from "../../../src/core/rfm";
import { DEFAULT_SETTINGS, type Settings } from "../../../src/core/settings";
import { tiersByKeys, type TierId } from "../../../src/core/tiers";
import { motherBabyOrders } from "../../support/ordersTable";

interface ExpectedCustomer {
  readonly R: number;
  readonly F: number;
  readonly M: number;
  readonly first: string;
  readonly last: string;
  readonly r: number;
  readonly f: number;
  readonly m: number;
  readonly code: string;
  readonly sum: number;
  readonly tier: string;
}

interface Expected {
  readonly raw_rows: number;
  readonly valid_orders: number;
  readonly valid_orders_all_time: number;
  readonly rejected: Readonly<Record<string, number>>;
  readonly customers: Readonly<Record<string, ExpectedCustomer>>;
  readonly tier_share: Readonly<Record<string, number>>;
  readonly total_net: number;
  readonly high_tier_net: number;
  readonly high_tier_share: number;
  readonly repeat_rate_window: number;
}

const expected = JSON.parse(
  readFileSync(join(__dirname, "../../fixtures/mother-baby-shop/expected.json"), "utf8"),
) as Expected;

const TIER_WORDS: Readonly<Record<string, TierId>> = { 高价值: "high", 中等: "medium", 基础: "basic" };
const settings: Settings = { ...DEFAULT_SETTINGS, asOf: dayOf(2025, 12, 31) };
const orders = motherBabyOrders();
const book = readOrderBook([orders], settings);
const rfm = scoreRfm(book.summary, book.asOf, settings);

const indexOf = (key: string) => {
  const index = book.customerKeys.indexOf(key);
  if (index < 0) throw new Error(`no customer ${key}`);
  return index;
};

test("every raw row is counted once, for the reason the shop expects", () => {
  const { counts } = book;
  expect({
    rawRows: counts.rawRows,
    used: counts.used,
    beforeWindow: counts.beforeWindow,
    rejected: Object.entries(counts.rejected).filter(([, count]) => count > 0),
  }).toEqual({
    rawRows: expected.raw_rows,
    used: expected.valid_orders,
    beforeWindow: expected.rejected["窗口之前"],
    rejected: [
      ["duplicate", expected.rejected["重复行"]],
      ["unreadableDate", expected.rejected["日期无法识别"]],
      ["fullRefund", expected.rejected["全额退款"]],
      ["unpaid", expected.rejected["待付款"]],
      ["cancelled", expected.rejected["未付款关闭"]],
      ["zeroAmount", expected.rejected["零金额"]],
      ["afterAsOf", expected.rejected["基准日之后"]],
    ],
  });
  expect(book.orders.count).toBe(expected.valid_orders_all_time);
});

test("the shop has the customers that are expected, and no other", () => {
  expect([...book.customerKeys].sort()).toEqual(Object.keys(expected.customers).sort());
});

test.each(Object.entries(expected.customers))(
  "%s: days, orders, spend, scores, code and tier",
  (key, customer) => {
    const index = indexOf(key);
    expect({
      R: rfm.daysSinceLastOrder[index],
      F: rfm.orders[index],
      M: (rfm.netSpend[index] ?? 0) / 100,
      first: formatDay(book.summary.firstDay[index] ?? 0),
      last: formatDay(book.summary.lastDay[index] ?? 0),
      r: rfm.r[index],
      f: rfm.f[index],
      m: rfm.m[index],
      code: rfm.codes[index],
      sum: rfm.composite[index],
      tier: rfm.tiers[index],
    }).toEqual({
      R: customer.R,
      F: customer.F,
      M: customer.M,
      first: customer.first,
      last: customer.last,
      r: customer.r,
      f: customer.f,
      m: customer.m,
      code: customer.code,
      sum: customer.sum,
      tier: TIER_WORDS[customer.tier],
    });
  },
);

test("shares of tiers, of net spend and of repeat buyers", () => {
  const net = (tier: TierId | null) =>
    rfm.netSpend.reduce(
      (sum, spend, index) => sum + (tier === null || rfm.tiers[index] === tier ? spend : 0),
      0,
    ) / 100;
  const share = (tier: TierId) => rfm.tiers.filter((each) => each === tier).length / rfm.baseCount;
  expect(net(null)).toBe(expected.total_net);
  expect(net("high")).toBe(expected.high_tier_net);
  expect(net("high") / net(null)).toBeCloseTo(expected.high_tier_share, 12);
  for (const [word, id] of Object.entries(TIER_WORDS)) expect(share(id)).toBe(expected.tier_share[word]);
  expect(rfm.orders.filter((count) => count >= 2).length / rfm.baseCount).toBe(expected.repeat_rate_window);
});

test("a customer written in full width is the customer", () => {
  const spelled = orders.rows.filter((row) => String(row[1]).startsWith("ｔｂ"));
  expect(spelled.length).toBeGreaterThan(0);
  expect(book.customers).toHaveLength(20);
});

test("the order that waits for payment is on the list, with what is to be paid", () => {
  expect(
    book.unpaid.map(({ customer, amount, row }) => [book.customerKeys[customer], amount / 100, row]),
  ).toEqual([["tb_user13", 320, 39]]);
});

test("the ranges of the sheet give the numbers of the sheet", () => {
  const column = (field: keyof typeof orders.columns) => {
    const at = orders.columns[field] ?? 0;
    return [[orders.headings[at] ?? ""], ...orders.rows.map((row) => [row[at] ?? null]), [null], [0], [""]];
  };
  const refundAt = orders.columns.refunded ?? 0;
  const paidAt = orders.columns.paid ?? 0;
  const amounts = column("paid").map((cell, index) => {
    const row = orders.rows[index - 1];
    const refund = Number(row?.[refundAt] ?? 0);
    return refund > 0 ? [Number(String(row?.[paidAt]).replace("元", "")) - refund] : cell;
  });
  const ranges = {
    customers: column("customerId"),
    dates: column("paidAt"),
    amounts,
    orderIds: column("orderId"),
    date1904: false,
  };
  const fromRanges = bookOfColumns(ranges, settings);
  expect(fromRanges.customerKeys).toEqual(book.customerKeys);
  expect(fromRanges.rows.count).toBe(84);
  expect({ ...scoreRfm(fromRanges.summary, fromRanges.asOf, settings) }).toEqual(rfm);
});

test("reading days as larger-is-better, as swapped letters would have it, moves 6 of 20 tiers", () => {
  const recency = scoreValues(Float64Array.from(rfm.daysSinceLastOrder), {
    bins: 5,
    higherIsBetter: true,
    ties: "low",
  });
  const composite = Float64Array.from(recency, (r, index) => r + (rfm.f[index] ?? 0) + (rfm.m[index] ?? 0));
  const swapped = tiersByKeys(
    [composite, rfm.netSpend, Float64Array.from(rfm.daysSinceLastOrder), Float64Array.from(rfm.orders)],
    settings,
  );
  expect(swapped.filter((tier, index) => tier !== rfm.tiers[index])).toHaveLength(6);
});
