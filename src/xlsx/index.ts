export { appendReport, type AppendedReport } from "./appendReport";
export { lostParts, type LostPart } from "./lostParts";
export type { WorkbookFailure } from "./openPackage";
export { withPlainSheets } from "./plainSheets";
export { readWorkbook, type WorkbookReading } from "./readWorkbook";
export { reportSheetsOf, type ReportSheet } from "./reportMarks";
export { writeWorkbook, type WriteOptions, type WrittenWorkbook } from "./writeWorkbook";
