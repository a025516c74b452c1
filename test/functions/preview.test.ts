import { previewFunction } from "../../src/functions/preview";

const ORDERS = [
  [["A"], ["B"], ["A"]],
  [["2025-01-05"], ["2025-03-01"], ["2025-06-30"]],
  [[100], [50], [80]],
] as const;

test.each([
  { name: "a table with headings", id: "LIFECYCLE", more: [null, null], headed: true },
  {
    name: "a table in English",
    id: "LIFECYCLE",
    more: [null, [["lang", "en"]]],
    headed: true,
  },
  {
    name: "a table whose headings were not wanted",
    id: "LIFECYCLE",
    more: [null, [["headers", false]]],
    headed: false,
  },
])("$name says whether its first row are headings", async ({ id, more, headed }) => {
  const preview = await previewFunction(id, [...ORDERS, ...more]);
  expect(preview.headed).toBe(headed);
  expect(preview.cells).toHaveLength(headed ? 3 : 2);
});

test("one value has no headings", async () => {
  expect(await previewFunction("MASK", ["13800138000", "phone"])).toEqual({
    cells: [["138****8000"]],
    headed: false,
  });
});
