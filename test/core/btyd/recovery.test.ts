import { expectedPurchases, fitModel, probabilityOfPurchase, type BtydParams } from "../../../src/core/btyd";
import { createRandom } from "../../../src/sample/random";
import { histogramFrom } from "../../support/histories";
import { simulateHistories } from "../../support/simulateHistories";

const TRUTHS: readonly BtydParams[] = [
  { model: "bgnbd", r: 0.6, alpha: 20, a: 0.8, b: 2.5 },
  { model: "mbgnbd", r: 0.9, alpha: 25, a: 0.8, b: 2.5 },
  { model: "pareto", r: 0.7, alpha: 20, s: 0.6, beta: 60 },
];

const valuesOf = (params: BtydParams) =>
  Object.values(params).filter((value): value is number => typeof value === "number");

describe.each(TRUTHS)("customers who behave as $model says", (truth) => {
  test("give the parameters back within three standard errors, and errors of the size stated", () => {
    const random = createRandom(2_026, 1);
    const errors = Array.from({ length: 24 }, () => {
      const histories = simulateHistories(truth, 1_500, { from: 150, to: 500 }, random);
      const fit = fitModel(histogramFrom(histories), truth.model);
      if (fit.status !== "converged" || fit.logCovariance === null) throw new Error(fit.status);
      const { params, logCovariance } = fit;
      return valuesOf(params).map((value, i) => {
        const error = Math.log(value / (valuesOf(truth)[i] ?? NaN));
        return error / Math.sqrt(logCovariance[i]?.[i] ?? NaN);
      });
    });
    for (let i = 0; i < 4; i++) {
      const own = errors.map((row) => row[i] ?? NaN);
      const mean = own.reduce((sum, error) => sum + error, 0) / own.length;
      const square = own.reduce((sum, error) => sum + error * error, 0) / own.length;
      // 24 draws of a standard normal: mean within 3.3/√24, mean square between the 0.05 % and 99.95 % points.
      expect(Math.abs(mean)).toBeLessThan(0.67);
      expect(square).toBeGreaterThan(0.3);
      expect(square).toBeLessThan(2.3);
    }
  });

  test("buy as often as predicted, and as many of them as predicted", () => {
    const random = createRandom(77, 2);
    const histories = simulateHistories(truth, 40_000, { from: 50, to: 400, after: 90 }, random);
    const followed = histories.map(({ purchases, age }) => purchases.filter((time) => time > age).length);
    const histogram = histogramFrom(histories);
    // Sorted like the histogram, so that groups of purchase counts can be compared as well.
    for (const group of [(x: number) => x === 0, (x: number) => x > 0 && x < 5, (x: number) => x >= 5]) {
      const members = histories.flatMap(({ x }, index) => (group(x) ? [followed[index] ?? 0] : []));
      const bought = members.filter((count) => count > 0).length;
      const orders = members.reduce((sum, count) => sum + count, 0);
      const chances = probabilityOfPurchase(truth, histogram, 90).filter((_, i) =>
        group(histogram.repeatOrders[i] ?? 0),
      );
      const counts = expectedPurchases(truth, histogram, [90])[0]?.filter((_, i) =>
        group(histogram.repeatOrders[i] ?? 0),
      );
      const expectedBuyers = chances.reduce((sum, chance) => sum + chance, 0);
      const spread = Math.sqrt(chances.reduce((sum, chance) => sum + chance * (1 - chance), 0));
      expect(Math.abs(bought - expectedBuyers)).toBeLessThan(4 * spread);
      const variance = members.reduce((sum, count) => sum + (count - orders / members.length) ** 2, 0);
      const expectedOrders = counts?.reduce((sum, count) => sum + count, 0) ?? NaN;
      expect(Math.abs(orders - expectedOrders)).toBeLessThan(4 * Math.sqrt(variance));
    }
  });
});
