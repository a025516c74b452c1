import type { Moment } from "../math/day";
import type { ServiceCalendar } from "./serviceCalendar";
import type { ServiceResults, TicketRecord } from "./types";

type Step = ServiceResults["steps"][number];

const STEPS: readonly {
  readonly step: Step["step"];
  readonly from: "createdAt" | "firstResponseAt" | "resolvedAt";
  readonly to: "firstResponseAt" | "resolvedAt" | "followUpAt";
}[] = [
  { step: "firstResponse", from: "createdAt", to: "firstResponseAt" },
  { step: "resolution", from: "firstResponseAt", to: "resolvedAt" },
  { step: "followUp", from: "resolvedAt", to: "followUpAt" },
];

const SECONDS_PER_HOUR = 3_600;

/**
 * Where the time of a ticket goes: hours from creation to first response, from there to the resolution,
 * and from there to the follow-up, over the tickets for which both ends are known by now and in order.
 *
 * All three on one calendar, so that they can be compared. Percentiles as Excel's PERCENTILE.INC:
 * between two values on a straight line.
 */
export function serviceSteps(
  tickets: readonly TicketRecord[],
  now: Moment,
  calendar: ServiceCalendar,
): readonly Step[] {
  return STEPS.map(({ step, from, to }) => {
    const hours = tickets.flatMap((ticket) => {
      const started = ticket[from];
      const finished = ticket[to];
      const isKnown = started !== null && finished !== null && started <= finished && finished <= now;
      return isKnown ? [calendar.elapsed(started, finished) / SECONDS_PER_HOUR] : [];
    });
    hours.sort((a, b) => a - b);
    return { step, n: hours.length, median: percentile(hours, 0.5), p90: percentile(hours, 0.9) };
  });
}

function percentile(ascending: readonly number[], share: number): number | null {
  const place = (ascending.length - 1) * share;
  const low = ascending[Math.floor(place)];
  const high = ascending[Math.ceil(place)];
  return low === undefined || high === undefined ? null : low + (high - low) * (place - Math.floor(place));
}
