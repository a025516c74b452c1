import { cellText, isBlankCell, type MappedTable, type RawSheet } from "../core/tables";
import type { SheetFacts } from "../excel";
import { readTables, type SourceOverrides } from "../sources";
import type { RecognisedColumn, RecognisedTable, Recognition } from "./services";

/** Kinds whose absence leaves something out of a report. */
const REPORT_KINDS = ["orders", "customers", "tickets", "touches", "channels", "surveys", "targets"] as const;
const EXAMPLES = 3;

/** Whether a sheet is input: what a report wrote is none, but for the snapshots it keeps for the next one. */
export function isInput({ used, reportId }: SheetFacts): boolean {
  return used !== null && (reportId === null || reportId === "snapshots");
}

/**
 * How the sheets of the open workbook would be read.
 *
 * @param rawSheets - the top of each input sheet
 */
export function recogniseWorkbook(
  facts: readonly SheetFacts[],
  rawSheets: readonly RawSheet[],
  overrides: SourceOverrides,
): Omit<Recognition, "report"> {
  const { tables, sources, questions } = readTables(rawSheets, overrides);
  const mapped: readonly MappedTable[] = Object.values(tables).flat();
  const recognised = rawSheets.map((raw): RecognisedTable => {
    const sheet = facts.find(({ name }) => name === raw.name);
    const table = mapped.find((one) => one.sheet === raw.name);
    const source = sources.find((one) => one.sheet === raw.name);
    const headRow = table === undefined ? 1 : table.firstRow - 1;
    return {
      key: raw.name,
      place: { sheet: raw.name, address: sheet?.used ?? "A1" },
      kind: table?.kind ?? null,
      ignored: overrides.sheets[raw.name] === "ignore",
      rows: Math.max(0, (sheet?.rows ?? raw.rows.length) - headRow),
      columns: table === undefined ? plainColumns(raw) : mappedColumns(table, source?.mapping ?? []),
      questions: questions.filter((question) => question.sheet === raw.name),
    };
  });
  return {
    tables: recognised,
    missing: REPORT_KINDS.filter((kind) => tables[kind].length === 0),
  };
}

function mappedColumns(
  table: MappedTable,
  mapping: readonly { readonly field: string; readonly heading: string }[],
): readonly RecognisedColumn[] {
  const fields = new Map<number, string>(
    Object.entries<number | undefined>(table.columns).flatMap(([field, index]) =>
      index === undefined ? [] : [[index, field]],
    ),
  );
  return table.headings.flatMap((heading, index) => {
    const field = fields.get(index) ?? mapping.find((one) => one.heading === heading)?.field ?? null;
    return heading === "" && field === null
      ? []
      : [{ heading, field, examples: examplesOf(table.rows, index) }];
  });
}

function plainColumns(raw: RawSheet): readonly RecognisedColumn[] {
  const head = raw.rows.findIndex((row) => row.some((cell) => !isBlankCell(cell)));
  const headings = raw.rows[head] ?? [];
  return headings.flatMap((cell, index) =>
    isBlankCell(cell)
      ? []
      : [{ heading: cellText(cell), field: null, examples: examplesOf(raw.rows.slice(head + 1), index) }],
  );
}

function examplesOf(rows: RawSheet["rows"], column: number): readonly string[] {
  const examples = new Set<string>();
  for (const row of rows) {
    const cell = row[column];
    if (cell !== undefined && !isBlankCell(cell)) examples.add(cellText(cell));
    if (examples.size >= EXAMPLES) break;
  }
  return [...examples];
}
