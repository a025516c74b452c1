export type { Cell, CellError, RawSheet } from "./cell";
export { SHEET_FIELDS, type FieldOf, type ProfileId, type SheetKind } from "./fields";
export type { MappedTable, MappedTables } from "./mappedTable";
