/**
 * Fader, Hardie & Lee (2005), "Counting Your Customers" the Easy Way: An Alternative to the Pareto/NBD Model,
 * Marketing Science 24 (2), 275-284; Fader & Hardie (2008), note 021, "Computing P(alive) using the BG/NBD
 * model". CDNOW sample, weeks to 1997-09-30.
 */
import { expectedPurchases, fitModel, probabilityAlive, probabilityOfPurchase } from "../../src/core/btyd";
import { dayOf } from "../../src/core/math/day";
import { histogramFrom } from "../support/histories";
import { historiesAt, readCdnowSample } from "../support/purchaseFiles";

const PAPER = { model: "bgnbd", r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 } as const;
const { histogram } = historiesAt(readCdnowSample(), dayOf(1997, 9, 30), "week");

test("table 2: parameters of the CDNOW sample to the printed digits, log-likelihood -9582.4", () => {
  const fit = fitModel(histogram, "bgnbd");
  if (fit.status !== "converged" || fit.params.model !== "bgnbd") throw new Error(fit.status);
  expect(fit.customers).toBe(2_357);
  expect(fit.params.r).toBeCloseTo(PAPER.r, 3);
  expect(fit.params.alpha).toBeCloseTo(PAPER.alpha, 3);
  expect(fit.params.a).toBeCloseTo(PAPER.a, 3);
  expect(fit.params.b).toBeCloseTo(PAPER.b, 3);
  expect(Math.abs(fit.logLikelihood - -9582.4292)).toBeLessThan(1e-4);
});

/** Note 021 and the paper's page 281; the row without a repeat purchase is eq. 10 in 40 digits. */
test.each([
  { x: 2, lastAge: 30.43, age: 38.86, alive: 0.7266, expected: 1.226 },
  // BG/NBD: nobody has left before a repeat purchase.
  { x: 0, lastAge: 0, age: 38.86, alive: 1, expected: 0.1951 },
])("x $x, t_x $lastAge, T $age: P(alive) $alive, E[Y(39)] $expected", (row) => {
  const one = histogramFrom([row], "week");
  expect(probabilityAlive(PAPER, one)[0]).toBeCloseTo(row.alive, 4);
  expect(expectedPurchases(PAPER, one, [39])[0]?.[0]).toBeCloseTo(row.expected, 3);
});

test("eq. 8: P(X(t) = 0) of a customer not yet observed is (alpha / (alpha + t))^r", () => {
  const fresh = histogramFrom([{ x: 0, lastAge: 0, age: 0 }], "week");
  const none = (PAPER.alpha / (PAPER.alpha + 39)) ** PAPER.r;
  expect(probabilityOfPurchase(PAPER, fresh, 39)[0]).toBeCloseTo(1 - none, 12);
});

test("weeks and days are the same fit, alpha in its unit", () => {
  const days = fitModel(historiesAt(readCdnowSample(), dayOf(1997, 9, 30), "day").histogram, "bgnbd");
  const weeks = fitModel(histogram, "bgnbd");
  if (days.status !== "converged" || weeks.status !== "converged") throw new Error("no fit");
  expect(days.params.r).toBeCloseTo(weeks.params.r, 6);
  expect(days.params.alpha / 7).toBeCloseTo(weeks.params.alpha, 4);
});
