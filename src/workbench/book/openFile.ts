import { translator, type Locale } from "../../i18n";
import { describeProblem } from "../../i18n/describeProblem";
import type { WorkbookModel } from "../../reports";
import { readCsv, type SourceProblem } from "../../sources";
import { readWorkbook } from "../../xlsx";
import { openWorkbook, type NotShown } from "./openWorkbook";
import { BODY, plainBook } from "./plainBook";

export type OpenedFile =
  | { readonly ok: true; readonly model: WorkbookModel; readonly notShown: NotShown | "looks" }
  /** One sentence: why, and what to do. */
  | { readonly ok: false; readonly sentence: string };

const WORKBOOK = /\.(?:xlsx|xlsm|xltx|xltm|xlsb|xls)$/i;
const TEXT = /\.(?:csv|tsv|txt)$/i;

/** Endings the file picker offers. */
export const OPENABLE = ".xlsx,.xlsm,.csv,.tsv,.txt";

const ALL_SHOWN: NotShown = { charts: 0, pictures: 0, pivots: 0, rules: 0 };

/** Above this many cells, looks are left: the library takes one object a cell. */
const MOST_CELLS_WITH_LOOKS = 400_000;

/** A file of the user's as a workbook for the grid; its cells are read exactly as the command line reads them. */
export async function openFile(bytes: Uint8Array, name: string, locale: Locale): Promise<OpenedFile> {
  const t = translator(locale);
  if (TEXT.test(name)) {
    const read = readCsv(bytes, name);
    if ("problem" in read) {
      const problem: SourceProblem<string> = read.problem;
      return { ok: false, sentence: describeProblem(t, "file", problem) };
    }
    return { ok: true, model: plainBook(name, [read.sheet], locale, "textFile"), notShown: ALL_SHOWN };
  }
  if (!WORKBOOK.test(name)) return { ok: false, sentence: t("cli.file.wrongKind", { file: name }) };
  const read = readWorkbook(bytes, name);
  if (!read.ok) return { ok: false, sentence: t(`cli.workbook.${read.failure}`, { file: name }) };
  const cells = read.sheets.reduce(
    (sum, { rows }) => rows.reduce((count, row) => count + row.length, sum),
    0,
  );
  if (cells <= MOST_CELLS_WITH_LOOKS) {
    try {
      return { ok: true, ...(await openWorkbook(bytes, name, read.sheets, BODY[locale])) };
    } catch {
      // Our own reader has its cells: the values are shown, and the page says that looks are missing.
    }
  }
  return { ok: true, model: plainBook(name, read.sheets, locale), notShown: "looks" };
}
