export { readTraining, type TrainingRecord, type TrainingSummary } from "./readTraining";
export {
  TRAINING_MODULES,
  trainingPlan,
  type TrainingPlan,
  type TrainingPost,
  type TrainingTemplateLine,
} from "./trainingPlan";
