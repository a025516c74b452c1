export { appendReport, type AppendedReport } from "./appendReport";
export { lostParts } from "./lostParts";
export { readWorkbook } from "./readWorkbook";
export { reportSheetsOf } from "./reportMarks";
export { writeWorkbook } from "./writeWorkbook";
