import { median } from "../../../src/core/math/median";

test.each([
  { name: "none", values: [], middle: null },
  { name: "one", values: [7], middle: 7 },
  { name: "odd, unsorted", values: [9, 1, 5], middle: 5 },
  { name: "even: the mean of the two in the middle", values: [4, 1, 3, 2], middle: 2.5 },
  { name: "numbers, not their text", values: [10, 9, 100], middle: 10 },
])("$name", ({ values, middle }) => {
  expect(median(values)).toBe(middle);
  expect(median(Float64Array.from(values))).toBe(middle);
});
