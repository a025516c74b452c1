import { SECONDS_PER_DAY } from "../math/day";
import type { Settings } from "../settings";
import { cellText, isBlankCell, shownId, type Cell, type FieldOf, type MappedTable } from "../tables";
import { assembleBook, type AssembledBook } from "./assembleBook";
import { madeToMeasure } from "./madeToMeasure";
import { orderDiscounts } from "./orderDiscounts";
import { orderLines } from "./orderLines";
import { orderNotes } from "./orderNotes";
import { paymentHours } from "./paymentHours";
import { refundEvents } from "./refundEvents";
import { UNPAID } from "./orderRows";
import { rowCounts } from "./rowCounts";
import { customerColumn, readOrderRows, type ReadRows } from "./readOrderRows";
import {
  REJECT_REASONS,
  type OrderBook,
  type RejectedRow,
  type RejectReason,
  type UnpaidOrder,
} from "./types";

type OrderTable = MappedTable<"orders">;

/**
 * Everything the order sheets say up to the as-of date: orders, their lines, sums per customer, and
 * what became of every row.
 *
 * Nothing is dropped silently: `counts` names each row once, as used, before the window, or rejected
 * for the first reason that holds, and `rejected` lists the rejected ones. Blank rows are no rows. The
 * order of tables and rows changes nothing but who is "first seen", and which of several rows with one
 * order number a further line of that order stands with.
 *
 * @param tables - recognised order sheets; several are read as one
 * @param settings - `asOf` null: the last valid order day
 * @throws InvalidArgumentError if the stated time zone is unknown
 */
export function readOrderBook(tables: readonly OrderTable[], settings: Settings): OrderBook {
  const read = readOrderRows(tables, settings);
  const assembled = assembleBook(read.rows, { ...read }, settings);
  const { book, settled } = assembled;
  return {
    ...book,
    counts: rowCounts(read.rows, settled, book.windowStart),
    notes: [
      ...read.notes,
      ...orderNotes(settled, book.summary, book.orders, {
        asOf: book.asOf,
        windowDays: settings.windowDays,
      }),
    ],
    lines: orderLines(read, assembled),
    discounts: orderDiscounts(read, assembled),
    paymentHours: paymentHours(tables, read, assembled, settings),
    madeToMeasure: madeToMeasure(tables, read, assembled),
    refunds: refundEvents(read, assembled),
    items: read.items,
    categories: read.categories,
    channels: read.channels,
    unpaid: unpaidOrders(tables, read, assembled, settings),
    rejected: rejectedRows(tables, read, assembled),
  };
}

function cellsOf(tables: readonly OrderTable[], read: ReadRows, row: number): readonly Cell[] {
  return tables[read.table[row] ?? 0]?.rows[read.place[row] ?? 0] ?? [];
}

/** Orders that wait for payment at the moment of judgement and were not paid in another row. */
function unpaidOrders(
  tables: readonly OrderTable[],
  read: ReadRows,
  assembled: AssembledBook,
  settings: Settings,
): readonly UnpaidOrder[] {
  const { rows } = read;
  const { settled, book } = assembled;
  const orderOfGroup = assembled.orderOfGroup();
  const { status } = rows;
  if (status === null) return [];
  const unpaidReason = REJECT_REASONS.indexOf("unpaid") + 1;
  const now = settings.now ?? (book.asOf + 1) * SECONDS_PER_DAY - 1;
  const paidKeys = new Set<string>();
  for (let group = 0; group < settled.groupCount; group++) {
    const order = rows.order?.[settled.firstRow(group)] ?? -1;
    if (order >= 0 && (orderOfGroup[group] ?? -1) >= 0) paidKeys.add(`${settled.customer[group]} ${order}`);
  }
  const unpaid: UnpaidOrder[] = [];
  const listed = new Set<string>();
  for (let row = 0; row < rows.count; row++) {
    if (status[row] !== UNPAID || settled.reasonOfRow[row] !== unpaidReason) continue;
    const createdAt = read.createdAt.get(row);
    if (createdAt === undefined || createdAt > now) continue;
    const order = rows.order?.[row] ?? -1;
    const key = `${rows.customer[row]} ${order}`;
    if (order >= 0 && (paidKeys.has(key) || listed.has(key))) continue;
    listed.add(key);
    const table = tables[read.table[row] ?? 0];
    unpaid.push({
      customer: rows.customer[row] ?? 0,
      orderId: read.orderNumbers[order] ?? "",
      createdAt,
      amount: read.payable[row] ?? 0,
      file: table?.file ?? "",
      sheet: table?.sheet ?? "",
      row: (table?.firstRow ?? 1) + (read.place[row] ?? 0),
    });
  }
  return unpaid;
}

/** Fields whose cell is at fault for a reason; the first that is filled is shown. */
const FIELDS_AT_FAULT: Readonly<Record<RejectReason, readonly FieldOf<"orders">[]>> = {
  duplicate: [],
  unreadableDate: ["paidAt", "createdAt"],
  ambiguousDate: ["paidAt", "createdAt"],
  unreadableAmount: ["paid", "refunded", "quantity", "unitPrice"],
  noCustomer: [],
  noRate: ["currency", "paid"],
  fullRefund: ["refunded", "status"],
  unpaid: ["status"],
  cancelled: ["status", "cancelledAt"],
  zeroAmount: ["paid"],
  afterAsOf: ["paidAt", "createdAt"],
};

/** What of a long cell is shown: enough to find it. */
const LONGEST_TEXT = 200;

function rejectedRows(
  tables: readonly OrderTable[],
  read: ReadRows,
  assembled: AssembledBook,
): readonly RejectedRow[] {
  const { reasonOfRow } = assembled.settled;
  const customerAt = tables.map(customerColumn);
  const rejected: RejectedRow[] = [];
  for (let row = 0; row < read.rows.count; row++) {
    const reason = REJECT_REASONS[(reasonOfRow[row] ?? 0) - 1];
    if (reason === undefined) continue;
    const index = read.table[row] ?? 0;
    const table = tables[index];
    if (table === undefined) continue;
    const cells = cellsOf(tables, read, row);
    const customer = customerAt[index];
    const order = table.columns.orderId;
    rejected.push({
      file: table.file,
      sheet: table.sheet,
      row: table.firstRow + (read.place[row] ?? 0),
      reason,
      customerId: customer === undefined ? "" : shownId(cells[customer]),
      orderId: order === undefined ? "" : shownId(cells[order]),
      text: textAtFault(table, cells, reason),
    });
  }
  return rejected;
}

function textAtFault(table: OrderTable, cells: readonly Cell[], reason: RejectReason): string {
  for (const field of FIELDS_AT_FAULT[reason]) {
    const column = table.columns[field];
    const cell = column === undefined ? undefined : cells[column];
    if (!isBlankCell(cell)) return cellText(cell).slice(0, LONGEST_TEXT);
  }
  return "";
}
