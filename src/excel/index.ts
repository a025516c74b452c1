export { createDesk } from "./createDesk";
export { WorkbookError } from "./desk";
export type { Desk, DeskWatch, SheetFacts, WrittenReport } from "./desk";
export { repairedFormula } from "./ownFormula";
