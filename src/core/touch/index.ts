export { nextTouch, TIER_TOUCHES, type NextTouch, type Rhythm, type TouchActionId } from "./nextTouch";
export { readTouches } from "./readTouches";
export {
  DEFAULT_FATIGUE,
  plannedTouch,
  RELATION_RHYTHMS,
  type FatigueRule,
  type PlanFacts,
  type PlannedTouch,
  type TouchHold,
} from "./touchPlan";
export { arrival, isDoneWithin, touchResponse } from "./touchResponse";
export type { TouchRecord } from "./types";
