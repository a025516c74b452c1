import { isUnbounded, overlaps, rangeOfAddress, splitAddress } from "../../src/excel/address";

test.each([
  { address: "B2", range: { row: 1, column: 1, rows: 1, columns: 1 } },
  { address: "$B$2:$D$6", range: { row: 1, column: 1, rows: 5, columns: 3 } },
  { address: "'客户!评分'!AA10:AB11", range: { row: 9, column: 26, rows: 2, columns: 2 } },
  { address: "A:C", range: { row: 0, column: 0, rows: 1_048_576, columns: 3 } },
  { address: "3:9", range: { row: 2, column: 0, rows: 7, columns: 16_384 } },
  { address: "A1,B2", range: null },
  { address: "", range: null },
  { address: "WinBack[客户]", range: null },
])("$address", ({ address, range }) => {
  expect(rangeOfAddress(address)).toEqual(range);
});

test.each([
  { full: "Sheet1!A1", sheet: "Sheet1", address: "A1" },
  { full: "'it''s'!A1:B2", sheet: "it's", address: "A1:B2" },
  { full: "A1", sheet: null, address: "A1" },
])("$full names its sheet", ({ full, sheet, address }) => {
  expect(splitAddress(full)).toEqual({ sheet, address });
});

test.each([
  { address: "A:A", unbounded: true },
  { address: "'a'!$2:$3", unbounded: true },
  { address: "A1:A1048576", unbounded: false },
])("$address is without end: $unbounded", ({ address, unbounded }) => {
  expect(isUnbounded(address)).toBe(unbounded);
});

test("neighbours do not overlap", () => {
  const at = (row: number, column: number) => ({ row, column, rows: 2, columns: 2 });
  expect(overlaps(at(0, 0), at(1, 1))).toBe(true);
  expect(overlaps(at(0, 0), at(2, 0))).toBe(false);
  expect(overlaps(at(0, 0), at(0, 2))).toBe(false);
});
