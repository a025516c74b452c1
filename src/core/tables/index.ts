export type { Cell, CellError, RawSheet } from "./cell";
export { cellText, isBlankCell, isBlankText, plainText } from "./cellText";
export { SHEET_FIELDS, type FieldOf, type ProfileId, type SheetKind } from "./fields";
export type { MappedTable, MappedTables } from "./mappedTable";
export { isLongNumberId, normaliseId, shownId } from "./normaliseId";
export { parseDay } from "./parseDay";
export {
  columnDecimalMark,
  currencyCode,
  currencyOfAmount,
  needsDecimalMark,
  parseAmount,
  type DecimalMark,
} from "./parseAmount";
export { columnDateOrder, parseMoment, PLAIN_READING, type MomentReading } from "./parseMoment";
export { isTotalsLabel } from "./totalsLabel";
export { zoneOffset } from "./zoneOffset";
