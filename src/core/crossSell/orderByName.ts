/** Items in the order of their names, which no order of rows can change. */
export interface NameOrder {
  /** Index of the item at each place. */
  readonly order: Int32Array;
  /** Place of each item. */
  readonly place: Int32Array;
}

/**
 * Sorts items by name, letter by letter and the same on every machine.
 *
 * Of equally good items the first is offered (`nextItems`): numbered by name, so that two sheets with the same
 * rows in another order get the same offers.
 */
export function orderByName(names: readonly string[]): NameOrder {
  const nameOf = (item: number) => names[item] ?? "";
  const order = Int32Array.from(names.keys()).sort((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1));
  const place = new Int32Array(names.length);
  order.forEach((item, at) => {
    place[item] = at;
  });
  return { order, place };
}
