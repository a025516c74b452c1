import type { Cell, FieldOf, MappedTable, SheetKind } from "../../src/core/tables";

function deepFreeze<T>(value: T): T {
  if (typeof value === "object" && value !== null && !Object.isFrozen(value) && !ArrayBuffer.isView(value)) {
    Object.freeze(value);
    for (const part of Object.values(value)) deepFreeze(part);
  }
  return value;
}

/**
 * A recognised sheet whose columns are these fields in this order; frozen, so that mutation fails.
 * A field may be written "field=heading" where the heading says something.
 */
export function tableOf<K extends SheetKind>(
  kind: K,
  fields: readonly (FieldOf<K> | `${FieldOf<K>}=${string}`)[],
  rows: readonly (readonly Cell[])[],
): MappedTable<K> {
  const columns: Partial<Record<string, number>> = {};
  const headings = fields.map((entry, index) => {
    const [field = "", heading = field] = entry.split("=");
    columns[field] = index;
    return heading;
  });
  return deepFreeze({
    kind,
    file: "book.xlsx",
    sheet: kind,
    profile: "plain" as const,
    date1904: false,
    firstRow: 2,
    headings,
    columns: columns as MappedTable<K>["columns"],
    rows,
  });
}

export { deepFreeze };
