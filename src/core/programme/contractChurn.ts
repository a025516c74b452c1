import type { CustomerRow } from "../analysis/types";
import { wilsonInterval, type Interval } from "../kpi/intervals";
import type { DayNumber } from "../math/day";
import { parseDay, PLAIN_READING } from "../tables";

export interface ContractChurn {
  /** Contracts that ended in the window and were not renewed, and those that still run. */
  readonly ended: number;
  readonly running: number;
  /** ended ÷ both; null with neither. */
  readonly rate: number | null;
  readonly interval: Interval | null;
}

/**
 * Churn of customers under contract, who are lost by date and not by silence: a contract whose end lies in the
 * window has not been renewed, for a renewed one ends later. A contract that ends on the as-of date still runs.
 *
 * @returns null where no customer has an end of contract
 */
export function contractChurn(
  rows: readonly CustomerRow[],
  windowStart: DayNumber,
  asOf: DayNumber,
): ContractChurn | null {
  let ended = 0;
  let running = 0;
  for (const { record } of rows) {
    const end =
      record === null || record.contractEnd === "" ? null : parseDay(record.contractEnd, PLAIN_READING);
    if (typeof end !== "number") continue;
    if (end >= asOf) running++;
    else if (end >= windowStart) ended++;
  }
  const all = ended + running;
  if (all === 0) return null;
  return { ended, running, rate: ended / all, interval: wilsonInterval(ended, all) };
}
