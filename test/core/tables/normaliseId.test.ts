import { isLongNumberId, normaliseId, shownId, type Cell } from "../../../src/core/tables";

test.each<{ name: string; cell: Cell | undefined; key: string }>([
  { name: "text", cell: "tb_user01", key: "tb_user01" },
  { name: "outer blanks", cell: " tb_user01\u3000", key: "tb_user01" },
  { name: "full width", cell: "ｔｂ＿ｕｓｅｒ０１", key: "tb_user01" },
  { name: "inner blanks stay", cell: "Ann  Lee", key: "Ann  Lee" },
  { name: "case stays", cell: "Ann", key: "Ann" },
  { name: "a number", cell: 1, key: "1" },
  { name: "the same number as text", cell: "1", key: "1" },
  { name: "a number with zero decimals as text", cell: "1.0", key: "1" },
  { name: "10 is not 1", cell: "10", key: "10" },
  { name: "other decimals stay", cell: "1.50", key: "1.50" },
  { name: "leading zeros stay", cell: "01", key: "01" },
  { name: "a formula wrapper", cell: '="25000000000012"', key: "25000000000012" },
  { name: "a leading apostrophe", cell: "'13800001001", key: "13800001001" },
  { name: "an e-mail address in any case", cell: "Ann.Lee@Shop.COM", key: "ann.lee@shop.com" },
  { name: "an at sign that is no address", cell: "@Ann", key: "@Ann" },
  { name: "a number with an exponent", cell: 1e21, key: "1000000000000000000000" },
  { name: "blank", cell: " ", key: "" },
  { name: "null", cell: null, key: "" },
  { name: "a cell that the row lacks", cell: undefined, key: "" },
  { name: "a word for nothing", cell: "NULL", key: "" },
  { name: "an error cell", cell: { error: "#N/A" }, key: "" },
])("$name", ({ cell, key }) => {
  expect(normaliseId(cell)).toBe(key);
});

test("an id is shown as it stood, without its wrapper", () => {
  expect(shownId(' ="0012" ')).toBe("0012");
  expect(shownId("ｔｂ")).toBe("ｔｂ");
  expect(shownId(17850)).toBe("17850");
});

test.each<[Cell, boolean]>([
  [999999999999999, false],
  [2500000000000001, true],
  ["2500000000000001", false],
  ["2.50000E+15", true],
  ["order E1", false],
])("digits of %p may be lost: %p", (cell, expected) => {
  expect(isLongNumberId(cell)).toBe(expected);
});
