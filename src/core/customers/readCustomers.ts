import type { CustomerRecord, TableProblem } from "../analysis/types";
import { formatDay } from "../math/day";
import { statedRelationType } from "../relations";
import { SHEET_FIELDS, type FieldOf, type MappedTable } from "../tables";
import { tableReader, type ReadingSettings, type TableReader } from "../tables/tableReader";

export type CustomerField = FieldOf<"customers">;

/** Fields that can name a customer, best first. */
const KEY_FIELDS = ["customerId", "email", "phone"] as const;
export type CustomerKeyField = (typeof KEY_FIELDS)[number];

/** The customer sheets as one list, one record a customer. */
export interface CustomerBook {
  /** In order of first appearance. */
  readonly records: readonly CustomerRecord[];
  /** Normalised ids, in the same order. */
  readonly keys: readonly string[];
  readonly indexOf: ReadonlyMap<string, number>;
  /** Fields that at least one of the sheets has a column for. */
  readonly fields: ReadonlySet<CustomerField>;
  readonly problems: readonly TableProblem[];
}

/** Figures of the points account, kept as plain numbers in text. */
const POINTS_FIELDS = [
  "pointsBalance",
  "pointsEarned",
  "pointsRedeemed",
  "pointsExpired",
  "pointsExpiring",
] as const;
/** Days, kept as yyyy-mm-dd. */
const DAY_FIELDS = ["contractEnd", "pointsExpireOn", "ownerSince", "lastVisitOn", "lastCartOn"] as const;
const FIELDS: readonly CustomerField[] = SHEET_FIELDS.customers;
const BLANK = Object.fromEntries(FIELDS.map((field) => [field, ""])) as Record<CustomerField, string>;

/**
 * Reads the customer sheets.
 *
 * A customer is named by the column mapped as customer id; a sheet without one uses e-mail, then phone.
 * Rows that name nobody are problems; of several rows for one customer the first is kept and the others
 * are problems, each with its row. Cells are kept as written, words for nothing as "", days
 * as yyyy-mm-dd where they can be read, points as plain numbers.
 *
 * @param keyField - the field by which the order sheets know customers
 */
export function readCustomers(
  tables: readonly MappedTable<"customers">[],
  settings: ReadingSettings,
  keyField: CustomerKeyField = "customerId",
): CustomerBook {
  const records: CustomerRecord[] = [];
  const keys: string[] = [];
  const indexOf = new Map<string, number>();
  const fields = new Set<CustomerField>();
  const problems: TableProblem[] = [];
  for (const table of tables) {
    const reader = tableReader(table, settings);
    const mapped = FIELDS.filter((field) => reader.has(field));
    for (const field of mapped) fields.add(field);
    const idField = [keyField, ...KEY_FIELDS].find((field) => reader.has(field)) ?? "customerId";
    for (let row = 0; row < table.rows.length; row++) {
      if (reader.isBlank(row)) continue;
      const key = reader.key(row, idField);
      if (key === "") {
        reader.report(row, idField, "noCustomer");
      } else if (indexOf.has(key)) {
        reader.report(row, idField, "duplicateKey");
      } else {
        indexOf.set(key, records.length);
        keys.push(key);
        records.push(recordOf(reader, row, mapped, idField));
      }
    }
    for (const problem of reader.problems) problems.push(problem);
  }
  return { records, keys, indexOf, fields, problems };
}

function recordOf(
  reader: TableReader<"customers">,
  row: number,
  mapped: readonly CustomerField[],
  idField: CustomerKeyField,
): CustomerRecord {
  const record = { ...BLANK, file: reader.table.file, sheet: reader.table.sheet, row: reader.sheetRow(row) };
  for (const field of mapped) record[field] = reader.text(row, field);
  record.customerId = reader.id(row, idField);
  for (const field of DAY_FIELDS) {
    if (record[field] === "") continue;
    const day = reader.day(row, field);
    if (day !== null) record[field] = formatDay(day);
  }
  if (statedRelationType(record.relationType) === null) {
    reader.report(row, "relationType", "unknownValue");
    record.relationType = "";
  }
  for (const field of POINTS_FIELDS) {
    if (record[field] === "") continue;
    // An amount nobody can read is a problem, and not known rather than 0.
    const points = reader.amount(row, field);
    record[field] = points === null ? "" : String(points);
  }
  // Asked for the sake of the problem it leaves behind when nobody can read it.
  reader.yesNo(row, "consent");
  return record;
}
