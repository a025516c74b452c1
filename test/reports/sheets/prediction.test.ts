import type { Analysis, Predictions } from "../../../src/core/analysis";
import { translator, type Locale } from "../../../src/i18n";
import { buildReport } from "../../../src/reports";
import { maskAnalysis } from "../../../src/app/maskAnalysis";
import { createPseudonyms } from "../../../src/app/pseudonyms";
import { cellsOf, faultsOf } from "../../support/modelChecks";
import { smallAnalysis } from "../../support/smallAnalysis";

const LOCALES: readonly Locale[] = ["zh-CN", "en"];

const full = smallAnalysis();
const predictions = full.predictions;
if (predictions === null) throw new Error("no predictions");

const withPredictions = (change: Partial<Predictions>): Analysis => ({
  ...full,
  predictions: { ...predictions, ...change },
});

function sheetOf(analysis: Analysis, locale: Locale = "en") {
  const model = buildReport(analysis, locale);
  const sheet = model.sheets.find(({ id }) => id === "prediction");
  if (!sheet) throw new Error("no sheet");
  return { model, sheet, cells: cellsOf(sheet), texts: cellsOf(sheet).map(({ value }) => value) };
}

/** Figures to the right of a label that stands in the first column. */
function rowOf(analysis: Analysis, label: string): readonly unknown[] {
  const { cells } = sheetOf(analysis);
  const head = cells.find(({ column, value }) => column === 1 && value === label);
  if (!head) throw new Error(`no row ${label}`);
  return cells
    .filter(({ row, column, value }) => row === head.row && column > 1 && value !== null)
    .map(({ value }) => value);
}

test.each(LOCALES)("%s: the verdict stands on top", (locale) => {
  const { texts } = sheetOf(full, locale);
  const t = translator(locale);
  const verdict = t("backtestVerdict.beatsRecency", { ours: "0.801", recency: "0.780" });
  expect(texts.slice(0, 4)).toContain(verdict);
});

test("a score that does no better than silence says so", () => {
  const { texts } = sheetOf(
    withPredictions({ backtest: { ...predictions.backtest, verdict: "notBetterThanRecency" } }),
  );
  expect(texts).toContain(
    translator("en")("backtestVerdict.notBetterThanRecency", { ours: "0.801", recency: "0.780" }),
  );
});

test("the forecast has the total first, then every tier, low below expected below high", () => {
  const [customers, ...figures] = rowOf(full, "All customers") as number[];
  expect(customers).toBe(23);
  expect(figures).toHaveLength(9);
  for (const at of [0, 3, 6]) {
    expect(figures[at]).toBeLessThan(figures[at + 1] ?? 0);
    expect(figures[at + 1]).toBeLessThan(figures[at + 2] ?? 0);
  }
  const high = rowOf(full, "High value") as number[];
  expect(high[0]).toBe(4);
});

test("every quadrant has its customers, and they add up to all with an order", () => {
  const names = ["Protect", "Grow", "Hold", "Maintain"];
  const customers = names.map((name) => rowOf(full, name)[1] as number);
  expect(customers.reduce((sum, count) => sum + count, 0)).toBe(23);
});

test("methods are compared in a table, ours first", () => {
  expect(rowOf(full, "Churn risk").slice(0, 4)).toEqual(["0.801", "0.486", "0.161", "0.545"]);
  expect(rowOf(full, "RFM sum").slice(0, 4)).toEqual(["0.765", "0.519", "0.173", "–"]);
});

test("charts show the calibration and the bands of the latest cut", () => {
  expect(sheetOf(full).sheet.charts.map(({ kind }) => kind)).toEqual(["combo", "column"]);
});

test.each<{ name: string; analysis: Analysis; says: string }>([
  {
    name: "too few customers",
    analysis: { ...full, predictions: null, predictionGap: "tooFewCustomers" },
    says: translator("en")("predictionGap.tooFewCustomers"),
  },
  {
    name: "no model",
    analysis: withPredictions({ value: null, forecast: null, model: null }),
    says: translator("en")("prediction.noModel"),
  },
  {
    name: "no back-test",
    analysis: withPredictions({
      backtest: { horizonDays: 90, cuts: [], methods: [], verdict: "tooLittleData", gain: null },
    }),
    says: translator("en")("prediction.noBacktest", { days: 90 }),
  },
  {
    name: "fewer than five customers in a tenth",
    analysis: withPredictions({
      backtest: {
        ...predictions.backtest,
        cuts: predictions.backtest.cuts.map((cut) => ({
          ...cut,
          calibration: [{ customers: 4, meanPredicted: 0.4, realised: 0.5 }],
        })),
      },
    }),
    says: translator("en")("prediction.calibrationLeftOut"),
  },
])("$name: said in words, in a workbook without faults", ({ analysis, says }) => {
  const { model, texts } = sheetOf(analysis);
  expect(texts).toContain(says);
  expect(faultsOf(model)).toEqual([]);
});

test("masked: no forecast, quadrant or band of fewer than five people", () => {
  const masked = maskAnalysis(full, "partial", createPseudonyms(false));
  const lines = masked.predictions?.forecast?.lines ?? [];
  expect(lines.length).toBeGreaterThan(0);
  expect(lines.every(({ customers }) => customers >= 5)).toBe(true);
  expect(lines.some(({ tier }) => tier === "high")).toBe(false);
  expect(masked.predictions?.value?.quadrants.cells.every(({ customers }) => customers >= 5)).toBe(true);
  const { model, cells } = sheetOf(masked);
  expect(faultsOf(model)).toEqual([]);
  expect(cells.some(({ column, value }) => column === 1 && value === "High value")).toBe(false);
});
