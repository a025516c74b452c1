import fc from "fast-check";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { eightClassOf, eightCuts, segmentColumn, segmentsOfTable } from "../../../src/core/segments";
import type { RfmTable } from "../../../src/core/rfm";

interface Expected {
  readonly customers: Readonly<
    Record<
      string,
      { R: number; F: number; M: number; r: number; f: number; m: number } & Record<string, unknown>
    >
  >;
  readonly cut_mean: readonly number[];
  readonly cut_median: readonly number[];
}
const EXPECTED = JSON.parse(
  readFileSync(join(__dirname, "../../fixtures/mother-baby-shop/expected.json"), "utf8"),
) as Expected;
const CUSTOMERS = Object.values(EXPECTED.customers);
const column = (name: "R" | "F" | "M" | "r" | "f" | "m") => CUSTOMERS.map((customer) => customer[name]);

const WORDS: Readonly<Record<string, string>> = {
  importantValue: "重要价值",
  importantKeep: "重要保持",
  importantDevelop: "重要发展",
  importantRetain: "重要挽留",
  generalValue: "一般价值",
  generalKeep: "一般保持",
  generalDevelop: "一般发展",
  generalRetain: "一般挽留",
};

test.each([
  { scheme: "eightMean", key: "八类_均值", cuts: EXPECTED.cut_mean },
  { scheme: "eightMedian", key: "八类_中位数", cuts: EXPECTED.cut_median },
] as const)("mother-baby shop, $scheme: every class and the three cuts", ({ scheme, key, cuts }) => {
  const found = segmentColumn(column("R"), column("F"), column("M"), scheme);
  expect(found.segments.map((segment) => WORDS[segment])).toEqual(CUSTOMERS.map((customer) => customer[key]));
  expect(found.cuts).toEqual({ r: cuts[0], f: cuts[1], m: cuts[2] });
});

test("mother-baby shop: mean and median give 8 of 20 customers another class", () => {
  const [mean, median] = (["eightMean", "eightMedian"] as const).map(
    (scheme) => segmentColumn(column("R"), column("F"), column("M"), scheme).segments,
  );
  expect(mean?.filter((segment, row) => segment !== median?.[row])).toHaveLength(8);
});

test.each([
  { name: "near, often, much", r: 10, f: 5, m: 100, id: "importantValue" },
  { name: "far, often, much", r: 11, f: 5, m: 100, id: "importantKeep" },
  { name: "near, seldom, much", r: 10, f: 4, m: 100, id: "importantDevelop" },
  { name: "far, seldom, much", r: 11, f: 4, m: 100, id: "importantRetain" },
  { name: "near, often, little", r: 10, f: 5, m: 99, id: "generalValue" },
  { name: "far, often, little", r: 11, f: 5, m: 99, id: "generalKeep" },
  { name: "near, seldom, little", r: 10, f: 4, m: 99, id: "generalDevelop" },
  { name: "far, seldom, little", r: 11, f: 4, m: 99, id: "generalRetain" },
])("a value equal to its cut is good: $name", ({ r, f, m, id }) => {
  expect(eightClassOf(r, f, m, { r: 10, f: 5, m: 100 })).toBe(id);
});

test.each([
  { name: "one customer", rows: 1 },
  { name: "three equal customers of 0.1, whose sum is not 0.3", rows: 3 },
])("all values equal: everybody is good ($name)", ({ rows }) => {
  const equal = new Array<number>(rows).fill(0.1);
  for (const scheme of ["eightMean", "eightMedian"] as const) {
    expect(new Set(segmentColumn(equal, equal, equal, scheme).segments)).toEqual(new Set(["importantValue"]));
  }
});

test("a blank in any column gives a blank and takes no part in the cuts", () => {
  const found = segmentColumn([1, NaN, 3], [1, 900, 3], [1, 900, 3], "eightMean");
  expect(found.segments[1]).toBe("");
  expect(found.cuts).toEqual({ r: 2, f: 2, m: 2 });
  expect(segmentColumn([NaN], [5], [5], "named11").segments).toEqual([""]);
});

test("no rows: no segments, no cuts", () => {
  expect(segmentColumn([], [], [], "eightMean")).toEqual({ segments: [], cuts: null });
  expect(eightCuts([], [], [], "eightMedian")).toBeNull();
});

test("columns of unequal length make no sense", () => {
  expect(() => segmentColumn([1, 2], [1], [1, 2], "named11")).toThrow(
    expect.objectContaining({ argument: "f", code: "unequalLength" }),
  );
});

test("of an RFM table: the base has segments, people without an order are prospects, outside the window is blank", () => {
  const table: RfmTable = {
    count: 3,
    baseCount: 1,
    inBase: Uint8Array.of(1, 0, 0),
    daysSinceLastOrder: Int32Array.of(3, 500, -1),
    orders: Int32Array.of(4, 0, 0),
    netSpend: Float64Array.of(1000, 0, 0),
    r: Uint8Array.of(5, 0, 0),
    f: Uint8Array.of(5, 0, 0),
    m: Uint8Array.of(5, 0, 0),
    codes: ["555", "", ""],
    composite: Float64Array.of(15, 0, 0),
    rank: Int32Array.of(1, 0, 0),
    tiers: ["", "outsideWindow", "noOrder"],
  };
  expect(segmentsOfTable(table, "named11").segments).toEqual(["champions", "", "prospects"]);
  const later = { ...table, tiers: ["", "outsideWindow", ""] as const };
  expect(segmentsOfTable(later, "named11").segments).toEqual(["champions", "", ""]);
  expect(segmentsOfTable(table, "eightMean")).toEqual({
    segments: ["importantValue", "", ""],
    cuts: { r: 3, f: 4, m: 1000 },
  });
  expect(() => segmentsOfTable(table, "klaviyo6")).toThrow(
    expect.objectContaining({ code: "scoreOutsideScheme" }),
  );
});

test("laws: row order does not matter, and spend in another unit changes no class", () => {
  const row = fc.record({
    r: fc.integer({ min: 0, max: 365 }),
    f: fc.integer({ min: 1, max: 30 }),
    m: fc.integer({ min: -500, max: 500_000 }),
  });
  fc.assert(
    fc.property(
      fc.array(row, { minLength: 1, maxLength: 40 }),
      fc.constantFrom("eightMean" as const, "eightMedian" as const),
      (rows, scheme) => {
        const segments = (list: typeof rows, unit = 1) =>
          segmentColumn(
            list.map((item) => item.r),
            list.map((item) => item.f),
            list.map((item) => item.m * unit),
            scheme,
          ).segments;
        const reversed = [...rows].reverse();
        expect([...segments(reversed)].reverse()).toEqual(segments(rows));
        expect(segments(rows, 1024)).toEqual(segments(rows));
      },
    ),
  );
});
