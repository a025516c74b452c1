import { NO_DAY, type DayNumber } from "../math/day";
import type { OrderRows } from "./orderRows";
import type { SettledOrders } from "./settleOrders";
import { REJECT_REASONS, type RejectReason, type RowCounts } from "./types";

/** What became of the rows: each is used, before the window, or rejected for one reason. */
export function rowCounts(rows: OrderRows, settled: SettledOrders, windowStart: DayNumber): RowCounts {
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
