export { eventSummary } from "./eventSummary";
export { readEvents, type EventRecord } from "./readEvents";
