import { NO_DAY, type DayNumber } from "../math/day";
import type { ScoringSettings } from "../settings";
import { lazily } from "./lazily";
import { looseMoney } from "./looseMoney";
import type { OrderRows } from "./orderRows";
import { NO_CUT, settleOrders, type SettledOrders } from "./settleOrders";
import { sortOrders } from "./sortOrders";
import { summariseSettled } from "./summariseCustomers";
import {
  REJECT_REASONS,
  type CustomerSummary,
  type OrderColumns,
  type OrderNote,
  type RejectReason,
  type RowCounts,
  type ScoringBook,
} from "./types";

/** What a reader of rows knows beside the rows. */
export interface RowContext {
  readonly customerCount: number;
  readonly customers: readonly string[];
  readonly customerKeys: readonly string[];
  /** Order numbers as shown, by the index in `OrderRows.order`. */
  readonly orderNumbers: readonly string[];
  readonly currency: string;
  readonly notes: readonly OrderNote[];
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
 * orders sorted, the ids as text, the counts, the notes) is made when it is first asked for.
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
  const counts = lazily(() => rowCounts(rows, settled, windowStart));
  const notes = lazily(() => [
    ...context.notes,
    ...notesOf(settled, summary, orders(), { asOf, windowDays: settings.windowDays }),
  ]);
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
      get counts() {
        return counts();
      },
      summary,
      currency: context.currency,
      decimals: settings.currency.decimals,
      get notes() {
        return notes();
      },
    },
    settled,
    orderOfGroup: () => sorted().orderOfGroup,
  };
}

function notesOf(
  settled: SettledOrders,
  summary: CustomerSummary,
  orders: OrderColumns,
  { asOf, windowDays }: { readonly asOf: DayNumber; readonly windowDays: number },
): readonly OrderNote[] {
  const notes: OrderNote[] = [];
  if (settled.undatedRefundRows > 0 && settled.lastRowDay > asOf) {
    notes.push({ code: "refundsUndated", rows: settled.undatedRefundRows });
  }
  let refundOnly = 0;
  for (let customer = 0; customer < summary.count; customer++) {
    if (summary.totalOrders[customer] === 0 && (summary.totalNet[customer] ?? 0) < 0) refundOnly++;
  }
  if (refundOnly > 0) notes.push({ code: "refundOnlyCustomers", customers: refundOnly });
  const median = medianInterval(orders);
  if (median !== null && windowDays < WINDOW_INTERVALS * median) {
    notes.push({ code: "windowShort", windowDays, medianIntervalDays: median });
  }
  return notes;
}

/** A window that is not at least so many typical intervals long says little about a customer. */
const WINDOW_INTERVALS = 3;

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

function rowCounts(rows: OrderRows, settled: SettledOrders, windowStart: DayNumber): RowCounts {
  const reasons = new Int32Array(REJECT_REASONS.length + 1);
  let used = 0;
  let beforeWindow = 0;
  for (let row = 0; row < rows.count; row++) {
    const reason = settled.reasonOfRow[row] ?? 0;
    if (reason !== 0) {
      reasons[reason] = (reasons[reason] ?? 0) + 1;
      continue;
    }
    // A row stands where its order stands; loose money stands on its own day.
    const group = settled.groupOfRow(row);
    const day = settled.looseRow[row] === 1 ? rows.day[row] : settled.day[group];
    if ((day ?? NO_DAY) >= windowStart) used++;
    else beforeWindow++;
  }
  const rejected = Object.fromEntries(
    REJECT_REASONS.map((reason, index): [RejectReason, number] => [reason, reasons[index + 1] ?? 0]),
  ) as Record<RejectReason, number>;
  return { rawRows: rows.count, used, beforeWindow, rejected };
}

/** Median of the days between one purchase day and the next, over all customers; null: nobody came twice. */
function medianInterval(orders: OrderColumns): number | null {
  // Gaps are whole days, so counting them is all the sorting they need.
  const counts = new Map<number, number>();
  let gaps = 0;
  for (let index = 1; index < orders.count; index++) {
    if (orders.customer[index] !== orders.customer[index - 1]) continue;
    const gap = (orders.day[index] ?? 0) - (orders.day[index - 1] ?? 0);
    if (gap === 0) continue;
    counts.set(gap, (counts.get(gap) ?? 0) + 1);
    gaps++;
  }
  if (gaps === 0) return null;
  const sorted = [...counts].sort((one, other) => one[0] - other[0]);
  const at = (place: number): number => {
    let passed = 0;
    for (const [gap, count] of sorted) {
      passed += count;
      if (passed > place) return gap;
    }
    return 0;
  };
  return (at(Math.floor((gaps - 1) / 2)) + at(Math.floor(gaps / 2))) / 2;
}
