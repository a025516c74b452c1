import { normaliseId, type Cell } from "../core/tables";

const ENDS_IN_DIGIT = /[\d０-９]["\s]*$/;

/**
 * Customers as their cells first showed them: a number stays a number, so that XLOOKUP from the sheet's
 * own numbers finds it in the returned table.
 *
 * @param customers - the book's customers, as text
 * @param cells - the column they come from
 */
export function shownCustomers(
  customers: readonly string[],
  cells: readonly (readonly Cell[])[],
): readonly (string | number)[] {
  const numbers = new Set<number>();
  const texts = new Set<string>();
  for (const row of cells) {
    const cell = row[0];
    if (typeof cell === "number") {
      if (texts.size === 0 || !texts.has(normaliseId(cell))) numbers.add(cell);
    } else if (typeof cell === "string" && ENDS_IN_DIGIT.test(cell)) {
      const id = normaliseId(cell);
      // Only text that could be taken for one of the numbers matters.
      if (String(Number(id)) === id && !numbers.has(Number(id))) texts.add(id);
    }
  }
  if (numbers.size === 0) return customers;
  return customers.map((customer) => {
    const number = Number(customer);
    return numbers.has(number) && String(number) === customer ? number : customer;
  });
}
