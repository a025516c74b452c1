import type { ChartModel, ChartSeries } from "../../../src/reports";
import { axisTicks } from "../../../src/workbench/chart/axisTicks";
import { layoutChart, type ChartData } from "../../../src/workbench/chart/layoutChart";

const SIZE = { width: 480, height: 260 };
const plain = (value: number): string => String(value);
const FREE = { min: null, max: null };

test.each([
  { name: "bars begin at zero", values: [90, 95], fromZero: true, expected: [0, 20, 40, 60, 80, 100] },
  {
    name: "a narrow band of a line stands by itself",
    values: [96, 99],
    fromZero: false,
    expected: [96, 97, 98, 99],
  },
  { name: "losses go below zero", values: [-5, 10], fromZero: true, expected: [-5, 0, 5, 10] },
  { name: "shares", values: [0.03, 0.48], fromZero: true, expected: [0, 0.1, 0.2, 0.3, 0.4, 0.5] },
  { name: "no values at all", values: [], fromZero: true, expected: [0, 0.2, 0.4, 0.6, 0.8, 1] },
  { name: "zeroes only", values: [0, 0], fromZero: true, expected: [0, 0.2] },
])("an axis has round values: $name", ({ values, fromZero, expected }) => {
  const { ticks, from, to } = axisTicks(values, fromZero, FREE);
  expect(ticks).toEqual(expected);
  expect([from, to]).toEqual([expected[0], expected.at(-1)]);
});

test("ends that somebody chose hold", () => {
  expect(axisTicks([0.2, 0.4], true, { min: 0, max: 1 })).toMatchObject({ from: 0, to: 1 });
});

const range = { row: 0, column: 0, rows: 3, columns: 1 };
const series = (name: string, more: Partial<ChartSeries> = {}): ChartSeries => ({
  name,
  nameCell: { sheet: "S", row: 0, column: 0 },
  categories: { sheet: "S", range },
  values: { sheet: "S", range },
  color: "0F6CBD",
  ...more,
});
const chart = (kind: ChartModel["kind"], more: Partial<ChartModel> = {}): ChartModel => ({
  kind,
  name: "C",
  title: "Title",
  altText: "",
  series: [series("one")],
  categoryAxis: { title: null, numberFormat: null },
  valueAxis: { title: null, numberFormat: "0", min: null, max: null },
  secondaryAxis: null,
  legend: "none",
  anchor: range,
  ...more,
});
const data = (...values: (number | null)[][]): ChartData => ({
  categories: ["a", "b", "c"],
  series: values.map((line) => ({ values: line, xs: [1, 2, 3] })),
});
const heights = (kind: ChartModel["kind"], given: ChartData, more: Partial<ChartModel> = {}) =>
  layoutChart(chart(kind, more), given, SIZE, plain).bars.map(({ height }) => height);

test("a bar twice as large is twice as long, upright and lying", () => {
  const [one = 0, two = 0] = heights("column", data([10, 20]));
  expect(two / one).toBeCloseTo(2);
  const bars = layoutChart(chart("bar"), data([10, 20]), SIZE, plain).bars;
  expect((bars[1]?.width ?? 0) / (bars[0]?.width ?? 1)).toBeCloseTo(2);
});

test("stacked parts stand on each other and share one place", () => {
  const two = { series: [series("one"), series("two")] };
  const [lower, , upper] = layoutChart(chart("stackedColumn", two), data([10, 20], [5, 5]), SIZE, plain).bars;
  expect(upper?.x).toBe(lower?.x);
  expect((upper?.y ?? 0) + (upper?.height ?? 0)).toBeCloseTo(lower?.y ?? NaN);
});

test.each([
  { name: "lying bars begin at the bottom", reversed: false, first: "below" },
  { name: "turned round, they begin at the top", reversed: true, first: "above" },
])("$name", ({ reversed, first }) => {
  const { bars } = layoutChart(
    chart("bar", { categoryAxis: { title: null, numberFormat: null, reversed } }),
    data([1, 2, 3]),
    SIZE,
    plain,
  );
  expect((bars[0]?.y ?? 0) > (bars[2]?.y ?? 0) ? "below" : "above").toBe(first);
});

test("a blank cell leaves a gap in a line and no bar", () => {
  const { lines } = layoutChart(chart("line"), data([1, null, 3]), SIZE, plain);
  expect(lines.map(({ points }) => points.length)).toEqual([1, 1]);
  expect(heights("column", data([1, null, 3]))).toHaveLength(2);
});

test("the second axis has its own scale: 10 of 10 stands as high as 1000 of 1000", () => {
  const combo = chart("combo", {
    series: [series("money", { as: "column" }), series("orders", { as: "line", secondary: true })],
    secondaryAxis: { title: null, numberFormat: "0" },
  });
  const { bars, lines } = layoutChart(combo, data([1000], [10]), SIZE, plain);
  expect(lines[0]?.points[0]?.y).toBeCloseTo(bars[0]?.y ?? NaN);
});

test("title, axis titles, categories and legend are all written, inside the frame", () => {
  const { texts } = layoutChart(
    chart("column", {
      legend: "bottom",
      categoryAxis: { title: "Month", numberFormat: null },
      valueAxis: { title: "Money", numberFormat: "0", min: null, max: null },
    }),
    data([1, 2, 3]),
    SIZE,
    plain,
  );
  const written = texts.map(({ text }) => text);
  expect(written).toEqual(expect.arrayContaining(["Title", "Month", "Money", "a", "b", "c", "one"]));
  for (const { x, y } of texts) {
    expect(x).toBeGreaterThan(0);
    expect(x).toBeLessThan(SIZE.width);
    expect(y).toBeGreaterThan(0);
    expect(y).toBeLessThan(SIZE.height);
  }
});
