import { recordDay } from "../customers";
import { NO_DAY, type DayNumber } from "../math/day";
import type { OrderBook } from "../orders";
import { plainText } from "../tables";
import type { TierId } from "../tiers/types";
import type { CustomerRow } from "./types";

/** What the customers of one tier did on the shop's pages. */
export interface OnlineBehaviour {
  /** Customers of whom anything is known. */
  readonly known: number;
  /** Of them: came to the pages, put something into the cart, and have not ordered since, all within the days. */
  readonly visited: number;
  readonly carted: number;
  readonly waiting: number;
  /** Categories looked at or put into the cart that the customer never bought: wants not met yet. Most first. */
  readonly untapped: readonly { readonly category: string; readonly customers: number }[];
}

/** What separates several categories in one cell. */
const BETWEEN = /[、，,;；/|]+/;

/**
 * Online behaviour by tier (R43), from what the customer sheet keeps of it: the day of the last visit, of the last
 * cart, and the categories looked at.
 *
 * Days after the as-of date say nothing, and those more than `days` before it are over; the first such day counts.
 * A cart waits where no order was placed on its day or later. Categories are compared as people write them, whatever
 * case and width; one that the shop never sold counts as untapped.
 *
 * @returns null where no customer has any such cell: nothing may be claimed
 */
export function onlineBehaviour(
  rows: readonly CustomerRow[],
  book: Pick<OrderBook, "lines" | "orders" | "categories">,
  asOf: DayNumber,
  days: number,
): ReadonlyMap<TierId, OnlineBehaviour> | null {
  const seen = rows.filter(
    ({ record }) =>
      record !== null &&
      (record.lastVisitOn !== "" || record.lastCartOn !== "" || record.viewedCategory !== ""),
  );
  if (seen.length === 0) return null;
  const viewed = new Map(seen.map((row) => [row, categoriesOf(row.record?.viewedCategory ?? "")]));
  const bought = boughtBy(viewed, book);
  const isRecent = (day: DayNumber | null): day is DayNumber =>
    day !== null && day <= asOf && day > asOf - days;
  const tiers = new Map<TierId, CustomerRow[]>();
  for (const row of seen) tiers.set(row.tier, [...(tiers.get(row.tier) ?? []), row]);
  return new Map(
    [...tiers].map(([tier, own]) => {
      const untapped = new Map<string, { category: string; customers: number }>();
      let visited = 0;
      let carted = 0;
      let waiting = 0;
      for (const row of own) {
        const cartOn = recordDay(row.record?.lastCartOn ?? "");
        // Who put something into the cart was there, also where the visit was not written down.
        if (isRecent(recordDay(row.record?.lastVisitOn ?? "")) || isRecent(cartOn)) visited++;
        if (isRecent(cartOn)) {
          carted++;
          if ((row.lastDay ?? NO_DAY) < cartOn) waiting++;
        }
        for (const [key, category] of viewed.get(row) ?? []) {
          if (bought.get(row.bookIndex)?.has(key) === true) continue;
          const line = untapped.get(key) ?? { category, customers: 0 };
          untapped.set(key, { ...line, customers: line.customers + 1 });
        }
      }
      return [
        tier,
        {
          known: own.length,
          visited,
          carted,
          waiting,
          untapped: [...untapped.values()].sort((one, other) => other.customers - one.customers),
        },
      ];
    }),
  );
}

/** Categories of a cell as they are compared, with how they are written. */
function categoriesOf(text: string): ReadonlyMap<string, string> {
  const names = text.split(BETWEEN).flatMap((name) => (name.trim() === "" ? [] : [name.trim()]));
  return new Map(names.map((name) => [keyOf(name), name]));
}

const keyOf = (name: string) => plainText(name).toLowerCase();

/** Of the categories each customer looked at, those ever bought, by index of the book. */
function boughtBy(
  viewed: ReadonlyMap<CustomerRow, ReadonlyMap<string, string>>,
  { lines, orders, categories }: Pick<OrderBook, "lines" | "orders" | "categories">,
): ReadonlyMap<number, ReadonlySet<string>> {
  const keys = categories.map(keyOf);
  const wanted = new Map<number, ReadonlyMap<string, string>>();
  for (const [{ bookIndex }, names] of viewed) if (names.size > 0) wanted.set(bookIndex, names);
  const bought = new Map<number, Set<string>>();
  for (let line = 0; line < lines.count; line++) {
    const customer = orders.customer[lines.order[line] ?? 0] ?? -1;
    const key = keys[lines.category[line] ?? -1];
    if (key === undefined || wanted.get(customer)?.has(key) !== true) continue;
    bought.set(customer, (bought.get(customer) ?? new Set()).add(key));
  }
  return bought;
}
