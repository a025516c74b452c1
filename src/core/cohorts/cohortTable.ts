import { InvalidArgumentError } from "../errors";
import { firstDayOfMonth, monthIndex, NO_DAY, type DayNumber } from "../math/day";
import type { CohortTable } from "./types";

export type CohortPeriod = CohortTable["period"];

const MONTHS_PER_PERIOD: Readonly<Record<CohortPeriod, number>> = { month: 1, quarter: 3, year: 12 };

/**
 * How many customers of each cohort came back k periods after their first order.
 *
 * A cohort is the customers whose first order lies in one calendar month, quarter or year; a customer
 * is active in a period with at least one order in it, so `active[0]` is the size of the cohort.
 * Periods after the one of the as-of date are null: they are still to come, which is not zero.
 * Cohorts without a customer have no row. All rows are of one length, that of the oldest cohort.
 *
 * Rows with NO_DAY and orders after the as-of date are left out; the order of the rows does not matter.
 *
 * @param customers - index of the customer of each order, from 0
 * @param days - day of each order
 * @param asOf - the last day that counts; it cuts the last period short unless it is its last day
 * @throws InvalidArgumentError `unequalLength` for columns of unequal length
 */
export function cohortTable(
  customers: Int32Array,
  days: Int32Array,
  asOf: DayNumber,
  period: CohortPeriod,
): CohortTable {
  if (customers.length !== days.length) {
    throw new InvalidArgumentError("days", "unequalLength", {
      expected: customers.length,
      actual: days.length,
    });
  }
  const perPeriod = MONTHS_PER_PERIOD[period];
  const isUsed = (day: number) => day !== NO_DAY && day <= asOf;

  let earliest = asOf;
  let customerCount = 0;
  let used = 0;
  for (let row = 0; row < days.length; row += 1) {
    const day = days[row] as number;
    if (!isUsed(day)) continue;
    used += 1;
    if (day < earliest) earliest = day;
    customerCount = Math.max(customerCount, (customers[row] as number) + 1);
  }
  if (used === 0) return { period, rows: [] };

  const firstPeriod = Math.floor(monthIndex(earliest) / perPeriod);
  const lastPeriod = Math.floor(monthIndex(asOf) / perPeriod);
  const periods = lastPeriod - firstPeriod + 1;
  const periodOfDay = periodsOfDays(earliest, asOf, firstPeriod, perPeriod);

  // The orders' periods customer by customer (a counting sort), so that one array of marks tells
  // which periods of the customer at hand were counted already.
  const starts = new Int32Array(customerCount + 1);
  for (let row = 0; row < days.length; row += 1) {
    if (isUsed(days[row] as number)) starts[(customers[row] as number) + 1]! += 1;
  }
  for (let customer = 0; customer < customerCount; customer += 1) {
    starts[customer + 1]! += starts[customer] as number;
  }
  const next = starts.slice();
  const grouped = new Int32Array(used);
  const first = new Int32Array(customerCount).fill(periods);
  for (let row = 0; row < days.length; row += 1) {
    const day = days[row] as number;
    if (!isUsed(day)) continue;
    const customer = customers[row] as number;
    const at = periodOfDay[day - earliest] as number;
    grouped[next[customer]!++] = at;
    if (at < (first[customer] as number)) first[customer] = at;
  }

  const active = new Int32Array(periods * periods);
  const markedBy = new Int32Array(periods).fill(-1);
  for (let customer = 0; customer < customerCount; customer += 1) {
    const cohort = first[customer] as number;
    const end = starts[customer + 1] as number;
    for (let index = starts[customer] as number; index < end; index += 1) {
      const at = grouped[index] as number;
      if (markedBy[at] === customer) continue;
      markedBy[at] = customer;
      active[cohort * periods + at - cohort]! += 1;
    }
  }

  const start = (index: number) => firstDayOfMonth((firstPeriod + index) * perPeriod);
  const isCutShort = asOf + 1 < start(periods);
  const rows: CohortTable["rows"][number][] = [];
  for (let cohort = 0; cohort < periods; cohort += 1) {
    const size = active[cohort * periods] as number;
    if (size === 0) continue;
    const begun = periods - cohort;
    rows.push({
      start: start(cohort),
      customers: size,
      active: Array.from({ length: periods }, (_, k) =>
        k < begun ? (active[cohort * periods + k] as number) : null,
      ),
      incompleteFrom: isCutShort ? begun - 1 : -1,
    });
  }
  return { period, rows };
}

/** Period of each day from `from` to `to`, counted from the first: calendar sums once a day, not once an order. */
function periodsOfDays(from: DayNumber, to: DayNumber, firstPeriod: number, perPeriod: number): Int32Array {
  const periods = new Int32Array(to - from + 1);
  for (let day = from; day <= to; day += 1) {
    periods[day - from] = Math.floor(monthIndex(day) / perPeriod) - firstPeriod;
  }
  return periods;
}
