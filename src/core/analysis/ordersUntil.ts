import type { DayNumber } from "../math/day";
import type { OrderColumns } from "../orders/types";

type Columns = Pick<OrderColumns, "count" | "customer" | "day" | "net">;

/** The orders, or other dated amounts of customers, up to and including a day, in their order. */
export function ordersUntil({ count, customer, day, net }: Columns, last: DayNumber): Columns {
  const rows = new Int32Array(count);
  let kept = 0;
  for (let row = 0; row < count; row++) if ((day[row] ?? 0) <= last) rows[kept++] = row;
  const until = {
    count: kept,
    customer: new Int32Array(kept),
    day: new Int32Array(kept),
    net: new Float64Array(kept),
  };
  for (let index = 0; index < kept; index++) {
    const row = rows[index] ?? 0;
    until.customer[index] = customer[row] ?? 0;
    until.day[index] = day[row] ?? 0;
    until.net[index] = net[row] ?? 0;
  }
  return until;
}
