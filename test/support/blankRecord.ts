import type { CustomerRecord } from "../../src/core/analysis";
import { SHEET_FIELDS } from "../../src/core/tables";

/** A row of the customer sheet with nothing in it. */
export const BLANK_RECORD = {
  ...Object.fromEntries(SHEET_FIELDS.customers.map((field) => [field, ""])),
  file: "",
  sheet: "",
  row: 0,
} as unknown as CustomerRecord;
