import type { DayNumber } from "../../math/day";
import type { OrderBook } from "../../orders/types";

/** Days with a valid order of each customer who has one, ascending, each day once, by key. */
export function orderDaysByKey({
  orders,
  customerKeys,
}: OrderBook): ReadonlyMap<string, readonly DayNumber[]> {
  const days = new Map<string, Set<DayNumber>>();
  for (let order = 0; order < orders.count; order++) {
    const key = customerKeys[orders.customer[order] ?? -1];
    const day = orders.day[order];
    if (key === undefined || day === undefined) continue;
    const known = days.get(key);
    if (known === undefined) days.set(key, new Set([day]));
    else known.add(day);
  }
  return new Map([...days].map(([key, set]) => [key, [...set].sort((one, other) => one - other)]));
}
