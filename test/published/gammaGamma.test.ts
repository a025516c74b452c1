/**
 * Fader & Hardie (2013), note 025, "The Gamma-Gamma Model of Monetary Value": the 946 repeat
 * customers of the CDNOW sample up to 1997-09-30, first purchase day left out.
 */
import { conditionalExpectedSpend, fitGammaGamma } from "../../src/core/btyd";
import { dayOf } from "../../src/core/math/day";
import { historiesAt, readCdnowSample } from "../support/purchaseFiles";

const { repeatOrders, meanRepeatSpend, customers } = historiesAt(
  readCdnowSample(),
  dayOf(1997, 9, 30),
  "week",
);

test("parameters to the printed digits: p 6.25, q 3.74, v 15.44, log-likelihood -4055.9177", () => {
  const fit = fitGammaGamma({ repeatOrders, meanRepeatSpend });
  if (fit.status !== "converged" || fit.params.kind !== "gammaGamma") throw new Error(fit.status);
  expect(fit.customers).toBe(946);
  expect(fit.params.p).toBeCloseTo(6.24957, 3);
  expect(fit.params.q).toBeCloseTo(3.74422, 3);
  expect(fit.params.v).toBeCloseTo(15.44352, 2);
  expect(Math.abs(fit.logLikelihood - -4055.9177)).toBeLessThan(1e-4);
});

const PAPER = { kind: "gammaGamma", p: 6.25, q: 3.74, v: 15.44 } as const;

test("customer 1 (x 2, mean 22.35) is expected to spend 24.65 per purchase", () => {
  const first = customers.indexOf("0001");
  expect(repeatOrders[first]).toBe(2);
  expect(meanRepeatSpend[first]).toBeCloseTo(22.345, 3);
  const fit = fitGammaGamma({ repeatOrders, meanRepeatSpend });
  if (fit.status !== "converged") throw new Error(fit.status);
  expect(conditionalExpectedSpend(fit.params, repeatOrders, meanRepeatSpend)[first]).toBeCloseTo(24.654, 3);
});

test("a customer without a repeat purchase is expected to spend the population's mean, p v / (q - 1)", () => {
  const [spend] = conditionalExpectedSpend(PAPER, [0], [0]);
  expect(spend).toBeCloseTo((6.25 * 15.44) / 2.74, 12);
});
