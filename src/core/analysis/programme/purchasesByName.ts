import type { DayNumber } from "../../math/day";
import type { OrderBook } from "../../orders/types";
import type { PurchasesOf } from "../../recommendations";
import { plainText } from "../../tables";

/**
 * Days on which customers bought things of certain names, by item or by category.
 *
 * @param names - plain names that will be asked for; others are not looked for
 */
export function purchasesByName(
  book: Pick<OrderBook, "customerKeys" | "orders" | "lines" | "items" | "categories">,
  names: ReadonlySet<string>,
): { readonly purchases: PurchasesOf; readonly isSold: (plainName: string) => boolean } {
  const wanted = (texts: readonly string[]) =>
    texts.map((text) => {
      const plain = plainText(text).toLowerCase();
      return names.has(plain) ? plain : null;
    });
  const items = wanted(book.items);
  const categories = wanted(book.categories);
  const days = new Map<string, Map<string, DayNumber[]>>();
  const { orders, lines } = book;
  for (let line = 0; line < lines.count; line++) {
    const order = lines.order[line] ?? 0;
    const found = new Set([items[lines.item[line] ?? -1], categories[lines.category[line] ?? -1]]);
    for (const name of found) {
      if (name === null || name === undefined) continue;
      const key = book.customerKeys[orders.customer[order] ?? -1] ?? "";
      let byCustomer = days.get(name);
      if (byCustomer === undefined) days.set(name, (byCustomer = new Map()));
      const known = byCustomer.get(key);
      if (known === undefined) byCustomer.set(key, [orders.day[order] ?? 0]);
      else known.push(orders.day[order] ?? 0);
    }
  }
  return {
    purchases: (customerKey, plainName) => days.get(plainName)?.get(customerKey) ?? [],
    isSold: (plainName) => days.has(plainName),
  };
}
