import type { DayNumber } from "../math/day";
import { median } from "../math/median";

/** A complaint or a bad answer, and what was done about it. */
export interface Feedback {
  readonly kind: "complaint" | "badAnswer";
  readonly customerKey: string;
  readonly on: DayNumber;
}

export interface FeedbackTimes {
  readonly kind: Feedback["kind"];
  readonly count: number;
  readonly acted: number;
  /** Median days to the first action, over those acted on; null with none. */
  readonly medianDays: number | null;
  /** Days the longest without an action has been waiting; null: none waits. */
  readonly longestWait: number | null;
}

/** Days from each feedback to the first action, ascending; and those that wait for one, with the days so far. */
export interface DaysToAction {
  readonly acted: readonly number[];
  readonly waiting: readonly number[];
}

/**
 * How long it took from feedback to an action: the first touch, or resolution of a ticket, of that customer on or
 * after the day (建立有效的反馈机制). An action on the same day took 0 days.
 *
 * @param actionAfter - day of the first action on or after a day, up to the as-of date; null: none yet
 */
export function daysToAction(
  feedback: readonly Feedback[],
  actionAfter: (customerKey: string, day: DayNumber) => DayNumber | null,
  asOf: DayNumber,
): DaysToAction {
  const acted: number[] = [];
  const waiting: number[] = [];
  for (const { customerKey, on } of feedback) {
    if (on > asOf) continue;
    const done = actionAfter(customerKey, on);
    if (done !== null && done <= asOf) acted.push(done - on);
    else waiting.push(asOf - on);
  }
  const ascending = (one: number, other: number) => one - other;
  return { acted: acted.sort(ascending), waiting: waiting.sort(ascending) };
}

/** The same by kind of feedback: how many, how fast, and how long the longest has been waiting. */
export function feedbackTimes(
  feedback: readonly Feedback[],
  actionAfter: (customerKey: string, day: DayNumber) => DayNumber | null,
  asOf: DayNumber,
): readonly FeedbackTimes[] {
  return (["complaint", "badAnswer"] as const).map((kind): FeedbackTimes => {
    const own = feedback.filter((entry) => entry.kind === kind);
    const { acted, waiting } = daysToAction(own, actionAfter, asOf);
    return {
      kind,
      count: acted.length + waiting.length,
      acted: acted.length,
      medianDays: median(acted),
      longestWait: waiting.at(-1) ?? null,
    };
  });
}
