import { serialOfDay, type DayNumber } from "../../src/core/math/day";
import { bookOfColumns } from "../../src/core/orders";
import { DEFAULT_SETTINGS } from "../../src/core/settings";
import type { Purchases } from "./purchaseFiles";

/** Customer, day, amount, and an order number where refunds must find their order. */
export type OrderRow = readonly [customer: string, day: DayNumber, amount: number, orderId?: string];

/** A book of rows, as the custom functions make it of ranges. */
export function bookOfRows(rows: readonly OrderRow[], asOf: DayNumber | null = null) {
  const withIds = rows.some((row) => row[3] !== undefined);
  return bookOfColumns(
    {
      customers: rows.map(([customer]) => [customer]),
      dates: Float64Array.from(rows, ([, day]) => serialOfDay(day)),
      amounts: Float64Array.from(rows, ([, , amount]) => amount),
      orderIds: withIds ? rows.map((row) => [row[3] ?? ""]) : null,
      date1904: false,
    },
    { ...DEFAULT_SETTINGS, asOf, countZero: true },
  );
}

/** A book of purchases by customer and day. */
export function bookOfPurchases(purchases: Purchases, asOf: DayNumber | null = null) {
  const rows: OrderRow[] = [];
  for (const [customer, days] of purchases) {
    for (const [day, amount] of days) rows.push([customer, day, amount]);
  }
  return bookOfRows(rows, asOf);
}
