import { dayOfMoment, firstDayOfMonth, monthIndex, type DayNumber, type Moment } from "../math/day";
import type { TicketRecord } from "./types";

export interface ComplaintReason {
  /** As written; "": none given. */
  readonly reason: string;
  readonly count: number;
  /** Of all complaints of the month, this and the more frequent reasons together. */
  readonly cumulativeShare: number;
  /** In the month before. */
  readonly before: number;
  readonly change: number;
}

/** Complaints of one calendar month by reason, the most frequent first (Pareto), beside the month before. */
export interface ComplaintMonth {
  /** First day of the month. */
  readonly month: DayNumber;
  readonly complaints: number;
  readonly before: number;
  /** Complaints per 100 orders of the month; null without orders. */
  readonly per100Orders: number | null;
  readonly reasons: readonly ComplaintReason[];
  /** The fewest reasons that make up four fifths of the complaints: where to begin. */
  readonly vital: number;
}

const VITAL_SHARE = 0.8;

/**
 * The complaint report of the month that the as-of date lies in, and of each month before it, newest first.
 *
 * @param months - how many
 * @param ordersIn - valid orders of a month by its first day
 */
export function complaintMonths(
  tickets: readonly TicketRecord[],
  now: Moment,
  months: number,
  ordersIn: (month: DayNumber) => number,
): readonly ComplaintMonth[] {
  const byMonth = new Map<number, Map<string, number>>();
  for (const { type, createdAt, reason } of tickets) {
    if (type !== "complaint" || createdAt > now) continue;
    const index = monthIndex(dayOfMoment(createdAt));
    let reasons = byMonth.get(index);
    if (reasons === undefined) {
      reasons = new Map();
      byMonth.set(index, reasons);
    }
    reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
  }
  const last = monthIndex(dayOfMoment(now));
  const total = (index: number) => [...(byMonth.get(index)?.values() ?? [])].reduce((sum, n) => sum + n, 0);
  return Array.from({ length: months }, (_, back): ComplaintMonth => {
    const index = last - back;
    const month = firstDayOfMonth(index);
    const complaints = total(index);
    const orders = ordersIn(month);
    const reasons = reasonsOf(byMonth.get(index) ?? new Map(), byMonth.get(index - 1) ?? new Map());
    const vital = reasons.findIndex(({ cumulativeShare }) => cumulativeShare >= VITAL_SHARE);
    return {
      month,
      complaints,
      before: total(index - 1),
      per100Orders: orders > 0 ? (100 * complaints) / orders : null,
      reasons,
      vital: vital + 1,
    };
  });
}

function reasonsOf(
  now: ReadonlyMap<string, number>,
  before: ReadonlyMap<string, number>,
): readonly ComplaintReason[] {
  const all = [...now.values()].reduce((sum, count) => sum + count, 0);
  let running = 0;
  return [...now]
    .map(([reason, count], place) => ({ reason, count, place }))
    .sort((one, other) => other.count - one.count || one.place - other.place)
    .map(({ reason, count }): ComplaintReason => {
      running += count;
      const was = before.get(reason) ?? 0;
      return { reason, count, cumulativeShare: running / all, before: was, change: count - was };
    });
}
