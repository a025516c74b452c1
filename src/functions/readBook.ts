import { NotKnowableError } from "../core/errors";
import { dayOfMoment, type Moment } from "../core/math/day";
import { bookOfColumns, type ScoringBook } from "../core/orders";
import { DEFAULT_SCORING, type ScoringSettings } from "../core/settings";
import { filledHeight, type Range } from "./arguments/range";
import { contentKey } from "./contentKey";
import { readingOf, type ReadingOptions } from "./definitions/orderOptions";
import { Memo } from "./memo";
import { shownCells } from "./shownCells";

/** A few sheets' worth: the same orders feed RFMSCORE, WINBACK and others, each with its own cut. */
const BOOKS = new Memo<Pick<KeyedBook, "book" | "customers">>(6);

export interface OrderArguments {
  readonly customers: Range;
  readonly dates: Range;
  /** null: every row is an order whatever it is worth. */
  readonly amounts: Range | null;
  readonly orderIds?: Range | null;
  readonly asOf: Moment | null;
  /** Left out: rows are read as they are where nobody says otherwise. */
  readonly options?: ReadingOptions;
}

export interface KeyedBook {
  readonly book: ScoringBook;
  /** The book's customers as the sheet shows them. */
  readonly customers: readonly (string | number)[];
  readonly settings: ScoringSettings;
  /** Equal for equal content. */
  readonly key: string;
}

/**
 * The orders in the ranges of a call, read once for all functions over the same cells.
 *
 * @param scoring - settings beside those of reading
 */
export function readBook(call: OrderArguments, scoring: Partial<ScoringSettings> = {}): KeyedBook {
  const { customers, dates, amounts, orderIds = null, options } = call;
  const date1904 = options?.date1904 ?? false;
  const settings: ScoringSettings = {
    ...DEFAULT_SCORING,
    ...(options && readingOf(options)),
    ...scoring,
    asOf: call.asOf === null ? null : dayOfMoment(call.asOf),
  };
  const ranges = [customers, dates, amounts, orderIds];
  const height = filledHeight(ranges.filter((range) => range !== null));
  const cells = ranges.map((range) => range?.rows(height) ?? null);
  const [customerCells, dateCells, amountCells, orderCells] = cells;
  const key = contentKey(
    cells.map((rows) => rows ?? []),
    [amounts !== null, orderIds !== null, date1904, settings],
  );
  const known = BOOKS.get(key, () => {
    const book = bookOfColumns(
      {
        customers: customerCells ?? [],
        dates: dateCells ?? [],
        amounts: amountCells ?? new Float64Array(height).fill(1),
        orderIds: orderCells ?? null,
        date1904,
      },
      settings,
    );
    return { book, customers: shownCells(book.customerCells) };
  });
  return { ...known, settings, key };
}

/** Asked of the sums: the book's orders would be sorted first, which scores do not need. */
export function hasOrders({ summary }: ScoringBook): boolean {
  return summary.totalOrders.some((orders) => orders > 0);
}

/**
 * `readBook` for tables with a row for every customer. Those who only come after the as-of date keep
 * blank rows, so that heights match between dates.
 *
 * @throws NotKnowableError `noOrders` where not even such a customer is there
 */
export function readCustomerBook(call: OrderArguments, scoring?: Partial<ScoringSettings>): KeyedBook {
  const read = readBook(call, scoring);
  if (!hasOrders(read.book) && !read.book.summary.onlyAfterAsOf.includes(1)) {
    throw new NotKnowableError("noOrders");
  }
  return read;
}

/**
 * `readBook` for functions that have nothing to say without a valid order.
 *
 * @throws NotKnowableError `noOrders`
 */
export function readFilledBook(call: OrderArguments): KeyedBook {
  const read = readBook(call);
  if (!hasOrders(read.book)) throw new NotKnowableError("noOrders");
  return read;
}
