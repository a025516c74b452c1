import type { Moment } from "../math/day";
import type { ServiceCalendar } from "./serviceCalendar";
import type { SlaCounts } from "./types";

/** invalid: finished before started, which is a fault in the data and in no rate. */
export type SlaState = "met" | "missed" | "pending" | "invalid";

/**
 * How one task stands against its limit.
 *
 * Exactly on the limit is met. Not finished, or finished after `now` (which is not known yet), is
 * pending up to and on the limit and missed past it.
 *
 * @param finished - null: not finished
 * @param limit - seconds on the calendar
 * @param now - the moment open tasks are judged at
 */
export function slaState(
  started: Moment,
  finished: Moment | null,
  limit: number,
  now: Moment,
  calendar: ServiceCalendar,
): SlaState {
  if (finished !== null && finished < started) return "invalid";
  if (finished !== null && finished <= now) {
    return calendar.elapsed(started, finished) <= limit ? "met" : "missed";
  }
  return calendar.elapsed(started, now) <= limit ? "pending" : "missed";
}

/** Counts states into a rate that leaves out what is pending or invalid. */
export function slaCountsOf(states: Iterable<SlaState>): SlaCounts {
  const counts = { met: 0, missed: 0, pending: 0, invalid: 0 };
  for (const state of states) counts[state] += 1;
  const { met, missed, pending } = counts;
  return { met, missed, pending, rate: met + missed === 0 ? null : met / (met + missed) };
}
