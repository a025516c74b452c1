import { renamedModel, renamesBeside } from "../reports/model/renamedModel";
import type { WorkbookModel } from "../reports/model/workbookModel";
import { lostPartsIn, type LostPart } from "./lostParts";
import { isStrict, mergedPackage, takenNames } from "./mergePackages";
import { styleOffsets } from "./mergeStyles";
import { openPackage } from "./openPackage";
import { relationshipKind, relationshipsOf } from "./relationships";
import { countsFrom1904 } from "./workbookPart";
import { reportPackage, writeWorkbook, type WriteOptions, type WrittenWorkbook } from "./writeWorkbook";
import { partText, zipParts, type ZipParts } from "./zipParts";

/** A report beside a copy of the workbook it was made from, or alone. */
export interface AppendedReport extends WrittenWorkbook {
  /** Whether the input's sheets stand in the file too. */
  readonly copied: boolean;
  /** Why not: what a copy would have lost. Empty if copied. */
  readonly lost: readonly LostPart[];
  /** Our sheets that had to take another name, by the name they have in the model. */
  readonly renamedSheets: ReadonlyMap<string, string>;
}

/**
 * Writes a new workbook: the report's sheets first, then a copy of the input's sheets, byte for byte.
 *
 * Where the copy would lose something (macros, queries and connections, custom XML, signatures, or
 * parts nobody knows here), the report is written alone and the lost parts are named: the input
 * stays the place where they live. Sheets of an earlier report in the input are replaced. A sheet of
 * the input keeps its name; ours of the same name becomes "Name (2)", in links and formulas too.
 */
export async function appendReport(
  input: Uint8Array,
  model: WorkbookModel,
  options: WriteOptions = {},
): Promise<AppendedReport> {
  const opened = openPackage(input);
  if (!opened.ok) return reportAlone(model, options, [{ kind: opened.failure, path: "" }]);
  const { parts: base, workbook } = opened;
  // Serials and namespaces hold for a whole file; a report in the other kind would be wrong.
  if (countsFrom1904(base, workbook))
    return reportAlone(model, options, [{ kind: "date1904", path: workbook }]);
  if (isStrict(base)) return reportAlone(model, options, [{ kind: "strictFormat", path: workbook }]);
  const renames = renamesBeside(model, takenNames(base));
  const offsets = styleOffsets(stylesOf(base, workbook));
  const { parts: report, ...changes } = await reportPackage(
    renamedModel(model, renames),
    options,
    offsets.cellFormats,
  );
  const merged = mergedPackage(base, report, offsets);
  const lost = lostPartsIn(base, merged);
  if (lost.length > 0) return reportAlone(model, options, lost);
  return { bytes: zipParts(merged), ...changes, copied: true, lost: [], renamedSheets: renames.sheets };
}

async function reportAlone(
  model: WorkbookModel,
  options: WriteOptions,
  lost: readonly LostPart[],
): Promise<AppendedReport> {
  return { ...(await writeWorkbook(model, options)), copied: false, lost, renamedSheets: new Map() };
}

function stylesOf(parts: ZipParts, workbook: string): string {
  const styles = relationshipsOf(parts, workbook).find(({ type }) => relationshipKind(type) === "styles");
  return styles === undefined ? "" : partText(parts, styles.target);
}
