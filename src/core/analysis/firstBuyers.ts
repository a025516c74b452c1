import { NO_DAY, type DayNumber } from "../math/day";

/** Buyers first seen this soon after the data begins may have bought before: they are not called new. */
export const UNKNOWN_START_DAYS = 90;

/** First day on which somebody's first order shows that the customer is new. */
export function firstKnownDay(firstOrderDay: DayNumber): DayNumber {
  return firstOrderDay === NO_DAY ? NO_DAY : firstOrderDay + UNKNOWN_START_DAYS;
}
