import { isTotalsLabel, type Cell } from "../../../src/core/tables";

test.each<[Cell, boolean]>([
  ["合计", true],
  [" 总计：", true],
  ["小计:", true],
  ["Grand Total", true],
  ["subtotal", true],
  ["TOTALS", true],
  ["合计达人", false],
  ["Total Sports", false],
  ["", false],
  [null, false],
  [12, false],
])("%p adds up other rows: %p", (cell, expected) => {
  expect(isTotalsLabel(cell)).toBe(expected);
});
