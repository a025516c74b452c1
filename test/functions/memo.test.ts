import fc from "fast-check";
import { contentKey } from "../../src/functions/contentKey";
import { Memo } from "../../src/functions/memo";

describe("contentKey", () => {
  test.each([
    ["a number and its text", [[1]], [["1"]]],
    ["1 and TRUE", [[1]], [[true]]],
    ["TRUE and FALSE", [[true]], [[false]]],
    ["blank and empty text", [[null]], [[""]]],
    ["0 and blank", [[0]], [[null]]],
    ["text and an error of the same letters", [["#N/A"]], [[{ error: "#N/A" }]]],
    ["cells in another order", [["a"], ["b"]], [["b"], ["a"]]],
    ["text split elsewhere", [["ab", "c"]], [["a", "bc"]]],
    ["one row and one column", [["a", "b"]], [["a"], ["b"]]],
    ["whole and broken numbers", [[1]], [[1.0000000000000002]]],
  ])("tells %s apart", (_, one, other) => {
    expect(contentKey([one], null)).not.toBe(contentKey([other], null));
  });

  test("equal content gives equal keys", () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.oneof(fc.string(), fc.double(), fc.boolean(), fc.constant(null)))),
        (rows) => {
          expect(contentKey([rows], 1)).toBe(contentKey([structuredClone(rows)], 1));
        },
      ),
    );
  });

  test("100,000 sheets that differ in one cell have 100,000 keys", () => {
    const keys = new Set(
      Array.from({ length: 100_000 }, (_, value) => contentKey([[["a"], [value / 8]]], null)),
    );
    expect(keys.size).toBe(100_000);
  });
});

describe("Memo", () => {
  test("computes once, and forgets what was not asked for longest", () => {
    const computed: string[] = [];
    const memo = new Memo<string>(2);
    const ask = (key: string) =>
      memo.get(key, () => {
        computed.push(key);
        return key.toUpperCase();
      });
    expect(["a", "b", "a", "c", "a", "b"].map(ask)).toEqual(["A", "B", "A", "C", "A", "B"]);
    expect(computed).toEqual(["a", "b", "c", "b"]);
  });
});
