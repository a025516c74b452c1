import type { DayNumber } from "../math/day";

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

/**
 * How long it takes from feedback to an action: the first touch, or resolution of a ticket, of that customer on
 * or after the day (建立有效的反馈机制).
 *
 * @param actionAfter - day of the first action on or after a day, up to the as-of date; null: none yet
 */
export function feedbackTimes(
  feedback: readonly Feedback[],
  actionAfter: (customerKey: string, day: DayNumber) => DayNumber | null,
  asOf: DayNumber,
): readonly FeedbackTimes[] {
  return (["complaint", "badAnswer"] as const).map((kind): FeedbackTimes => {
    const own = feedback.filter((entry) => entry.kind === kind && entry.on <= asOf);
    const days: number[] = [];
    let longestWait: number | null = null;
    for (const { customerKey, on } of own) {
      const acted = actionAfter(customerKey, on);
      if (acted !== null && acted <= asOf) days.push(acted - on);
      else longestWait = Math.max(longestWait ?? 0, asOf - on);
    }
    days.sort((a, b) => a - b);
    const middle = (days.length - 1) / 2;
    const low = days[Math.floor(middle)];
    const high = days[Math.ceil(middle)];
    return {
      kind,
      count: own.length,
      acted: days.length,
      medianDays: low === undefined || high === undefined ? null : (low + high) / 2,
      longestWait,
    };
  });
}
