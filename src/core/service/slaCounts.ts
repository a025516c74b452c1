import { InvalidArgumentError } from "../errors";
import type { Moment } from "../math/day";
import type { ServiceCalendar } from "./serviceCalendar";
import { slaCountsOf, slaState, type SlaState } from "./slaState";
import type { SlaCounts } from "./types";

const SECONDS_PER_HOUR = 3_600;

/**
 * Met, missed and pending over two columns of moments; see `slaState` for the edges.
 *
 * Rows without a start and rows started after `asOf` are left out; rows finished before they were
 * started are counted as invalid and are in no rate.
 *
 * @param started - moments; NaN: blank
 * @param finished - moments; NaN: not finished
 * @param limitHours - hours on the calendar, 0 or more
 * @param asOf - the moment open rows are judged at
 * @throws InvalidArgumentError `unequalLength` for columns of unequal length, `negative` for the limit
 * @example slaCounts([0], [7200], 2, 9000, CALENDAR_HOURS) // { met: 1, missed: 0, pending: 0, rate: 1, invalid: 0 }
 */
export function slaCounts(
  started: ArrayLike<number>,
  finished: ArrayLike<number>,
  limitHours: number,
  asOf: Moment,
  calendar: ServiceCalendar,
): SlaCounts & { readonly invalid: number } {
  if (finished.length !== started.length) {
    throw new InvalidArgumentError("finished", "unequalLength", {
      expected: started.length,
      actual: finished.length,
    });
  }
  if (!(limitHours >= 0)) throw new InvalidArgumentError("limitHours", "negative", { value: limitHours });

  const states: SlaState[] = [];
  for (let row = 0; row < started.length; row += 1) {
    const start = started[row] ?? NaN;
    // NaN compares false: a blank start is left out here too.
    if (!(start <= asOf)) continue;
    const finish = finished[row] ?? NaN;
    states.push(
      slaState(start, Number.isNaN(finish) ? null : finish, limitHours * SECONDS_PER_HOUR, asOf, calendar),
    );
  }
  return { ...slaCountsOf(states), invalid: states.filter((state) => state === "invalid").length };
}
