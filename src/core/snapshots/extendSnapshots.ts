import type { SnapshotRow } from "../analysis/types";
import type { DayNumber } from "../math/day";

/**
 * The snapshot table with the rows of one more day: rows of that day give way to the new ones.
 *
 * @param mostRows - older days are left out once the table would grow beyond it; the new day is always whole
 * @returns oldest day first, within a day in the order given; `leftOut`: days that had no room, oldest first
 */
export function extendSnapshots(
  known: readonly SnapshotRow[],
  today: readonly SnapshotRow[],
  mostRows: number,
): { readonly rows: readonly SnapshotRow[]; readonly leftOut: readonly DayNumber[] } {
  const days = new Map<DayNumber, SnapshotRow[]>();
  for (const row of known) {
    const own = days.get(row.takenOn);
    if (own === undefined) days.set(row.takenOn, [row]);
    else own.push(row);
  }
  const [first] = today;
  if (first !== undefined) days.set(first.takenOn, [...today]);
  const kept: (readonly SnapshotRow[])[] = [];
  const leftOut: DayNumber[] = [];
  let count = 0;
  for (const [day, rows] of [...days].sort(([one], [other]) => other - one)) {
    // A gap in the middle would make movement skip a month unseen: once a day has no room, older ones go too.
    if (leftOut.length > 0 || (count + rows.length > mostRows && day !== first?.takenOn)) leftOut.push(day);
    else {
      kept.push(rows);
      count += rows.length;
    }
  }
  return { rows: kept.reverse().flat(), leftOut: leftOut.reverse() };
}
