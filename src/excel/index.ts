export { createDesk } from "./createDesk";
export { WorkbookError } from "./desk";
export type {
  Desk,
  DeskWatch,
  DeskWords,
  LostFeature,
  SheetFacts,
  WorkbookErrorCode,
  WrittenReport,
} from "./desk";
export { callsOurFunction, repairedFormula } from "./ownFormula";
