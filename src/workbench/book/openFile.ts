import { translator, type Locale } from "../../i18n";
import { describeProblem } from "../../i18n/describeProblem";
import type { WorkbookModel } from "../../reports";
import { readCsv, type SourceProblem } from "../../sources";
import { readWorkbook } from "../../xlsx";
import { plainBook } from "./plainBook";

export type OpenedFile =
  | { readonly ok: true; readonly model: WorkbookModel }
  /** One sentence: why, and what to do. */
  | { readonly ok: false; readonly sentence: string };

const WORKBOOK = /\.(?:xlsx|xlsm|xltx|xltm|xlsb|xls)$/i;
const TEXT = /\.(?:csv|tsv|txt)$/i;

/** Endings the file picker offers. */
export const OPENABLE = ".xlsx,.xlsm,.csv,.tsv,.txt";

/** A file of the user's as a workbook for the grid; read exactly as the command line reads it. */
export function openFile(bytes: Uint8Array, name: string, locale: Locale): OpenedFile {
  const t = translator(locale);
  if (TEXT.test(name)) {
    const read = readCsv(bytes, name);
    if ("problem" in read) {
      const problem: SourceProblem<string> = read.problem;
      return { ok: false, sentence: describeProblem(t, "file", problem) };
    }
    return { ok: true, model: plainBook(name, [read.sheet], locale) };
  }
  if (!WORKBOOK.test(name)) return { ok: false, sentence: t("cli.file.wrongKind", { file: name }) };
  const read = readWorkbook(bytes, name);
  if (!read.ok) return { ok: false, sentence: t(`cli.workbook.${read.failure}`, { file: name }) };
  return { ok: true, model: plainBook(name, read.sheets, locale) };
}
