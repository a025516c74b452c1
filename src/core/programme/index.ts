export { adviserLoad, isCompany } from "./adviserLoad";
export { benchmarks, type Benchmark, type BenchmarkId } from "./benchmarks";
export { closedLoop, LOOP_STAGES, type LoopStage, type LoopStageId } from "./closedLoop";
export { communityReach } from "./communityReach";
export { contractChurn, type ContractChurn } from "./contractChurn";
export { channelClaim, FEWEST_DELIVERED } from "./channelClaims";
export { costToServe } from "./costToServe";
export { customerMix } from "./customerMix";
export { deadMembers } from "./deadMembers";
export { discountEffect } from "./discountEffect";
export { feedbackTimes } from "./feedbackTimes";
export { industryTrend } from "./industryTrend";
export { inviteMix } from "./inviteMix";
export { kpiProblems, type KpiProblem } from "./kpiProblems";
export { loyaltyLadder } from "./loyaltyLadder";
export { needShares } from "./needShares";
export { ACTION_IDS, ACTION_RULES, nextAction, type ActionRule } from "./nextAction";
export { onboarding } from "./onboarding";
export { offerCost, OFFERS, type Offer } from "./offers";
export { opportunities, risingCategories } from "./opportunities";
export { ownerChanges } from "./ownerChanges";
export { pointsLedger } from "./pointsLedger";
export { potentialCustomers } from "./potentialCustomers";
export { PHASE_IDS, productPhase } from "./productPhase";
export { PHASES, roadmap, type Goal, type GoalState, type PhaseId } from "./roadmap";
export { referralRate } from "./referralRate";
export { satisfactionGrid } from "./satisfactionGrid";
export { starCustomers } from "./starCustomers";
export { surveyCoverage } from "./surveyCoverage";
export { switchingCost } from "./switchingCost";
export {
  PLAN_WEEKS,
  workPlan,
  type OwnerLoad,
  type PlannedTask,
  type PlanTaskId,
  type PostId,
} from "./workPlan";
