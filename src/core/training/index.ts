export { readTraining, type TrainingRecord, type TrainingSummary } from "./readTraining";
