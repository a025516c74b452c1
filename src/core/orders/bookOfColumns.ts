import { InvalidArgumentError } from "../errors";
import { NO_DAY } from "../math/day";
import type { ScoringSettings } from "../settings";
import {
  columnDateOrder,
  columnDecimalMark,
  currencyCode,
  isBlankCell,
  needsDecimalMark,
  parseAmount,
  parseDay,
  zoneOffset,
  type Cell,
  type MomentReading,
} from "../tables";
import { assembleBook } from "./assembleBook";
import { findDuplicates, isLineLevel, textOfCells } from "./findDuplicates";
import { newIdIndex, type IdIndex, type Ids } from "./idIndex";
import { lazily } from "./lazily";
import { minorUnits, reasonCode, type OrderRows } from "./orderRows";
import type { SettledOrders } from "./settleOrders";
import type { ScoringBook } from "./types";

/** A column of a sheet: a range of one column (or one row), or plain numbers. */
export type ColumnCells = readonly (readonly (Cell | undefined)[])[] | Float64Array | Int32Array;

export interface OrderRanges {
  readonly customers: ColumnCells;
  readonly dates: ColumnCells;
  readonly amounts: ColumnCells;
  /** null: every row is an order of its own. */
  readonly orderIds: ColumnCells | null;
  readonly date1904: boolean;
}

/** A book, the cell that each of its customers was first seen in, and the rows it was made of. */
export interface ColumnBook extends ScoringBook {
  readonly customerCells: readonly Cell[];
  readonly rows: OrderRows;
  readonly settled: SettledOrders;
}

const UNREADABLE_DATE = reasonCode("unreadableDate");
const AMBIGUOUS_DATE = reasonCode("ambiguousDate");
const UNREADABLE_AMOUNT = reasonCode("unreadableAmount");
const NO_CUSTOMER = reasonCode("noCustomer");

/**
 * The orders in ranges of cells, as custom functions get them; the same netting, cut and sums as for
 * whole sheets.
 *
 * Blank cells may be null, "" or 0, so the customer 0 is nobody. Blank rows are no rows. A first row
 * whose date and amount are both words is a heading and skipped. A cell that cannot be read makes its
 * row a rejected one, never a failure. Exact copies of a row are dropped only where order numbers show
 * that a row is an order (without them two equal rows are two orders), or where `duplicates` says so.
 *
 * @throws InvalidArgumentError "lengthDiffers" if a range is not as long as the customers;
 *   "severalColumns" if one has more than one column
 */
export function bookOfColumns(ranges: OrderRanges, settings: ScoringSettings): ColumnBook {
  const customers = columnOf(ranges.customers, "customers");
  const dates = columnOf(ranges.dates, "dates");
  const amounts = columnOf(ranges.amounts, "amounts");
  const orderIds = ranges.orderIds === null ? null : columnOf(ranges.orderIds, "orderIds");
  const length = heightOf(customers);
  for (const [name, column] of [
    ["dates", dates],
    ["amounts", amounts],
    ["orderIds", orderIds],
  ] as const) {
    if (column === null || heightOf(column) === length) continue;
    throw new InvalidArgumentError(name, "lengthDiffers", { rows: heightOf(column), expected: length });
  }
  const read = readColumns({ customers, dates, amounts, orderIds }, ranges.date1904, settings);
  const { book, settled } = assembleBook(
    read.rows,
    {
      customerCount: read.customers.cells.length,
      get customers() {
        return read.customers.shown;
      },
      get customerKeys() {
        return read.customers.keys;
      },
      get orderNumbers() {
        return read.orders.shown;
      },
      currency: currencyCode(settings.currency.base ?? ""),
      channel: null,
    },
    settings,
  );
  return Object.assign(book, { customerCells: read.customers.cells, rows: read.rows, settled });
}

type Column = ColumnCells;

function isNumbers(column: Column): column is Float64Array | Int32Array {
  return column instanceof Float64Array || column instanceof Int32Array;
}

function heightOf(column: Column): number {
  return column.length;
}

/** A range of one row is read as a column; more than one of both is none. */
function columnOf(cells: ColumnCells, argument: string): Column {
  if (isNumbers(cells)) return cells;
  const first = cells[0];
  if (first === undefined || first.length <= 1) return cells;
  if (cells.length === 1) return first.map((cell) => [cell]);
  throw new InvalidArgumentError(argument, "severalColumns", { columns: first.length });
}

interface Columns {
  readonly customers: Column;
  readonly dates: Column;
  readonly amounts: Column;
  readonly orderIds: Column | null;
}

function cellAt(column: Column, row: number): Cell | undefined {
  const entry = column[row];
  return typeof entry === "number" ? entry : entry?.[0];
}

/** Blank in a range: empty, or the 0 by which empty cells arrive. */
function isBlank(cell: Cell | undefined): boolean {
  return cell === 0 || isBlankCell(cell);
}

function isBlankRow(columns: Columns, row: number): boolean {
  return (
    isBlank(cellAt(columns.dates, row)) &&
    isBlank(cellAt(columns.customers, row)) &&
    isBlank(cellAt(columns.amounts, row)) &&
    (columns.orderIds === null || isBlank(cellAt(columns.orderIds, row)))
  );
}

function isHeading(columns: Columns): boolean {
  const date = cellAt(columns.dates, 0);
  const amount = cellAt(columns.amounts, 0);
  if (typeof date !== "string" || typeof amount !== "string" || isBlankCell(date) || isBlankCell(amount)) {
    return false;
  }
  const reading = { date1904: false, dateOrder: null, zoneOffset: null };
  const isWord = (cell: string) =>
    parseDay(cell, reading) === "unreadable" && parseAmount(cell, null) === "unreadable";
  return isWord(date) && isWord(amount);
}

interface ReadColumns {
  readonly rows: OrderRows;
  readonly customers: Ids;
  readonly orders: Ids;
}

/** Marks a blank row among the faults, until such rows are left out. */
const BLANK_ROW = 255;

/** Reads one column after the other: a column holds cells of one kind, which is what engines are quick at. */
function readColumns(columns: Columns, date1904: boolean, settings: ScoringSettings): ReadColumns {
  const from = isHeading(columns) ? 1 : 0;
  const { day, fault } = readDates(columns, from, date1904, settings);
  const gross = readAmounts(columns.amounts, from, settings, fault);
  const customers = newIdIndex();
  const orders = newIdIndex();
  const customer = readIds(columns.customers, from, customers);
  const order = columns.orderIds === null ? null : readIds(columns.orderIds, from, orders);
  markNobody(customer, fault);
  const { count, source } = leaveOutBlankRows({ customer, order, day, gross, fault }, from);
  const read = {
    customer: customer.subarray(0, count),
    order: order?.subarray(0, count) ?? null,
    day: day.subarray(0, count),
    amount: gross.subarray(0, count),
  };
  const duplicate =
    read.order === null && settings.duplicates !== "drop" ? null : copies(columns, read, source, settings);
  return {
    rows: {
      count,
      customer: read.customer,
      order: read.order,
      day: read.day,
      gross: read.amount,
      net: read.amount,
      refundDay: null,
      fault: fault.subarray(0, count),
      status: null,
      statusDay: null,
      head: null,
      duplicate,
    },
    customers: customers.ids,
    orders: orders.ids,
  };
}

/** The days, and what is wrong with the rows as far as the dates tell. */
function readDates(
  columns: Columns,
  from: number,
  date1904: boolean,
  settings: ScoringSettings,
): { readonly day: Int32Array; readonly fault: Uint8Array } {
  const { dates } = columns;
  const stated = settings.dateOrder === "auto" ? null : settings.dateOrder;
  const zone = settings.timeZone === null ? null : zoneOffset(settings.timeZone);
  const reading: MomentReading = { date1904, dateOrder: null, zoneOffset: zone };
  // What a column settles is asked for by the first cell that hangs on it: most columns are walked once.
  const settledReading = lazily((): MomentReading => {
    const inferred = isNumbers(dates) ? null : columnDateOrder(dates, 0);
    return { ...reading, dateOrder: inferred ?? stated };
  });
  const length = heightOf(dates) - from;
  const day = new Int32Array(length);
  const fault = new Uint8Array(length);
  for (let row = 0; row < length; row++) {
    const cell = cellAt(dates, row + from);
    const alone = parseDay(cell, reading);
    const date = alone === "ambiguous" ? parseDay(cell, settledReading()) : alone;
    if (typeof date === "number") {
      day[row] = date;
      continue;
    }
    day[row] = NO_DAY;
    if (date === "missing" && isBlankRow(columns, row + from)) fault[row] = BLANK_ROW;
    else fault[row] = date === "ambiguous" ? AMBIGUOUS_DATE : UNREADABLE_DATE;
  }
  return { day, fault };
}

/** Minor units; 0 where the date or the amount is at fault, which is then marked. */
function readAmounts(
  amounts: Column,
  from: number,
  settings: ScoringSettings,
  fault: Uint8Array,
): Float64Array {
  const scale = 10 ** settings.currency.decimals;
  const settledMark = lazily(() => (isNumbers(amounts) ? null : columnDecimalMark(amounts, 0)));
  const gross = new Float64Array(fault.length);
  for (let row = 0; row < gross.length; row++) {
    if (fault[row] !== 0) continue;
    const cell = cellAt(amounts, row + from);
    if (typeof cell === "number" && Number.isFinite(cell)) {
      gross[row] = minorUnits(cell, scale);
      continue;
    }
    const hangs = typeof cell === "string" && needsDecimalMark(cell);
    const amount = parseAmount(cell, hangs ? settledMark() : null);
    if (typeof amount === "number") gross[row] = minorUnits(amount, scale);
    else fault[row] = UNREADABLE_AMOUNT;
  }
  return gross;
}

/** The number of each row's id, -1: none. */
function readIds(ids: Column, from: number, index: IdIndex): Int32Array {
  const numbers = new Int32Array(heightOf(ids) - from);
  for (let row = 0; row < numbers.length; row++) {
    const cell = cellAt(ids, row + from);
    // Empty cells may arrive as 0.
    numbers[row] = cell === 0 ? -1 : index.of(cell);
  }
  return numbers;
}

function markNobody(customer: Int32Array, fault: Uint8Array): void {
  for (let row = 0; row < fault.length; row++) {
    if (fault[row] === 0 && (customer[row] ?? -1) < 0) fault[row] = NO_CUSTOMER;
  }
}

/** Moves the rows together; returns how many there are, and where each stands in the range. */
function leaveOutBlankRows(
  rows: Readonly<Record<"customer" | "day", Int32Array>> & {
    readonly order: Int32Array | null;
    readonly gross: Float64Array;
    readonly fault: Uint8Array;
  },
  from: number,
): { readonly count: number; readonly source: (row: number) => number } {
  const { customer, order, day, gross, fault } = rows;
  const firstBlank = fault.indexOf(BLANK_ROW);
  if (firstBlank < 0) return { count: fault.length, source: (row) => row + from };
  const source = new Int32Array(fault.length);
  let count = 0;
  for (let row = 0; row < fault.length; row++) {
    if (fault[row] === BLANK_ROW) continue;
    customer[count] = customer[row] ?? -1;
    if (order !== null) order[count] = order[row] ?? -1;
    day[count] = day[row] ?? NO_DAY;
    gross[count] = gross[row] ?? 0;
    fault[count] = fault[row] ?? 0;
    source[count++] = row + from;
  }
  return { count, source: (row) => source[row] ?? 0 };
}

function copies(
  columns: Columns,
  read: Pick<OrderRows, "customer" | "day" | "order"> & { readonly amount: Float64Array },
  source: (row: number) => number,
  settings: ScoringSettings,
): Uint8Array | null {
  if (settings.duplicates === "keep") return null;
  const { order } = read;
  const count = read.customer.length;
  const found = findDuplicates(
    count,
    { keys: [read.customer, read.day, ...(order === null ? [] : [order])], amount: read.amount },
    (row) => {
      const place = source(row);
      const { customers, dates, amounts, orderIds } = columns;
      return textOfCells([
        cellAt(customers, place),
        cellAt(dates, place),
        cellAt(amounts, place),
        orderIds === null ? undefined : cellAt(orderIds, place),
      ]);
    },
  );
  if (settings.duplicates === "drop" || order === null) return found.count === 0 ? null : found.marks;
  // Rows without an order number are orders of their own, however alike they look.
  for (let row = 0; row < count; row++) if ((order[row] ?? -1) < 0) found.marks[row] = 0;
  if (!found.marks.includes(1)) return null;
  // Where lines of an order may be alike, copies are genuine.
  return isLineLevel({ order, day: read.day, amount: read.amount }, found.marks, 0, count)
    ? null
    : found.marks;
}
