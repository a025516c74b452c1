export { nextTouch } from "./nextTouch";
export { readTouches } from "./readTouches";
export { plannedTouch, type PlanFacts } from "./touchPlan";
export { arrival, isDoneWithin, touchResponse } from "./touchResponse";
export type { TouchRecord } from "./types";
