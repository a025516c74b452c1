import { churnRisk, explainCustomer } from "../../../src/core/churn";
import { scoreRfm } from "../../../src/core/rfm";
import { DEFAULT_SETTINGS } from "../../../src/core/settings";
import { bookOfRows, type OrderRow } from "../../support/bookOfRows";

const DAY = 20_000;
const rows = [
  ...Array.from({ length: 60 }, (_, c): OrderRow[] =>
    Array.from({ length: 2 + (c % 5) }, (__, i): OrderRow => [
      `c${c}`,
      DAY + ((c * 7) % 100) + i * (12 + (c % 20)),
      10 + c,
    ]),
  ).flat(),
  ["refund", DAY + 3, -5] as OrderRow,
];
const book = bookOfRows(rows, DAY + 260);
const rfm = scoreRfm(book.summary, book.asOf, DEFAULT_SETTINGS);
const churn = churnRisk({ book });

test("tier and risk come with the numbers they were made from", () => {
  const told = explainCustomer(7, rfm, churn);
  expect(told.tier).toBe(rfm.tiers[7]);
  expect(told.standing).toMatchObject({ rank: rfm.rank[7], base: 60, code: rfm.codes[7] });
  expect(told.daysSinceLastOrder).toBe(rfm.daysSinceLastOrder[7]);
  expect(told.churn).toMatchObject({ risk: churn.risk[7], horizonDays: 90, band: churn.bands[7] });
  expect(told.churn?.reasons.length).toBeGreaterThan(0);
  expect(told.churn?.reasons.length).toBeLessThanOrEqual(3);
});

test("a customer with a refund alone has neither", () => {
  const told = explainCustomer(book.customers.indexOf("refund"), rfm, churn);
  expect(told).toMatchObject({ tier: "noOrder", standing: null, daysSinceLastOrder: null, churn: null });
});
