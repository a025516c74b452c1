import { addMonths, type DayNumber } from "../math/day";
import { isSatisfied, satisfactionIndex, type LatestAnswer } from "../surveys";
import type { CustomerRow, LapsedSatisfied } from "./types";

/**
 * Customers who said they were satisfied (4 of 5 or better) and stopped buying all the same: their last
 * order is at least `months` calendar months ago. An answer given after that point is kept and marked,
 * because it may speak of the silence rather than of the shop.
 *
 * @returns the highest net spend ever first
 */
export function satisfiedButLapsed(
  rows: readonly CustomerRow[],
  answers: ReadonlyMap<string, LatestAnswer>,
  asOf: DayNumber,
  months: number,
  scale: "times" | "minmax",
): readonly LapsedSatisfied[] {
  const found: { readonly item: LapsedSatisfied; readonly net: number }[] = [];
  for (const row of rows) {
    const answer = answers.get(row.key);
    if (row.lastDay === null || answer === undefined || !isSatisfied(answer)) continue;
    const lapsedOn = addMonths(row.lastDay, months);
    if (lapsedOn > asOf) continue;
    const on = answer.satisfaction?.on ?? null;
    found.push({
      net: row.totalNet,
      item: {
        customerId: row.id,
        name: row.record?.name ?? "",
        satisfaction: satisfactionIndex(answer, scale) ?? 0,
        answeredOn: on,
        lastDay: row.lastDay,
        days: asOf - row.lastDay,
        answeredAfterLapse: on !== null && on > lapsedOn,
      },
    });
  }
  return found.sort((one, other) => other.net - one.net).map(({ item }) => item);
}
