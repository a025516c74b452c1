import { ObjectMatrix, type ICellData } from "@univerjs/core";
import { CELL_TYPE } from "../../../src/workbench/book/cellType";
import { unchanged, witnessCells } from "../../../src/workbench/host/witnessCells";

const RANGE = { row: 2, column: 1, rows: 30, columns: 4 };
const area = (startRow: number, startColumn: number, endRow: number, endColumn: number) => ({
  startRow,
  startColumn,
  endRow,
  endColumn,
});

test("Univer makes the whole range of them", () => {
  expect(new ObjectMatrix(witnessCells(RANGE, [], () => null)).getDiscreteRanges()).toEqual([
    area(2, 1, 31, 4),
  ]);
});

test.each([
  { name: "an area across the range", one: area(10, 0, 90, 9), told: [10, 1] },
  { name: "an area inside it", one: area(12, 3, 14, 3), told: [12, 3] },
  { name: "a whole column", one: area(NaN, 2, NaN, 2), told: [2, 2] },
  { name: "an area above", one: area(0, 1, 1, 4), told: null },
  { name: "an area to the right", one: area(2, 5, 31, 9), told: null },
])("is told with a value: $name", ({ one, told }) => {
  const cells = witnessCells(RANGE, [one], (row, column) => ({ v: row * 100 + column, t: CELL_TYPE.number }));
  const withValue = Object.entries(cells).flatMap(([row, line]) =>
    Object.entries(line).flatMap(([column, cell]) =>
      "v" in cell ? [[Number(row), Number(column), cell.v]] : [],
    ),
  );
  expect(withValue).toEqual(told === null ? [] : [[...told, (told[0] ?? 0) * 100 + (told[1] ?? 0)]]);
});

test.each<{ name: string; cell: ICellData | null; told: ICellData }>([
  { name: "no cell", cell: null, told: {} },
  { name: "a number", cell: { v: 5, t: CELL_TYPE.number, s: "text" }, told: { t: CELL_TYPE.number } },
  { name: "a look alone", cell: { s: "look" }, told: {} },
])("what leaves a cell as it is: $name", ({ cell, told }) => expect(unchanged(cell)).toEqual(told));
