import { NO_DAY, type DayNumber } from "../math/day";
import { reasonCode, UNPAID, type OrderRows } from "./orderRows";

/** A day after every other: no cut. */
export const NO_CUT: DayNumber = 2147483647;

/** Orders as columns, in order of their first row, and what became of each row. */
export interface SettledOrders {
  /** Groups of rows with one customer and order number; those with `valid` are orders. */
  readonly groupCount: number;
  readonly customer: Int32Array;
  /** Earliest positive row of the group. */
  readonly day: Int32Array;
  readonly net: Float64Array;
  /** null: no order has a refund. */
  readonly refunded: Float64Array | null;
  readonly valid: Uint8Array;
  /** First row of the group that is known by the cut. */
  readonly firstRow: (group: number) => number;
  /** Group of a row; -1: rejected. Further lines have the group of their head. */
  readonly groupOfRow: (row: number) => number;
  /** 0, or `reasonCode` of why the row is not used. */
  readonly reasonOfRow: Uint8Array;
  /** 1: the row is money of no order (a refund without a match), and stands on its own day. */
  readonly looseRow: Uint8Array;
  /** Last day of a row that is read and counts, before or after the cut; NO_DAY: none. */
  readonly lastRowDay: DayNumber;
  /** Last day of a valid order; NO_DAY: none. */
  readonly lastOrderDay: DayNumber;
  /** Groups with a positive row of which more was given back than paid. */
  readonly overRefunded: readonly number[];
  /** Rows marked in `looseRow`. */
  readonly looseRows: number;
  /** Rows with a refund in them that has no day of its own. */
  readonly undatedRefundRows: number;
}

const DUPLICATE = reasonCode("duplicate");
const FULL_REFUND = reasonCode("fullRefund");
const UNPAID_REASON = reasonCode("unpaid");
const CANCELLED_REASON = reasonCode("cancelled");
const ZERO = reasonCode("zeroAmount");
const AFTER = reasonCode("afterAsOf");

/**
 * Nets rows to orders with what is known on the last day of `cut`, and gives each row one reason or none.
 *
 * Rows of one customer and order number are one order; a row without a number is one order. An order
 * whose net is not above 0 is none: with a positive row its rows are `fullRefund`, with zero rows alone
 * they are `zeroAmount` (an order after all where `countZero` is set). Negative rows without a positive
 * one stay loose: their money counts on their own day. A row dated after the cut is not netted; it is
 * `afterAsOf` unless it would count for nothing anyhow.
 */
export function settleOrders(rows: OrderRows, cut: DayNumber, countZero: boolean): SettledOrders {
  const everyRowIsAnOrder =
    rows.order === null && rows.gross === rows.net && rows.status === null && rows.head === null;
  return everyRowIsAnOrder ? settleSingleRows(rows, cut, countZero) : settleGroups(rows, cut, countZero);
}

/** Where rows have neither order number, refund nor status there is nothing to net: the rows are the orders. */
function settleSingleRows(rows: OrderRows, cut: DayNumber, countZero: boolean): SettledOrders {
  const { count, day, net, fault, duplicate } = rows;
  const reasonOfRow = new Uint8Array(count);
  const looseRow = new Uint8Array(count);
  const valid = new Uint8Array(count);
  let looseRows = 0;
  let lastRowDay = NO_DAY;
  let lastOrderDay = NO_DAY;
  for (let row = 0; row < count; row++) {
    const broken = duplicate !== null && duplicate[row] === 1 ? DUPLICATE : (fault[row] ?? 0);
    if (broken !== 0) {
      reasonOfRow[row] = broken;
      continue;
    }
    const rowDay = day[row] ?? NO_DAY;
    const rowNet = net[row] ?? 0;
    if (rowDay > lastRowDay) lastRowDay = rowDay;
    if (rowNet === 0 && !countZero) reasonOfRow[row] = ZERO;
    else if (rowDay > cut) reasonOfRow[row] = AFTER;
    else if (rowNet < 0) {
      looseRow[row] = 1;
      looseRows++;
    } else {
      valid[row] = 1;
      if (rowDay > lastOrderDay) lastOrderDay = rowDay;
    }
  }
  return {
    groupCount: count,
    customer: rows.customer,
    day,
    net,
    refunded: null,
    valid,
    firstRow: (group) => group,
    groupOfRow: (row) => (reasonOfRow[row] === 0 ? row : -1),
    reasonOfRow,
    overRefunded: [],
    looseRow,
    looseRows,
    lastRowDay,
    lastOrderDay,
    undatedRefundRows: 0,
  };
}

function settleGroups(rows: OrderRows, cut: DayNumber, countZero: boolean): SettledOrders {
  const { count, customer, order, day, gross, net, refundDay, fault, status, statusDay, head, duplicate } =
    rows;
  const reasonOfRow = new Uint8Array(count);
  const groupOfRow = new Int32Array(count).fill(-1);
  const looseRow = new Uint8Array(count);
  const groups = newGroups(count);
  const findGroup = groupFinder(order, customer);
  let lastRowDay = NO_DAY;
  let undatedRefundRows = 0;

  for (let row = 0; row < count; row++) {
    if (head !== null && (head[row] ?? -1) >= 0) continue;
    if (duplicate !== null && duplicate[row] === 1) {
      reasonOfRow[row] = DUPLICATE;
      continue;
    }
    const broken = fault[row] ?? 0;
    if (broken !== 0) {
      reasonOfRow[row] = broken;
      continue;
    }
    const rowGross = gross[row] ?? 0;
    let rowNet = net[row] ?? 0;
    if (rowGross !== rowNet) {
      const knownFrom = refundDay === null ? NO_DAY : (refundDay[row] ?? NO_DAY);
      if (knownFrom === NO_DAY) undatedRefundRows++;
      else if (knownFrom > cut) rowNet = rowGross;
    }
    const fullyRefunded = rowGross > 0 && rowNet <= 0;
    // A negative row is money given back, whatever became of the order.
    if (status !== null && status[row] !== 0 && rowGross >= 0 && rowNet >= 0 && !fullyRefunded) {
      if (statusDay === null || (statusDay[row] ?? NO_DAY) <= cut) {
        reasonOfRow[row] = status[row] === UNPAID ? UNPAID_REASON : CANCELLED_REASON;
        continue;
      }
    }
    const rowDay = day[row] ?? NO_DAY;
    const isZero = rowGross === 0 && rowNet === 0;
    if (rowDay > lastRowDay) lastRowDay = rowDay;
    if (rowDay > cut) {
      reasonOfRow[row] = fullyRefunded ? FULL_REFUND : isZero && !countZero ? ZERO : AFTER;
      continue;
    }
    const group = findGroup(row, groups);
    groupOfRow[row] = group;
    groups.net[group] = (groups.net[group] ?? 0) + rowNet;
    const counts = rowGross > 0 || (isZero && countZero);
    if (counts) {
      const known = groups.day[group] ?? NO_DAY;
      if (known === NO_DAY || rowDay < known) groups.day[group] = rowDay;
      groups.gross[group] = (groups.gross[group] ?? 0) + rowGross;
    } else if (!isZero) {
      groups.hasRefundRow[group] = 1;
    }
  }

  const refunded = groups.gross;
  const overRefunded: number[] = [];
  const valid = new Uint8Array(groups.count());
  let lastOrderDay = NO_DAY;
  for (let group = 0; group < valid.length; group++) {
    const groupDay = groups.day[group] ?? NO_DAY;
    const groupNet = groups.net[group] ?? 0;
    const groupGross = groups.gross[group] ?? 0;
    refunded[group] = groupGross - groupNet;
    const free = countZero && groupNet === 0 && groupGross === 0 && groups.hasRefundRow[group] === 0;
    if (groupDay === NO_DAY) continue;
    if (groupNet < 0) overRefunded.push(group);
    if (!(groupNet > 0 || free)) continue;
    valid[group] = 1;
    if (groupDay > lastOrderDay) lastOrderDay = groupDay;
  }

  let looseRows = 0;
  for (let row = 0; row < count; row++) {
    const group = groupOfRow[row] ?? -1;
    if (group < 0 || valid[group] === 1) continue;
    if ((groups.day[group] ?? NO_DAY) !== NO_DAY) reasonOfRow[row] = FULL_REFUND;
    else if (gross[row] === 0 && net[row] === 0) reasonOfRow[row] = ZERO;
    else {
      looseRow[row] = 1;
      looseRows++;
    }
  }

  if (head !== null) {
    for (let row = 0; row < count; row++) {
      const first = head[row] ?? -1;
      if (first < 0) continue;
      if (duplicate !== null && duplicate[row] === 1) reasonOfRow[row] = DUPLICATE;
      else {
        reasonOfRow[row] = reasonOfRow[first] ?? 0;
        groupOfRow[row] = groupOfRow[first] ?? -1;
        looseRow[row] = looseRow[first] ?? 0;
      }
    }
  }

  return {
    groupCount: valid.length,
    customer: groups.customer,
    day: groups.day,
    net: groups.net,
    refunded,
    valid,
    firstRow: (group) => groups.firstRow[group] ?? -1,
    groupOfRow: (row) => groupOfRow[row] ?? -1,
    reasonOfRow,
    overRefunded,
    looseRow,
    looseRows,
    lastRowDay,
    lastOrderDay,
    undatedRefundRows,
  };
}

interface Groups {
  readonly customer: Int32Array;
  readonly day: Int32Array;
  readonly net: Float64Array;
  readonly gross: Float64Array;
  readonly hasRefundRow: Uint8Array;
  readonly firstRow: Int32Array;
  readonly count: () => number;
  readonly open: (customer: number, row: number) => number;
}

function newGroups(most: number): Groups {
  const customer = new Int32Array(most);
  const firstRow = new Int32Array(most);
  let next = 0;
  return {
    customer,
    day: new Int32Array(most).fill(NO_DAY),
    net: new Float64Array(most),
    gross: new Float64Array(most),
    hasRefundRow: new Uint8Array(most),
    firstRow,
    count: () => next,
    open: (owner, row) => {
      customer[next] = owner;
      firstRow[next] = row;
      return next++;
    },
  };
}

/**
 * Finds the group of a row. Nearly every order number belongs to one customer, so the number's first
 * owner is looked at first; only further owners of the same number go through a map.
 */
function groupFinder(
  order: Int32Array | null,
  customer: Int32Array,
): (row: number, groups: Groups) => number {
  if (order === null) return (row, groups) => groups.open(customer[row] ?? -1, row);
  let most = -1;
  for (const index of order) if (index > most) most = index;
  const firstGroup = new Int32Array(most + 1).fill(-1);
  const others = new Map<string, number>();
  return (row, groups) => {
    const owner = customer[row] ?? -1;
    const number = order[row] ?? -1;
    if (number < 0) return groups.open(owner, row);
    const first = firstGroup[number] ?? -1;
    if (first < 0) {
      const opened = groups.open(owner, row);
      firstGroup[number] = opened;
      return opened;
    }
    if (groups.customer[first] === owner) return first;
    const key = `${owner} ${number}`;
    const known = others.get(key);
    if (known !== undefined) return known;
    const opened = groups.open(owner, row);
    others.set(key, opened);
    return opened;
  };
}
