import { dayOfMoment, SECONDS_PER_DAY, type DayNumber } from "../../math/day";
import { costToServe, feedbackTimes, satisfactionGrid } from "../../programme";
import type { CostToServe } from "../../programme/costToServe";
import type { Feedback, FeedbackTimes } from "../../programme/feedbackTimes";
import type { MoodLine } from "../../programme/satisfactionGrid";
import type { SurveyCoverage } from "../../programme/surveyCoverage";
import { isDoneWithin } from "../../touch";
import type { ProgrammeInputs } from "./inputs";

/** What customers say, how fast something is done about it, and what serving them costs. */
export interface CustomerVoice {
  /** null without a survey sheet, like the grid. */
  readonly surveyCoverage: SurveyCoverage | null;
  readonly satisfaction: readonly MoodLine[] | null;
  /** Complaints and bad answers of the window; null with neither sheet. */
  readonly feedback: readonly FeedbackTimes[] | null;
  /** null where no cost is known. */
  readonly costToServe: CostToServe | null;
}

/** Two of five or less; 0.4 may carry the rounding of a division. */
const BAD = 0.4 + 1e-9;

export function customerVoiceOf(inputs: ProgrammeInputs): CustomerVoice {
  const { rows, latest, asOf, settings, absent, figures } = inputs;
  const asked = !absent.has("surveys");
  return {
    surveyCoverage: figures.surveyed,
    satisfaction: asked ? satisfactionGrid(rows, latest, asOf, settings.winBackMonths) : null,
    feedback: asked || !absent.has("tickets") ? feedbackOf(inputs) : null,
    costToServe: costOf(inputs),
  };
}

function feedbackOf(inputs: ProgrammeInputs): readonly FeedbackTimes[] {
  const { tickets, touches, answers, asOf, now, windowStart } = inputs;
  const actions = new Map<string, DayNumber[]>();
  const act = (key: string, day: DayNumber | null) => {
    if (key === "" || day === null || day > asOf) return;
    const known = actions.get(key);
    if (known === undefined) actions.set(key, [day]);
    else known.push(day);
  };
  const feedback: Feedback[] = [];
  for (const { type, customerKey, createdAt, resolvedAt, followUpAt } of tickets) {
    for (const at of [resolvedAt, followUpAt])
      act(customerKey, at === null || at > now ? null : dayOfMoment(at));
    const on = dayOfMoment(createdAt);
    // Whose complaint it is has to be known to find what was done about it.
    if (type !== "complaint" || customerKey === "" || on < windowStart || createdAt > now) continue;
    feedback.push({ kind: "complaint", customerKey, on });
  }
  for (const { customerKey, doneOn } of touches) act(customerKey, doneOn);
  for (const { customerKey, answeredOn, satisfaction, satisfactionScale } of answers) {
    if (answeredOn === null || satisfaction === null || answeredOn < windowStart) continue;
    if (satisfaction / satisfactionScale.max <= BAD)
      feedback.push({ kind: "badAnswer", customerKey, on: answeredOn });
  }
  for (const days of actions.values()) days.sort((one, other) => one - other);
  return feedbackTimes(feedback, (key, day) => actions.get(key)?.find((acted) => acted >= day) ?? null, asOf);
}

function costOf({
  rows,
  tickets,
  touches,
  windowStart,
  asOf,
  now,
  settings,
}: ProgrammeInputs): CostToServe | null {
  const ticketsOf = new Map<string, number>();
  for (const { customerKey, createdAt } of tickets) {
    if (customerKey === "" || createdAt < windowStart * SECONDS_PER_DAY || createdAt > now) continue;
    ticketsOf.set(customerKey, (ticketsOf.get(customerKey) ?? 0) + 1);
  }
  const touchCosts = new Map<string, number>();
  for (const touch of touches) {
    if (touch.cost === null || !isDoneWithin(touch, windowStart, asOf)) continue;
    touchCosts.set(touch.customerKey, (touchCosts.get(touch.customerKey) ?? 0) + touch.cost);
  }
  return costToServe(rows, {
    margin: settings.prediction.margin,
    perTicket: settings.programme.ticketCost,
    tickets: ticketsOf,
    touchCosts,
  });
}
