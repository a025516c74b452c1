import type { Cell } from "../../../src/core/tables";
import { saysSo } from "../../../src/core/tables/saysSo";

test.each<{ name: string; cell: Cell | undefined; says: boolean }>([
  { name: "a yes", cell: "是", says: true },
  { name: "a tick", cell: "√", says: true },
  { name: "TRUE", cell: true, says: true },
  { name: "words that say what", cell: "刺绣名字", says: true },
  { name: "a number of pieces", cell: 3, says: true },
  { name: "a no", cell: "No", says: false },
  { name: "0", cell: 0, says: false },
  { name: "a word for nothing", cell: "无", says: false },
  { name: "a blank", cell: "", says: false },
  { name: "no cell", cell: undefined, says: false },
  { name: "an error", cell: { error: "#REF!" }, says: false },
])("R60: $name", ({ cell, says }) => {
  expect(saysSo(cell)).toBe(says);
});
