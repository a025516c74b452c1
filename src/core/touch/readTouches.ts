import type { TableProblem } from "../analysis/types";
import type { MappedTable } from "../tables";
import { tableReader, type ReadingSettings } from "../tables/tableReader";
import type { TouchRecord } from "./types";

/**
 * Reads the touch sheets. A touch without a day it was done on is planned only, unless the sheet has
 * no such column: then the planned day is taken as done. A touch that names nobody is a problem.
 */
export function readTouches(
  tables: readonly MappedTable<"touches">[],
  settings: ReadingSettings,
): { readonly touches: readonly TouchRecord[]; readonly problems: readonly TableProblem[] } {
  const touches: TouchRecord[] = [];
  const problems: TableProblem[] = [];
  for (const table of tables) {
    const reader = tableReader(table, settings);
    const plansOnly = !reader.has("doneOn");
    for (let row = 0; row < table.rows.length; row++) {
      if (reader.isBlank(row)) continue;
      const customerKey = reader.key(row, "customerId");
      if (customerKey === "") {
        reader.report(row, "customerId", "noCustomer");
        continue;
      }
      const plannedOn = reader.day(row, "plannedOn");
      touches.push({
        customerId: reader.id(row, "customerId"),
        customerKey,
        plannedOn,
        doneOn: plansOnly ? plannedOn : reader.day(row, "doneOn"),
        channel: reader.text(row, "channel"),
        campaign: reader.text(row, "campaign"),
        delivered: reader.yesNo(row, "delivered"),
        responded: reader.yesNo(row, "responded"),
        cost: reader.amount(row, "cost"),
        owner: reader.text(row, "owner"),
      });
    }
    for (const problem of reader.problems) problems.push(problem);
  }
  return { touches, problems };
}
