export { readTraining } from "./readTraining";
