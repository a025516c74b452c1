import { readFileSync } from "node:fs";
import { join } from "node:path";
import { digamma } from "../../../src/core/math/digamma";
import { gaussLegendre } from "../../../src/core/math/gaussLegendre";
import { logBeta } from "../../../src/core/math/logBeta";

/** Written by test/published/oracle/btyd.py in 80 digits. */
const oracle = JSON.parse(readFileSync(join(__dirname, "../../published/oracle/btyd.json"), "utf8")) as {
  readonly logBetas: readonly { readonly a: number; readonly b: number; readonly value: number }[];
  readonly digammas: readonly { readonly x: number; readonly value: number }[];
};

test.each(oracle.logBetas)("log B($a, $b) is $value", ({ a, b, value }) => {
  expect(Math.abs(logBeta(a, b) / value - 1)).toBeLessThan(1e-12);
  expect(logBeta(b, a)).toBeCloseTo(logBeta(a, b), 10);
});

test.each(oracle.digammas)("digamma($x) is $value", ({ x, value }) => {
  expect(Math.abs(digamma(x) / value - 1)).toBeLessThan(1e-12);
});

test.each([1, 2, 8, 12, 16])("the rule of %p nodes is exact to degree 2n - 1", (n) => {
  const { nodes, weights } = gaussLegendre(n);
  for (let degree = 0; degree < 2 * n; degree++) {
    const sum = nodes.reduce((total, node, i) => total + (weights[i] ?? 0) * node ** degree, 0);
    expect(sum).toBeCloseTo(1 / (degree + 1), 14);
  }
});
