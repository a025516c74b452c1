import { wilsonInterval, type Interval } from "../kpi/intervals";
import type { Moment } from "../math/day";
import { CALENDAR_HOURS, type ServiceCalendar } from "./serviceCalendar";
import type { TicketRecord } from "./types";

/** What one person did over the tickets given. */
export interface AgentScore {
  /** "": nobody is named. */
  readonly agent: string;
  readonly tickets: number;
  readonly open: number;
  readonly complaints: number;
  /** Median hours to the first response; null with none. */
  readonly medianResponseHours: number | null;
  /** Complaints settled within the limit ÷ those due. */
  readonly onTime: { readonly met: number; readonly due: number; readonly interval: Interval | null };
  /** Mean satisfaction index, 0 to 100, of the customers served; null where none answered. */
  readonly satisfaction: number | null;
  readonly answers: number;
}

const SECONDS_PER_HOUR = 3_600;

/**
 * The scorecard of service staff, who has most tickets first. Few tickets say little: read the interval.
 *
 * @param satisfactionOf - latest index of a customer by key; null: none
 */
export function agentScores(
  tickets: readonly TicketRecord[],
  options: {
    readonly now: Moment;
    readonly complaintHours: number;
    readonly calendar?: ServiceCalendar;
    readonly satisfactionOf: (customerKey: string) => number | null;
  },
): readonly AgentScore[] {
  const { now, complaintHours, calendar = CALENDAR_HOURS, satisfactionOf } = options;
  const byAgent = new Map<string, TicketRecord[]>();
  for (const ticket of tickets) {
    if (ticket.createdAt > now) continue;
    const list = byAgent.get(ticket.agent);
    if (list === undefined) byAgent.set(ticket.agent, [ticket]);
    else list.push(ticket);
  }
  const hours = (from: Moment, to: Moment) => calendar.elapsed(from, to) / SECONDS_PER_HOUR;
  const done = (at: Moment | null): at is Moment => at !== null && at <= now;
  return [...byAgent]
    .map(([agent, own]): AgentScore => {
      const responses = own
        .flatMap(({ createdAt, firstResponseAt }) =>
          done(firstResponseAt) && firstResponseAt >= createdAt ? [hours(createdAt, firstResponseAt)] : [],
        )
        .sort((a, b) => a - b);
      let met = 0;
      let due = 0;
      for (const { type, createdAt, resolvedAt, unknownTimes } of own) {
        if (type !== "complaint" || unknownTimes.includes("resolvedAt")) continue;
        if (done(resolvedAt) && resolvedAt < createdAt) continue;
        const inTime = hours(createdAt, done(resolvedAt) ? resolvedAt : now) <= complaintHours;
        if (done(resolvedAt) && inTime) met++;
        if (done(resolvedAt) || !inTime) due++;
      }
      const keys = new Set(own.map(({ customerKey }) => customerKey).filter((key) => key !== ""));
      const answers = [...keys].flatMap((key) => satisfactionOf(key) ?? []);
      return {
        agent,
        tickets: own.length,
        open: own.filter(
          ({ resolvedAt, unknownTimes }) => !done(resolvedAt) && !unknownTimes.includes("resolvedAt"),
        ).length,
        complaints: own.filter(({ type }) => type === "complaint").length,
        medianResponseHours: middle(responses),
        onTime: { met, due, interval: wilsonInterval(met, due) },
        satisfaction: answers.length === 0 ? null : answers.reduce((sum, x) => sum + x, 0) / answers.length,
        answers: answers.length,
      };
    })
    .sort((one, other) => other.tickets - one.tickets || (one.agent < other.agent ? -1 : 1));
}

function middle(ascending: readonly number[]): number | null {
  const half = (ascending.length - 1) / 2;
  const low = ascending[Math.floor(half)];
  const high = ascending[Math.ceil(half)];
  return low === undefined || high === undefined ? null : (low + high) / 2;
}
