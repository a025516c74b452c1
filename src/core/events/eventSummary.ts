import { wilsonInterval, type Interval } from "../kpi/intervals";
import { dayOf, calendarDate, type DayNumber } from "../math/day";
import type { TierId } from "../tiers/types";
import type { EventRecord } from "./readEvents";

export interface EventResult {
  readonly name: string;
  readonly type: string;
  readonly heldOn: DayNumber;
  readonly online: boolean;
  readonly invited: number;
  readonly attended: number;
  readonly highInvited: number;
  readonly highAttended: number;
}

export interface EventSummary {
  /** Within the window, oldest first. */
  readonly events: readonly EventResult[];
  /** Calendar quarters the window touches, oldest first, with the events held in them that count. */
  readonly quarters: readonly { readonly from: DayNumber; readonly to: DayNumber; readonly events: number }[];
  /** Of high-value customers invited: who came. */
  readonly attendance: {
    readonly invited: number;
    readonly attended: number;
    readonly rate: number | null;
    readonly interval: Interval | null;
  };
  /** The quarter of the as-of date has no event yet and ends within 30 days (每季度至少1次). */
  readonly overdue: boolean;
}

/** Nothing is late before so few days are left of a quarter. */
export const QUARTER_WARN_DAYS = 30;

/** How online events call themselves, by type or name. */
const ONLINE = /线上|在线|直播|网络|云端|online|webinar|virtual|live ?stream/i;

/**
 * Events of the window and how many of the invited high-value customers came.
 *
 * @param rules - onlineEvents: whether one held online counts as an event of its quarter
 */
export function eventSummary(
  events: readonly EventRecord[],
  tierOf: (customerKey: string) => TierId,
  windowStart: DayNumber,
  asOf: DayNumber,
  rules: { readonly onlineEvents: boolean },
): EventSummary {
  const held = events.filter(({ heldOn }) => heldOn >= windowStart && heldOn <= asOf);
  const results = held.map(({ name, type, heldOn, invited, attended }): EventResult => {
    const high = [...invited].filter((key) => tierOf(key) === "high");
    return {
      name,
      type,
      heldOn,
      online: ONLINE.test(`${type} ${name}`),
      invited: invited.size,
      attended: attended.size,
      highInvited: high.length,
      highAttended: high.filter((key) => attended.has(key)).length,
    };
  });
  const sum = (field: "highInvited" | "highAttended") =>
    results.reduce((all, event) => all + event[field], 0);
  const invited = sum("highInvited");
  const attended = sum("highAttended");
  const quarters = quartersBetween(windowStart, asOf).map((quarter) => ({
    ...quarter,
    events: results.filter(
      ({ heldOn, online }) =>
        heldOn >= quarter.from && heldOn <= quarter.to && (rules.onlineEvents || !online),
    ).length,
  }));
  const current = quarters.at(-1);
  return {
    events: results,
    quarters,
    attendance: {
      invited,
      attended,
      rate: invited > 0 ? attended / invited : null,
      interval: wilsonInterval(attended, invited),
    },
    overdue: current !== undefined && current.events === 0 && current.to - asOf < QUARTER_WARN_DAYS,
  };
}

function quartersBetween(
  first: DayNumber,
  last: DayNumber,
): readonly { readonly from: DayNumber; readonly to: DayNumber }[] {
  const indexOf = (day: DayNumber) => {
    const { year, month } = calendarDate(day);
    return year * 4 + Math.floor((month - 1) / 3);
  };
  const startOf = (index: number) => dayOf(Math.floor(index / 4), (index % 4) * 3 + 1, 1);
  const from = indexOf(first);
  return Array.from({ length: indexOf(last) - from + 1 }, (_, step) => ({
    from: startOf(from + step),
    to: startOf(from + step + 1) - 1,
  }));
}
