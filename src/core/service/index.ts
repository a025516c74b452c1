export { readTickets } from "./readTickets";
export { CALENDAR_HOURS, serviceCalendar, workingHours } from "./serviceCalendar";
export { serviceResults } from "./serviceResults";
export { slaCounts } from "./slaCounts";
export { slaState } from "./slaState";
export { type ClockId, type ServiceResults, type SlaCounts, type SlaItem, type TicketRecord } from "./types";
