/** Beginning of every mark's name. */
export const REPORT_MARK = "_crm_report_";

/**
 * Hidden defined name that marks a report sheet. It points at the sheet's first cell, so it follows
 * the sheet when somebody renames or moves it.
 */
export function markName(id: string): string {
  return `${REPORT_MARK}${id.replace(/[^\p{L}\p{N}_]/gu, "_")}`;
}
