import { dayOfMoment, SECONDS_PER_DAY, type DayNumber } from "../../math/day";
import { costToServe, daysToAction, feedbackTimes, satisfactionGrid } from "../../programme";
import type { CostToServe } from "../../programme/costToServe";
import type { DaysToAction, Feedback, FeedbackTimes } from "../../programme/feedbackTimes";
import type { MoodLine } from "../../programme/satisfactionGrid";
import type { SurveyCoverage } from "../../programme/surveyCoverage";
import { isDoneWithin } from "../../touch";
import type { MeasuredSources, ProgrammeSources } from "./inputs";

/** What customers say, how fast something is done about it, and what serving them costs. */
export interface CustomerVoice {
  /** null without a survey sheet, like the grid. */
  readonly surveyCoverage: SurveyCoverage | null;
  readonly satisfaction: readonly MoodLine[] | null;
  /** Complaints and bad answers of the window; null with neither sheet. */
  readonly feedback: readonly FeedbackTimes[] | null;
  /** The same of both kinds together. */
  readonly daysToAction: DaysToAction | null;
  /** null where no cost is known. */
  readonly costToServe: CostToServe | null;
}

/** Two of five or less; 0.4 may carry the rounding of a division. */
const BAD = 0.4 + 1e-9;

export function customerVoiceOf(inputs: MeasuredSources): CustomerVoice {
  const { rows, latest, asOf, settings, absent, figures } = inputs;
  const asked = !absent.has("surveys");
  const log = asked || !absent.has("tickets") ? feedbackLog(inputs, inputs) : null;
  return {
    surveyCoverage: figures.surveyed,
    satisfaction: asked ? satisfactionGrid(rows, latest, asOf, settings.winBackMonths) : null,
    feedback: log === null ? null : feedbackTimes(log.feedback, log.actionAfter, asOf),
    daysToAction: log === null ? null : daysToAction(log.feedback, log.actionAfter, asOf),
    costToServe: costOf(inputs),
  };
}

/** What customers complained of or answered badly in a window, and when something was done for each of them. */
interface FeedbackLog {
  readonly feedback: readonly Feedback[];
  readonly actionAfter: (customerKey: string, day: DayNumber) => DayNumber | null;
}

function feedbackLog(
  { tickets, touches, answers }: Pick<ProgrammeSources, "tickets" | "touches" | "answers">,
  { asOf, now, windowStart }: Pick<ProgrammeSources, "asOf" | "now" | "windowStart">,
): FeedbackLog {
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
  return { feedback, actionAfter: (key, day) => actions.get(key)?.find((acted) => acted >= day) ?? null };
}

/** Days from feedback to action as they stood at the end of an earlier day, over the window that ended there. */
export function daysToActionAt(
  sources: Pick<ProgrammeSources, "tickets" | "touches" | "answers" | "settings" | "absent">,
  day: DayNumber,
): DaysToAction | null {
  const { absent, settings } = sources;
  if (absent.has("surveys") && absent.has("tickets")) return null;
  const { feedback, actionAfter } = feedbackLog(sources, {
    asOf: day,
    now: (day + 1) * SECONDS_PER_DAY - 1,
    windowStart: day - settings.windowDays + 1,
  });
  return daysToAction(feedback, actionAfter, day);
}

function costOf({
  rows,
  tickets,
  touches,
  windowStart,
  asOf,
  now,
  settings,
}: ProgrammeSources): CostToServe | null {
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
