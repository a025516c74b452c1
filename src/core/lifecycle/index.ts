export {
  DEFAULT_STAGE_LIMITS,
  lifecycleStage,
  STAGE_IDS,
  type Stage,
  type StageFacts,
  type StageId,
  type StageLimits,
} from "./lifecycleStage";
export { stageFlow, type StageFlow } from "./stageFlow";
