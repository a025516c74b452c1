import type { TierEdit } from "../core/analysis";
import type { Desk, DeskWatch, SheetFacts } from "../excel";
import { rangeAddress } from "../reports/kit/address";
import { EDIT_HEAD_ROWS, tierEditColumns, tierEditsOf } from "./tierEdits";

/** The sheet of an earlier report on which tiers can be set by hand; null: the workbook has none. */
export function tierEditSheet(facts: readonly SheetFacts[]): SheetFacts | null {
  return facts.find(({ reportId, used }) => reportId === "customerScores" && used !== null) ?? null;
}

/** What people decided in the score list of the open workbook: its headings are read, then three of its columns. */
export async function readTierEdits(
  desk: Desk,
  { name, rows: lastRow }: SheetFacts,
  watch: DeskWatch,
): Promise<readonly TierEdit[]> {
  const [head] = await desk.read([name], { limitRows: EDIT_HEAD_ROWS }, watch);
  const columns = head === undefined ? null : tierEditColumns(head.rows);
  if (head === undefined || columns === null) return [];
  const first = columns.headRow + 1;
  // The used range may begin below the first row: a few blank lines at the end say nothing.
  const rows = lastRow + columns.headRow + 1 - first;
  if (rows <= 0) return [];
  const column = (index: number) =>
    desk.cells({ sheet: name, address: rangeAddress({ row: first, column: index, rows, columns: 1 }) });
  const [customers, tiers, reasons] = await Promise.all([
    column(columns.customer),
    column(columns.tier),
    columns.reason === null ? [] : column(columns.reason),
  ]);
  const lines = customers.map(([customer = null], index) => ({
    row: first + 1 + index,
    customer,
    tier: tiers[index]?.[0] ?? null,
    reason: reasons[index]?.[0] ?? null,
  }));
  return tierEditsOf(head, lines);
}
