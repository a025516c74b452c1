export { eventSummary } from "./eventSummary";
export { readEvents } from "./readEvents";
