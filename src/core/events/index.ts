export { eventSummary, type EventSummary } from "./eventSummary";
export { readEvents, type EventRecord } from "./readEvents";
