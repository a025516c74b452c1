export {
  DEFAULT_STAGE_LIMITS,
  lifecycleStage,
  STAGE_IDS,
  type StageFacts,
  type StageId,
} from "./lifecycleStage";
export { stageFlow, type StageFlow } from "./stageFlow";
