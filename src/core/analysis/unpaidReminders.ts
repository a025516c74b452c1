import { dayOfMoment, NO_DAY, type DayNumber, type Moment } from "../math/day";
import type { OrderBook } from "../orders/types";
import type { TouchRecord } from "../touch";
import type { CustomerRow, UnpaidReminder } from "./types";

const SECONDS_PER_HOUR = 3_600;

/**
 * Whom to remind of an order that waits for payment (未付款客户24小时内短信提醒).
 *
 * The reminder is due so many hours after the order was made, and overdue past that. Left out are
 * orders made after `now`, customers without consent, and orders that a later one has taken the place
 * of: one paid on a later day, or one over the same amount paid on the same day (a day has no hours, so
 * another amount may as well have been paid before).
 *
 * @param rows - customers by their index in the book
 * @returns the earliest due first
 */
export function unpaidReminders(
  book: OrderBook,
  rows: readonly CustomerRow[],
  touches: readonly TouchRecord[],
  now: Moment,
  unpaidHours: number,
): readonly UnpaidReminder[] {
  const waiting = book.unpaid.filter(
    ({ customer, createdAt }) => createdAt <= now && rows[customer]?.consent === true,
  );
  const customers = new Set(waiting.map(({ customer }) => customer));
  const paid = paidOrders(book, customers);
  const keys = new Set([...customers].map((customer) => book.customerKeys[customer] ?? ""));
  const today = dayOfMoment(now);
  const touched = touches.filter(
    ({ customerKey, doneOn }) => doneOn !== null && doneOn <= today && keys.has(customerKey),
  );

  return waiting
    .filter(({ customer, createdAt, amount }) => {
      const made = dayOfMoment(createdAt);
      return !(paid.get(customer) ?? []).some(
        (order) => order.day > made || (order.day === made && order.net === amount),
      );
    })
    .map((order): UnpaidReminder => {
      const row = rows[order.customer];
      const dueAt = order.createdAt + unpaidHours * SECONDS_PER_HOUR;
      const made = dayOfMoment(order.createdAt);
      return {
        customerId: book.customers[order.customer] ?? "",
        name: row?.record?.name ?? "",
        orderId: order.orderId,
        createdAt: order.createdAt,
        dueAt,
        amount: order.amount / 10 ** book.decimals,
        state: now > dueAt ? "overdue" : "due",
        phone: row?.record?.phone ?? "",
        owner: row?.record?.owner ?? "",
        reminded: touched.some(
          ({ customerKey, doneOn }) => customerKey === row?.key && doneOn !== null && doneOn >= made,
        ),
      };
    })
    .sort((one, other) => one.dueAt - other.dueAt);
}

interface PaidOrder {
  readonly day: DayNumber;
  /** Minor units. */
  readonly net: number;
}

function paidOrders(book: OrderBook, customers: ReadonlySet<number>): ReadonlyMap<number, PaidOrder[]> {
  const paid = new Map<number, PaidOrder[]>();
  if (customers.size === 0) return paid;
  const { orders } = book;
  for (let order = 0; order < orders.count; order++) {
    const customer = orders.customer[order] ?? -1;
    if (!customers.has(customer)) continue;
    const entry = { day: orders.day[order] ?? NO_DAY, net: orders.net[order] ?? 0 };
    const known = paid.get(customer);
    if (known === undefined) paid.set(customer, [entry]);
    else known.push(entry);
  }
  return paid;
}
