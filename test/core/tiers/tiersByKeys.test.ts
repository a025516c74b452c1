import fc from "fast-check";
import { tierByRank, tiersByKeys, type TierId } from "../../../src/core/tiers";

const SHARES = { topShare: 0.2, bottomShare: 0.2 };

/** Tier by counting, pair by pair. */
function slowTiers(rows: readonly (readonly number[])[], shares: typeof SHARES): TierId[] {
  const better = (a: readonly number[], b: readonly number[]): number => {
    for (let key = 0; key < a.length; key++) {
      const difference = (a[key] ?? 0) - (b[key] ?? 0);
      if (difference !== 0) return difference;
    }
    return 0;
  };
  return rows.map((row) => {
    if (rows.length < 5) return "";
    const above = rows.filter((other) => better(other, row) > 0).length;
    const equal = rows.filter((other) => better(other, row) === 0).length;
    // Twice p times n, in whole numbers.
    const middle = 2 * above + equal;
    if (middle < 2 * rows.length * shares.topShare - 1e-9) return "high";
    return middle >= 2 * rows.length * (1 - shares.bottomShare) - 1e-9 ? "basic" : "medium";
  });
}

test("ranks by sorting give the tiers that counting gives", () => {
  const share = fc.integer({ min: 0, max: 10 }).map((tenths) => tenths / 20);
  fc.assert(
    fc.property(
      fc.array(
        fc.tuple(
          fc.integer({ min: -2, max: 2 }),
          fc.double({ noNaN: true, noDefaultInfinity: true }),
          fc.integer({ min: 0, max: 1 }),
        ),
      ),
      fc.record({ topShare: share, bottomShare: share }),
      (rows, shares) => {
        const columns = [0, 1, 2].map((key) => Float64Array.from(rows, (row) => row[key] ?? 0));
        expect(tiersByKeys(columns, shares)).toEqual(slowTiers(rows, shares));
      },
    ),
    { numRuns: 300 },
  );
});

test.each<{ name: string; columns: number[][]; tiers: TierId[] }>([
  { name: "no rows", columns: [[]], tiers: [] },
  { name: "four rows are too few", columns: [[4, 3, 2, 1]], tiers: ["", "", "", ""] },
  {
    name: "five rows: one high, one basic",
    columns: [[9, 7, 5, 3, 1]],
    tiers: ["high", "medium", "medium", "medium", "basic"],
  },
  { name: "all equal are in the middle", columns: [[1, 1, 1, 1, 1]], tiers: Array(5).fill("medium") },
  {
    name: "the second column breaks ties of the first",
    columns: [
      [1, 1, 1, 1, 1],
      [3, 5, 4, 2, 1],
    ],
    tiers: ["medium", "high", "medium", "medium", "basic"],
  },
  {
    name: "a row without a value has no tier and does not count",
    columns: [[Number.NaN, 9, 7, 5, 3, 1]],
    tiers: ["", "high", "medium", "medium", "medium", "basic"],
  },
  {
    name: "0 and -1 are values",
    columns: [[0, -1, -2, -3, -4]],
    tiers: ["high", "medium", "medium", "medium", "basic"],
  },
  {
    // Ranks 2 and 3 of ten: p = (2.5 - 0.5) / 10 = 0.2, which is not below 0.2.
    name: "a tied pair at the upper border stays together",
    columns: [[9, 8, 8, 7, 6, 5, 4, 3, 2, 1]],
    tiers: ["high", ...Array<TierId>(7).fill("medium"), "basic", "basic"],
  },
])("$name", ({ columns, tiers }) => {
  expect(
    tiersByKeys(
      columns.map((column) => Float64Array.from(column)),
      SHARES,
    ),
  ).toEqual(tiers);
});

test("p exactly on the lower border is basic", () => {
  // Ranks 8 and 9 of ten: p = (8.5 - 0.5) / 10 = 0.8.
  expect(tierByRank(8, 2, 10, SHARES)).toBe("basic");
  expect(tierByRank(8, 1, 10, SHARES)).toBe("medium");
});

test.each([
  [{ topShare: -0.1, bottomShare: 0.2 }, "topShare: notAShare"],
  [{ topShare: 0.2, bottomShare: Number.NaN }, "bottomShare: notAShare"],
  [{ topShare: 0.6, bottomShare: 0.6 }, "bottomShare: sharesExceedAll"],
])("shares %p make no sense", (shares, message) => {
  expect(() => tiersByKeys([Float64Array.of(1)], shares)).toThrow(message);
});

test("shares that fill everything leave no middle", () => {
  const tiers = tiersByKeys([Float64Array.from({ length: 10 }, (_, row) => row)], {
    topShare: 0.3,
    bottomShare: 0.7,
  });
  expect(tiers.filter((tier) => tier === "high")).toHaveLength(3);
  expect(tiers.filter((tier) => tier === "basic")).toHaveLength(7);
});
