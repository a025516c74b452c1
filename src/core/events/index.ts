export { eventSummary, QUARTER_WARN_DAYS, type EventResult, type EventSummary } from "./eventSummary";
export { readEvents, type EventRecord } from "./readEvents";
