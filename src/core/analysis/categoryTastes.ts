import { NO_DAY } from "../math/day";
import type { OrderBook } from "../orders/types";

/** What customers buy, one by one and by group. */
export interface CategoryTastes {
  /** Names that the indices below point to: categories, or items where no row names a category. */
  readonly names: readonly string[];
  /** Index of the category each customer of the book spends most on; -1: none known. */
  readonly top: Int32Array;
  /** Customers and net spend (minor units) in the window by group and category: [group × names + category]. */
  readonly buyers: Int32Array;
  readonly net: Float64Array;
}

/**
 * The category each customer spends most on in the report window, and what each group of customers
 * buys in it. Customers without an order in the window are known by all that they ever bought.
 * Categories with equal spend: the one bought last.
 *
 * @param groupOf - group of each customer of the book, from 0; -1: in no group
 */
export function categoryTastes(book: OrderBook, groupOf: Int8Array, groups: number): CategoryTastes {
  const byCategory = book.categories.length > 0;
  const names = byCategory ? book.categories : book.items;
  const { lines, orders, summary, windowStart } = book;
  const kind = byCategory ? lines.category : lines.item;
  const top = new Int32Array(summary.count).fill(-1);
  const buyers = new Int32Array(groups * names.length);
  const net = new Float64Array(groups * names.length);

  // Lines stand by order and orders by customer, so one customer's sums are cleared before the next.
  const spent = new Float64Array(names.length);
  const latest = new Int32Array(names.length).fill(NO_DAY);
  let touched: number[] = [];
  let current = -1;

  const settle = () => {
    let best = -1;
    for (const category of touched) {
      const sum = spent[category] ?? 0;
      const bestSum = best < 0 ? -Infinity : (spent[best] ?? 0);
      const later = best >= 0 && (latest[category] ?? NO_DAY) > (latest[best] ?? NO_DAY);
      if (sum > bestSum || (sum === bestSum && later)) best = category;
    }
    if (current >= 0) top[current] = best;
    const group = groupOf[current] ?? -1;
    const isRecent = (summary.windowOrders[current] ?? 0) > 0;
    for (const category of touched) {
      if (group >= 0 && isRecent) {
        const at = group * names.length + category;
        buyers[at] = (buyers[at] ?? 0) + 1;
        net[at] = (net[at] ?? 0) + (spent[category] ?? 0);
      }
      spent[category] = 0;
      latest[category] = NO_DAY;
    }
    touched = [];
  };

  for (let line = 0; line < lines.count; line++) {
    const order = lines.order[line] ?? 0;
    const customer = orders.customer[order] ?? 0;
    if (customer !== current) {
      settle();
      current = customer;
    }
    const category = kind[line] ?? -1;
    const day = orders.day[order] ?? NO_DAY;
    if (category < 0 || (day < windowStart && (summary.windowOrders[customer] ?? 0) > 0)) continue;
    if (latest[category] === NO_DAY) touched.push(category);
    spent[category] = (spent[category] ?? 0) + (lines.net[line] ?? 0);
    if (day > (latest[category] ?? NO_DAY)) latest[category] = day;
  }
  settle();
  return { names, top, buyers, net };
}
