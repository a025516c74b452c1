import { NO_DAY, type DayNumber } from "../math/day";
import type { ScoringSettings } from "../settings";
import { lazily } from "./lazily";
import { looseMoney } from "./looseMoney";
import type { OrderRows } from "./orderRows";
import { NO_CUT, settleOrders, type SettledOrders } from "./settleOrders";
import { sortOrders } from "./sortOrders";
import { summariseSettled } from "./summariseCustomers";
import type { OrderColumns, ScoringBook } from "./types";

/** What a reader of rows knows beside the rows. */
export interface RowContext {
  readonly customerCount: number;
  readonly customers: readonly string[];
  readonly customerKeys: readonly string[];
  /** Order numbers as shown, by the index in `OrderRows.order`. */
  readonly orderNumbers: readonly string[];
  readonly currency: string;
  /** Channel of each row as an index, -1: none; null: no row has one. */
  readonly channel: Int32Array | null;
}

/** A book, and how its orders hang together with the rows they came from. */
export interface AssembledBook {
  readonly book: ScoringBook;
  readonly settled: SettledOrders;
  /** Index into the book's orders of each group of rows; -1: no valid order. */
  readonly orderOfGroup: () => Int32Array;
}

/**
 * Cuts, nets and sums up rows: the one path that sheets and ranges share. What scores do not need (the
 * orders sorted, the ids as text) is made when it is first asked for.
 */
export function assembleBook(rows: OrderRows, context: RowContext, settings: ScoringSettings): AssembledBook {
  const { asOf, settled } = settleAtAsOf(rows, settings);
  const windowStart = asOf - settings.windowDays + 1;
  const sorted = lazily(() =>
    orderColumns(sortOrders(settled, context.customerCount), rows, settled, context),
  );
  const orders = () => sorted().orders;
  const loose = looseMoney(rows, settled);
  const onlyAfterAsOf = customersAfter(rows, context.customerCount, asOf);
  const summary = summariseSettled(settled, orders, loose, windowStart, onlyAfterAsOf);
  return {
    book: {
      asOf,
      windowStart,
      get customers() {
        return context.customers;
      },
      get customerKeys() {
        return context.customerKeys;
      },
      get orders() {
        return orders();
      },
      loose,
      summary,
      currency: context.currency,
      decimals: settings.currency.decimals,
    },
    settled,
    orderOfGroup: () => sorted().orderOfGroup,
  };
}

function settleAtAsOf(
  rows: OrderRows,
  settings: ScoringSettings,
): { asOf: DayNumber; settled: SettledOrders } {
  if (settings.asOf !== null) {
    return { asOf: settings.asOf, settled: settleOrders(rows, settings.asOf, settings.countZero) };
  }
  const uncut = settleOrders(rows, NO_CUT, settings.countZero);
  const asOf =
    uncut.lastOrderDay !== NO_DAY ? uncut.lastOrderDay : uncut.lastRowDay !== NO_DAY ? uncut.lastRowDay : 0;
  // Where nothing lies after the last order, the cut changes nothing and need not be made.
  const same = uncut.lastRowDay <= asOf && !refundsAfter(rows, asOf);
  return { asOf, settled: same ? uncut : settleOrders(rows, asOf, settings.countZero) };
}

function refundsAfter(rows: OrderRows, asOf: DayNumber): boolean {
  const after = (days: Int32Array | null) => days !== null && days.some((day) => day > asOf);
  return after(rows.refundDay) || after(rows.statusDay);
}

function orderColumns(
  sorted: Int32Array,
  rows: OrderRows,
  settled: SettledOrders,
  context: RowContext,
): { readonly orders: OrderColumns; readonly orderOfGroup: Int32Array } {
  const count = sorted.length;
  const customer = new Int32Array(count);
  const day = new Int32Array(count);
  const net = new Float64Array(count);
  const refunded = new Float64Array(count);
  const orderIds = new Array<string>(count).fill("");
  const channel = new Int32Array(count).fill(-1);
  const orderOfGroup = new Int32Array(settled.groupCount).fill(-1);
  for (let index = 0; index < count; index++) {
    const group = sorted[index] ?? 0;
    orderOfGroup[group] = index;
    customer[index] = settled.customer[group] ?? 0;
    day[index] = settled.day[group] ?? NO_DAY;
    net[index] = settled.net[group] ?? 0;
    refunded[index] = settled.refunded?.[group] ?? 0;
    if (rows.order !== null) {
      orderIds[index] = context.orderNumbers[rows.order[settled.firstRow(group)] ?? -1] ?? "";
    }
  }
  if (context.channel !== null) {
    // The first row of an order that names a channel speaks for the order.
    for (let row = 0; row < rows.count; row++) {
      const order = orderOfGroup[settled.groupOfRow(row)] ?? -1;
      const named = context.channel[row] ?? -1;
      if (order >= 0 && named >= 0 && channel[order] === -1) channel[order] = named;
    }
  }
  return { orders: { count, customer, day, net, refunded, orderIds, channel }, orderOfGroup };
}

/** 1 for customers of whom every row has a day, and every day lies after the as-of date. */
function customersAfter(rows: OrderRows, customers: number, asOf: DayNumber): Uint8Array {
  let lastDay = NO_DAY;
  for (let row = 0; row < rows.count; row++) lastDay = Math.max(lastDay, rows.day[row] ?? NO_DAY);
  if (lastDay <= asOf) return new Uint8Array(customers);
  const after = new Uint8Array(customers).fill(1);
  for (let row = 0; row < rows.count; row++) {
    const customer = rows.customer[row] ?? -1;
    if (customer >= 0 && (rows.day[row] ?? NO_DAY) <= asOf) after[customer] = 0;
  }
  return after;
}
