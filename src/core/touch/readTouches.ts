import type { TableProblem } from "../analysis/types";
import type { MappedTable } from "../tables";
import { recordsOfRows } from "../tables/forEachRow";
import type { ReadingSettings } from "../tables/tableReader";
import type { TouchRecord } from "./types";

/**
 * Reads the touch sheets. A touch without a day it was done on is planned only, unless the sheet has
 * no such column: then the planned day is taken as done. A touch that names nobody is a problem.
 */
export function readTouches(
  tables: readonly MappedTable<"touches">[],
  settings: ReadingSettings,
): { readonly touches: readonly TouchRecord[]; readonly problems: readonly TableProblem[] } {
  const { records, problems } = recordsOfRows(tables, settings, (reader, row): TouchRecord | null => {
    const customerKey = reader.key(row, "customerId");
    if (customerKey === "") {
      reader.report(row, "customerId", "noCustomer");
      return null;
    }
    const plannedOn = reader.day(row, "plannedOn");
    return {
      customerId: reader.id(row, "customerId"),
      customerKey,
      plannedOn,
      doneOn: reader.has("doneOn") ? reader.day(row, "doneOn") : plannedOn,
      channel: reader.text(row, "channel"),
      campaign: reader.text(row, "campaign"),
      delivered: reader.yesNo(row, "delivered"),
      responded: reader.yesNo(row, "responded"),
      cost: reader.amount(row, "cost"),
      owner: reader.text(row, "owner"),
    };
  });
  return { touches: records, problems };
}
