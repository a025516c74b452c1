import type { DayNumber } from "../math/day";
import type { ComplaintMonth } from "./complaintMonths";
import { departmentOf, type DepartmentId, type DepartmentWords } from "./departmentWords";
import type { TicketRecord } from "./types";

/** A reason to do away with: what it cost last month, who can change it, by when. */
export interface Improvement {
  readonly reason: string;
  readonly count: number;
  readonly change: number;
  /** Of the complaints of the month. */
  readonly share: number;
  readonly department: DepartmentId;
  /** The word of the reason that says so; "": none. */
  readonly word: string;
  /** Who dealt with most complaints for this reason and can speak for it; "": nobody is named. */
  readonly owner: string;
  readonly dueOn: DayNumber;
}

/**
 * The reasons that make up four fifths of a month's complaints, each with the department that can change it, the
 * colleague who knows most of it, and a day to have it done by.
 *
 * @param tickets - tickets of the window, for who dealt with a reason; of equal counts who did so first
 * @param dueOn - the day improvements are due
 * @param words - by which a department is known
 */
export function improvements(
  month: ComplaintMonth,
  tickets: readonly TicketRecord[],
  dueOn: DayNumber,
  words: DepartmentWords,
): readonly Improvement[] {
  const handled = new Map<string, Map<string, number>>();
  for (const { type, reason, agent } of tickets) {
    if (type !== "complaint" || agent === "") continue;
    let agents = handled.get(reason);
    if (agents === undefined) handled.set(reason, (agents = new Map()));
    agents.set(agent, (agents.get(agent) ?? 0) + 1);
  }
  return month.reasons.slice(0, month.vital).map(({ reason, count, change }): Improvement => {
    const [owner] = [...(handled.get(reason) ?? [])].sort((one, other) => other[1] - one[1]);
    return {
      reason,
      count,
      change,
      share: count / month.complaints,
      ...departmentOf(reason, words),
      owner: owner?.[0] ?? "",
      dueOn,
    };
  });
}
