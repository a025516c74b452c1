export { reportSheetsOf, type ReportSheet } from "./reportMarks";
export { writeWorkbook, type WriteOptions, type WrittenWorkbook } from "./writeWorkbook";
