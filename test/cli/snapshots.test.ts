import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readCommandLine } from "../../src/cli/commandLine";
import { runReport } from "../../src/cli/report";
import { readWorkbook } from "../../src/xlsx";

const FIXTURE = join(__dirname, "../fixtures/mother-baby-shop");
const folder = mkdtempSync(join(tmpdir(), "tenure-snapshots-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const quiet = {
  progress: { step: () => undefined, done: () => undefined },
  note: () => undefined,
  print: () => undefined,
  clock: () => 0,
};

async function report(inputs: readonly string[], asOf: string, name: string) {
  const out = join(folder, `${name}.xlsx`);
  const json = join(folder, `${name}.json`);
  const line = readCommandLine([...inputs, "--as-of", asOf, "--out", out, "--json", json]);
  await runReport(line, quiet);
  const read = readWorkbook(new Uint8Array(readFileSync(out)), "report.xlsx");
  if (!read.ok) throw new Error(read.failure);
  return {
    out,
    result: JSON.parse(readFileSync(json, "utf8")) as {
      movement: { before: string; moves: unknown[] } | null;
    },
    snapshots: read.sheets.filter(({ name: sheet }) => sheet.startsWith("快照")),
  };
}

/** Rows of the table by snapshot date, as the file holds them. */
function rowsByDay(rows: readonly (readonly unknown[])[]): Readonly<Record<string, number>> {
  const head = rows.findIndex((row) => row.includes("快照日期"));
  const column = rows[head]?.indexOf("快照日期") ?? -1;
  const counts: Record<string, number> = {};
  for (const row of rows.slice(head + 1)) {
    const day = row[column];
    if (typeof day === "number") counts[String(day)] = (counts[String(day)] ?? 0) + 1;
  }
  return counts;
}

test("next month's report, made from this month's file, knows who moved; a repeated one replaces its rows", async () => {
  const november = await report(
    ["orders_taobao.csv", "customers.csv", "survey.csv", "tickets.csv"].map((file) => join(FIXTURE, file)),
    "2025-11-30",
    "november",
  );
  expect(november.result.movement).toBeNull();
  expect(november.snapshots.map(({ rows }) => Object.keys(rowsByDay(rows)))).toEqual([["45991"]]);

  const december = await report([november.out], "2025-12-31", "december");
  expect(december.result.movement?.before).toBe("2025-11-30");
  expect(december.result.movement?.moves.length).toBeGreaterThan(0);
  expect(december.snapshots).toHaveLength(1);
  const days = rowsByDay(december.snapshots[0]?.rows ?? []);
  expect(Object.keys(days)).toEqual(["45991", "46022"]);

  const again = await report([december.out], "2025-12-31", "again");
  expect(again.snapshots).toHaveLength(1);
  expect(rowsByDay(again.snapshots[0]?.rows ?? [])).toEqual(days);
}, 120_000);
