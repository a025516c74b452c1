export { nextTouch, TIER_TOUCHES, TOUCH_ACTION_IDS, type TouchActionId } from "./nextTouch";
export { readTouches } from "./readTouches";
export { touchCoverage, type TouchCoverage } from "./touchCoverage";
export { touchKind } from "./touchKind";
export { plannedTouch, RELATION_RHYTHMS, type PlanFacts, type PlannedTouch } from "./touchPlan";
export { arrival, isDoneWithin, touchResponse } from "./touchResponse";
export { FEWEST_DELIVERIES, responseReview, type ResponseReview } from "./responseReview";
export type { TouchRecord } from "./types";
