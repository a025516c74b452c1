import type { SheetKind } from "../core/tables";

/** What a user says about sheets that their headings do not say. */
export interface SourceOverrides {
  /**
   * Kind by sheet or file name (`*` stands for any text, case does not count); "ignore" leaves the
   * sheet out. A sheet name wins over a file name, an exact name over a pattern.
   */
  readonly sheets: Readonly<Record<string, SheetKind | "ignore">>;
  /** Heading by field, by sheet or file name. */
  readonly columns: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

export const NO_OVERRIDES: SourceOverrides = { sheets: {}, columns: {} };

/** Both together; what the second says wins. */
export function mergeOverrides(below: SourceOverrides, above: SourceOverrides): SourceOverrides {
  const columns: Record<string, Readonly<Record<string, string>>> = { ...below.columns };
  for (const [name, fields] of Object.entries(above.columns)) columns[name] = { ...columns[name], ...fields };
  return { sheets: { ...below.sheets, ...above.sheets }, columns };
}
