import { NO_DAY } from "../math/day";
import type { OrderRows } from "./orderRows";
import type { SettledOrders } from "./settleOrders";
import type { LooseMoney } from "./types";

/**
 * Money that belongs to no valid order and still nets: refunds without a match, on their own day, and
 * what was refunded beyond the payment of a fully refunded order, on the order's day.
 */
export function looseMoney(rows: OrderRows, settled: SettledOrders): LooseMoney {
  const customer: number[] = [];
  const day: number[] = [];
  const net: number[] = [];
  for (const group of settled.overRefunded) {
    customer.push(settled.customer[group] ?? 0);
    day.push(settled.day[group] ?? NO_DAY);
    net.push(settled.net[group] ?? 0);
  }
  for (let row = 0; settled.looseRows > 0 && row < rows.count; row++) {
    if (settled.looseRow[row] !== 1 || (rows.head !== null && (rows.head[row] ?? -1) >= 0)) continue;
    customer.push(rows.customer[row] ?? 0);
    day.push(rows.day[row] ?? NO_DAY);
    net.push(rows.net[row] ?? 0);
  }
  return {
    count: customer.length,
    customer: Int32Array.from(customer),
    day: Int32Array.from(day),
    net: Float64Array.from(net),
  };
}
