export type { WorkbookFailure } from "./openPackage";
export { readWorkbook, type WorkbookReading } from "./readWorkbook";
export { reportSheetsOf, type ReportSheet } from "./reportMarks";
export { writeWorkbook, type WriteOptions, type WrittenWorkbook } from "./writeWorkbook";
