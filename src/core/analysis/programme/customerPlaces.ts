import { NO_DAY, type DayNumber } from "../../math/day";
import { normaliseId } from "../../tables";
import type { ProgrammeSources } from "./inputs";

/** The programme's inputs, and where each customer stands in `rows`: columns below are in that order. */
export interface PlacedInputs extends ProgrammeSources {
  readonly placeOf: ReadonlyMap<string, number>;
}

export function withPlaces<Inputs extends { readonly rows: readonly { readonly key: string }[] }>(
  inputs: Inputs,
): Inputs & Pick<PlacedInputs, "placeOf"> {
  return { ...inputs, placeOf: new Map(inputs.rows.map(({ key }, place) => [key, place])) };
}

/** Marks or counts by customer, of those the rows know. */
export function countByCustomer(
  { rows, placeOf }: PlacedInputs,
  keys: Iterable<string>,
): Int32Array<ArrayBuffer> {
  const counts = new Int32Array(rows.length);
  for (const key of keys) {
    const place = placeOf.get(key);
    if (place !== undefined) counts[place] = (counts[place] ?? 0) + 1;
  }
  return counts;
}

/**
 * How many customers each customer brought by a day. A customer was brought on the day of the first order; where
 * there is none yet, the day is not known and the referral counts on every day.
 */
export function referralsBy(inputs: PlacedInputs, day: DayNumber): Int32Array<ArrayBuffer> {
  const { rows } = inputs;
  return countByCustomer(
    inputs,
    rows.flatMap(({ record, firstDay }) =>
      record !== null && record.referrerId !== "" && (firstDay ?? NO_DAY) <= day
        ? [normaliseId(record.referrerId)]
        : [],
    ),
  );
}

/** How many of each customer's orders have something made to measure; null: no sheet tells. */
export function customOrders({ book, rows }: Pick<PlacedInputs, "book" | "rows">): Int32Array | null {
  const { madeToMeasure, orders } = book;
  if (madeToMeasure === null) return null;
  const counts = new Int32Array(book.customers.length);
  for (let order = 0; order < orders.count; order++) {
    const customer = orders.customer[order] ?? 0;
    counts[customer] = (counts[customer] ?? 0) + (madeToMeasure[order] ?? 0);
  }
  return Int32Array.from(rows, ({ bookIndex }) => counts[bookIndex] ?? 0);
}

/**
 * Share of each customer's orders that were bought at a discount, over all orders that say what they would have
 * cost; NaN where none does. null: no sheet has list prices.
 */
export function discountShares({ book, rows }: ProgrammeSources): Float64Array<ArrayBuffer> | null {
  const { discounts, orders } = book;
  if (discounts === null) return null;
  const known = new Int32Array(book.customers.length);
  const cheaper = new Int32Array(book.customers.length);
  for (let order = 0; order < orders.count; order++) {
    const share = discounts[order] ?? Number.NaN;
    if (Number.isNaN(share)) continue;
    const customer = orders.customer[order] ?? 0;
    known[customer] = (known[customer] ?? 0) + 1;
    if (share >= LEAST_DISCOUNT) cheaper[customer] = (cheaper[customer] ?? 0) + 1;
  }
  return Float64Array.from(rows, ({ bookIndex }) => {
    const orders = known[bookIndex] ?? 0;
    return orders === 0 ? Number.NaN : (cheaper[bookIndex] ?? 0) / orders;
  });
}

/** Rounding the last cent away is no discount. */
const LEAST_DISCOUNT = 0.005;

/**
 * Mean hours each customer took from making an order to paying for it, over orders that say so; NaN where none
 * does. null: no sheet has both times.
 */
export function hoursToPay({ book, rows }: ProgrammeSources): Float64Array<ArrayBuffer> | null {
  const { paymentHours, orders } = book;
  if (paymentHours === null) return null;
  const known = new Int32Array(book.customers.length);
  const hours = new Float64Array(book.customers.length);
  for (let order = 0; order < orders.count; order++) {
    const taken = paymentHours[order] ?? Number.NaN;
    if (Number.isNaN(taken)) continue;
    const customer = orders.customer[order] ?? 0;
    known[customer] = (known[customer] ?? 0) + 1;
    hours[customer] = (hours[customer] ?? 0) + taken;
  }
  return Float64Array.from(rows, ({ bookIndex }) => {
    const count = known[bookIndex] ?? 0;
    return count === 0 ? Number.NaN : (hours[bookIndex] ?? 0) / count;
  });
}
