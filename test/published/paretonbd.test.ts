/**
 * Schmittlein, Morrison & Colombo (1987), "Counting Your Customers"; estimates and predictions for the CDNOW
 * sample, weeks to 1997-09-30: Fader & Hardie (2005), "A Note on Deriving the Pareto/NBD Model and Related
 * Expressions", and Fader, Hardie & Lee (2005), table 2.
 */
import { expectedPurchases, fitModel, probabilityAlive } from "../../src/core/btyd";
import { dayOf } from "../../src/core/math/day";
import { histogramFrom } from "../support/histories";
import { historiesAt, readCdnowSample } from "../support/purchaseFiles";

test("table 2: parameters of the CDNOW sample to the printed digits, log-likelihood -9595.0", () => {
  const { histogram } = historiesAt(readCdnowSample(), dayOf(1997, 9, 30), "week");
  const fit = fitModel(histogram, "pareto");
  if (fit.status !== "converged" || fit.params.model !== "pareto") throw new Error(fit.status);
  expect(fit.params.r).toBeCloseTo(0.553, 3);
  expect(fit.params.alpha).toBeCloseTo(10.578, 3);
  expect(fit.params.s).toBeCloseTo(0.606, 3);
  expect(fit.params.beta).toBeCloseTo(11.669, 3);
  expect(Math.abs(fit.logLikelihood - -9594.97618)).toBeLessThan(1e-4);
});

const FITTED = { model: "pareto", r: 0.553277, alpha: 10.577683, s: 0.60624, beta: 11.668732 } as const;

test("customer 1516 (x 26, t_x 30.857, T 31): P(alive) 0.997873, E[Y(52)] 25.455", () => {
  const customer = histogramFrom([{ x: 26, lastAge: 30.857, age: 31 }], "week");
  expect(probabilityAlive(FITTED, customer)[0]).toBeCloseTo(0.997873, 5);
  expect(expectedPurchases(FITTED, customer, [52])[0]?.[0]).toBeCloseTo(25.455, 3);
});

test("a customer not yet observed makes E[X(t)] = r beta / (alpha (s - 1)) (1 - (beta/(beta + t))^(s - 1)) purchases", () => {
  const { r, alpha, s, beta } = FITTED;
  const fresh = histogramFrom([{ x: 0, lastAge: 0, age: 0 }], "week");
  const expected = ((r * beta) / (alpha * (s - 1))) * (1 - (beta / (beta + 52)) ** (s - 1));
  expect(probabilityAlive(FITTED, fresh)[0]).toBe(1);
  expect(expectedPurchases(FITTED, fresh, [52])[0]?.[0]).toBeCloseTo(expected, 12);
});
