import type { Analysis } from "../../core/analysis/types";
import type { ReportContext } from "../context";
import type { SheetModel } from "../model/workbookModel";

/** The sheets behind the boards: one customer, all customers, lists to act on, data quality, settings. */
export function listSheets(_analysis: Analysis, _context: ReportContext): readonly SheetModel[] {
  return [];
}
