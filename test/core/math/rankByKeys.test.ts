import fc from "fast-check";
import { rankByKeys } from "../../../src/core/math/rankByKeys";

/** The slow way: compare, column after column, and leave equal rows in their own order. */
function slowly(columns: readonly Float64Array[]) {
  const compare = (one: number, other: number): number => {
    for (const column of columns) {
      const difference = Math.sign((column[other] ?? 0) - (column[one] ?? 0));
      if (difference !== 0) return difference;
    }
    return 0;
  };
  const rows = Array.from(columns[0] ?? [], (_, row) => row);
  const order = [...rows].sort(compare);
  return {
    order,
    rank: rows.map((row) => 1 + rows.filter((other) => compare(other, row) < 0).length),
    tied: rows.map((row) => rows.filter((other) => compare(other, row) === 0).length),
  };
}

const KINDS: readonly { readonly name: string; readonly value: fc.Arbitrary<number> }[] = [
  { name: "numbers of orders", value: fc.integer({ min: 0, max: 4 }) },
  { name: "refunds and spend", value: fc.integer({ min: -5_000_000, max: 5_000_000 }) },
  { name: "whole numbers more than a word apart", value: fc.maxSafeInteger() },
  { name: "broken numbers and both zeros", value: fc.constantFrom(0, -0, 0.1, 1 / 3, -1e-300, 1e300, 7) },
  { name: "any number", value: fc.double({ noNaN: true, noDefaultInfinity: true }) },
];

test.each(KINDS)("$name rank as comparing them one by one does", ({ value }) => {
  const rows = fc.array(fc.tuple(value, fc.integer({ min: -2, max: 2 })), { minLength: 1, maxLength: 40 });
  fc.assert(
    fc.property(rows, (pairs) => {
      const columns = [
        Float64Array.from(pairs, ([first]) => first),
        Float64Array.from(pairs, ([, last]) => last),
      ];
      const { order, rank, tied } = rankByKeys(columns);
      expect({ order: [...order], rank: [...rank], tied: [...tied] }).toEqual(slowly(columns));
    }),
  );
});

test("no rows have no ranks", () => {
  expect(rankByKeys([new Float64Array(0)]).rank).toHaveLength(0);
});
