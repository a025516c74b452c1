import type { SnapshotRow, TableProblem } from "../analysis/types";
import type { MappedTable } from "../tables";
import { forEachRow } from "../tables/forEachRow";
import type { ReadingSettings, TableReader } from "../tables/tableReader";
import { tierOfText } from "../tiers/tierOfText";
import type { TierId } from "../tiers/types";

/**
 * Reads the 快照 sheets: scores, tiers and risk of earlier dates, one row a customer and date.
 *
 * Rows without a readable day or a customer are problems. Of several rows for one customer and day the
 * last is kept, because every run appends: a second run on one day replaces the first.
 *
 * @returns in order of date, then of first appearance
 */
export function readSnapshots(
  tables: readonly MappedTable<"snapshots">[],
  settings: ReadingSettings,
): { readonly snapshots: readonly SnapshotRow[]; readonly problems: readonly TableProblem[] } {
  const rows = new Map<string, SnapshotRow>();
  const problems = forEachRow(tables, settings, (reader, row) => {
    const key = reader.key(row, "customerId");
    const takenOn = reader.day(row, "takenOn");
    if (key === "") reader.report(row, "customerId", "noCustomer");
    else if (takenOn === null) {
      if (reader.text(row, "takenOn") === "") reader.report(row, "takenOn", "missingValue");
    } else {
      rows.set(`${String(takenOn)} ${key}`, {
        takenOn,
        customerId: reader.id(row, "customerId"),
        r: reader.amount(row, "r") ?? 0,
        f: reader.amount(row, "f") ?? 0,
        m: reader.amount(row, "m") ?? 0,
        score: reader.amount(row, "score"),
        rank: reader.amount(row, "rank"),
        tier: tierOf(reader, row),
        churnRisk: reader.amount(row, "churnRisk"),
        settingsHash: reader.text(row, "settingsHash"),
      });
    }
  });
  return { snapshots: [...rows.values()].sort((a, b) => a.takenOn - b.takenOn), problems };
}

function tierOf(reader: TableReader<"snapshots">, row: number): TierId {
  const tier = tierOfText(reader.text(row, "tier"));
  if (tier === null) reader.report(row, "tier", "unknownValue");
  return tier ?? "";
}
