export { readTickets } from "./readTickets";
export { CALENDAR_HOURS, serviceCalendar, workingHours, type ServiceCalendar } from "./serviceCalendar";
export { serviceResults } from "./serviceResults";
export { slaCounts } from "./slaCounts";
export { slaState, type SlaState } from "./slaState";
export { isDoneWord, severityOfWord, typeOfWord } from "./ticketWords";
export {
  CLOCK_IDS,
  TICKET_TYPES,
  type ClockId,
  type ServiceResults,
  type SlaCounts,
  type SlaItem,
  type TicketRecord,
  type TicketSeverity,
  type TicketTime,
  type TicketType,
} from "./types";
