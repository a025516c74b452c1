import { readFileSync } from "node:fs";
import { basename } from "node:path";
import type { EarlierSheet } from "../app/carryNotes";
import type { RawSheet } from "../core/tables";
import { describeProblem } from "../i18n/describeProblem";
import { readCsv, type SourceProblem } from "../sources";
import { readWorkbook } from "../xlsx";
import { UsageError } from "./usageError";
import { systemReason } from "./writeFiles";

/** One input file as it was read. */
export interface InputFile {
  readonly path: string;
  readonly kind: "workbook" | "text";
  readonly bytes: Uint8Array;
  readonly sheets: readonly RawSheet[];
  /** Sheets an earlier report wrote: left out, since results are no input. */
  readonly reportSheets: readonly string[];
  /** Those sheets as they stand, for what people wrote into them. */
  readonly earlier: readonly EarlierSheet[];
}

const WORKBOOK = /\.(?:xlsx|xlsm|xltx|xltm|xlsb|xls)$/i;
const TEXT = /\.(?:csv|tsv|txt)$/i;

function readBytes(path: string): Uint8Array {
  try {
    return readFileSync(path);
  } catch (error) {
    throw new UsageError("cli.file.unreadable", { file: path, reason: systemReason(error) });
  }
}

/**
 * The sheets of one file.
 *
 * @throws UsageError if it gives none, with the reason
 */
export function readInput(path: string): InputFile {
  if (!WORKBOOK.test(path) && !TEXT.test(path)) throw new UsageError("cli.file.wrongKind", { file: path });
  const bytes = readBytes(path);
  const name = basename(path);
  if (TEXT.test(path)) {
    const read = readCsv(bytes, name);
    if ("problem" in read) {
      const problem: SourceProblem<string> = read.problem;
      throw new UsageError((t) => describeProblem(t, "file", problem));
    }
    return { path, kind: "text", bytes, sheets: [read.sheet], reportSheets: [], earlier: [] };
  }
  const read = readWorkbook(bytes, name);
  if (!read.ok) throw new UsageError(`cli.workbook.${read.failure}`, { file: name });
  // The snapshots an earlier report kept are what the next one compares with.
  const reports = new Set(read.reportSheets.flatMap(({ id, name }) => (id === "snapshots" ? [] : [name])));
  return {
    path,
    kind: "workbook",
    bytes,
    sheets: read.sheets.filter((sheet) => !reports.has(sheet.name)),
    reportSheets: [...reports],
    earlier: read.reportSheets.flatMap(({ id, name }) =>
      read.sheets.filter((sheet) => sheet.name === name).map((sheet) => ({ id, sheet })),
    ),
  };
}
