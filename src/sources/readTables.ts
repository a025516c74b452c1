import type { SourceSheet } from "../core/analysis";
import {
  SHEET_FIELDS,
  type MappedTable,
  type MappedTables,
  type RawSheet,
  type SheetKind,
} from "../core/tables";
import { mergeOverrides, type SourceOverrides } from "./overrides";
import { QUESTION_CODES, type Question } from "./question";
import { matchesName } from "./recognise/namePattern";
import { recogniseSheet, type Recognition } from "./recognise/recogniseSheet";
import { settingsFromSheet } from "./settings/settingsFromSheet";

export interface ReadTables {
  readonly tables: MappedTables;
  readonly sources: readonly SourceSheet[];
  readonly questions: readonly Question[];
}

/**
 * Every sheet recognised and mapped. What a settings sheet says about sheets and columns holds too,
 * below the overrides given.
 */
export function readTables(rawSheets: readonly RawSheet[], overrides: SourceOverrides): ReadTables {
  const first = rawSheets.map((raw) => recogniseSheet(raw, overrides));
  const stated = first.reduce((below, { table }) => {
    if (table === null || table.kind !== "settings") return below;
    return mergeOverrides(below, settingsFromSheet(table as MappedTable<"settings">).overrides);
  }, NOTHING_STATED);
  const all = stated === NOTHING_STATED ? overrides : mergeOverrides(stated, overrides);
  const found: readonly Recognition[] =
    stated === NOTHING_STATED ? first : rawSheets.map((raw) => recogniseSheet(raw, all));

  const tables = Object.fromEntries(
    (Object.keys(SHEET_FIELDS) as SheetKind[]).map((kind) => [
      kind,
      found.flatMap(({ table }) => (table?.kind === kind ? [table] : [])),
    ]),
  ) as unknown as MappedTables;
  return {
    tables,
    sources: found.map(({ source }) => source),
    questions: [...found.flatMap(({ questions }) => questions), ...unmetPatterns(rawSheets, all)],
  };
}

const NOTHING_STATED: SourceOverrides = { sheets: {}, columns: {} };

/** Names in the settings that no input has: most often a slip of the pen. */
function unmetPatterns(rawSheets: readonly RawSheet[], overrides: SourceOverrides): readonly Question[] {
  const patterns = new Set([...Object.keys(overrides.sheets), ...Object.keys(overrides.columns)]);
  const names = rawSheets.flatMap(({ file, name }) => [
    name,
    file,
    file.replace(/\.[^.]*$/, ""),
    `${file}/${name}`,
  ]);
  return [...patterns]
    .filter((pattern) => !names.some((name) => matchesName(pattern, name)))
    .map((pattern) => ({
      code: "overrideSheetMissing" as const,
      weight: QUESTION_CODES.overrideSheetMissing,
      file: "",
      sheet: pattern,
      kind: null,
      field: null,
      candidates: rawSheets.map(({ name }) => name),
      holes: { sheet: pattern, sheets: rawSheets.map(({ name }) => name).join(" | ") },
      terms: {},
    }));
}
