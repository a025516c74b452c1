import type { TableProblem } from "../analysis/types";
import { dayOfMoment, type DayNumber, type Moment } from "../math/day";
import type { Settings } from "../settings";
import type { Cell } from "./cell";
import { cellText, isBlankCell } from "./cellText";
import type { FieldOf, SheetKind } from "./fields";
import type { MappedTable } from "./mappedTable";
import { normaliseId, shownId } from "./normaliseId";
import { columnDecimalMark, parseAmount, type DecimalMark } from "./parseAmount";
import { columnDateOrder, parseMoment, type MomentReading } from "./parseMoment";
import { yesNo } from "./yesNo";
import { zoneOffset } from "./zoneOffset";

/** The settings that say how cells are read. */
export type ReadingSettings = Pick<Settings, "dateOrder" | "timeZone">;

/**
 * Cells of a recognised sheet by row index and field, each read by its column's own habits (order of
 * day and month, decimal mark). A cell that cannot be read becomes a problem and counts as blank.
 */
export interface TableReader<K extends SheetKind> {
  readonly table: MappedTable<K>;
  /** Collected as cells are read, in that order. */
  readonly problems: readonly TableProblem[];
  has(field: FieldOf<K>): boolean;
  /** Whether no mapped cell of the row says anything. */
  isBlank(row: number): boolean;
  /** Row number in the sheet, 1-based. */
  sheetRow(row: number): number;
  cell(row: number, field: FieldOf<K>): Cell;
  /** As a person reads it; "" for blank cells and words for nothing. */
  text(row: number, field: FieldOf<K>): string;
  /** The key ids are compared by; "" where the cell names nobody. */
  key(row: number, field: FieldOf<K>): string;
  id(row: number, field: FieldOf<K>): string;
  moment(row: number, field: FieldOf<K>): Moment | null;
  day(row: number, field: FieldOf<K>): DayNumber | null;
  /** null: blank or unreadable, which is not 0. */
  amount(row: number, field: FieldOf<K>): number | null;
  /** A blank cell is no; null: the sheet has no such column, or the word is unknown. */
  yesNo(row: number, field: FieldOf<K>): boolean | null;
  report(row: number, field: FieldOf<K>, code: TableProblem["code"]): void;
}

export function tableReader<K extends SheetKind>(
  table: MappedTable<K>,
  settings: ReadingSettings,
): TableReader<K> {
  const problems: TableProblem[] = [];
  const columns: Readonly<Partial<Record<string, number>>> = table.columns;
  const mapped = Object.values(columns).filter((column) => column !== undefined);
  const readings = new Map<number, MomentReading>();
  const marks = new Map<number, DecimalMark | null>();

  const cell = (row: number, field: string): Cell => {
    const column = columns[field];
    return column === undefined ? null : (table.rows[row]?.[column] ?? null);
  };

  const reading = (column: number): MomentReading => {
    let known = readings.get(column);
    if (known === undefined) {
      known = {
        date1904: table.date1904,
        dateOrder:
          columnDateOrder(table.rows, column) ?? (settings.dateOrder === "auto" ? null : settings.dateOrder),
        zoneOffset: settings.timeZone === null ? null : zoneOffset(settings.timeZone),
      };
      readings.set(column, known);
    }
    return known;
  };

  const mark = (column: number): DecimalMark | null => {
    let known = marks.get(column);
    if (known === undefined) {
      known = columnDecimalMark(table.rows, column);
      marks.set(column, known);
    }
    return known;
  };

  const report = (row: number, field: string, code: TableProblem["code"]): void => {
    const { kind, file, sheet, firstRow } = table;
    problems.push({ kind, file, sheet, row: firstRow + row, code, field, text: cellText(cell(row, field)) });
  };

  const moment = (row: number, field: FieldOf<K>): Moment | null => {
    const column = columns[field];
    if (column === undefined) return null;
    const value = parseMoment(cell(row, field), reading(column));
    if (typeof value === "number") return value;
    if (value !== "missing") report(row, field, "unreadableDate");
    return null;
  };

  return {
    table,
    problems,
    has: (field) => columns[field] !== undefined,
    isBlank: (row) => mapped.every((column) => isBlankCell(table.rows[row]?.[column])),
    sheetRow: (row) => table.firstRow + row,
    cell,
    text: (row, field) => {
      const value = cell(row, field);
      return isBlankCell(value) || (typeof value === "object" && value !== null) ? "" : cellText(value);
    },
    key: (row, field) => normaliseId(cell(row, field)),
    id: (row, field) => shownId(cell(row, field)),
    moment,
    day: (row, field) => {
      const value = moment(row, field);
      return value === null ? null : dayOfMoment(value);
    },
    amount: (row, field) => {
      const column = columns[field];
      if (column === undefined) return null;
      const value = parseAmount(cell(row, field), mark(column));
      if (typeof value === "number") return value;
      if (value !== "missing") report(row, field, "unreadableNumber");
      return null;
    },
    yesNo: (row, field) => {
      if (columns[field] === undefined) return null;
      const value = yesNo(cell(row, field));
      if (value === null) report(row, field, "unknownValue");
      return value;
    },
    report,
  };
}
