import type { Analysis } from "../core/analysis";
import type { MaskLevel } from "../core/settings";
import type { MappedTables, RawSheet } from "../core/tables";
import type { Locale } from "../i18n";
import { buildReport, type WorkbookModel } from "../reports";
import { INPUT_STYLES, inputSheets, type CopiedSheets } from "./inputSheets";
import { maskAnalysis } from "./maskAnalysis";
import { createPseudonyms } from "./pseudonyms";

export interface WorkbookChoices {
  readonly locale: Locale;
  readonly mask: MaskLevel;
  /** Input sheets to stand behind the report; none where the writer copies the input file itself. */
  readonly copied: { readonly rawSheets: readonly RawSheet[]; readonly tables: MappedTables } | null;
}

export interface BuiltWorkbook {
  readonly model: WorkbookModel;
  /** The analysis as the sheets show it: masked where a mask was asked for. */
  readonly analysis: Analysis;
  readonly renamed: CopiedSheets["renamed"];
}

/** The whole workbook as data: the report in one language, and a copy of the input behind it. */
export function buildWorkbook(analysis: Analysis, { locale, mask, copied }: WorkbookChoices): BuiltWorkbook {
  const ids = createPseudonyms(mask === "full");
  const masked = maskAnalysis(analysis, mask, ids);
  const model = buildReport(masked, locale);
  if (copied === null) return { model, analysis: masked, renamed: [] };
  // The report's own snapshot table holds the rows of earlier ones and today's.
  const held = new Set(copied.tables.snapshots.map(({ file, sheet }) => `${file}\u0000${sheet}`));
  const { sheets, renamed } = inputSheets(
    copied.rawSheets.filter(({ file, name }) => !held.has(`${file}\u0000${name}`)),
    copied.tables,
    model.sheets.map(({ name }) => name),
    mask,
    ids,
  );
  return {
    model: {
      ...model,
      styles: { ...model.styles, ...INPUT_STYLES },
      sheets: [...model.sheets, ...sheets],
    },
    analysis: masked,
    renamed,
  };
}
