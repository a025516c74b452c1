export { readTraining, type TrainingRecord, type TrainingSummary } from "./readTraining";
export { TRAINING_MODULES, trainingPlan, type TrainingPlan, type TrainingTemplateLine } from "./trainingPlan";
