import { NO_DAY, type DayNumber } from "../math/day";
import { lazily } from "./lazily";
import type { SettledOrders } from "./settleOrders";
import type { CustomerSummary, LooseMoney, OrderColumns } from "./types";

/** Orders in any order, as far as sums per customer need them. */
interface OrderSums {
  readonly count: number;
  readonly customer: Int32Array;
  readonly day: Int32Array;
  readonly net: Float64Array;
  /** 1: counts; null: all do. */
  readonly valid: Uint8Array | null;
}

/**
 * One pass over the orders: everything that scores and models need of a customer.
 *
 * @param orders - in the order customer, day
 * @param onlyAfterAsOf - 1 for customers all of whose rows lie after the as-of date
 */
export function summariseCustomers(
  orders: OrderColumns,
  loose: LooseMoney,
  windowStart: DayNumber,
  onlyAfterAsOf: Uint8Array,
): CustomerSummary {
  return summarise({ ...orders, valid: null }, () => orders, { loose, windowStart, onlyAfterAsOf });
}

/**
 * The same from orders that are not sorted yet. Purchase days and repeat spend need them sorted, which scores do
 * not: they are counted when first asked for.
 */
export function summariseSettled(
  settled: SettledOrders,
  sorted: () => OrderColumns,
  loose: LooseMoney,
  windowStart: DayNumber,
  onlyAfterAsOf: Uint8Array,
): CustomerSummary {
  const { customer, day, net, valid, groupCount } = settled;
  const sums = { count: groupCount, customer, day, net, valid };
  return summarise(sums, sorted, { loose, windowStart, onlyAfterAsOf });
}

/** Later than every day of an order. */
const LATEST_DAY: DayNumber = 2147483647;

/** One customer's sums while they grow: four whole numbers, then two amounts. */
const RECORD_BYTES = 32;
const RECORD_DAYS = RECORD_BYTES / Int32Array.BYTES_PER_ELEMENT;
const RECORD_MONEY = RECORD_BYTES / Float64Array.BYTES_PER_ELEMENT;
const FIRST_DAY = 0;
const LAST_DAY = 1;
const TOTAL_ORDERS = 2;
const WINDOW_ORDERS = 3;
const TOTAL_NET = 2;
const WINDOW_NET = 3;

function summarise(
  sums: OrderSums,
  sorted: () => OrderColumns,
  rest: { readonly loose: LooseMoney; readonly windowStart: DayNumber; readonly onlyAfterAsOf: Uint8Array },
): CustomerSummary {
  const { loose, windowStart, onlyAfterAsOf } = rest;
  const count = onlyAfterAsOf.length;
  const records = newRecords(count);
  addOrders(records, sums, windowStart);
  const columns = columnsOf(records, count);
  addLoose(columns, loose, windowStart);
  const purchaseDays = lazily(() => purchaseDaysOf(sorted(), count));
  const repeatNet = lazily(() => repeatNetOf(sorted(), columns.firstDay));
  return {
    count,
    ...columns,
    get purchaseDays() {
      return purchaseDays();
    },
    get repeatNet() {
      return repeatNet();
    },
    onlyAfterAsOf,
  };
}

/**
 * Rows come in any order of customers: what belongs to one customer stands side by side here, so that
 * each row touches one place in memory instead of six.
 */
interface Records {
  readonly days: Int32Array;
  readonly money: Float64Array;
}

function newRecords(count: number): Records {
  const memory = new ArrayBuffer(count * RECORD_BYTES);
  const days = new Int32Array(memory);
  for (let at = 0; at < days.length; at += RECORD_DAYS) {
    days[at + FIRST_DAY] = LATEST_DAY;
    days[at + LAST_DAY] = NO_DAY;
  }
  return { days, money: new Float64Array(memory) };
}

function addOrders({ days, money }: Records, sums: OrderSums, windowStart: DayNumber): void {
  const { count, customer: owners, day: orderDays, net: nets, valid } = sums;
  for (let index = 0; index < count; index++) {
    if (valid !== null && valid[index] !== 1) continue;
    const customer = owners[index] ?? 0;
    const day = orderDays[index] ?? NO_DAY;
    const net = nets[index] ?? 0;
    const at = customer * RECORD_DAYS;
    const moneyAt = customer * RECORD_MONEY;
    if (day < (days[at + FIRST_DAY] ?? 0)) days[at + FIRST_DAY] = day;
    if (day > (days[at + LAST_DAY] ?? 0)) days[at + LAST_DAY] = day;
    days[at + TOTAL_ORDERS] = (days[at + TOTAL_ORDERS] ?? 0) + 1;
    money[moneyAt + TOTAL_NET] = (money[moneyAt + TOTAL_NET] ?? 0) + net;
    if (day < windowStart) continue;
    days[at + WINDOW_ORDERS] = (days[at + WINDOW_ORDERS] ?? 0) + 1;
    money[moneyAt + WINDOW_NET] = (money[moneyAt + WINDOW_NET] ?? 0) + net;
  }
}

type SummedColumns = Pick<
  CustomerSummary,
  "firstDay" | "lastDay" | "windowOrders" | "windowNet" | "totalOrders" | "totalNet"
>;

function columnsOf({ days, money }: Records, count: number): SummedColumns {
  const firstDay = new Int32Array(count);
  const lastDay = new Int32Array(count);
  const windowOrders = new Int32Array(count);
  const windowNet = new Float64Array(count);
  const totalOrders = new Int32Array(count);
  const totalNet = new Float64Array(count);
  for (let customer = 0; customer < count; customer++) {
    const at = customer * RECORD_DAYS;
    const moneyAt = customer * RECORD_MONEY;
    const orders = days[at + TOTAL_ORDERS] ?? 0;
    firstDay[customer] = orders === 0 ? NO_DAY : (days[at + FIRST_DAY] ?? 0);
    lastDay[customer] = days[at + LAST_DAY] ?? 0;
    totalOrders[customer] = orders;
    windowOrders[customer] = days[at + WINDOW_ORDERS] ?? 0;
    totalNet[customer] = money[moneyAt + TOTAL_NET] ?? 0;
    windowNet[customer] = money[moneyAt + WINDOW_NET] ?? 0;
  }
  return { firstDay, lastDay, windowOrders, windowNet, totalOrders, totalNet };
}

function addLoose(columns: SummedColumns, loose: LooseMoney, windowStart: DayNumber): void {
  const { totalNet, windowNet } = columns;
  for (let entry = 0; entry < loose.count; entry++) {
    const customer = loose.customer[entry] ?? 0;
    const net = loose.net[entry] ?? 0;
    totalNet[customer] = (totalNet[customer] ?? 0) + net;
    if ((loose.day[entry] ?? NO_DAY) >= windowStart) windowNet[customer] = (windowNet[customer] ?? 0) + net;
  }
}

function purchaseDaysOf(orders: OrderColumns, customers: number): Int32Array {
  const days = new Int32Array(customers);
  for (let index = 0; index < orders.count; index++) {
    const customer = orders.customer[index] ?? 0;
    const again =
      index > 0 && orders.customer[index - 1] === customer && orders.day[index - 1] === orders.day[index];
    if (!again) days[customer] = (days[customer] ?? 0) + 1;
  }
  return days;
}

function repeatNetOf(orders: OrderColumns, firstDay: Int32Array): Float64Array {
  const net = new Float64Array(firstDay.length);
  for (let index = 0; index < orders.count; index++) {
    const customer = orders.customer[index] ?? 0;
    if (orders.day[index] === firstDay[customer]) continue;
    net[customer] = (net[customer] ?? 0) + (orders.net[index] ?? 0);
  }
  return net;
}
