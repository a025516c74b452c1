/**
 * Batislam, Denizel & Filiztekin (2007), "Empirical validation and comparison of models for customer base
 * analysis", International Journal of Research in Marketing 24, 201-209; Wagner & Hoppe (2008). The papers
 * print no estimates for the CDNOW sample: these are other implementations' (weeks to 1997-09-30).
 */
import { fitModel, probabilityAlive } from "../../src/core/btyd";
import { dayOf } from "../../src/core/math/day";
import { histogramFrom } from "../support/histories";
import { historiesAt, readCdnowSample } from "../support/purchaseFiles";

test("parameters of the CDNOW sample to three digits, log-likelihood -9582.1357", () => {
  const { histogram } = historiesAt(readCdnowSample(), dayOf(1997, 9, 30), "week");
  const fit = fitModel(histogram, "mbgnbd");
  if (fit.status !== "converged" || fit.params.model !== "mbgnbd") throw new Error(fit.status);
  expect(fit.params.r).toBeCloseTo(0.524843, 3);
  expect(fit.params.alpha).toBeCloseTo(6.183082, 3);
  expect(fit.params.a).toBeCloseTo(0.89136, 3);
  expect(fit.params.b).toBeCloseTo(1.614003, 3);
  expect(Math.abs(fit.logLikelihood - -9582.1357)).toBeLessThan(1e-4);
});

test("a one-time buyer may have left, with odds a/b ((alpha + T)/alpha)^r", () => {
  const params = { model: "mbgnbd", r: 0.525, alpha: 6.183, a: 0.891, b: 1.614 } as const;
  const odds = (0.891 / 1.614) * ((6.183 + 38.86) / 6.183) ** 0.525;
  const [alive] = probabilityAlive(params, histogramFrom([{ x: 0, lastAge: 0, age: 38.86 }], "week"));
  expect(alive).toBeCloseTo(1 / (1 + odds), 12);
});
