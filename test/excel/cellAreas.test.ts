import * as fc from "fast-check";
import { rangeOfAddress } from "../../src/excel/address";
import { areaAddresses, equalAreas } from "../../src/excel/cellAreas";

function areasOf(picture: readonly string[]): Record<string, string[]> {
  const areas = equalAreas(picture.length, picture[0]?.length ?? 0, (row, column) => {
    const key = picture[row]?.[column] ?? ".";
    return key === "." ? null : key;
  });
  return Object.fromEntries([...areas].map(([key, ranges]) => [key, [...areaAddresses(ranges)]]));
}

test.each([
  {
    name: "a column of equal cells is one area",
    picture: ["ab", "ab", "ab"],
    areas: { a: ["A1:A3"], b: ["B1:B3"] },
  },
  { name: "equal neighbours join", picture: ["aab", "aab"], areas: { a: ["A1:B2"], b: ["C1:C2"] } },
  { name: "a gap parts areas", picture: ["a", ".", "a"], areas: { a: ["A1:A1,A3:A3"] } },
  { name: "a wider row begins anew", picture: ["a.", "aa"], areas: { a: ["A1:A1,A2:B2"] } },
  { name: "no cells, no areas", picture: [], areas: {} },
])("$name", ({ picture, areas }) => {
  expect(areasOf(picture)).toEqual(areas);
});

test("areas cover every cell of their key once, and no other", () => {
  fc.assert(
    fc.property(
      fc.array(fc.array(fc.constantFrom("a", "b", null), { minLength: 5, maxLength: 5 }), { maxLength: 8 }),
      (grid) => {
        const seen = new Map<string, string>();
        const areas = equalAreas(grid.length, 5, (row, column) => grid[row]?.[column] ?? null);
        for (const [key, ranges] of areas)
          for (const range of ranges)
            for (let row = range.row; row < range.row + range.rows; row += 1)
              for (let column = range.column; column < range.column + range.columns; column += 1) {
                expect(seen.has(`${row},${column}`)).toBe(false);
                seen.set(`${row},${column}`, key);
              }
        grid.forEach((line, row) =>
          line.forEach((key, column) => expect(seen.get(`${row},${column}`) ?? null).toBe(key)),
        );
      },
    ),
  );
});

test("addresses stay under Excel's limit and name every area", () => {
  const ranges = Array.from({ length: 3_000 }, (_, row) => ({
    row: row * 2,
    column: 3,
    rows: 1,
    columns: 2,
  }));
  const texts = areaAddresses(ranges);
  expect(Math.max(...texts.map(({ length }) => length))).toBeLessThanOrEqual(4_000);
  expect(texts.flatMap((text) => text.split(",")).map(rangeOfAddress)).toEqual(ranges);
});
