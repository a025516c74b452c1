import { InvalidArgumentError } from "../errors";

/** Customers by label before (rows) and after (columns). */
export interface MovementCounts<L extends string = string> {
  readonly labels: readonly L[];
  /** counts[i][j]: customers with labels[i] before and labels[j] after. */
  readonly counts: readonly (readonly number[])[];
  /** By label after: customers who were not there before. */
  readonly joined: readonly number[];
  /** By label before: customers who are not there after. */
  readonly left: readonly number[];
  /** By label: every customer of the date before, those who left included. */
  readonly totalBefore: readonly number[];
  /** By label: every customer of the date after, those who joined included. */
  readonly totalAfter: readonly number[];
  /** Customers seen at either date, each once. */
  readonly total: number;
}

/**
 * Counts who moved from which label to which between two dates, from two pairs of columns.
 *
 * A customer who stands twice in a column counts once, with the later row: a list that was extended
 * is right at its end. Rows without a customer ("") are left out; an empty label is a label.
 *
 * @param before - normalised customer ids and their labels, of equal length
 * @param after - the same at the later date
 * @param order - labels in the order wanted, taken where they occur; others follow as first seen
 * @throws InvalidArgumentError `unequalLength` for columns of unequal length
 * @example movementCounts({ keys: ["a"], labels: ["high"] }, { keys: ["b"], labels: ["low"] }, [])
 *   // labels high, low; left [1, 0]; joined [0, 1]
 */
export function movementCounts<L extends string>(
  before: { readonly keys: readonly string[]; readonly labels: readonly L[] },
  after: { readonly keys: readonly string[]; readonly labels: readonly L[] },
  order: readonly L[],
): MovementCounts<L> {
  const labelBefore = labelByCustomer(before, "beforeTiers");
  const labelAfter = labelByCustomer(after, "afterTiers");

  const seen = new Set<L>([...labelBefore.values(), ...labelAfter.values()]);
  const labels = [...new Set([...order.filter((label) => seen.has(label)), ...seen])];
  const indexOf = new Map(labels.map((label, index) => [label, index]));
  const at = (label: L): number => indexOf.get(label) ?? 0;

  const counts = labels.map(() => labels.map(() => 0));
  const zeros = () => labels.map(() => 0);
  const [joined, left, totalBefore, totalAfter] = [zeros(), zeros(), zeros(), zeros()] as const;
  const add = (row: number[] | undefined, index: number) => {
    if (row !== undefined) row[index] = (row[index] ?? 0) + 1;
  };
  let total = labelBefore.size;
  for (const [key, label] of labelBefore) {
    const later = labelAfter.get(key);
    add(totalBefore, at(label));
    if (later === undefined) add(left, at(label));
    else add(counts[at(label)], at(later));
  }
  for (const [key, label] of labelAfter) {
    add(totalAfter, at(label));
    if (labelBefore.has(key)) continue;
    add(joined, at(label));
    total += 1;
  }
  return { labels, counts, joined, left, totalBefore, totalAfter, total };
}

function labelByCustomer<L extends string>(
  column: { readonly keys: readonly string[]; readonly labels: readonly L[] },
  argument: string,
): ReadonlyMap<string, L> {
  if (column.keys.length !== column.labels.length) {
    throw new InvalidArgumentError(argument, "unequalLength", {
      expected: column.keys.length,
      actual: column.labels.length,
    });
  }
  const labels = new Map<string, L>();
  column.keys.forEach((key, row) => {
    const label = column.labels[row];
    if (key !== "" && label !== undefined) labels.set(key, label);
  });
  return labels;
}
