import type { ChartModel, ChartSeries } from "../../reports";
import { hexColor } from "../book/gridStyle";
import { cellOutput } from "./cellOutput";
import type { HostChart, HostSeries, SourceRange } from "./extras";
import type { HostBook } from "./hostBook";

const KINDS: Readonly<Record<string, ChartModel["kind"]>> = {
  ColumnClustered: "column",
  ColumnStacked: "stackedColumn",
  BarClustered: "bar",
  BarStacked: "stackedBar",
  Line: "line",
  LineMarkers: "line",
  Area: "area",
  XYScatter: "scatter",
};

/** Excel's own first colours, for series nobody gave one. */
const DEFAULT_COLORS = ["4472C4", "ED7D31", "A5A5A5", "FFC000", "5B9BD5", "70AD47"] as const;
const LEGENDS = { Bottom: "bottom", Top: "top", Right: "right" } as const;
const WHITE = "FFFFFF";

/** A chart the add-in described, as our own model has it; null: nothing to draw yet, or its cells are gone. */
export function chartModel(chart: HostChart, book: HostBook): ChartModel | null {
  const text = (path: string): string | null => {
    const value = chart.set.get(path);
    return typeof value === "string" && value !== "" ? value : null;
  };
  const shown = (path: string): boolean => chart.set.get(`${path}/visible`) !== false;
  const number = (path: string): number | null => {
    const value = chart.set.get(path);
    return typeof value === "number" ? value : null;
  };
  const kind = kindOf(chart);
  const series = chart.series.flatMap((one, index) => seriesModel(one, index, kind, book));
  if (series.length === 0) return null;
  const legend = chart.set.get("legend/position");
  const second = series.some((one) => one.secondary === true);
  const secondMax = number("axes/secondaryvalueAxis/maximum");
  return {
    kind,
    name: chart.name,
    title: shown("title") ? (text("title/text") ?? "") : "",
    altText: text("title/text") ?? chart.name,
    series,
    categoryAxis: {
      title: shown("axes/categoryAxis/title") ? text("axes/categoryAxis/title/text") : null,
      numberFormat: text("axes/categoryAxis/numberFormat"),
      ...(chart.set.get("axes/categoryAxis/reversePlotOrder") === true && { reversed: true }),
    },
    valueAxis: {
      title: shown("axes/valueAxis/title") ? text("axes/valueAxis/title/text") : null,
      numberFormat: text("axes/valueAxis/numberFormat") ?? "General",
      min: number("axes/valueAxis/minimum"),
      max: number("axes/valueAxis/maximum"),
    },
    secondaryAxis: second
      ? {
          title: shown("axes/secondaryvalueAxis/title") ? text("axes/secondaryvalueAxis/title/text") : null,
          numberFormat: text("axes/secondaryvalueAxis/numberFormat") ?? "General",
          ...(secondMax !== null && { max: secondMax }),
        }
      : null,
    legend: shown("legend") ? (LEGENDS[legend as keyof typeof LEGENDS] ?? "bottom") : "none",
    anchor: chart.anchor,
  };
}

/** Columns and a line in one chart make a combination, whatever the chart was begun as. */
function kindOf(chart: HostChart): ChartModel["kind"] {
  const kind = KINDS[chart.chartType] ?? "column";
  const mixed = chart.series.some(({ set }) => {
    const own = set.get("chartType");
    return (own !== undefined && KINDS[String(own)] !== kind) || set.get("axisGroup") === "Secondary";
  });
  return mixed && kind === "column" ? "combo" : kind;
}

function seriesModel(
  { set, values, categories }: HostSeries,
  index: number,
  kind: ChartModel["kind"],
  book: HostBook,
): readonly ChartSeries[] {
  if (values === null || !book.hasSheet(values.sheet)) return [];
  const source = ({ sheet, range }: SourceRange) => ({ sheet: book.sheetName(sheet), range });
  const line = KINDS[String(set.get("chartType"))] === "line" || kind === "line";
  const fill = hexColor(set.get("format/fill/color") as string | null | undefined);
  const stroke = hexColor(set.get("format/line/color") as string | undefined);
  const marker = hexColor(set.get("markerBackgroundColor") as string | undefined);
  const dashed = set.get("format/line/lineStyle") === "Dash";
  const outlined = set.has("format/fill/color") && set.get("format/fill/color") === null;
  const hatched = !line && dashed && fill === WHITE;
  const color =
    (line || outlined || hatched ? stroke : kind === "scatter" ? marker : (fill ?? stroke)) ??
    DEFAULT_COLORS[index % DEFAULT_COLORS.length] ??
    WHITE;
  const look = outlined ? "outline" : dashed ? "dashed" : "solid";
  const name = String(set.get("name") ?? `${index + 1}`);
  const sheet = book.sheetName(values.sheet);
  return [
    {
      name,
      nameCell: { sheet, ...nameCell(values, name, book) },
      categories: source(categories !== null && book.hasSheet(categories.sheet) ? categories : values),
      values: source(values),
      color,
      look,
      ...(kind === "combo" && { as: line ? "line" : "column" }),
      ...(set.get("axisGroup") === "Secondary" && { secondary: true }),
      ...(set.get("hasDataLabels") === true && { labels: true }),
    },
  ];
}

/** The heading the series is named after: above its column, or before its row. */
function nameCell(
  { sheet, range }: SourceRange,
  name: string,
  book: HostBook,
): { readonly row: number; readonly column: number } {
  for (let up = range.row - 1; up >= 0; up--)
    if (cellOutput(book.cell(sheet, up, range.column)) === name) return { row: up, column: range.column };
  for (let left = range.column - 1; left >= 0; left--)
    if (cellOutput(book.cell(sheet, range.row, left)) === name) return { row: range.row, column: left };
  return { row: Math.max(0, range.row - 1), column: range.column };
}
