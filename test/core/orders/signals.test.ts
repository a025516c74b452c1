import { dayOf } from "../../../src/core/math/day";
import { readOrderBook } from "../../../src/core/orders";
import { DEFAULT_SETTINGS } from "../../../src/core/settings";
import type { Cell } from "../../../src/core/tables";
import { tableOf } from "../../support/tableOf";

const SETTINGS = { ...DEFAULT_SETTINGS, asOf: dayOf(2025, 12, 31) };

type Field = Parameters<typeof tableOf<"orders">>[1][number];
const read = (fields: readonly Field[], rows: readonly (readonly Cell[])[]) =>
  readOrderBook([tableOf("orders", fields, rows)], SETTINGS);

describe("discounts of orders", () => {
  const FIELDS = ["orderId", "customerId", "paidAt", "paid", "listAmount"] as const;

  test.each([
    { name: "a fifth off", paid: 80, listed: 100, share: 0.2 },
    { name: "dearer than its list price is no discount", paid: 110, listed: 100, share: 0 },
    { name: "nobody says what it would have cost", paid: 80, listed: null, share: Number.NaN },
  ])("$name", ({ paid, listed, share }) => {
    const rows = [
      ["1", "a", "2025-06-01", paid, listed],
      ["2", "b", "2025-06-01", 10, 10],
    ];
    const found = read(FIELDS, rows).discounts?.[0] ?? Infinity;
    if (Number.isNaN(share)) expect(found).toBeNaN();
    else expect(found).toBeCloseTo(share, 12);
  });

  test("lines of one order add up before they are compared", () => {
    const fields = ["orderId", "customerId", "paidAt", "paid", "quantity", "unitPrice"] as const;
    const book = read(fields, [
      ["1", "a", "2025-06-01", 90, 1, 60],
      ["1", "a", "2025-06-01", null, 2, 30],
    ]);
    expect([...(book.discounts ?? [])]).toEqual([0.25]);
  });

  test("where lines are all there is, nothing was taken off", () => {
    const fields = ["orderId", "customerId", "paidAt", "quantity", "unitPrice"] as const;
    expect(read(fields, [["1", "a", "2025-06-01", 1, 60]]).discounts).toBeNull();
  });
});

describe("dated refunds", () => {
  const FIELDS = ["orderId", "customerId", "paidAt", "paid", "refunded", "refundedAt"] as const;
  const refunds = (rows: readonly (readonly Cell[])[]) => {
    const events = read(FIELDS, rows).refunds;
    return events === null
      ? null
      : Array.from(events.day, (day, index) => [events.customer[index], day, events.value[index]]);
  };

  test("a refund within an order counts on its own day, a row below zero on that of the row", () => {
    expect(
      refunds([
        ["1", "a", "2025-06-01", 100, 30, "2025-06-05"],
        ["2", "b", "2025-07-01", -20, null, null],
      ]),
    ).toEqual([
      [0, dayOf(2025, 6, 5), 3_000],
      [1, dayOf(2025, 7, 1), 2_000],
    ]);
  });

  test("an order given back in full is none, its refund stays", () => {
    expect(refunds([["1", "a", "2025-06-01", 100, 100, "2025-06-05"]])).toEqual([
      [0, dayOf(2025, 6, 5), 10_000],
    ]);
  });

  test("a refund without a day cannot be put in time", () => {
    expect(refunds([["1", "a", "2025-06-01", 100, 30, null]])).toBeNull();
  });

  test("a row written twice is one refund", () => {
    const row = ["2", "b", "2025-07-01", -20, null, null];
    expect(refunds([row, row])).toHaveLength(1);
  });
});
