import type { Moment } from "../math/day";
import type { Settings } from "../settings";
import type { TierId } from "../tiers/types";
import { CALENDAR_HOURS, serviceCalendar, type ServiceCalendar } from "./serviceCalendar";
import { serviceSteps } from "./serviceSteps";
import { slaCountsOf, slaState, type SlaState } from "./slaState";
import {
  CLOCK_IDS,
  TICKET_TYPES,
  type ClockId,
  type ServiceResults,
  type SlaCounts,
  type SlaItem,
  type TicketRecord,
} from "./types";

type Service = Settings["service"];

interface Clock {
  readonly id: ClockId;
  readonly runsFor: (ticket: TicketRecord, tier: TierId) => boolean;
  readonly from: "createdAt" | "resolvedAt";
  readonly to: "firstResponseAt" | "resolvedAt" | "followUpAt";
  readonly hours: (service: Service) => number;
  /** A limit of days runs on the calendar, whatever the hours of the service are. */
  readonly inDays: boolean;
}

const HOURS_PER_DAY = 24;
const SECONDS_PER_HOUR = 3_600;

/** The four promises of the brief; the one to high-value customers holds for every request of theirs. */
const CLOCKS: readonly Clock[] = [
  {
    id: "enquiry2h",
    runsFor: (ticket) => ticket.type === "enquiry",
    from: "createdAt",
    to: "firstResponseAt",
    hours: (service) => service.enquiryHours,
    inDays: false,
  },
  {
    id: "complaint24h",
    runsFor: (ticket) => ticket.type === "complaint",
    from: "createdAt",
    to: "resolvedAt",
    hours: (service) => service.complaintHours,
    inDays: false,
  },
  {
    id: "highValue2h",
    runsFor: (_ticket, tier) => tier === "high",
    from: "createdAt",
    to: "firstResponseAt",
    hours: (service) => service.highValueHours,
    inDays: false,
  },
  {
    id: "followUp7d",
    runsFor: (ticket) => ticket.type === "afterSales",
    from: "resolvedAt",
    to: "followUpAt",
    hours: (service) => service.followUpDays * HOURS_PER_DAY,
    inDays: true,
  },
];

/**
 * How the service kept its promises, judged at a moment.
 *
 * Clocks: enquiries from creation to first response, complaints from creation to resolution, requests
 * of high-value customers to first response, after-sales cases from resolution to follow-up (no clock
 * runs before the resolution). Limits count on the calendar of the settings; that of the follow-up is
 * in days and always counts calendar time. A ticket resolved without a noted response was answered by its
 * resolution at the latest, and is taken so. Edges of the limit: `slaState`; times not known or upside
 * down are in no rate.
 *
 * Tickets created after `now` are not known yet and left out; later steps count as not taken.
 * `items` are the missed and the pending, clock by clock, the earliest due first.
 *
 * @param tierOfCustomer - tier by normalised customer id; "" for unknown ones
 * @param now - the moment open tickets are judged at
 */
export function serviceResults(
  tickets: readonly TicketRecord[],
  tierOfCustomer: (customerKey: string) => TierId,
  now: Moment,
  settings: { readonly service: Service },
): ServiceResults {
  const { service } = settings;
  const known = tickets.filter((ticket) => ticket.createdAt <= now);
  const chosen = serviceCalendar(service, service.calendar);
  const other = serviceCalendar(service, service.calendar === "calendar" ? "working" : "calendar");
  const runs = CLOCKS.map((clock) => runsOf(clock, known, tierOfCustomer, now));

  return {
    clocks: countsByClock(runs, service, now, chosen),
    otherCalendar: countsByClock(runs, service, now, other),
    items: runs.flatMap((list) =>
      list
        .flatMap((run) => itemOf(run, service, now, chosen) ?? [])
        .sort((a, b) => a.dueAt - b.dueAt || a.startedAt - b.startedAt),
    ),
    tickets: known,
    byType: TICKET_TYPES.map((type) => ({
      type,
      count: known.filter((ticket) => ticket.type === type).length,
    })),
    complaintReasons: reasonsOf(known),
    steps: serviceSteps(known, now, chosen),
  };
}

/** One ticket on one clock that has started and whose times are known. */
interface ClockRun {
  readonly clock: Clock;
  readonly ticket: TicketRecord;
  readonly tier: TierId;
  readonly startedAt: Moment;
  /** null: not by now. */
  readonly finishedAt: Moment | null;
}

function runsOf(
  clock: Clock,
  tickets: readonly TicketRecord[],
  tierOfCustomer: (customerKey: string) => TierId,
  now: Moment,
): readonly ClockRun[] {
  return tickets.flatMap((ticket): ClockRun[] => {
    const tier = ticket.customerKey === "" ? "" : tierOfCustomer(ticket.customerKey);
    if (!clock.runsFor(ticket, tier) || ticket.unknownTimes.includes(clock.to)) return [];
    const startedAt = ticket[clock.from];
    if (startedAt === null || startedAt > now || startedAt < ticket.createdAt) return [];
    const finished =
      clock.to === "firstResponseAt" ? (ticket.firstResponseAt ?? ticket.resolvedAt) : ticket[clock.to];
    const finishedAt = finished === null || finished > now ? null : finished;
    return [{ clock, ticket, tier, startedAt, finishedAt }];
  });
}

function stateOf(run: ClockRun, service: Service, now: Moment, calendar: ServiceCalendar): SlaState {
  const limit = run.clock.hours(service) * SECONDS_PER_HOUR;
  return slaState(run.startedAt, run.finishedAt, limit, now, run.clock.inDays ? CALENDAR_HOURS : calendar);
}

function countsByClock(
  runs: readonly (readonly ClockRun[])[],
  service: Service,
  now: Moment,
  calendar: ServiceCalendar,
): Record<ClockId, SlaCounts> {
  const counts = CLOCK_IDS.map((id): [ClockId, SlaCounts] => {
    const list = runs[CLOCKS.findIndex((clock) => clock.id === id)] ?? [];
    return [id, slaCountsOf(list.map((run) => stateOf(run, service, now, calendar)))];
  });
  return Object.fromEntries(counts) as Record<ClockId, SlaCounts>;
}

function itemOf(run: ClockRun, service: Service, now: Moment, chosen: ServiceCalendar): SlaItem | null {
  const state = stateOf(run, service, now, chosen);
  if (state !== "missed" && state !== "pending") return null;
  const calendar = run.clock.inDays ? CALENDAR_HOURS : chosen;
  const { clock, ticket, tier, startedAt, finishedAt } = run;
  return {
    clock: clock.id,
    ticketId: ticket.ticketId,
    customerId: ticket.customerId,
    tier,
    startedAt,
    finishedAt,
    dueAt: calendar.dueAt(startedAt, clock.hours(service) * SECONDS_PER_HOUR),
    state,
    elapsed: calendar.elapsed(startedAt, finishedAt ?? now),
    agent: ticket.agent,
  };
}

function reasonsOf(tickets: readonly TicketRecord[]): ServiceResults["complaintReasons"] {
  const counts = new Map<string, number>();
  for (const { type, reason } of tickets) {
    if (type === "complaint") counts.set(reason, (counts.get(reason) ?? 0) + 1);
  }
  // The sort is stable: equal counts stay in the order of first appearance.
  return [...counts].map(([reason, count]) => ({ reason, count })).sort((a, b) => b.count - a.count);
}
