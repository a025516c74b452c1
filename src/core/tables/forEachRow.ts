import type { TableProblem } from "../analysis/types";
import type { SheetKind } from "./fields";
import type { MappedTable } from "./mappedTable";
import { tableReader, type ReadingSettings, type TableReader } from "./tableReader";

/**
 * Visits every row that says anything, sheet by sheet.
 *
 * @param visit - reports what is wrong with the row to the reader
 * @returns what was reported, in that order
 */
export function forEachRow<K extends SheetKind>(
  tables: readonly MappedTable<K>[],
  settings: ReadingSettings,
  visit: (reader: TableReader<K>, row: number) => void,
): readonly TableProblem[] {
  return tables.flatMap((table) => {
    const reader = tableReader(table, settings);
    for (let row = 0; row < table.rows.length; row++) if (!reader.isBlank(row)) visit(reader, row);
    return reader.problems;
  });
}

/** What is made of rows, and what was wrong with the others. */
export interface ReadRecords<Read> {
  readonly records: readonly Read[];
  readonly problems: readonly TableProblem[];
}

/**
 * Reads rows into records.
 *
 * @param recordOf - null for a row that nothing can be made of, which it has reported
 */
export function recordsOfRows<K extends SheetKind, Read>(
  tables: readonly MappedTable<K>[],
  settings: ReadingSettings,
  recordOf: (reader: TableReader<K>, row: number) => Read | null,
): ReadRecords<Read> {
  const records: Read[] = [];
  const problems = forEachRow(tables, settings, (reader, row) => {
    const record = recordOf(reader, row);
    if (record !== null) records.push(record);
  });
  return { records, problems };
}
