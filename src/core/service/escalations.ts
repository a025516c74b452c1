import type { Moment } from "../math/day";
import type { TierId } from "../tiers/types";
import type { TicketRecord, TicketSeverity } from "./types";

/** Hours from creation within which a ticket must have got to those who have to deal with it. */
export interface EscalationLimits {
  readonly majorHours: number;
  readonly qualityHours: number;
  /** For what nobody has graded yet. */
  readonly gradingHours: number;
}

/** Who has to deal with a ticket of this severity, and how soon it must have got there. */
export interface EscalationRule {
  readonly severity: TicketSeverity;
  readonly level: "frontLine" | "qualityTeam" | "management" | "grading";
  /** The limit within which somebody must have answered; null: the service clocks decide. */
  readonly limit: keyof EscalationLimits | null;
  /** A plan of its own has to be written (专项解决方案). */
  readonly needsPlan: boolean;
}

/** 一般问题客服直接解决，重大问题上报管理层并制定专项方案; what nobody graded waits to be graded. */
export const ESCALATION_RULES: readonly EscalationRule[] = [
  { severity: "major", level: "management", limit: "majorHours", needsPlan: true },
  { severity: "quality", level: "qualityTeam", limit: "qualityHours", needsPlan: false },
  { severity: "general", level: "frontLine", limit: null, needsPlan: false },
  { severity: "unknown", level: "grading", limit: "gradingHours", needsPlan: false },
];

/**
 * toGrade: nobody said how grave it is; notEscalated: major, and no time at which management was told; escalated:
 * told in time; late: told or answered after the limit, or not answered yet past it; running and settled: the rest.
 */
export type EscalationState = "toGrade" | "notEscalated" | "escalated" | "late" | "running" | "settled";

export interface Escalation {
  readonly ticketId: string;
  readonly customerId: string;
  readonly tier: TierId;
  readonly severity: TicketSeverity;
  readonly level: EscalationRule["level"];
  readonly needsPlan: boolean;
  readonly createdAt: Moment;
  readonly dueAt: Moment | null;
  /** When management was told; null: no time stands there by now. */
  readonly escalatedAt: Moment | null;
  readonly state: EscalationState;
  readonly resolved: boolean;
  /** Nobody answered in time, or nobody has yet and the time is over. */
  readonly late: boolean;
  readonly reason: string;
  readonly agent: string;
}

const SECONDS_PER_HOUR = 3_600;

/**
 * Tickets that front-line staff may not settle alone: every complaint that is major, about quality, or not
 * graded yet, and whatever else is major. The gravest first, open ones before settled ones, then the oldest.
 *
 * Exactly on the limit is in time. A ticket answered at a time nobody can read is not late.
 */
export function escalations(
  tickets: readonly TicketRecord[],
  tierOf: (customerKey: string) => TierId,
  now: Moment,
  limits: EscalationLimits,
): readonly Escalation[] {
  const place = new Map(ESCALATION_RULES.map((rule, index) => [rule.severity, { rule, index }]));
  return tickets
    .flatMap((ticket) => {
      const found = place.get(ticket.severity);
      const concerns =
        ticket.severity === "major" || (ticket.type === "complaint" && ticket.severity !== "general");
      if (found === undefined || !concerns || ticket.createdAt > now) return [];
      return [{ item: escalationOf(ticket, found.rule, tierOf, now, limits), place: found.index }];
    })
    .sort(
      (one, other) =>
        one.place - other.place ||
        Number(one.item.resolved) - Number(other.item.resolved) ||
        one.item.createdAt - other.item.createdAt,
    )
    .map(({ item }) => item);
}

/** When a ticket must have reached those who have to deal with it; null: the service clocks decide. */
export function escalationDueAt(
  { severity, createdAt }: Pick<TicketRecord, "severity" | "createdAt">,
  limits: EscalationLimits,
): Moment | null {
  const limit = ESCALATION_RULES.find((rule) => rule.severity === severity)?.limit ?? null;
  return limit === null ? null : createdAt + limits[limit] * SECONDS_PER_HOUR;
}

function stateOf({
  severity,
  escalatedAt,
  dueAt,
  resolved,
  late,
}: Pick<Escalation, "severity" | "escalatedAt" | "dueAt" | "resolved" | "late">): EscalationState {
  if (severity === "unknown") return "toGrade";
  if (escalatedAt !== null) return dueAt !== null && escalatedAt > dueAt ? "late" : "escalated";
  if (severity === "major") return "notEscalated";
  return late ? "late" : resolved ? "settled" : "running";
}

function escalationOf(
  ticket: TicketRecord,
  { level, needsPlan }: EscalationRule,
  tierOf: (customerKey: string) => TierId,
  now: Moment,
  limits: EscalationLimits,
): Escalation {
  const dueAt = escalationDueAt(ticket, limits);
  const answered = ticket.firstResponseAt !== null && ticket.firstResponseAt <= now;
  const unreadable = ticket.unknownTimes.includes("firstResponseAt");
  const late =
    dueAt !== null && !unreadable && (answered ? (ticket.firstResponseAt ?? now) > dueAt : now > dueAt);
  const resolved =
    ticket.unknownTimes.includes("resolvedAt") || (ticket.resolvedAt !== null && ticket.resolvedAt <= now);
  const escalatedAt = ticket.escalatedAt !== null && ticket.escalatedAt <= now ? ticket.escalatedAt : null;
  return {
    ticketId: ticket.ticketId,
    customerId: ticket.customerId,
    tier: ticket.customerKey === "" ? "" : tierOf(ticket.customerKey),
    severity: ticket.severity,
    level,
    needsPlan,
    createdAt: ticket.createdAt,
    dueAt,
    escalatedAt,
    state: stateOf({ severity: ticket.severity, escalatedAt, dueAt, resolved, late }),
    resolved,
    late,
    reason: ticket.reason,
    agent: ticket.agent,
  };
}
