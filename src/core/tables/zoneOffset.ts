import { InvalidArgumentError } from "../errors";
import { dayOf, SECONDS_PER_DAY, type Moment } from "../math/day";

/** Seconds that a zone's wall clock is ahead of UTC at a moment given in UTC. */
export type ZoneOffset = (utc: Moment) => number;

/** Since 1970 no zone has changed its offset but on a whole quarter hour of UTC. */
const SECONDS_PER_STEP = 900;

/**
 * The offsets of an IANA zone ("Asia/Shanghai"), from the engine's own zone tables.
 *
 * Nothing depends on the zone or language of the machine.
 *
 * @throws InvalidArgumentError "unknownZone" if the engine does not know the name
 * @example zoneOffset("Asia/Shanghai")(0) // 28800
 */
export function zoneOffset(timeZone: string): ZoneOffset {
  const clock = zoneClock(timeZone);
  const known = new Map<number, number>();
  return (utc) => {
    const step = Math.floor(utc / SECONDS_PER_STEP);
    const cached = known.get(step);
    if (cached !== undefined) return cached;
    const offset = wallClock(clock, step * SECONDS_PER_STEP) - step * SECONDS_PER_STEP;
    known.set(step, offset);
    return offset;
  };
}

function zoneClock(timeZone: string): Intl.DateTimeFormat {
  try {
    return new Intl.DateTimeFormat("en-US", {
      timeZone,
      calendar: "gregory",
      numberingSystem: "latn",
      hourCycle: "h23",
      year: "numeric",
      month: "numeric",
      day: "numeric",
      hour: "numeric",
      minute: "numeric",
      second: "numeric",
    });
  } catch {
    throw new InvalidArgumentError("timeZone", "unknownZone", { zone: timeZone });
  }
}

function wallClock(clock: Intl.DateTimeFormat, utc: Moment): Moment {
  const parts = new Map(clock.formatToParts(utc * 1000).map((part) => [part.type, Number(part.value)]));
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? 0;
  const day = dayOf(part("year"), part("month"), part("day"));
  return day * SECONDS_PER_DAY + part("hour") * 3_600 + part("minute") * 60 + part("second");
}
