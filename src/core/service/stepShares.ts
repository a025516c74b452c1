import type { Moment } from "../math/day";
import type { ServiceCalendar } from "./serviceCalendar";
import { TICKET_TYPES, type TicketRecord, type TicketType } from "./types";

/** Where the time up to the resolution goes for tickets of one type, or of all. */
export interface StepShares {
  readonly type: TicketType | "all";
  /** Resolved tickets for which both steps are known and in order. */
  readonly tickets: number;
  /** Resolved tickets of which a time is missing or upside down: in no share. */
  readonly unknown: number;
  /** Hours in all from creation to first response, and from there to the resolution. */
  readonly waitingHours: number;
  readonly solvingHours: number;
  /** The step that takes more of the time; null without tickets, or where both took none. */
  readonly slowest: "firstResponse" | "resolution" | null;
  /** Its share of the time up to the resolution; null where `slowest` is. */
  readonly share: number | null;
}

const SECONDS_PER_HOUR = 3_600;

/**
 * Which step eats the time of a ticket until it is resolved: waiting for the first response, or the work after it.
 *
 * The follow-up comes after the resolution, and days later on purpose; it is left to the percentiles of
 * `serviceSteps`. Only tickets with all three times are counted, so that both steps are those of the same tickets;
 * of equal sums the waiting is named.
 *
 * @returns all tickets first, then each type that has a resolved ticket
 */
export function stepShares(
  tickets: readonly TicketRecord[],
  now: Moment,
  calendar: ServiceCalendar,
): readonly StepShares[] {
  const resolved = tickets.filter(
    ({ createdAt, resolvedAt, unknownTimes }) =>
      createdAt <= now && ((resolvedAt !== null && resolvedAt <= now) || unknownTimes.includes("resolvedAt")),
  );
  return [
    sharesOf("all", resolved, calendar),
    ...TICKET_TYPES.map((type) =>
      sharesOf(
        type,
        resolved.filter((ticket) => ticket.type === type),
        calendar,
      ),
    ).filter(({ tickets: known, unknown }) => known + unknown > 0),
  ];
}

function sharesOf(
  type: StepShares["type"],
  resolved: readonly TicketRecord[],
  calendar: ServiceCalendar,
): StepShares {
  let known = 0;
  let waiting = 0;
  let solving = 0;
  for (const { createdAt, firstResponseAt, resolvedAt } of resolved) {
    if (firstResponseAt === null || resolvedAt === null) continue;
    if (firstResponseAt < createdAt || resolvedAt < firstResponseAt) continue;
    known++;
    waiting += calendar.elapsed(createdAt, firstResponseAt);
    solving += calendar.elapsed(firstResponseAt, resolvedAt);
  }
  const all = waiting + solving;
  const slowest = all === 0 ? null : solving > waiting ? "resolution" : "firstResponse";
  return {
    type,
    tickets: known,
    unknown: resolved.length - known,
    waitingHours: waiting / SECONDS_PER_HOUR,
    solvingHours: solving / SECONDS_PER_HOUR,
    slowest,
    share: slowest === null ? null : Math.max(waiting, solving) / all,
  };
}
