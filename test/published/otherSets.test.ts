/**
 * Estimates of other implementations for data too large to stand here: the whole of CDNOW (Fader & Hardie) and
 * Online Retail (UCI). Tests run where the files stand beside the project.
 */
import { fitModel, type BtydModel } from "../../src/core/btyd";
import { dayOf } from "../../src/core/math/day";
import {
  absent,
  CDNOW_FULL,
  historiesAt,
  ONLINE_RETAIL,
  readCdnowFull,
  readOnlineRetail,
} from "../support/purchaseFiles";

const noFull = absent(CDNOW_FULL);
const noRetail = absent(ONLINE_RETAIL);
const whenThere = (reason: string) => (reason === "" ? describe : describe.skip);
const titled = (name: string, reason: string) => (reason === "" ? name : `${name}: left out, ${reason}`);

whenThere(noFull)(titled("CDNOW, 23,570 customers, weeks to 1997-09-30", noFull), () => {
  test.each<[BtydModel, number, readonly number[]]>([
    ["bgnbd", -95368.4439, [0.25162, 4.78895, 0.72343, 2.16109]],
    ["mbgnbd", -95336.9583, []],
    ["pareto", -95415.1186, []],
  ])("%s reaches the log-likelihood %p", (model, logLikelihood, expected) => {
    const { histogram } = historiesAt(readCdnowFull(), dayOf(1997, 9, 30), "week");
    const fit = fitModel(histogram, model);
    if (fit.status !== "converged") throw new Error(fit.status);
    expect(fit.customers).toBe(23_570);
    expect(Math.abs(fit.logLikelihood - logLikelihood)).toBeLessThan(1e-4);
    const values = Object.values(fit.params).filter((value) => typeof value === "number");
    expected.forEach((value, i) => expect(values[i]).toBeCloseTo(value, 3));
  });
});

whenThere(noRetail)(titled("Online Retail, days to 2011-12-09", noRetail), () => {
  test("BG/NBD ends at the boundary where nobody leaves, 0.12 below -61823.4713", () => {
    const { histogram } = historiesAt(readOnlineRetail(), dayOf(2011, 12, 9), "day");
    const fit = fitModel(histogram, "bgnbd");
    if (fit.status !== "boundary" || fit.params.model !== "bgnbd") throw new Error(fit.status);
    expect(fit.boundaries).toEqual(["noDropout"]);
    expect(fit.params.a).toBe(0);
    expect(fit.logLikelihood).toBeCloseTo(-61823.5909, 3);
    expect(Math.abs(fit.unrestrictedLogLikelihood - -61823.4713)).toBeLessThan(1e-3);
  });
});
