import type { DayNumber, Moment } from "../math/day";
import type { TicketRecord } from "../service/types";
import { arrival, type TouchRecord } from "../touch";

/** What tickets say of one customer. */
export interface TicketFacts {
  readonly complaints: number;
  readonly openComplaint: boolean;
}

/**
 * Complaints of each customer, by key. A complaint is open while it is not resolved by `now`, unless
 * the sheet says that it was, at a time nobody can read.
 */
export function ticketFacts(tickets: readonly TicketRecord[], now: Moment): ReadonlyMap<string, TicketFacts> {
  const facts = new Map<string, TicketFacts>();
  for (const ticket of tickets) {
    if (ticket.type !== "complaint" || ticket.createdAt > now || ticket.customerKey === "") continue;
    const known = facts.get(ticket.customerKey);
    const isOpen = ticket.resolvedAt === null && !ticket.unknownTimes.includes("resolvedAt");
    const resolvedLater = ticket.resolvedAt !== null && ticket.resolvedAt > now;
    facts.set(ticket.customerKey, {
      complaints: (known?.complaints ?? 0) + 1,
      openComplaint: (known?.openComplaint ?? false) || isOpen || resolvedLater,
    });
  }
  return facts;
}

/** What touches say of one customer, over all that was done by the as-of date. */
export interface TouchFacts {
  readonly lastTouch: DayNumber;
  /** Channel that most touches of the customer were answered on; "" if none was. */
  readonly answersOn: string;
}

/** Touches of each customer, by key. */
export function touchFacts(
  touches: readonly TouchRecord[],
  asOf: DayNumber,
): ReadonlyMap<string, TouchFacts> {
  const latest = new Map<string, DayNumber>();
  const answers = new Map<string, Map<string, number>>();
  for (const touch of touches) {
    const { customerKey, doneOn, channel } = touch;
    if (doneOn === null || doneOn > asOf) continue;
    latest.set(customerKey, Math.max(doneOn, latest.get(customerKey) ?? doneOn));
    if (arrival(touch) !== "answered" || channel === "") continue;
    let channels = answers.get(customerKey);
    if (channels === undefined) {
      channels = new Map();
      answers.set(customerKey, channels);
    }
    channels.set(channel, (channels.get(channel) ?? 0) + 1);
  }
  const facts = new Map<string, TouchFacts>();
  for (const [key, lastTouch] of latest) {
    let answersOn = "";
    let most = 0;
    for (const [channel, count] of answers.get(key) ?? []) {
      if (count > most) {
        most = count;
        answersOn = channel;
      }
    }
    facts.set(key, { lastTouch, answersOn });
  }
  return facts;
}
