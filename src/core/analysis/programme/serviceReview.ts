import {
  addMonths,
  dayOfMoment,
  firstDayOfMonth,
  monthIndex,
  SECONDS_PER_DAY,
  type DayNumber,
} from "../../math/day";
import {
  agentScores,
  coldPhrases,
  complaintMonths,
  complaintTable,
  escalations,
  improvements,
  repeatAfterComplaint,
  serviceCalendar,
  stepShares,
  urgentTickets,
  type TicketRecord,
} from "../../service";
import type { AgentScore } from "../../service/agentScores";
import type { PhraseScan } from "../../service/coldPhrases";
import type { ComplaintMonth } from "../../service/complaintMonths";
import type { ComplaintLine } from "../../service/complaintTable";
import type { DepartmentWords } from "../../service/departmentWords";
import type { Escalation } from "../../service/escalations";
import type { Improvement } from "../../service/improvements";
import type { RepeatAfterComplaint } from "../../service/repeatAfterComplaint";
import type { StepShares } from "../../service/stepShares";
import type { UrgentTicket } from "../../service/urgentTickets";
import { satisfactionIndex } from "../../surveys";
import { orderDaysByKey } from "./orderDaysByKey";
import type { ProgrammeSources } from "./inputs";

/**
 * How customers are served, month by month and person by person. Tickets of the window, up to the moment of judgement;
 * what is open is looked for over all of them.
 */
export interface ServiceReview {
  /** The month of the as-of date first. */
  readonly complaintMonths: readonly ComplaintMonth[];
  /** The month the complaint report speaks of: the last that is whole. */
  readonly reported: ComplaintMonth;
  /** What the reported month asks for. */
  readonly improvements: readonly Improvement[];
  readonly complaintTable: readonly ComplaintLine[];
  readonly urgent: readonly UrgentTicket[];
  readonly escalations: readonly Escalation[];
  readonly stepShares: readonly StepShares[];
  readonly agents: readonly AgentScore[];
  /** The same month by month, the reported month first. */
  readonly agentMonths: readonly { readonly month: DayNumber; readonly agents: readonly AgentScore[] }[];
  readonly repeatAfterComplaint: RepeatAfterComplaint;
  /** null: no reply is written down. */
  readonly phrases: PhraseScan | null;
}

const MONTHS = 12;
const AGENT_MONTHS = 6;

/** @returns null without a ticket sheet */
export function serviceReviewOf(inputs: ProgrammeSources): ServiceReview | null {
  const { book, now, asOf, windowStart, settings, rowByKey, latest, absent } = inputs;
  if (absent.has("tickets")) return null;
  const tickets = inputs.tickets.map((ticket) => ({
    ...ticket,
    // As the customer list shows it, which may have seen another spelling first.
    customerId: rowByKey.get(ticket.customerKey)?.id ?? ticket.customerId,
  }));
  const inWindow = tickets.filter(
    ({ createdAt }) => createdAt >= windowStart * SECONDS_PER_DAY && createdAt <= now,
  );
  const calendar = serviceCalendar(settings.service, settings.service.calendar);
  const { complaintHours } = settings.service;
  const tierOf = (key: string) => rowByKey.get(key)?.tier ?? "";

  const ordersIn = ordersByMonth(inputs);
  const months = complaintMonths(tickets, now, MONTHS, ordersIn);
  const lastWhole = lastWholeMonth(asOf);
  const [reported] = complaintMonths(
    tickets.filter(({ createdAt }) => dayOfMoment(createdAt) < addMonths(lastWhole, 1)),
    addMonths(lastWhole, 1) * SECONDS_PER_DAY - 1,
    1,
    ordersIn,
  ) as [ComplaintMonth];

  const score = (own: readonly TicketRecord[]) =>
    agentScores(own, {
      now,
      complaintHours,
      calendar,
      satisfactionOf: (key) => {
        const answer = latest.get(key);
        return answer === undefined ? null : satisfactionIndex(answer, settings.satisfactionScale);
      },
    });

  return {
    complaintMonths: months,
    reported,
    improvements: improvements(
      reported,
      inWindow,
      asOf + settings.programme.improvementDays,
      departmentWords(settings.programme),
    ),
    complaintTable: complaintTable(inWindow),
    urgent: urgentTickets(tickets, {
      now,
      tierOf,
      complaintDueAt: (createdAt) => calendar.dueAt(createdAt, complaintHours * SECONDS_PER_HOUR),
      limits: settings.programme,
    }),
    escalations: escalations(inWindow, tierOf, now, settings.programme),
    stepShares: stepShares(inWindow, now, calendar),
    agents: score(inWindow),
    agentMonths: Array.from({ length: AGENT_MONTHS }, (_, back) => {
      const month = addMonths(lastWhole, -back);
      const next = addMonths(month, 1);
      return {
        month,
        agents: score(
          tickets.filter(({ createdAt }) => {
            const day = dayOfMoment(createdAt);
            return day >= month && day < next;
          }),
        ),
      };
    }),
    repeatAfterComplaint: repeatAfterComplaint(tickets, orderDaysByKey(book), {
      now,
      from: windowStart,
      days: settings.programme.complaintRepeatDays,
      limitHours: complaintHours,
      calendar,
    }),
    phrases: coldPhrases(inWindow),
  };
}

function departmentWords(programme: ProgrammeSources["settings"]["programme"]): DepartmentWords {
  return {
    finance: programme.financeWords,
    carrier: programme.carrierWords,
    warehouse: programme.warehouseWords,
    purchasing: programme.purchasingWords,
    product: programme.productWords,
    marketing: programme.marketingWords,
    service: programme.serviceWords,
  };
}

const SECONDS_PER_HOUR = 3_600;

/** First day of the month of a day that is its last, else of the month before. */
function lastWholeMonth(asOf: DayNumber): DayNumber {
  const month = firstDayOfMonth(monthIndex(asOf));
  return asOf + 1 === addMonths(month, 1) ? month : addMonths(month, -1);
}

function ordersByMonth({ book }: ProgrammeSources): (month: DayNumber) => number {
  const orders = new Map<number, number>();
  for (let order = 0; order < book.orders.count; order++) {
    const month = monthIndex(book.orders.day[order] ?? 0);
    orders.set(month, (orders.get(month) ?? 0) + 1);
  }
  return (month) => orders.get(monthIndex(month)) ?? 0;
}
