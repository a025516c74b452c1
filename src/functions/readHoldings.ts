import { orderByName, type Holdings } from "../core/crossSell";
import { dayOfMoment, type DayNumber, type Moment } from "../core/math/day";
import {
  columnDateOrder,
  isBlankCell,
  normaliseId,
  parseDay,
  zoneOffset,
  type Cell,
  type MomentReading,
} from "../core/tables";
import { isBlankOrZero } from "./arguments/cellOf";
import { filledHeight, type Range } from "./arguments/range";
import type { DateOptions } from "./definitions/orderOptions";

export interface HoldingsArguments {
  readonly customers: Range;
  readonly items: Range;
  readonly dates: Range;
  /** The last day that counts; null: every day does. */
  readonly asOf: Moment | null;
  readonly options: DateOptions;
}

/** Who has what, with the cell in which each customer and each item was first seen. */
export interface CellHoldings extends Holdings {
  readonly customerCells: readonly Cell[];
  readonly itemCells: readonly Cell[];
}

/**
 * What each customer has bought by the as-of date. A row without a readable date, or without an item, adds its
 * customer and no more, so that heights match between dates; a first row whose date is a word is a heading.
 */
export function readHoldings({ customers, items, dates, asOf, options }: HoldingsArguments): CellHoldings {
  const height = filledHeight([customers, items, dates]);
  const reading = readingOfDates(dates, height, options);
  const lastDay = asOf === null ? Infinity : dayOfMoment(asOf);
  const customerIds = numbering();
  const itemIds = numbering();
  const customer: number[] = [];
  const item: number[] = [];
  for (let row = isHeading(dates.cell(0, 0), reading) ? 1 : 0; row < height; row++) {
    const who = customerIds.of(customers.cell(row, 0));
    const day: DayNumber | string = parseDay(dates.cell(row, 0), reading);
    if (who < 0 || typeof day !== "number" || day > lastDay) continue;
    const what = itemIds.of(items.cell(row, 0));
    if (what < 0) continue;
    customer.push(who);
    item.push(what);
  }
  const { order, place } = orderByName(itemIds.ids);
  return {
    customers: customerIds.cells.length,
    items: order.length,
    customer: Int32Array.from(customer),
    item: Int32Array.from(item, (of) => place[of] ?? -1),
    customerCells: customerIds.cells,
    itemCells: Array.from(order, (of) => itemIds.cells[of] ?? null),
  };
}

function readingOfDates(dates: Range, height: number, options: DateOptions): MomentReading {
  const { date1904, dateOrder, timeZone } = options;
  return {
    date1904,
    dateOrder: columnDateOrder(dates.rows(height), 0) ?? (dateOrder === "auto" ? null : dateOrder),
    zoneOffset: timeZone === "" ? null : zoneOffset(timeZone),
  };
}

function isHeading(date: Cell, reading: MomentReading): boolean {
  return typeof date === "string" && !isBlankCell(date) && parseDay(date, reading) === "unreadable";
}

/** Numbers ids by first appearance; −1 for a cell that names nothing. */
function numbering(): {
  /** The cell each was first seen in, and its id. */
  readonly cells: readonly Cell[];
  readonly ids: readonly string[];
  of(cell: Cell): number;
} {
  const cells: Cell[] = [];
  const ids: string[] = [];
  const places = new Map<string, number>();
  return {
    cells,
    ids,
    of(cell) {
      const id = isBlankOrZero(cell) ? "" : normaliseId(cell);
      if (id === "") return -1;
      const known = places.get(id) ?? cells.length;
      if (known === cells.length) {
        places.set(id, known);
        cells.push(cell);
        ids.push(id);
      }
      return known;
    },
  };
}
