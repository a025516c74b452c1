export { readTraining, type TrainingRecord, type TrainingSummary } from "./readTraining";
export { TRAINING_MODULES, trainingPlan } from "./trainingPlan";
export type { TrainingModuleId, TrainingPlan, TrainingPost, TrainingTemplateLine } from "./trainingPlan";
