import { cellBytes, stretches, textBytes } from "../../src/excel/payload";

test.each([
  { name: "words", value: "user01" },
  { name: "Chinese words", value: "高价值客户" },
  { name: "a small number", value: 12 },
  { name: "an amount", value: 1234.5 },
  { name: "a long fraction", value: 0.123456789012345 },
  { name: "nothing", value: null },
  { name: "a truth", value: true },
])("the estimate of $name is not below its JSON, and not far above", ({ value }) => {
  const bytes = Buffer.byteLength(JSON.stringify(value)) + 1;
  expect(cellBytes(value)).toBeGreaterThanOrEqual(bytes - 2);
  expect(cellBytes(value)).toBeLessThanOrEqual(bytes + 14);
});

test.each([
  { name: "all fits in one", rows: [10, 10, 10], parts: [[0, 3]] },
  {
    name: "a stretch ends before it is too large",
    rows: [60, 60, 60],
    parts: [
      [0, 1],
      [1, 2],
      [2, 3],
    ],
  },
  {
    name: "a row that is too large stands alone",
    rows: [10, 500, 10],
    parts: [
      [0, 1],
      [1, 2],
      [2, 3],
    ],
  },
  { name: "no rows, no stretches", rows: [], parts: [] },
])("$name", ({ rows, parts }) => {
  const made = stretches(rows.length, (row) => rows[row] ?? 0, 100);
  expect(made.map(({ from, to }) => [from, to])).toEqual(parts);
  expect(made.reduce((sum, { bytes }) => sum + bytes, 0)).toBe(rows.reduce((sum, size) => sum + size, 0));
});

test("half of an emoji counts as much as JSON makes of it at most", () => {
  expect(textBytes("😀")).toBeGreaterThanOrEqual(Buffer.byteLength('"😀"'));
});
