import type { Cell } from "./cell";
import { plainText } from "./cellText";

const TOTALS = /^(?:合计|总计|小计|共计|(?:grand |sub)?totals?|sum)\s*:?$/i;

/** Whether a cell says that its row adds up others: such a row names no customer and no channel. */
export function isTotalsLabel(cell: Cell | undefined): boolean {
  return typeof cell === "string" && TOTALS.test(plainText(cell));
}
