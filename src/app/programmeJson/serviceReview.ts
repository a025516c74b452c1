import type { Analysis } from "../../core/analysis";
import { formatDay, formatMoment, type DayNumber, type Moment } from "../../core/math/day";
import type { Json } from "../resultJson";

const day = (value: DayNumber | null): string | null => (value === null ? null : formatDay(value));
const moment = (value: Moment | null): string | null => (value === null ? null : formatMoment(value));
/** An id of core that may be "" for "none". */
const id = (value: string): string | null => (value === "" ? null : value);

type Programme = Analysis["programme"];
type Review = NonNullable<Programme["serviceReview"]>;
type Contacts = NonNullable<Programme["contacts"]>;

/** Complaints, escalations, steps and staff; feedback, survey coverage and cost to serve beside them. */
export function serviceReviewJson({ programme }: Analysis): Json {
  const { serviceReview, voice } = programme;
  return {
    tickets: serviceReview && ticketsJson(serviceReview),
    ...voiceJson(voice),
  };
}

function ticketsJson(review: Review): Json {
  return {
    complaintMonths: review.complaintMonths.map(monthJson),
    reported: monthJson(review.reported),
    improvements: review.improvements.map(({ dueOn, owner, ...item }) => ({
      ...item,
      owner: id(owner),
      dueOn: day(dueOn),
    })),
    complaintTable: review.complaintTable.map((line) => ({ ...line })),
    urgent: review.urgent.map(({ createdAt, dueAt, tier, ...item }) => ({
      ...item,
      tier: id(tier),
      createdAt: moment(createdAt),
      dueAt: moment(dueAt),
    })),
    escalations: review.escalations.map(({ createdAt, dueAt, escalatedAt, tier, ...item }) => ({
      ...item,
      tier: id(tier),
      createdAt: moment(createdAt),
      dueAt: moment(dueAt),
      escalatedAt: moment(escalatedAt),
    })),
    steps: review.stepShares.map((shares) => ({ ...shares })),
    agents: agentsJson(review.agents),
    agentMonths: review.agentMonths.map(({ month, agents }) => ({
      month: day(month),
      agents: agentsJson(agents),
    })),
    repeatAfterComplaint: {
      ...review.repeatAfterComplaint,
      groups: review.repeatAfterComplaint.groups.map(({ interval, ...group }) => ({
        ...group,
        low: interval?.low ?? null,
        high: interval?.high ?? null,
      })),
    },
    phrases: review.phrases && {
      ...review.phrases,
      phrases: review.phrases.phrases.map((phrase) => ({ ...phrase })),
    },
  };
}

function monthJson({ month, reasons, ...rest }: Review["reported"]): Json {
  return { month: day(month), ...rest, reasons: reasons.map((reason) => ({ ...reason })) };
}

function agentsJson(agents: Review["agents"]): Json {
  return agents.map(({ agent, onTime, ...score }) => ({
    agent: id(agent),
    ...score,
    onTimeMet: onTime.met,
    onTimeDue: onTime.due,
    onTimeLow: onTime.interval?.low ?? null,
    onTimeHigh: onTime.interval?.high ?? null,
  }));
}

function voiceJson({
  surveyCoverage,
  satisfaction,
  feedback,
  costToServe,
}: Programme["voice"]): Readonly<Record<string, Json>> {
  return {
    surveyCoverage: surveyCoverage && {
      ...surveyCoverage,
      lines: surveyCoverage.lines.map((line) => ({ ...line })),
      lastAnswer: day(surveyCoverage.lastAnswer),
    },
    satisfaction:
      satisfaction &&
      satisfaction.map(({ interval, ...line }) => ({
        ...line,
        low: interval?.low ?? null,
        high: interval?.high ?? null,
      })),
    feedback: feedback && feedback.map((line) => ({ ...line })),
    costToServe: costToServe && {
      perTicket: costToServe.perTicket,
      customers: costToServe.customers,
      losingTotal: costToServe.losingTotal,
      losing: costToServe.losing.map(({ row, ...cost }) => ({
        customerId: row.id,
        tier: id(row.tier),
        ...cost,
      })),
    },
  };
}

/** Who cannot be reached, and which records may be one person. */
export function contactsJson({ programme: { contacts } }: Analysis): Json {
  return (
    contacts && {
      customers: contacts.customers,
      asked: { ...contacts.asked },
      problems: contacts.problems.map(({ codes, undelivered, reachedOn, ...person }) => ({
        ...personJson(person),
        codes,
        undelivered,
        reachedOn: day(reachedOn),
      })),
      duplicates: contacts.duplicates.map(({ one, other, evidence }) => ({
        one: personJson(one),
        other: personJson(other),
        evidence,
      })),
      ownerChanges: contacts.ownerChanges && {
        ...contacts.ownerChanges,
        list: contacts.ownerChanges.list.map((item) => ({ ...item })),
      },
    }
  );
}

function personJson({
  customerId,
  name,
  phone,
  email,
  tier,
  owner,
}: Contacts["duplicates"][number]["one"]): Readonly<Record<string, Json>> {
  return { customerId, name, phone, email, tier: id(tier), owner: id(owner) };
}
