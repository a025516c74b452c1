import type { ChartModel, ChartSeries } from "../../reports";
import { textWidth } from "../../reports/kit/textWidth";
import { axisTicks, type AxisTicks } from "./axisTicks";

/** What the cells behind a chart hold now; series in the model's order. */
export interface ChartData {
  /** As the cells show them. */
  readonly categories: readonly string[];
  readonly series: readonly {
    readonly values: readonly (number | null)[];
    /** Places along the other axis, in a scatter chart. */
    readonly xs: readonly (number | null)[];
  }[];
}

type Look = NonNullable<ChartSeries["look"]>;

/** A chart as shapes in pixels, y downwards; whoever draws them decides nothing. */
export interface ChartShapes {
  readonly grid: readonly Line[];
  readonly bars: readonly (Box & { readonly color: string; readonly look: Look })[];
  readonly areas: readonly { readonly points: readonly Point[]; readonly color: string }[];
  readonly lines: readonly {
    readonly points: readonly Point[];
    readonly color: string;
    readonly look: Look;
    readonly marked: boolean;
  }[];
  readonly dots: readonly (Point & { readonly color: string })[];
  readonly texts: readonly ChartText[];
  readonly keys: readonly (Box & { readonly color: string; readonly look: Look; readonly round: boolean })[];
}

interface Point {
  readonly x: number;
  readonly y: number;
}
interface Box extends Point {
  readonly width: number;
  readonly height: number;
}
interface Line {
  readonly from: Point;
  readonly to: Point;
  readonly strong: boolean;
}
export interface ChartText extends Point {
  readonly text: string;
  readonly anchor: "start" | "middle" | "end";
  readonly role: "title" | "axis" | "label";
  /** Read from bottom to top. */
  readonly upright?: boolean;
}

const TITLE_HEIGHT = 30;
const LEGEND_HEIGHT = 22;
const AXIS_HEIGHT = 22;
const AXIS_TITLE = 18;
const PADDING = 10;
const GAP = 6;
/** A digit at the size of the labels; `textWidth` counts in digits. */
const DIGIT_PX = 6;
const LINE_PX = 12;
/** Share of a category's room that its bars fill. */
const BAR_SHARE = 0.62;
const KEY = 10;
/** More points than this, and markers hide the line. */
const MARKED_POINTS = 36;

const wide = (text: string): number => textWidth(text) * DIGIT_PX;

/**
 * Lays a chart out as the model says: kinds, colours, axes, number formats, legend.
 *
 * @param format - a value in a number format, as cells show it
 */
export function layoutChart(
  chart: ChartModel,
  data: ChartData,
  size: { readonly width: number; readonly height: number },
  format: (value: number, pattern: string) => string,
): ChartShapes {
  const drawn = chart.series.map((series, index) => ({
    series,
    values: data.series[index]?.values ?? [],
    xs: data.series[index]?.xs ?? [],
    as: markOf(chart, series),
  }));
  type Drawn = (typeof drawn)[number];
  const lying = chart.kind === "bar" || chart.kind === "stackedBar";
  const stacked = chart.kind === "stackedColumn" || chart.kind === "stackedBar";
  const count = Math.max(data.categories.length, ...drawn.map(({ values }) => values.length), 0);
  const main = drawn.filter(({ series }) => series.secondary !== true);
  const second = drawn.filter(({ series }) => series.secondary === true);

  const ticksOf = (group: readonly Drawn[], fixed: Parameters<typeof axisTicks>[2]): AxisTicks => {
    const sums = Array.from({ length: count }, (_, index) =>
      group.reduce((sum, { values }) => sum + Math.max(0, values[index] ?? 0), 0),
    );
    const all = group.flatMap(({ values }) => values.filter((value) => value !== null));
    const fromZero = group.some(({ as }) => as === "bar" || as === "area");
    return axisTicks(stacked ? [...sums, ...all.filter((value) => value < 0)] : all, fromZero, fixed);
  };
  const valueTicks = ticksOf(main, { min: chart.valueAxis.min, max: chart.valueAxis.max });
  const secondMax = chart.secondaryAxis?.max ?? null;
  const secondSpan = { min: secondMax === null ? null : 0, max: secondMax };
  const secondTicks = second.length === 0 ? null : ticksOf(second, secondSpan);
  const valueText = (value: number): string => format(value, chart.valueAxis.numberFormat);
  const secondText = (value: number): string => format(value, chart.secondaryAxis?.numberFormat ?? "General");
  const xs = drawn.flatMap((one) => one.xs.filter((value) => value !== null));
  const xTicks = chart.kind === "scatter" ? axisTicks(xs, false, { min: null, max: null }) : null;
  const xText = (value: number): string => format(value, chart.categoryAxis.numberFormat ?? "General");

  const widest = (texts: readonly string[]): number =>
    texts.reduce((most, text) => Math.max(most, wide(text)), 0);
  const sideTexts = lying ? data.categories : valueTicks.ticks.map(valueText);
  const sideTitle = lying ? chart.categoryAxis.title : chart.valueAxis.title;
  const footTitle = lying ? chart.valueAxis.title : chart.categoryAxis.title;
  const rightKeys =
    chart.legend === "right" ? widest(chart.series.map(({ name }) => name)) + KEY + 3 * GAP : 0;
  const plot = {
    left: PADDING + (sideTitle === null ? 0 : AXIS_TITLE) + Math.min(widest(sideTexts), size.width / 3) + GAP,
    top: PADDING + (chart.title === "" ? 0 : TITLE_HEIGHT) + (chart.legend === "top" ? LEGEND_HEIGHT : 0),
    right:
      size.width -
      PADDING -
      GAP -
      rightKeys -
      (secondTicks === null ? 0 : widest(secondTicks.ticks.map(secondText)) + GAP) -
      (chart.secondaryAxis?.title ? AXIS_TITLE : 0),
    bottom:
      size.height -
      PADDING -
      AXIS_HEIGHT -
      (footTitle === null ? 0 : AXIS_TITLE) -
      (chart.legend === "bottom" ? LEGEND_HEIGHT : 0),
  };
  const along = (from: number, to: number, ticks: AxisTicks) => (value: number) =>
    from + ((value - ticks.from) / (ticks.to - ticks.from)) * (to - from);
  const valueAt = lying ? along(plot.left, plot.right, valueTicks) : along(plot.bottom, plot.top, valueTicks);
  const secondAt = secondTicks === null ? valueAt : along(plot.bottom, plot.top, secondTicks);
  const room = (lying ? plot.bottom - plot.top : plot.right - plot.left) / Math.max(1, count);
  // A lying axis begins at the bottom unless it is turned round, an upright one on the left.
  const forward = (chart.categoryAxis.reversed === true) === lying;
  const placeOf = (index: number): number =>
    (lying ? plot.top : plot.left) + room * ((forward ? index : count - 1 - index) + 0.5);
  const xAt = xTicks === null ? placeOf : along(plot.left, plot.right, xTicks);

  const shapes = {
    grid: [] as Line[],
    bars: [] as ChartShapes["bars"][number][],
    areas: [] as ChartShapes["areas"][number][],
    lines: [] as ChartShapes["lines"][number][],
    dots: [] as ChartShapes["dots"][number][],
    texts: [] as ChartText[],
    keys: [] as ChartShapes["keys"][number][],
  };
  const { texts } = shapes;

  for (const tick of valueTicks.ticks) {
    const at = valueAt(tick);
    shapes.grid.push(
      lying
        ? { from: { x: at, y: plot.top }, to: { x: at, y: plot.bottom }, strong: tick === 0 }
        : { from: { x: plot.left, y: at }, to: { x: plot.right, y: at }, strong: tick === 0 },
    );
    texts.push(
      lying
        ? { x: at, y: plot.bottom + LINE_PX + 2, text: valueText(tick), anchor: "middle", role: "axis" }
        : { x: plot.left - GAP, y: at + LINE_PX / 3, text: valueText(tick), anchor: "end", role: "axis" },
    );
  }
  for (const tick of secondTicks?.ticks ?? [])
    texts.push({
      x: plot.right + GAP,
      y: secondAt(tick) + LINE_PX / 3,
      text: secondText(tick),
      anchor: "start",
      role: "axis",
    });

  if (xTicks !== null) {
    for (const tick of xTicks.ticks)
      texts.push({
        x: xAt(tick),
        y: plot.bottom + LINE_PX + 2,
        text: xText(tick),
        anchor: "middle",
        role: "axis",
      });
  } else {
    const every = lying ? 1 : Math.max(1, Math.ceil((widest(data.categories) + GAP) / room));
    data.categories.forEach((text, index) => {
      if (index % every !== 0) return;
      texts.push(
        lying
          ? {
              x: plot.left - GAP,
              y: placeOf(index) + LINE_PX / 3,
              text: fitted(text, plot.left - PADDING),
              anchor: "end",
              role: "axis",
            }
          : {
              x: placeOf(index),
              y: plot.bottom + LINE_PX + 2,
              text: fitted(text, room * every),
              anchor: "middle",
              role: "axis",
            },
      );
    });
  }

  const bars = drawn.filter(({ as }) => as === "bar");
  const barRoom = (room * BAR_SHARE) / (stacked ? 1 : Math.max(1, bars.length));
  const stackTops = new Array<number>(count).fill(0);
  const stackFeet = new Array<number>(count).fill(0);
  bars.forEach(({ series, values }, place) => {
    const at = series.secondary === true ? secondAt : valueAt;
    values.forEach((value, index) => {
      if (value === null) return;
      const stack = value < 0 ? stackFeet : stackTops;
      const base = stacked ? (stack[index] ?? 0) : 0;
      if (stacked) stack[index] = base + value;
      const [a, b] = [at(base), at(base + value)];
      const start = placeOf(index) - (room * BAR_SHARE) / 2 + (stacked ? 0 : place * barRoom);
      const inset = stacked || bars.length === 1 ? 0 : 1;
      const box = lying
        ? { x: Math.min(a, b), y: start, width: Math.abs(b - a), height: barRoom - inset }
        : { x: start, y: Math.min(a, b), width: barRoom - inset, height: Math.abs(b - a) };
      shapes.bars.push({ ...box, color: series.color, look: series.look ?? "solid" });
      if (series.labels !== true) return;
      const text = valueText(value);
      const inside = stacked ? { dx: box.width / 2, dy: box.height / 2 + LINE_PX / 3 } : null;
      if (inside !== null && (lying ? box.width < wide(text) : box.height < LINE_PX)) return;
      texts.push(
        inside !== null
          ? { x: box.x + inside.dx, y: box.y + inside.dy, text, anchor: "middle", role: "label" }
          : lying
            ? {
                x: b + GAP / 2,
                y: box.y + box.height / 2 + LINE_PX / 3,
                text,
                anchor: "start",
                role: "label",
              }
            : {
                x: box.x + box.width / 2,
                y: Math.min(a, b) - GAP / 2,
                text,
                anchor: "middle",
                role: "label",
              },
      );
    });
  });

  for (const { series, values, xs: places, as } of drawn) {
    if (as === "bar") continue;
    const at = series.secondary === true ? secondAt : valueAt;
    const points = values.map((value, index): Point | null => {
      const place = as === "dot" ? places[index] : index;
      return value === null || place === null || place === undefined ? null : { x: xAt(place), y: at(value) };
    });
    for (const run of runsOf(points)) {
      const [first, last] = [run[0], run.at(-1)];
      if (as === "dot") shapes.dots.push(...run.map((point) => ({ ...point, color: series.color })));
      else
        shapes.lines.push({
          points: run,
          color: series.color,
          look: series.look ?? "solid",
          marked: as === "line" && values.length <= MARKED_POINTS,
        });
      if (as === "area" && first !== undefined && last !== undefined) {
        const foot = at(Math.max(0, valueTicks.from));
        shapes.areas.push({
          points: [...run, { x: last.x, y: foot }, { x: first.x, y: foot }],
          color: series.color,
        });
      }
    }
    if (series.labels === true)
      points.forEach((point, index) => {
        const value = values[index];
        if (point === null || value === null || value === undefined) return;
        texts.push({
          x: point.x,
          y: point.y - GAP,
          text: (series.secondary === true ? secondText : valueText)(value),
          anchor: "middle",
          role: "label",
        });
      });
  }

  const middle = { x: (plot.left + plot.right) / 2, y: (plot.top + plot.bottom) / 2 };
  if (chart.title !== "")
    texts.push({ x: size.width / 2, y: PADDING + 14, text: chart.title, anchor: "middle", role: "title" });
  if (footTitle !== null)
    texts.push({
      x: middle.x,
      y: plot.bottom + AXIS_HEIGHT + LINE_PX,
      text: footTitle,
      anchor: "middle",
      role: "axis",
    });
  if (sideTitle !== null)
    texts.push({
      x: PADDING + LINE_PX - 2,
      y: middle.y,
      text: sideTitle,
      anchor: "middle",
      role: "axis",
      upright: true,
    });
  if (chart.secondaryAxis?.title)
    texts.push({
      x: size.width - rightKeys - PADDING,
      y: middle.y,
      text: chart.secondaryAxis.title,
      anchor: "middle",
      role: "axis",
      upright: true,
    });

  addLegend(
    chart,
    drawn.map(({ as }) => as),
    plot,
    size,
    shapes,
  );
  return shapes;
}

type Mark = "bar" | "line" | "area" | "dot";

function markOf(chart: ChartModel, series: ChartSeries): Mark {
  if (chart.kind === "combo") return series.as === "line" ? "line" : "bar";
  if (chart.kind === "scatter") return "dot";
  return chart.kind === "line" || chart.kind === "area" ? chart.kind : "bar";
}

/** Neighbouring points without a gap between them. */
function runsOf(points: readonly (Point | null)[]): Point[][] {
  const runs: Point[][] = [];
  let open = false;
  for (const point of points) {
    if (point === null) open = false;
    else if (open) runs.at(-1)?.push(point);
    else {
      runs.push([point]);
      open = true;
    }
  }
  return runs;
}

function fitted(text: string, room: number): string {
  if (wide(text) <= room) return text;
  let kept = text;
  while (kept.length > 1 && wide(`${kept}…`) > room) kept = kept.slice(0, -1);
  return `${kept}…`;
}

function addLegend(
  chart: ChartModel,
  marks: readonly Mark[],
  plot: { readonly top: number; readonly right: number },
  size: { readonly width: number; readonly height: number },
  shapes: { readonly texts: ChartText[]; readonly keys: ChartShapes["keys"][number][] },
): void {
  if (chart.legend === "none") return;
  const widths = chart.series.map(({ name }) => KEY + GAP + wide(name) + 2 * GAP);
  const total = widths.reduce((sum, width) => sum + width, 0);
  let x = chart.legend === "right" ? size.width - PADDING - Math.max(...widths) : (size.width - total) / 2;
  let y =
    chart.legend === "right"
      ? plot.top
      : chart.legend === "top"
        ? PADDING + (chart.title === "" ? 0 : TITLE_HEIGHT)
        : size.height - PADDING - KEY;
  chart.series.forEach(({ name, color, look = "solid" }, index) => {
    const thin = marks[index] === "line";
    shapes.keys.push({
      x,
      y: thin ? y + KEY / 2 - 1 : y,
      width: KEY,
      height: thin ? 2 : KEY,
      color,
      look,
      round: marks[index] === "dot",
    });
    shapes.texts.push({ x: x + KEY + GAP, y: y + KEY - 1, text: name, anchor: "start", role: "axis" });
    if (chart.legend === "right") y += LINE_PX + GAP;
    else x += widths[index] ?? 0;
  });
}
