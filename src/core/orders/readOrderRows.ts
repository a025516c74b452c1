import { NO_DAY, SECONDS_PER_DAY, type Moment } from "../math/day";
import type { Settings } from "../settings";
import {
  columnDateOrder,
  columnDecimalMark,
  currencyCode,
  currencyOfAmount,
  isBlankCell,
  isLongNumberId,
  isTotalsLabel,
  parseAmount,
  parseDay,
  parseMoment,
  zoneOffset,
  type Cell,
  type DecimalMark,
  type FieldOf,
  type MappedTable,
  type MomentReading,
} from "../tables";
import { exchange } from "./exchange";
import { findDuplicates, isLineLevel, textOfCells } from "./findDuplicates";
import { newIdIndex } from "./idIndex";
import { CANCELLED, minorUnits, reasonCode, UNPAID, type OrderRows } from "./orderRows";
import { orderStatus } from "./statusWords";
import type { OrderNote } from "./types";
import { newWordIndex, type WordIndex } from "./wordIndex";

type OrderTable = MappedTable<"orders">;

/** Rows of order sheets as columns, with where each stands and what was bought. */
export interface ReadRows {
  readonly rows: OrderRows;
  readonly customerCount: number;
  readonly customers: readonly string[];
  readonly customerKeys: readonly string[];
  readonly orderNumbers: readonly string[];
  readonly currency: string;
  readonly notes: readonly OrderNote[];
  /** Index of the table each row stands in, and the row's index there. */
  readonly table: Int32Array;
  readonly place: Int32Array;
  readonly channel: Int32Array;
  readonly item: Int32Array;
  readonly category: Int32Array;
  /** What a line weighs within its order's total, where the total stands elsewhere. */
  readonly weight: Float64Array;
  /** What the row would have cost without a discount, in minor units of the base currency, 0: unknown; null: no row says. */
  readonly listPrice: Float64Array | null;
  readonly items: readonly string[];
  readonly categories: readonly string[];
  readonly channels: readonly string[];
  /** Payable amount in minor units, for orders that wait for payment. */
  readonly payable: Float64Array;
  /** When the orders that wait for payment were made, by row. */
  readonly createdAt: ReadonlyMap<number, Moment>;
}

const UNREADABLE_DATE = reasonCode("unreadableDate");
const AMBIGUOUS_DATE = reasonCode("ambiguousDate");
const UNREADABLE_AMOUNT = reasonCode("unreadableAmount");
const NO_CUSTOMER = reasonCode("noCustomer");
const NO_RATE = reasonCode("noRate");

/** Fields that name the customer, best first: an export without ids is keyed by e-mail, then by phone. */
const CUSTOMER_FIELDS = ["customerId", "email", "phone"] as const;

/** Column that holds the customer of each row; undefined: none does. */
export function customerColumn(table: OrderTable): number | undefined {
  const field = CUSTOMER_FIELDS.find((name) => table.columns[name] !== undefined);
  return field === undefined ? undefined : table.columns[field];
}

/** How the dates of each column of a table are to be read. */
export function dateReading(
  table: OrderTable,
  field: FieldOf<"orders">,
  settings: Settings,
): { readonly reading: MomentReading; readonly inferred: MomentReading["dateOrder"] } {
  const column = table.columns[field];
  const inferred = column === undefined ? null : columnDateOrder(table.rows, column);
  const stated = settings.dateOrder === "auto" ? null : settings.dateOrder;
  return {
    reading: {
      date1904: table.date1904,
      dateOrder: inferred ?? stated,
      zoneOffset: settings.timeZone === null ? null : zoneOffset(settings.timeZone),
    },
    inferred,
  };
}

/** Reads every row that is not blank; nothing here depends on the as-of date. */
export function readOrderRows(tables: readonly OrderTable[], settings: Settings): ReadRows {
  const most = tables.reduce((sum, table) => sum + table.rows.length, 0);
  const sink = newSink(most);
  const spans: { from: number; to: number; lineLevel: boolean }[] = [];
  for (const [index, table] of tables.entries()) {
    const from = sink.count;
    const lineLevel = readTable(table, index, settings, sink);
    spans.push({ from, to: sink.count, lineLevel });
  }
  const { count } = sink;
  const duplicate = dropDuplicates(tables, sink, spans, settings);
  const money = exchange(sink.currencies.words, sink.currencyCounts, settings.currency);
  const scale = 10 ** settings.currency.decimals;
  const gross = new Float64Array(count);
  const net = new Float64Array(count);
  const payable = new Float64Array(count);
  for (let row = 0; row < count; row++) {
    if (sink.fault[row] !== 0) continue;
    const rate = money.rate(sink.currency[row] ?? -1, sink.day[row] ?? NO_DAY);
    if (rate === null) {
      sink.fault[row] = NO_RATE;
      continue;
    }
    const paid = sink.paid[row] ?? 0;
    gross[row] = minorUnits(paid * rate, scale);
    net[row] = minorUnits((paid - (sink.refunded[row] ?? 0)) * rate, scale);
    payable[row] = minorUnits((sink.payable[row] ?? 0) * rate, scale);
  }
  const listPrice = sink.has.listPrice ? new Float64Array(count) : null;
  for (let row = 0; listPrice !== null && row < count; row++) {
    // A further line names no currency of its own.
    const head = sink.has.head && (sink.head[row] ?? -1) >= 0 ? (sink.head[row] ?? row) : row;
    const rate = money.rate(sink.currency[head] ?? -1, sink.day[head] ?? NO_DAY);
    listPrice[row] = minorUnits((sink.listPrice[row] ?? 0) * (rate ?? 0), scale);
  }
  return {
    rows: {
      count,
      customer: sink.customer.subarray(0, count),
      order: sink.orders.ids.cells.length > 0 ? sink.order.subarray(0, count) : null,
      day: sink.day.subarray(0, count),
      gross,
      net,
      refundDay: sink.has.refundDay ? sink.refundDay.subarray(0, count) : null,
      fault: sink.fault.subarray(0, count),
      status: sink.has.status ? sink.status.subarray(0, count) : null,
      statusDay: sink.has.statusDay ? sink.statusDay.subarray(0, count) : null,
      head: sink.has.head ? sink.head.subarray(0, count) : null,
      duplicate: duplicate.marks,
    },
    customerCount: sink.customers.ids.cells.length,
    customers: sink.customers.ids.shown,
    customerKeys: sink.customers.ids.keys,
    orderNumbers: sink.orders.ids.shown,
    currency: money.base,
    notes: [...sink.notes, ...duplicate.notes],
    table: sink.table.subarray(0, count),
    place: sink.place.subarray(0, count),
    channel: sink.channel.subarray(0, count),
    item: sink.item.subarray(0, count),
    category: sink.category.subarray(0, count),
    weight: sink.weight.subarray(0, count),
    listPrice,
    items: sink.items.words,
    categories: sink.categories.words,
    channels: sink.channels.words,
    payable,
    createdAt: sink.createdAt,
  };
}

interface Sink {
  count: number;
  readonly has: {
    refundDay: boolean;
    status: boolean;
    statusDay: boolean;
    head: boolean;
    listPrice: boolean;
  };
  readonly customers: ReturnType<typeof newIdIndex>;
  readonly orders: ReturnType<typeof newIdIndex>;
  readonly currencies: WordIndex;
  readonly currencyCounts: number[];
  readonly items: WordIndex;
  readonly categories: WordIndex;
  readonly channels: WordIndex;
  readonly notes: OrderNote[];
  readonly createdAt: Map<number, Moment>;
  readonly table: Int32Array;
  readonly place: Int32Array;
  readonly customer: Int32Array;
  readonly order: Int32Array;
  readonly day: Int32Array;
  readonly refundDay: Int32Array;
  readonly statusDay: Int32Array;
  readonly head: Int32Array;
  readonly currency: Int32Array;
  readonly channel: Int32Array;
  readonly item: Int32Array;
  readonly category: Int32Array;
  readonly fault: Uint8Array;
  readonly status: Uint8Array;
  readonly paid: Float64Array;
  readonly refunded: Float64Array;
  readonly payable: Float64Array;
  readonly weight: Float64Array;
  readonly listPrice: Float64Array;
}

function newSink(most: number): Sink {
  const indexes = () => new Int32Array(most).fill(-1);
  const days = () => new Int32Array(most).fill(NO_DAY);
  return {
    count: 0,
    has: { refundDay: false, status: false, statusDay: false, head: false, listPrice: false },
    customers: newIdIndex(),
    orders: newIdIndex(),
    currencies: newWordIndex(),
    currencyCounts: [],
    items: newWordIndex(),
    categories: newWordIndex(),
    channels: newWordIndex(),
    notes: [],
    createdAt: new Map(),
    table: new Int32Array(most),
    place: new Int32Array(most),
    customer: indexes(),
    order: indexes(),
    day: days(),
    refundDay: days(),
    statusDay: days(),
    head: indexes(),
    currency: indexes(),
    channel: indexes(),
    item: indexes(),
    category: indexes(),
    fault: new Uint8Array(most),
    status: new Uint8Array(most),
    paid: new Float64Array(most),
    refunded: new Float64Array(most),
    payable: new Float64Array(most),
    weight: new Float64Array(most),
    listPrice: new Float64Array(most),
  };
}

/** Reads one table into the sink; true where its rows are lines of orders by their layout alone. */
function readTable(table: OrderTable, index: number, settings: Settings, sink: Sink): boolean {
  const { columns, rows } = table;
  const customerAt = customerColumn(table);
  const paidDate = dateReading(table, "paidAt", settings);
  const createdDate = dateReading(table, "createdAt", settings);
  const refundDate = dateReading(table, "refundedAt", settings);
  const cancelDate = dateReading(table, "cancelledAt", settings);
  const inferred = paidDate.inferred ?? createdDate.inferred;
  if (inferred !== null) {
    sink.notes.push({ code: "dateOrderInferred", dateOrder: inferred, sheet: table.sheet });
  }
  const marks = {
    paid: markOf(table, "paid"),
    refunded: markOf(table, "refunded"),
    quantity: markOf(table, "quantity"),
    unitPrice: markOf(table, "unitPrice"),
    listAmount: markOf(table, "listAmount"),
  };
  const paidFromLines = columns.paid === undefined;
  // Rows that may be further lines of an order whose totals stand in another row.
  const openLines: number[] = [];
  const headOf = new Map<number, number>();
  let longIds = 0;

  for (let place = 0; place < rows.length; place++) {
    const cells = rows[place] ?? [];
    if (isBlankRow(cells)) continue;
    const row = sink.count++;
    const at = (column: number | undefined): Cell | undefined =>
      column === undefined ? undefined : cells[column];
    sink.table[row] = index;
    sink.place[row] = place;
    const customerCell = at(customerAt);
    const orderCell = at(columns.orderId);
    // A row of totals has no day, and makes nobody a customer.
    const isTotal =
      isTotalsLabel(customerCell) && isBlankDate(at(columns.paidAt)) && isBlankDate(at(columns.createdAt));
    const customer = isTotal ? -1 : sink.customers.of(customerCell);
    const order = sink.orders.of(orderCell);
    sink.customer[row] = customer;
    sink.order[row] = order;
    if (isLongNumberId(customerCell) || isLongNumberId(orderCell)) longIds++;
    if (columns.item !== undefined) sink.item[row] = sink.items.of(cells[columns.item]);
    if (columns.category !== undefined) sink.category[row] = sink.categories.of(cells[columns.category]);
    if (columns.channel !== undefined) sink.channel[row] = sink.channels.of(cells[columns.channel]);

    const paidCell = at(columns.paid);
    const code =
      columns.currency === undefined ? currencyOfAmount(paidCell) : currencyCode(cells[columns.currency]);
    if (code !== "") {
      const currency = sink.currencies.of(code);
      sink.currency[row] = currency;
      sink.currencyCounts[currency] = (sink.currencyCounts[currency] ?? 0) + 1;
    }

    const statusCell = at(columns.status);
    let status = columns.status === undefined ? "counts" : orderStatus(statusCell);
    const cancelCell = at(columns.cancelledAt);
    if (columns.cancelledAt !== undefined && status !== "refunded" && !isBlankCell(cancelCell)) {
      const cancelled = parseDay(cancelCell, cancelDate.reading);
      // A status word that already says so holds whatever the day.
      if (status === "counts" && typeof cancelled === "number") {
        sink.statusDay[row] = cancelled;
        sink.has.statusDay = true;
      }
      status = "cancelled";
    }
    if (status === "unpaid" || status === "cancelled") {
      sink.status[row] = status === "unpaid" ? UNPAID : CANCELLED;
      sink.has.status = true;
    }

    const quantity = parseAmount(at(columns.quantity), marks.quantity);
    const unitPrice = parseAmount(at(columns.unitPrice), marks.unitPrice);
    const line = typeof quantity === "number" && typeof unitPrice === "number" ? quantity * unitPrice : null;
    const paid = paidFromLines ? (line ?? "unreadable") : parseAmount(paidCell, marks.paid);
    const refund = parseAmount(at(columns.refunded), marks.refunded);
    const listed = parseAmount(at(columns.listAmount), marks.listAmount);
    sink.weight[row] = line ?? (typeof listed === "number" ? listed : 0);
    // Where the price of the lines is all there is, it is what was paid.
    const price = paidFromLines ? 0 : typeof listed === "number" ? listed : (line ?? 0);
    if (price > 0) {
      sink.listPrice[row] = price;
      sink.has.listPrice = true;
    }

    // Where the payment time is blank, the creation time is the order's date.
    const paidAt = at(columns.paidAt);
    const day = isBlankDate(paidAt)
      ? parseDay(at(columns.createdAt), createdDate.reading)
      : parseDay(paidAt, paidDate.reading);
    if (typeof day === "number") {
      sink.day[row] = day;
      if (status === "unpaid") {
        const created = parseMoment(at(columns.createdAt), createdDate.reading);
        const known = typeof created === "number" ? created : parseMoment(paidAt, paidDate.reading);
        sink.createdAt.set(row, typeof known === "number" ? known : day * SECONDS_PER_DAY);
      }
    }

    const blankPaid = paid === "missing";
    const amountRead =
      refund !== "unreadable" &&
      (typeof paid === "number" || (blankPaid && (typeof refund === "number" || status !== "counts")));
    if (typeof day !== "number") {
      sink.fault[row] = day === "ambiguous" ? AMBIGUOUS_DATE : UNREADABLE_DATE;
    } else if (!amountRead) sink.fault[row] = UNREADABLE_AMOUNT;
    else if (customer < 0) sink.fault[row] = NO_CUSTOMER;

    if (amountRead) {
      const amount = typeof paid === "number" ? paid : 0;
      sink.paid[row] = amount;
      // Some exports write refunds as negative amounts; a status of "refunded" without one means all of it.
      const back = typeof refund === "number" ? Math.abs(refund) : 0;
      sink.refunded[row] = status === "refunded" && back === 0 ? Math.max(0, amount) : back;
      const payable = typeof listed === "number" ? listed : amount;
      sink.payable[row] = payable;
      if (back > 0 && columns.refundedAt !== undefined) {
        const refundDay = parseDay(cells[columns.refundedAt], refundDate.reading);
        if (typeof refundDay === "number") {
          sink.refundDay[row] = refundDay;
          sink.has.refundDay = true;
        }
      }
    }

    if (order < 0) continue;
    if (!paidFromLines && blankPaid && refund === "missing" && isBlankCell(statusCell)) openLines.push(row);
    else if (!headOf.has(order)) headOf.set(order, row);
  }

  let lines = 0;
  for (const row of openLines) {
    const head = headOf.get(sink.order[row] ?? -1);
    if (head === undefined) continue;
    const customer = sink.customer[row] ?? -1;
    if (customer >= 0 && customer !== sink.customer[head]) continue;
    sink.head[row] = head;
    sink.has.head = true;
    lines++;
  }
  if (longIds > 0) sink.notes.push({ code: "longNumberIds", rows: longIds, sheet: table.sheet });
  return paidFromLines || lines > 0;
}

function markOf(table: OrderTable, field: FieldOf<"orders">): DecimalMark | null {
  const column = table.columns[field];
  return column === undefined ? null : columnDecimalMark(table.rows, column);
}

function isBlankRow(cells: readonly (Cell | undefined)[]): boolean {
  for (const cell of cells) {
    if (typeof cell === "string" ? cell.trim() !== "" : cell !== null && cell !== undefined) return false;
  }
  return true;
}

function isBlankDate(cell: Cell | undefined): boolean {
  return cell === 0 || isBlankCell(cell);
}

function dropDuplicates(
  tables: readonly OrderTable[],
  sink: Sink,
  spans: readonly { readonly from: number; readonly to: number; readonly lineLevel: boolean }[],
  settings: Settings,
): { readonly marks: Uint8Array | null; readonly notes: readonly OrderNote[] } {
  if (settings.duplicates === "keep") return { marks: null, notes: [] };
  // Two sheets can repeat each other only where they have the same headings.
  const headings = tables.map((table) => textOfCells(table.headings));
  const found = findDuplicates(
    sink.count,
    { keys: [sink.customer, sink.order, sink.day, sink.item], amount: sink.paid },
    (row) => {
      const table = sink.table[row] ?? 0;
      return `${headings[table] ?? ""}\u0002${textOfCells(tables[table]?.rows[sink.place[row] ?? 0] ?? [])}`;
    },
  );
  if (found.count === 0) return { marks: null, notes: [] };
  if (settings.duplicates === "drop") return { marks: found.marks, notes: [] };
  let kept = 0;
  for (const { from, to, lineLevel } of spans) {
    const columns = { order: sink.order, day: sink.day, amount: sink.paid };
    const lines = lineLevel || isLineLevel(columns, found.marks, from, to);
    for (let row = from; row < to; row++) {
      if (found.marks[row] !== 1) continue;
      // Nothing but an order number tells a row written twice from two purchases alike.
      if (!lines && (sink.order[row] ?? -1) >= 0) continue;
      found.marks[row] = 0;
      kept++;
    }
  }
  return {
    marks: found.marks,
    notes: kept > 0 ? [{ code: "genuineDuplicatesKept", rows: kept }] : [],
  };
}
