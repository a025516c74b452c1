import fc from "fast-check";
import { newTextTable, NOT_THERE } from "../../../src/core/orders/textTable";

test("it keeps what a Map keeps", () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.string({ maxLength: 3 }), fc.integer({ min: -1, max: 99 })), { maxLength: 200 }),
      (pairs) => {
        const table = newTextTable();
        const map = new Map<string, number>();
        for (const [text, value] of pairs) {
          expect(table.get(text)).toBe(map.get(text) ?? NOT_THERE);
          table.set(text, value);
          map.set(text, value);
        }
        for (const [text, value] of map) expect(table.get(text)).toBe(value);
      },
    ),
  );
});

test("it grows past its first size and loses nothing", () => {
  const table = newTextTable();
  for (let id = 0; id < 50_000; id++) table.set(`tb_user${id}`, id);
  for (let id = 0; id < 50_000; id++) expect(table.get(`tb_user${id}`)).toBe(id);
  expect(table.get("tb_user50000")).toBe(NOT_THERE);
});

test.each([
  { name: "letters of one and of two bytes", texts: ["ab", "a\u0100b", "\u6162", "小明", "小明同学", "😀"] },
  { name: "an odd last letter and a blank one behind it", texts: ["abc", "abc\u0000", "ab", "ab\u0000", ""] },
  { name: "texts longer than any id", texts: ["x".repeat(65), "x".repeat(66), "x".repeat(5_000)] },
])("it tells apart $name", ({ texts }) => {
  const table = newTextTable();
  texts.forEach((text, index) => table.set(text, index));
  expect(texts.map(table.get)).toEqual(texts.map((_, index) => index));
});
