import { SECONDS_PER_DAY, type Moment } from "../math/day";
import type { TierId } from "../tiers/types";
import { escalationDueAt, type EscalationLimits } from "./escalations";
import type { TicketRecord } from "./types";

/** Why an open ticket cannot wait. */
export type UrgencyReason = "major" | "pastLimit" | "highValueComplaint" | "complainedAgain";

export interface UrgentTicket {
  readonly ticketId: string;
  readonly customerId: string;
  readonly tier: TierId;
  readonly type: TicketRecord["type"];
  readonly createdAt: Moment;
  /** When it was, or is, to be settled or escalated; null: no clock runs for it. */
  readonly dueAt: Moment | null;
  readonly reasons: readonly UrgencyReason[];
  readonly reason: string;
  readonly agent: string;
}

interface Facts {
  readonly ticket: TicketRecord;
  readonly tier: TierId;
  readonly pastLimit: boolean;
  readonly complainedBefore: boolean;
}

/** The gravest first; a ticket is urgent for each that holds. */
export const URGENCY_RULES: readonly {
  readonly id: UrgencyReason;
  readonly holds: (facts: Facts) => boolean;
}[] = [
  { id: "major", holds: ({ ticket }) => ticket.severity === "major" },
  { id: "pastLimit", holds: ({ pastLimit }) => pastLimit },
  { id: "highValueComplaint", holds: ({ ticket, tier }) => ticket.type === "complaint" && tier === "high" },
  { id: "complainedAgain", holds: ({ complainedBefore }) => complainedBefore },
];

/** A complaint within so many days of another of the same customer is the second. */
export const AGAIN_DAYS = 30;

/**
 * Open tickets that cannot wait (紧急问题): major ones, complaints past their limit, complaints of high-value
 * customers, and second complaints within 30 days, the earlier complaint settled or not.
 *
 * A ticket resolved at a time nobody can read is not open. Exactly on the limit is not past it; the 30th day counts.
 *
 * @param complaintDueAt - when a complaint is to be settled, by the clock that the report uses
 * @returns the gravest reason first, then the oldest
 */
export function urgentTickets(
  tickets: readonly TicketRecord[],
  options: {
    readonly now: Moment;
    readonly tierOf: (customerKey: string) => TierId;
    readonly complaintDueAt: (createdAt: Moment) => Moment;
    readonly limits: EscalationLimits;
  },
): readonly UrgentTicket[] {
  const { now, tierOf, complaintDueAt, limits } = options;
  const complaints = new Map<string, Moment[]>();
  for (const { type, customerKey, createdAt } of tickets) {
    if (type !== "complaint" || customerKey === "" || createdAt > now) continue;
    const times = complaints.get(customerKey);
    if (times === undefined) complaints.set(customerKey, [createdAt]);
    else times.push(createdAt);
  }
  return tickets
    .flatMap((ticket) => {
      const { type, createdAt, resolvedAt, unknownTimes, customerKey } = ticket;
      const isOpen = (resolvedAt === null || resolvedAt > now) && !unknownTimes.includes("resolvedAt");
      if (!isOpen || createdAt > now) return [];
      const isComplaint = type === "complaint";
      const facts: Facts = {
        ticket,
        tier: customerKey === "" ? "" : tierOf(customerKey),
        pastLimit: isComplaint && now > complaintDueAt(createdAt),
        complainedBefore:
          isComplaint &&
          (complaints.get(customerKey) ?? []).some(
            (at) => at < createdAt && createdAt - at <= AGAIN_DAYS * SECONDS_PER_DAY,
          ),
      };
      const holding = URGENCY_RULES.filter(({ holds }) => holds(facts));
      const [gravest] = holding;
      if (gravest === undefined) return [];
      const item: UrgentTicket = {
        ticketId: ticket.ticketId,
        customerId: ticket.customerId,
        tier: facts.tier,
        type,
        createdAt,
        dueAt: isComplaint ? complaintDueAt(createdAt) : escalationDueAt(ticket, limits),
        reasons: holding.map(({ id }) => id),
        reason: ticket.reason,
        agent: ticket.agent,
      };
      return [{ item, place: URGENCY_RULES.indexOf(gravest) }];
    })
    .sort((one, other) => one.place - other.place || one.item.createdAt - other.item.createdAt)
    .map(({ item }) => item);
}
