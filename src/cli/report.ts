import { analyseSheets, type SheetsAnalysis } from "../app/analyseSheets";
import { buildWorkbook } from "../app/buildWorkbook";
import { carryNotes } from "../app/carryNotes";
import { resultJson } from "../app/resultJson";
import { tierEdits } from "../app/tierEdits";
import type { Analysis } from "../core/analysis";
import type { RawSheet } from "../core/tables";
import { translator, type Locale, type MessageKey, type Translate } from "../i18n";
import { describeProblem } from "../i18n/describeProblem";
import { SAMPLE_SEED, sampleShop } from "../sample";
import { NO_OVERRIDES, type SettingsPart, type StatedSettings } from "../sources";
import { appendReport, writeWorkbook, type AppendedReport } from "../xlsx";
import { checkPaths } from "./checkPaths";
import type { CommandLine } from "./commandLine";
import type { Progress } from "./progress";
import { readInput, type InputFile } from "./readInputs";
import { readSettingsFile } from "./readSettingsFile";
import { fileSize, rejectedParts, summaryLines } from "./summary";
import { UsageError } from "./usageError";
import { writeFiles } from "./writeFiles";

/** Where a run speaks to. */
export interface Surface {
  readonly progress: Progress;
  readonly note: (sentence: string) => void;
  readonly print: (line: string) => void;
  /** Milliseconds on any clock that only goes forward. */
  readonly clock: () => number;
}

/** Cells copied one by one: above this the copy would be most of the file, the time and the memory. */
const MOST_COPIED_CELLS = 1_500_000;

const NOTHING_STATED: StatedSettings = { settings: {}, overrides: NO_OVERRIDES, problems: [] };

/** Parts that a copy would lose, in words where there are any. */
const LOST_WORDS: Readonly<Record<string, MessageKey>> = {
  vbaProject: "cli.lost.vbaProject",
  connections: "cli.lost.connections",
  queryTable: "cli.lost.queryTable",
  customXml: "cli.lost.customXml",
  customXmlProps: "cli.lost.customXml",
  date1904: "cli.lost.date1904",
  strictFormat: "cli.lost.strictFormat",
  "digital-signature/origin": "cli.lost.signature",
  "digital-signature/signature": "cli.lost.signature",
};

function cellCount(sheets: readonly RawSheet[]): number {
  return sheets.reduce((sum, { rows }) => sum + rows.reduce((cells, row) => cells + row.length, 0), 0);
}

/** The one sentence that says why there is nothing to report on. */
function noOrders(found: SheetsAnalysis): UsageError {
  const { questions } = found;
  const nearest =
    questions.find(({ weight, kind }) => weight === "unused" && kind === "orders") ??
    questions.find(({ weight }) => weight === "unused");
  return new UsageError((t) =>
    t("cli.data.noOrders", {
      details: nearest ? describeProblem(t, "file", nearest) : t("missingSheet.orders"),
    }),
  );
}

function nothingValid(found: SheetsAnalysis, analysis: Analysis): UsageError {
  const empty = found.questions.find(({ code, kind }) => code === "headerOnly" && kind === "orders");
  return new UsageError((t) =>
    empty && analysis.quality.counts.rawRows === 0
      ? describeProblem(t, "file", empty)
      : t("cli.data.nothingValid", {
          rows: analysis.quality.counts.rawRows,
          reasons: rejectedParts(t, analysis.quality),
        }),
  );
}

function noteQuestions(found: SheetsAnalysis, t: Translate, note: Surface["note"]): void {
  for (const question of found.questions) note(describeProblem(t, "file", question));
  for (const problem of found.settingProblems) note(describeProblem(t, "settingProblem", problem));
}

function noteCopy(appended: AppendedReport, file: string, t: Translate, note: Surface["note"]): void {
  if (appended.copied) return;
  const names = appended.lost.map(({ kind, path }) => {
    const key = LOST_WORDS[kind];
    return key === undefined ? t("cli.lost.other", { path }) : t(key);
  });
  note(t("cli.copy.lost", { file, parts: [...new Set(names)].join(t("cli.partJoin")) }));
}

/**
 * One report from start to end: reads, recognises, scores, lays out, and writes all files at once.
 *
 * @throws UsageError for whatever the person who asked can put right; nothing is written then
 */
export async function runReport(line: CommandLine, surface: Surface): Promise<void> {
  const started = surface.clock();
  const { inputs: paths, repeated } = checkPaths(line);
  const stated = line.settings === null ? NOTHING_STATED : readSettingsFile(line.settings);
  const locale: Locale = line.locale ?? (stated.settings.language === "en" ? "en" : "zh-CN");
  const t = translator(locale);
  const { progress, note } = surface;
  for (const file of repeated) note(t("cli.file.twice", { file }));

  const files: readonly InputFile[] = paths.map((path) => {
    progress.step(t("cli.step.reading", { file: path }));
    return readInput(path);
  });
  if (files.length === 0) progress.step(t("cli.step.sample"));
  const rawSheets =
    files.length === 0 ? sampleShop({ seed: SAMPLE_SEED, locale }) : files.flatMap(({ sheets }) => sheets);

  const earlier = files.flatMap((file) => file.earlier);
  progress.step(t("cli.step.analysing"));
  const asked: SettingsPart = {
    language: locale === "en" ? "en" : "zh",
    ...(line.asOf !== null && { asOf: line.asOf }),
    ...(line.now !== null && { now: line.now }),
    ...(line.mask !== null && { mask: line.mask }),
    ...(line.scope !== null && { reportScope: line.scope }),
  };
  const found = analyseSheets(rawSheets, {
    overrides: stated.overrides,
    settings: [stated.settings, asked],
    tierEdits: earlier.flatMap(({ id, sheet }) => (id === "customerScores" ? tierEdits(sheet) : [])),
  });
  const { analysis } = found;
  const [conflict] = found.settingConflicts;
  if (conflict !== undefined) throw new UsageError((t) => describeProblem(t, "settingProblem", conflict));
  if (analysis === null) throw noOrders(found);
  if (analysis.book.orders.count === 0) throw nothingValid(found, analysis);
  progress.done();
  noteQuestions(found, t, note);

  progress.step(t("cli.step.building"));
  const { mask } = analysis.settings;
  const workbooks = files.filter(({ kind }) => kind === "workbook");
  // The writer copies one workbook as it is, with its looks and formulas; masked or mixed ones are copied as values.
  const original = mask === "none" && workbooks.length === 1 ? workbooks[0] : undefined;
  const toCopy = rawSheets.filter((sheet) => !original?.sheets.includes(sheet));
  const cells = cellCount(toCopy);
  const copyable = cells <= MOST_COPIED_CELLS;
  const built = buildWorkbook(analysis, {
    locale,
    mask,
    copied: copyable ? { rawSheets: toCopy, tables: found.tables } : null,
  });
  // Remarks may name anybody: a masked copy comes without them.
  const carried = carryNotes(built.model, mask === "none" ? earlier : []);
  progress.step(t("cli.step.writing", { file: line.out }));
  let bytes: Uint8Array;
  if (original) {
    const appended = await appendReport(original.bytes, carried.model);
    progress.done();
    noteCopy(appended, original.path, t, note);
    bytes = appended.bytes;
  } else {
    ({ bytes } = await writeWorkbook(carried.model));
    progress.done();
  }
  if (!copyable)
    note(
      t("cli.copy.tooLarge", {
        cells: cells.toLocaleString("en-US"),
        limit: MOST_COPIED_CELLS.toLocaleString("en-US"),
      }),
    );
  else if (mask !== "none") note(t("cli.copy.masked"));
  if (carried.kept > 0) note(t("cli.notes.kept", { count: carried.kept }));
  if (carried.lost > 0) note(t("cli.notes.lost", { count: carried.lost }));
  for (const { file, sheet, name } of built.renamed) note(t("cli.copy.renamed", { file, sheet, name }));

  writeFiles([
    { path: line.out, content: bytes },
    ...(line.json === null
      ? []
      : [{ path: line.json, content: `${JSON.stringify(resultJson(built.analysis), null, 1)}\n` }]),
  ]);
  const seconds = ((surface.clock() - started) / 1_000).toFixed(1);
  for (const text of summaryLines(t, analysis)) surface.print(text);
  surface.print(t("cli.summary.written", { file: line.out, size: fileSize(bytes.length), seconds }));
  if (line.json !== null) surface.print(t("cli.summary.json", { file: line.json }));
  if (files.length === 0) surface.print(t("cli.summary.sample"));
}
