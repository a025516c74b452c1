import { wilsonInterval, type Interval } from "../kpi/intervals";
import { dayOfMoment, type DayNumber, type Moment } from "../math/day";
import { CALENDAR_HOURS, type ServiceCalendar } from "./serviceCalendar";
import type { TicketRecord } from "./types";

export type ComplaintGroupId = "onTime" | "late" | "never";

export interface ComplaintGroup {
  readonly group: ComplaintGroupId;
  readonly customers: number;
  readonly repeated: number;
  /** repeated ÷ customers; null with nobody. */
  readonly rate: number | null;
  readonly interval: Interval | null;
}

export interface RepeatAfterComplaint {
  /** Days in which an order counts as coming back. */
  readonly days: number;
  readonly groups: readonly ComplaintGroup[];
  /** Customers whose days are not over yet. */
  readonly pending: number;
  /** Customers whose complaint was settled at a time nobody can read: in no group. */
  readonly unknown: number;
}

const SECONDS_PER_HOUR = 3_600;

/**
 * Whether customers come back after a complaint: an order within so many days, by how it was handled.
 *
 * The clock starts at a customer's first complaint from a day on, and for those who never complained at their first
 * order from that day on: neither is chosen by what came after it, as the latest order would be. Who complained
 * before that day only is in no group. Whose days are not over by the as-of date is pending. Settled on time: resolved within `limitHours` of the calendar, the limit included; one
 * settled at a time nobody can read, or before it was made, is neither. Customers choose themselves into the groups:
 * a difference is no effect.
 *
 * @param orderDays - days with a valid order of each customer with one, ascending, by key
 */
export function repeatAfterComplaint(
  tickets: readonly TicketRecord[],
  orderDays: ReadonlyMap<string, readonly DayNumber[]>,
  options: {
    readonly now: Moment;
    /** The first day that counts. */
    readonly from: DayNumber;
    readonly days: number;
    readonly limitHours: number;
    readonly calendar?: ServiceCalendar;
  },
): RepeatAfterComplaint {
  const { now, from, days, limitHours, calendar = CALENDAR_HOURS } = options;
  const asOf = dayOfMoment(now);
  const first = new Map<string, TicketRecord>();
  const complained = new Set<string>();
  for (const ticket of tickets) {
    if (ticket.type !== "complaint" || ticket.customerKey === "" || ticket.createdAt > now) continue;
    complained.add(ticket.customerKey);
    if (dayOfMoment(ticket.createdAt) < from) continue;
    const known = first.get(ticket.customerKey);
    if (known === undefined || ticket.createdAt < known.createdAt) first.set(ticket.customerKey, ticket);
  }
  const counts: Record<ComplaintGroupId, { customers: number; repeated: number }> = {
    onTime: { customers: 0, repeated: 0 },
    late: { customers: 0, repeated: 0 },
    never: { customers: 0, repeated: 0 },
  };
  let pending = 0;
  let unknown = 0;
  for (const [key, ordered] of orderDays) {
    const complaint = first.get(key);
    if (complaint === undefined && complained.has(key)) continue;
    const start =
      complaint === undefined ? ordered.find((day) => day >= from) : dayOfMoment(complaint.createdAt);
    if (start === undefined) continue;
    // A complaint before the first order is no complaint of a customer.
    if (complaint !== undefined && !ordered.some((day) => day <= start)) continue;
    if (start + days > asOf) {
      pending++;
      continue;
    }
    const place = complaint === undefined ? "never" : handled(complaint, limitHours, now, calendar);
    if (place === null) {
      unknown++;
      continue;
    }
    const group = counts[place];
    group.customers++;
    if (ordered.some((day) => day > start && day <= start + days)) group.repeated++;
  }
  return {
    days,
    pending,
    unknown,
    groups: (["onTime", "late", "never"] as const).map((group): ComplaintGroup => {
      const { customers, repeated } = counts[group];
      return {
        group,
        customers,
        repeated,
        rate: customers > 0 ? repeated / customers : null,
        interval: wilsonInterval(repeated, customers),
      };
    }),
  };
}

function handled(
  ticket: TicketRecord,
  limitHours: number,
  now: Moment,
  calendar: ServiceCalendar,
): "onTime" | "late" | null {
  const { createdAt, resolvedAt, unknownTimes } = ticket;
  if (unknownTimes.includes("resolvedAt") || (resolvedAt !== null && resolvedAt < createdAt)) return null;
  const settled = resolvedAt !== null && resolvedAt <= now ? resolvedAt : now;
  return calendar.elapsed(createdAt, settled) <= limitHours * SECONDS_PER_HOUR ? "onTime" : "late";
}
