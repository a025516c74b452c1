import type { CustomerRow } from "../analysis/types";
import { wilsonInterval, type Interval } from "../kpi/intervals";
import { addMonths, type DayNumber } from "../math/day";
import { isSatisfied, type LatestAnswer } from "../surveys";

export type Mood = "satisfied" | "notSatisfied" | "notAsked";

/** Customers of one mood: who still buys and who has stopped. */
export interface MoodLine {
  readonly mood: Mood;
  readonly active: number;
  readonly lapsed: number;
  /** lapsed ÷ both; null with nobody. */
  readonly rate: number | null;
  readonly interval: Interval | null;
}

/**
 * Satisfaction beside loyalty (满意不等于忠诚): of the customers who have bought, how many of each mood stopped. Satisfied
 * is 4 of 5 or better in the latest answer; stopped is a last order at least so many calendar months ago, exactly so
 * many included.
 */
export function satisfactionGrid(
  rows: readonly CustomerRow[],
  latest: ReadonlyMap<string, LatestAnswer>,
  asOf: DayNumber,
  months: number,
): readonly MoodLine[] {
  const counts: Record<Mood, { active: number; lapsed: number }> = {
    satisfied: { active: 0, lapsed: 0 },
    notSatisfied: { active: 0, lapsed: 0 },
    notAsked: { active: 0, lapsed: 0 },
  };
  for (const { key, lastDay } of rows) {
    if (lastDay === null) continue;
    const answer = latest.get(key);
    const known = answer !== undefined && answer.satisfaction !== null;
    const mood = !known ? "notAsked" : isSatisfied(answer) ? "satisfied" : "notSatisfied";
    counts[mood][addMonths(lastDay, months) <= asOf ? "lapsed" : "active"]++;
  }
  return (["satisfied", "notSatisfied", "notAsked"] as const).map((mood): MoodLine => {
    const { active, lapsed } = counts[mood];
    const all = active + lapsed;
    return {
      mood,
      active,
      lapsed,
      rate: all > 0 ? lapsed / all : null,
      interval: wilsonInterval(lapsed, all),
    };
  });
}
