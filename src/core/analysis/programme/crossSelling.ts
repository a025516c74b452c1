import { nextItems, orderByName, type NextItem } from "../../crossSell";
import type { PlacedInputs } from "./customerPlaces";

/** What to offer next, by customer, with the name the sheet uses; `rule` null: written by hand. */
export interface NextOffer {
  readonly name: string;
  readonly because: string;
  readonly rule: NextItem["rule"];
}

export interface CrossSelling {
  /** Whether names are of categories or of single items. */
  readonly of: "category" | "item";
  readonly offers: readonly (NextOffer | null)[];
}

/**
 * The next category for every customer (the next item where no sheet names categories), by what people who bought
 * the same bought as well.
 *
 * @returns null where no sheet says what was bought
 */
export function crossSellingOf({ rows, book, settings }: PlacedInputs): CrossSelling | null {
  const of = book.categories.length > 0 ? "category" : "item";
  const asSeen = of === "category" ? book.categories : book.items;
  if (asSeen.length === 0) return null;
  const { order, place } = orderByName(asSeen);
  const names = Array.from(order, (item) => asSeen[item] ?? "");
  const { lines, orders } = book;
  const { pairCustomers, pairConfidence, pairLift, manualPairs } = settings.programme;
  const plainOf = new Map(names.map((name, index) => [plain(name), index]));
  const found = nextItems(
    {
      customers: book.customers.length,
      items: names.length,
      customer: lines.order.map((order) => orders.customer[order] ?? -1),
      item: (of === "category" ? lines.category : lines.item).map((item) => place[item] ?? -1),
    },
    {
      limits: { minBoth: pairCustomers, minConfidence: pairConfidence, minLift: pairLift },
      manual: manualPairs.flatMap(([given, then]) => {
        const from = plainOf.get(plain(given));
        const to = plainOf.get(plain(then));
        return from === undefined || to === undefined ? [] : [{ given: from, then: to }];
      }),
    },
  );
  return {
    of,
    offers: rows.map(({ bookIndex }): NextOffer | null => {
      const offer = found[bookIndex] ?? null;
      return (
        offer && { name: names[offer.item] ?? "", because: names[offer.because] ?? "", rule: offer.rule }
      );
    }),
  };
}

function plain(name: string): string {
  return name.normalize("NFKC").trim().toLowerCase();
}
