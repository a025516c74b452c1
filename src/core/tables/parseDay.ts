import { dayOfMoment, dayOf, type DayNumber } from "../math/day";
import type { Cell } from "./cell";
import { parseMoment, type MomentProblem, type MomentReading } from "./parseMoment";

const DAY_OF_SERIAL_0 = dayOf(1899, 12, 30);
/** The first serial after the 29 February 1900 that never was, and the last of the year 2200. */
const FIRST_PLAIN_SERIAL = 61;
const LAST_PLAIN_SERIAL = 109_939;
const LAST_SECONDS = 0.9999;

/**
 * The day in a cell, or why there is none: `parseMoment` without its time.
 *
 * @example parseDay(45660.75, PLAIN_READING) // the day number of 2025-01-03
 */
export function parseDay(cell: Cell | undefined, reading: MomentReading): DayNumber | MomentProblem {
  // Serials are what a sheet's date column holds a million times over. Times within the last seconds of
  // a day may round to the next one, so `parseMoment` says what becomes of them.
  if (
    typeof cell === "number" &&
    !reading.date1904 &&
    cell >= FIRST_PLAIN_SERIAL &&
    cell <= LAST_PLAIN_SERIAL
  ) {
    const whole = Math.floor(cell);
    if (cell - whole < LAST_SECONDS) return whole + DAY_OF_SERIAL_0;
  }
  const moment = parseMoment(cell, reading);
  return typeof moment === "number" ? dayOfMoment(moment) : moment;
}
