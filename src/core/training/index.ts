export { readTraining, type TrainingSummary } from "./readTraining";
