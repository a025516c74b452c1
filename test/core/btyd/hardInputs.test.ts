import { readFileSync } from "node:fs";
import { join } from "node:path";
import {
  expectedPurchases,
  probabilityAlive,
  probabilityOfPurchase,
  type BtydParams,
} from "../../../src/core/btyd";
import { betaGeometricLikelihood } from "../../../src/core/btyd/betaGeometricLikelihood";
import { prepareHistogram } from "../../../src/core/btyd/likelihood";
import { paretoLikelihood } from "../../../src/core/btyd/paretoLikelihood";
import { histogramFrom } from "../../support/histories";

interface OracleRow {
  readonly name: string;
  readonly params: BtydParams;
  readonly x: number;
  readonly lastAge: number;
  readonly age: number;
  readonly horizon: number;
  readonly logLikelihood: number;
  readonly alive: number;
  readonly buys: number;
  readonly expected: number;
}

/** Written by test/published/oracle/btyd.py: the papers' closed forms in 80 digits. */
const oracle = JSON.parse(readFileSync(join(__dirname, "../../published/oracle/btyd.json"), "utf8")) as {
  readonly rows: readonly OracleRow[];
};

const RELATIVE = 1e-9;

function relativeError(value: number | undefined, truth: number): number {
  const given = value ?? NaN;
  return given === truth ? 0 : Math.abs(given - truth) / Math.abs(truth);
}

const cases = oracle.rows.map((row) => ({
  ...row,
  title: `${row.name}: ${Object.values(row.params).join(" ")}, x ${row.x}, t_x ${row.lastAge}, T ${row.age}`,
}));

function logsOf(params: BtydParams): number[] {
  const { r, alpha } = params;
  return (params.model === "pareto" ? [r, alpha, params.s, params.beta] : [r, alpha, params.a, params.b]).map(
    Math.log,
  );
}

function likelihoodOf({ params, x, lastAge, age }: OracleRow) {
  const prepared = prepareHistogram(histogramFrom([{ x, lastAge, age }]), 1);
  return params.model === "pareto"
    ? paretoLikelihood(prepared)
    : betaGeometricLikelihood(params.model, prepared);
}

test.each(cases)("P(alive) is that of 80 digits: $title", (row) => {
  const { params, alive } = row;
  const [value] = probabilityAlive(params, histogramFrom([row]));
  expect(relativeError(value, alive)).toBeLessThan(RELATIVE);
});

test.each(cases)("P(buy) is that of 80 digits: $title", (row) => {
  const { params, horizon, buys } = row;
  const [value] = probabilityOfPurchase(params, histogramFrom([row]), horizon);
  expect(relativeError(value, buys)).toBeLessThan(RELATIVE);
});

test.each(cases)("expected purchases are those of 80 digits: $title", (row) => {
  const { params, horizon, expected } = row;
  const [column] = expectedPurchases(params, histogramFrom([row]), [horizon]);
  expect(relativeError(column?.[0], expected)).toBeLessThan(RELATIVE);
});

test.each(cases)("the log-likelihood is that of 80 digits: $title", (row) => {
  const value = likelihoodOf(row)(logsOf(row.params), new Float64Array(4));
  // A customer seen for no time has likelihood 1, whose log is 0.
  expect(Math.abs(value - row.logLikelihood)).toBeLessThan(
    RELATIVE * Math.max(1, Math.abs(row.logLikelihood)),
  );
});

test.each(cases)("the gradient is the slope of the log-likelihood: $title", (row) => {
  const likelihood = likelihoodOf(row);
  const logs = logsOf(row.params);
  const gradient = new Float64Array(4);
  likelihood(logs, gradient);
  // Richardson's differences of fourth order, at a step where neither rounding nor curvature shows.
  const slopeAt = (i: number, step: number) => {
    const at = (shift: number) =>
      likelihood(
        logs.map((log, k) => (k === i ? log + shift : log)),
        new Float64Array(4),
      );
    return (8 * (at(step) - at(-step)) - (at(2 * step) - at(-2 * step))) / (12 * step);
  };
  const size = Math.max(1, Math.abs(row.logLikelihood));
  gradient.forEach((slope, i) => {
    expect(Math.abs(slope - slopeAt(i, 2e-3))).toBeLessThan(5e-8 * (size + Math.abs(slope)));
  });
});
