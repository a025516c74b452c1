import type { SheetKind } from "../../../core/tables";
import type { SourceOverrides } from "../../../sources";

/** What a person says about a sheet; null: nothing, so its headings decide. */
export type KindChoice = SheetKind | "ignore" | null;

/** The overrides with another kind for a sheet. Another kind has other fields, so columns said before go. */
export function withKind(overrides: SourceOverrides, sheet: string, kind: KindChoice): SourceOverrides {
  const sheets = without(overrides.sheets, sheet);
  return {
    sheets: kind === null ? sheets : { ...sheets, [sheet]: kind },
    columns: without(overrides.columns, sheet),
  };
}

/**
 * The overrides with a column of a sheet bound to a field; null: the column is free again, and its heading
 * decides. A field has one column and a column one field, so what either was bound to before is undone.
 */
export function withField(
  overrides: SourceOverrides,
  sheet: string,
  heading: string,
  field: string | null,
): SourceOverrides {
  const before = Object.entries(overrides.columns[sheet] ?? {}).filter(
    ([otherField, otherHeading]) => otherField !== field && otherHeading !== heading,
  );
  const fields = Object.fromEntries(field === null ? before : [...before, [field, heading]]);
  const others = without(overrides.columns, sheet);
  return {
    sheets: overrides.sheets,
    columns: Object.keys(fields).length === 0 ? others : { ...others, [sheet]: fields },
  };
}

/** Whether a person has said something about a sheet. */
export const isCorrected = (overrides: SourceOverrides, sheet: string): boolean =>
  Object.hasOwn(overrides.sheets, sheet) || Object.hasOwn(overrides.columns, sheet);

function without<Value>(record: Readonly<Record<string, Value>>, key: string): Record<string, Value> {
  return Object.fromEntries(Object.entries(record).filter(([other]) => other !== key));
}
