import type { CustomerRecord } from "../analysis/types";
import type { CustomerField } from "../customers";
import type { FieldCheck } from "./types";

/**
 * A field that counts for completeness: filled when one of its columns is. Industry is asked of
 * companies and scene of consumers, so a sheet with both asks each customer for one of them.
 */
export interface RequiredField {
  readonly id: string;
  readonly check: FieldCheck;
  readonly columns: readonly CustomerField[];
}

const CHECKS: Readonly<Partial<Record<CustomerField, FieldCheck>>> = { phone: "phone", email: "email" };

/** Each line is one required field; of several columns those that the sheet has are taken. */
const DEFAULT_FIELDS: readonly (readonly CustomerField[])[] = [
  ["name"],
  ["phone"],
  ["industry", "scene"],
  ["preference"],
  ["contactPreference"],
];

export const INDUSTRY_OR_SCENE = "industryOrScene";

/**
 * The fields that completeness asks for.
 *
 * @param sheetFields - fields the customer sheets have a column for
 * @param chosen - field ids from the settings; null: name, phone, industry or scene, preference and
 *   contact preference, as far as the sheets have them. A chosen field that no sheet has is asked for
 *   all the same, and empty for everybody.
 */
export function requiredFields(
  sheetFields: ReadonlySet<CustomerField>,
  chosen: readonly string[] | null,
): readonly RequiredField[] {
  if (chosen === null) {
    return DEFAULT_FIELDS.map((columns) => columns.filter((column) => sheetFields.has(column)))
      .filter((columns) => columns.length > 0)
      .map(fieldOver);
  }
  return chosen.map((id) =>
    id === INDUSTRY_OR_SCENE ? fieldOver(["industry", "scene"]) : fieldOver([id as CustomerField]),
  );
}

function fieldOver(columns: readonly CustomerField[]): RequiredField {
  const first = columns[0] ?? "name";
  return {
    id: columns.length > 1 ? INDUSTRY_OR_SCENE : first,
    check: CHECKS[first] ?? "text",
    columns,
  };
}

/** What a record says in a required field: its first column that says something, else "". */
export function requiredText(record: CustomerRecord, field: RequiredField): string {
  for (const column of field.columns) {
    // A settings file may name a field that records do not have.
    const text = (record as Readonly<Partial<Record<CustomerField, string>>>)[column] ?? "";
    if (text !== "") return text;
  }
  return "";
}
