import { InvalidArgumentError } from "../errors";
import { NO_DAY } from "../math/day";
import type { Settings } from "../settings";
import {
  columnDateOrder,
  columnDecimalMark,
  isBlankCell,
  isLongNumberId,
  needsDecimalMark,
  parseAmount,
  parseDay,
  zoneOffset,
  type Cell,
  type MomentReading,
} from "../tables";
import { assembleBook } from "./assembleBook";
import { exchange } from "./exchange";
import { findDuplicates, isLineLevel, textOfCells } from "./findDuplicates";
import { newIdIndex } from "./idIndex";
import { lazily } from "./lazily";
import { minorUnits, reasonCode, type OrderRows } from "./orderRows";
import type { OrderNote, ScoringBook } from "./types";

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
 * that a row is an order; without them two equal rows are two orders.
 *
 * @throws InvalidArgumentError "lengthDiffers" if a range is not as long as the customers;
 *   "severalColumns" if one has more than one column
 */
export function bookOfColumns(ranges: OrderRanges, settings: Settings): ScoringBook {
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
  const { base } = exchange([], [], settings.currency);
  return assembleBook(
    read.rows,
    {
      customers: read.customers,
      customerKeys: read.customerKeys,
      orderNumbers: read.orderNumbers,
      currency: base,
      notes: read.notes,
      channel: null,
    },
    settings,
  ).book;
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
  readonly customers: readonly string[];
  readonly customerKeys: readonly string[];
  readonly orderNumbers: readonly string[];
  readonly notes: readonly OrderNote[];
}

function readColumns(columns: Columns, date1904: boolean, settings: Settings): ReadColumns {
  const height = heightOf(columns.customers);
  const notes: OrderNote[] = [];
  const stated = settings.dateOrder === "auto" ? null : settings.dateOrder;
  const zone = settings.timeZone === null ? null : zoneOffset(settings.timeZone);
  const reading: MomentReading = { date1904, dateOrder: null, zoneOffset: zone };
  // What a column settles is asked for by the first cell that hangs on it: most columns are walked once.
  const settledReading = lazily((): MomentReading => {
    const inferred = isNumbers(columns.dates) ? null : columnDateOrder(columns.dates, 0);
    if (inferred !== null) notes.push({ code: "dateOrderInferred", dateOrder: inferred, sheet: "" });
    return { ...reading, dateOrder: inferred ?? stated };
  });
  const settledMark = lazily(() =>
    isNumbers(columns.amounts) ? null : columnDecimalMark(columns.amounts, 0),
  );
  const scale = 10 ** settings.currency.decimals;
  const customers = newIdIndex();
  const orders = newIdIndex();
  const customer = new Int32Array(height);
  const order = new Int32Array(columns.orderIds === null ? 0 : height).fill(-1);
  const day = new Int32Array(height);
  const gross = new Float64Array(height);
  const fault = new Uint8Array(height);
  // Where each read row stands: only copies need to be looked at again.
  const source = new Int32Array(columns.orderIds === null ? 0 : height);
  let count = 0;
  let longIds = 0;
  for (let row = isHeading(columns) ? 1 : 0; row < height; row++) {
    const dateCell = cellAt(columns.dates, row);
    if (isBlankRow(columns, row)) continue;
    const customerCell = cellAt(columns.customers, row);
    const amountCell = cellAt(columns.amounts, row);
    const owner = customerCell === 0 ? -1 : customers.of(customerCell);
    customer[count] = owner;
    if (isLongNumberId(customerCell)) longIds++;
    if (columns.orderIds !== null) {
      const orderCell = cellAt(columns.orderIds, row);
      order[count] = orderCell === 0 ? -1 : orders.of(orderCell);
      if (isLongNumberId(orderCell)) longIds++;
    }
    const alone = parseDay(dateCell, reading);
    const date = alone === "ambiguous" ? parseDay(dateCell, settledReading()) : alone;
    const hangs = typeof amountCell === "string" && needsDecimalMark(amountCell);
    const amount = parseAmount(amountCell, hangs ? settledMark() : null);
    if (typeof date === "number") {
      day[count] = date;
      if (typeof amount !== "number") fault[count] = UNREADABLE_AMOUNT;
      else {
        gross[count] = minorUnits(amount, scale);
        if (owner < 0) fault[count] = NO_CUSTOMER;
      }
    } else {
      day[count] = NO_DAY;
      fault[count] = date === "ambiguous" ? AMBIGUOUS_DATE : UNREADABLE_DATE;
    }
    if (columns.orderIds !== null) source[count] = row;
    count++;
  }
  if (longIds > 0) notes.push({ code: "longNumberIds", rows: longIds, sheet: "" });
  const read = {
    customer: customer.subarray(0, count),
    order: order.subarray(0, count),
    day: day.subarray(0, count),
    amount: gross.subarray(0, count),
  };
  const duplicate = columns.orderIds === null ? null : copies(columns, read, source, settings, notes);
  return {
    rows: {
      count,
      customer: read.customer,
      order: columns.orderIds === null ? null : read.order,
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
    customers: customers.shown,
    customerKeys: customers.keys,
    orderNumbers: orders.shown,
    notes,
  };
}

function copies(
  columns: Columns,
  read: Pick<OrderRows, "customer" | "day"> & { readonly order: Int32Array; readonly amount: Float64Array },
  source: Int32Array,
  settings: Settings,
  notes: OrderNote[],
): Uint8Array | null {
  if (settings.duplicates === "keep") return null;
  const count = read.customer.length;
  const found = findDuplicates(
    count,
    { keys: [read.customer, read.order, read.day], amount: read.amount },
    (row) => {
      const place = source[row] ?? 0;
      const { customers, dates, amounts, orderIds } = columns;
      return textOfCells([
        cellAt(customers, place),
        cellAt(dates, place),
        cellAt(amounts, place),
        orderIds === null ? undefined : cellAt(orderIds, place),
      ]);
    },
  );
  // Rows without an order number are orders of their own, however alike they look.
  let numbered = 0;
  for (let row = 0; row < count; row++) {
    if (found.marks[row] !== 1) continue;
    if ((read.order[row] ?? -1) < 0) found.marks[row] = 0;
    else numbered++;
  }
  if (numbered === 0) return null;
  if (settings.duplicates === "auto" && isLineLevel(read, found.marks, 0, count)) {
    notes.push({ code: "genuineDuplicatesKept", rows: numbered });
    return null;
  }
  return found.marks;
}
