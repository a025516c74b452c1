import { addMonths, firstDayOfMonth, monthIndex, type DayNumber } from "../math/day";

export interface SnapshotAge {
  /** Day of the latest snapshot before the as-of date. */
  readonly lastOn: DayNumber;
  /** Whole calendar months from it to the as-of date. */
  readonly months: number;
  readonly days: number;
  /** More than one calendar month ago: a monthly review was missed. */
  readonly stale: boolean;
}

/**
 * How long ago the latest snapshot before the as-of date was taken (每月更新1次). One calendar month, to the day, is
 * in time, and so is the end of the next month after the end of a month; a day more is stale. Measured by the as-of
 * date and never by today, so that a figure stays what it was.
 *
 * @returns null without an earlier snapshot: the first one is not late
 */
export function snapshotAge(
  snapshots: readonly { readonly takenOn: DayNumber }[],
  asOf: DayNumber,
): SnapshotAge | null {
  const lastOn = snapshots.reduce<DayNumber | null>(
    (last, { takenOn }) => (takenOn < asOf && (last === null || takenOn > last) ? takenOn : last),
    null,
  );
  if (lastOn === null) return null;
  let months = 0;
  while (addMonths(lastOn, months + 1) <= asOf) months++;
  const atMonthEnd = monthIndex(lastOn + 1) !== monthIndex(lastOn);
  const due = atMonthEnd ? firstDayOfMonth(monthIndex(lastOn) + 2) - 1 : addMonths(lastOn, 1);
  return { lastOn, months, days: asOf - lastOn, stale: due < asOf };
}
