/**
 * Whether this Excel knows the members of a requirement set: "1.20" of ExcelApi.
 *
 * The manifest asks for 1.9; what is younger has to be asked for before each use.
 */
export function knowsExcelApi(version: string): boolean {
  return Office.context.requirements.isSetSupported("ExcelApi", version);
}
