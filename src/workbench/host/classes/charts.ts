import { classOf, type AnySpec, type Thing } from "../classSpec";
import { newId, type HostChart, type HostSeries, type SourceRange } from "../extras";
import type { HostBook } from "../hostBook";
import { invalidArgument, notFound } from "../hostError";
import { rangeAt, type RangeThing } from "./range";

interface ChartsThing extends Thing {
  readonly sheet: string;
}
interface ChartThing extends Thing {
  readonly id: string;
}
interface SeriesThing extends ChartThing {
  readonly series: string;
}
/** A part of a chart or of a series that only keeps what is set: a title, an axis, a line. */
interface PartThing extends Thing {
  readonly owner: ChartThing | SeriesThing;
  /** Where in the chart it stands: "title", "axes/valueAxis". */
  readonly path: string;
}

const CHART_TYPES: ReadonlySet<string> = new Set([
  "ColumnClustered",
  "ColumnStacked",
  "BarClustered",
  "BarStacked",
  "Line",
  "LineMarkers",
  "Area",
  "XYScatter",
]);

function chartOf({ id }: { readonly id: string }, book: HostBook): HostChart {
  const chart = book.extras.charts.find((one) => one.id === id);
  if (chart === undefined) throw notFound();
  return chart;
}

function seriesOf(thing: SeriesThing, book: HostBook): HostSeries {
  const series = chartOf(thing, book).series.find((one) => one.id === thing.series);
  if (series === undefined) throw notFound();
  return series;
}

const keptBy = (owner: ChartThing | SeriesThing, book: HostBook): Map<string, unknown> =>
  "series" in owner ? seriesOf(owner, book).set : chartOf(owner, book).set;

const part = (type: string, path: string) => (owner: ChartThing | SeriesThing) =>
  ({ type, owner, path }) as PartThing;
const inner = (type: string, name: string) => (thing: PartThing) =>
  ({ type, owner: thing.owner, path: `${thing.path}/${name}` }) as PartThing;

/** A class whose properties are kept as they are set. */
function keeping(
  names: readonly string[],
  nav: Readonly<Record<string, string>> = {},
  call: NonNullable<AnySpec["call"]> = {},
): AnySpec {
  const at = (thing: PartThing, name: string): string => `${thing.path}/${name}`;
  return classOf<PartThing>({
    get: Object.fromEntries(
      names.map((name) => [
        name,
        (thing: PartThing, book: HostBook) => keptBy(thing.owner, book).get(at(thing, name)) ?? null,
      ]),
    ),
    set: Object.fromEntries(
      names.map((name) => [
        name,
        (thing: PartThing, value: unknown, book: HostBook) => {
          keptBy(thing.owner, book).set(at(thing, name), value);
          book.onCharts();
        },
      ]),
    ),
    nav: Object.fromEntries(Object.entries(nav).map(([name, type]) => [name, inner(type, name)])),
    call: call as NonNullable<Parameters<typeof classOf<PartThing>>[0]["call"]>,
  });
}

function add(
  { sheet }: ChartsThing,
  [chartType, source, by = "Auto"]: readonly [string, RangeThing, string?],
  book: HostBook,
): ChartThing {
  if (!CHART_TYPES.has(chartType))
    throw invalidArgument(`the workbench draws no charts of type ${chartType}`);
  const { range } = source;
  // Auto goes by the longer side.
  const inRows = by === "Rows" || (by === "Auto" && range.columns > range.rows);
  const parts = Array.from({ length: inRows ? range.rows : range.columns }, (_, index) =>
    inRows
      ? { ...range, row: range.row + index, rows: 1 }
      : { ...range, column: range.column + index, columns: 1 },
  );
  const chart: HostChart = {
    id: newId(),
    sheet,
    name: `Chart ${book.extras.charts.length + 1}`,
    chartType,
    anchor: { row: 0, column: 0, rows: 15, columns: 8 },
    set: new Map(),
    series: parts.map((one) => ({
      id: newId(),
      set: new Map(),
      values: { sheet: source.sheet, range: one },
      categories: null,
    })),
  };
  book.extras.charts.push(chart);
  book.onCharts();
  return { type: "Chart", id: chart.id };
}

export const ChartCollection = classOf<ChartsThing>({
  items: ({ sheet }, book) =>
    book.extras.charts
      .filter((chart) => chart.sheet === sheet)
      .map(({ id }): ChartThing => ({ type: "Chart", id })),
  find: ({ sheet }, key, book) => {
    const chart = book.extras.charts.find(
      (one) => one.sheet === sheet && (one.id === key || one.name.toLowerCase() === key.toLowerCase()),
    );
    return chart === undefined ? null : ({ type: "Chart", id: chart.id } as ChartThing);
  },
  call: { add },
});

export const Chart = classOf<ChartThing>({
  id: ({ id }) => ({ Id: id }),
  get: {
    id: ({ id }) => id,
    name: (thing, book) => chartOf(thing, book).name,
    chartType: (thing, book) => chartOf(thing, book).chartType,
    plotVisibleOnly: (thing, book) => chartOf(thing, book).set.get("plotVisibleOnly") ?? true,
    displayBlanksAs: (thing, book) => chartOf(thing, book).set.get("displayBlanksAs") ?? "NotPlotted",
  },
  set: {
    name: (thing, value: string, book) => {
      chartOf(thing, book).name = value;
    },
    chartType: (thing, value: string, book) => {
      chartOf(thing, book).chartType = value;
      book.onCharts();
    },
    plotVisibleOnly: (thing, value: boolean, book) =>
      void chartOf(thing, book).set.set("plotVisibleOnly", value),
    displayBlanksAs: (thing, value: string, book) =>
      void chartOf(thing, book).set.set("displayBlanksAs", value),
  },
  nav: {
    title: part("ChartTitle", "title"),
    legend: part("ChartLegend", "legend"),
    axes: part("ChartAxes", "axes"),
    format: part("ChartAreaFormat", "format"),
    dataLabels: part("ChartDataLabels", "dataLabels"),
    series: ({ id }) => ({ type: "ChartSeriesCollection", id }) as Thing,
    worksheet: (thing, book) => ({ type: "Worksheet", sheet: chartOf(thing, book).sheet }) as Thing,
  },
  call: {
    setPosition: (thing, [start, end]: readonly [RangeThing | string, (RangeThing | string)?], book) => {
      const chart = chartOf(thing, book);
      const corner = (given: RangeThing | string) =>
        (typeof given === "string" ? rangeAt(chart.sheet, given, book) : given).range;
      const from = corner(start);
      const to = end === undefined || end === null ? from : corner(end);
      chart.anchor = {
        row: from.row,
        column: from.column,
        rows: to.row + to.rows - from.row,
        columns: to.column + to.columns - from.column,
      };
      book.onCharts();
    },
    delete: (thing, _: readonly [], book) => {
      book.extras.charts.splice(book.extras.charts.indexOf(chartOf(thing, book)), 1);
      book.onCharts();
    },
  },
});

export const ChartSeriesCollection = classOf<ChartThing>({
  items: (thing, book) =>
    chartOf(thing, book).series.map(({ id }): SeriesThing => ({
      type: "ChartSeries",
      id: thing.id,
      series: id,
    })),
  call: {
    add: (thing, [name]: readonly [string?], book) => {
      const series: HostSeries = { id: newId(), set: new Map(), values: null, categories: null };
      if (name !== undefined && name !== null) series.set.set("name", name);
      chartOf(thing, book).series.push(series);
      book.onCharts();
      return { type: "ChartSeries", id: thing.id, series: series.id } as SeriesThing;
    },
  },
});

const source = ({ sheet, range }: RangeThing): SourceRange => ({ sheet, range });

const SERIES = [
  "name",
  "chartType",
  "axisGroup",
  "smooth",
  "markerStyle",
  "markerSize",
  "markerForegroundColor",
  "markerBackgroundColor",
  "gapWidth",
  "overlap",
  "hasDataLabels",
] as const;

export const ChartSeries = classOf<SeriesThing>({
  get: Object.fromEntries(
    SERIES.map((name) => [
      name,
      (thing: SeriesThing, book: HostBook) => seriesOf(thing, book).set.get(name) ?? null,
    ]),
  ),
  set: Object.fromEntries(
    SERIES.map((name) => [
      name,
      (thing: SeriesThing, value: unknown, book: HostBook) => {
        seriesOf(thing, book).set.set(name, value);
        book.onCharts();
      },
    ]),
  ),
  nav: {
    format: part("ChartSeriesFormat", "format"),
    dataLabels: part("ChartDataLabels", "dataLabels"),
  },
  call: {
    setValues: (thing, [range]: readonly [RangeThing], book) => {
      seriesOf(thing, book).values = source(range);
      book.onCharts();
    },
    setXAxisValues: (thing, [range]: readonly [RangeThing], book) => {
      seriesOf(thing, book).categories = source(range);
      book.onCharts();
    },
    delete: (thing, _: readonly [], book) => {
      const { series } = chartOf(thing, book);
      series.splice(
        series.findIndex(({ id }) => id === thing.series),
        1,
      );
      book.onCharts();
    },
  },
});

/** Parts of a chart by their class names. */
export const CHART_PARTS: Readonly<Record<string, AnySpec>> = {
  ChartTitle: keeping(["text", "visible", "overlay", "position"], { format: "ChartTitleFormat" }),
  ChartTitleFormat: keeping([], { font: "ChartFont", fill: "ChartFill" }),
  ChartLegend: keeping(["visible", "position", "overlay"], { format: "ChartLegendFormat" }),
  ChartLegendFormat: keeping([], { font: "ChartFont", fill: "ChartFill" }),
  ChartAreaFormat: keeping([], { font: "ChartFont", fill: "ChartFill", border: "ChartLineFormat" }),
  ChartFont: keeping(["name", "size", "bold", "italic", "color", "underline"]),
  ChartLineFormat: keeping(["color", "weight", "lineStyle"], {}, { clear: cleared }),
  ChartSeriesFormat: keeping([], { fill: "ChartFill", line: "ChartLineFormat" }),
  ChartFill: keeping([], {}, { setSolidColor: filled, clear: cleared }),
  ChartDataLabels: keeping(
    ["position", "showValue", "showSeriesName", "showCategoryName", "showPercentage", "numberFormat"],
    { format: "ChartDataLabelFormat" },
  ),
  ChartDataLabelFormat: keeping([], { font: "ChartFont", fill: "ChartFill" }),
  ChartAxes: keeping(
    [],
    { categoryAxis: "ChartAxis", valueAxis: "ChartAxis" },
    {
      getItem: ((thing: PartThing, [type, group]: readonly [string, string?]) => ({
        type: "ChartAxis",
        owner: thing.owner,
        path: `${thing.path}/${group === "Secondary" ? "secondary" : ""}${type === "Value" ? "valueAxis" : "categoryAxis"}`,
      })) as never,
    },
  ),
  ChartAxis: keeping(
    [
      "majorTickMark",
      "minorTickMark",
      "tickLabelPosition",
      "numberFormat",
      "minimum",
      "maximum",
      "majorUnit",
      "reversePlotOrder",
      "position",
      "visible",
    ],
    {
      format: "ChartAxisFormat",
      title: "ChartAxisTitle",
      majorGridlines: "ChartGridlines",
      minorGridlines: "ChartGridlines",
    },
  ),
  ChartAxisFormat: keeping([], { line: "ChartLineFormat", font: "ChartFont", fill: "ChartFill" }),
  ChartAxisTitle: keeping(["text", "visible"], { format: "ChartTitleFormat" }),
  ChartGridlines: keeping(["visible"], { format: "ChartGridlinesFormat" }),
  ChartGridlinesFormat: keeping([], { line: "ChartLineFormat" }),
};

function filled(thing: Thing, args: never, book: HostBook): void {
  const { owner, path } = thing as PartThing;
  keptBy(owner, book).set(`${path}/color`, (args as readonly [string])[0]);
  book.onCharts();
}

function cleared(thing: Thing, _: never, book: HostBook): void {
  const { owner, path } = thing as PartThing;
  keptBy(owner, book).set(`${path}/color`, null);
  book.onCharts();
}
