import { scoreBands, scoreRfm } from "../../../src/core/rfm";
import { DEFAULT_SETTINGS } from "../../../src/core/settings";
import { bookOfRows, type OrderRow } from "../../support/bookOfRows";

const DAY = 20_000;

/** Bands of a book scored in two halves. */
function bandsOf(rows: readonly OrderRow[]) {
  const book = bookOfRows(rows, DAY);
  return scoreBands(scoreRfm(book.summary, book.asOf, { ...DEFAULT_SETTINGS, bins: 2 }));
}

test("each score has its customers and the values between which they lie", () => {
  const rows: OrderRow[] = [
    ["a", DAY - 3, 10],
    ["b", DAY - 9, 20],
    ["c", DAY - 40, 30],
    ["d", DAY - 50, 40],
    ["outside", DAY - 400, 99],
  ];
  expect(bandsOf(rows)).toEqual({
    r: [
      { score: 1, customers: 2, from: 40, to: 50 },
      { score: 2, customers: 2, from: 3, to: 9 },
    ],
    f: [{ score: 1, customers: 4, from: 1, to: 1 }],
    m: [
      { score: 1, customers: 2, from: 1_000, to: 2_000 },
      { score: 2, customers: 2, from: 3_000, to: 4_000 },
    ],
  });
});

test("nobody in the base, no bands", () => {
  expect(bandsOf([["outside", DAY - 400, 99]])).toEqual({ r: [], f: [], m: [] });
});
