import type { Worksheet } from "@cj-tech-master/excelts";
import type {
  AddAxisOptions,
  AddChartOptions,
  AddChartSeriesOptions,
  AddDataLabelsOptions,
  ChartTextProperties,
  ComboChartGroupOptions,
  ShapeProperties,
} from "@cj-tech-master/excelts/chart";
import type { ChartModel, ChartSeries } from "../reports/model/workbookModel";
import { hexColor } from "./cellStyles";
import { sheetReference } from "./cellAddress";

const TEXT = "595959";
const TITLE = "262626";
const GRIDLINE = "E3E3E3";
const AXIS_LINE = "BFBFBF";
const WHITE = "FFFFFF";

const EMU_PER_POINT = 12_700;
const LINE_POINTS = 2.25;
const THIN_POINTS = 0.75;
const MARKER_SIZE = 5;
/** More points than this, and markers hide the line. */
const MARKED_POINTS = 36;

const TITLE_SIZE = 1200;
const LABEL_SIZE = 900;

type Look = NonNullable<ChartSeries["look"]>;
type IsNumeric = (source: ChartSeries["categories"]) => boolean;
type Drawn = "bar" | "line" | "area" | "scatter";

/** How each kind is drawn: the library's type, direction and stacking. */
const KINDS: Readonly<
  Record<Exclude<ChartModel["kind"], "combo">, { drawn: Drawn; options: Partial<AddChartOptions> }>
> = {
  column: { drawn: "bar", options: { barDir: "col", grouping: "clustered", gapWidth: 60, overlap: 0 } },
  bar: { drawn: "bar", options: { barDir: "bar", grouping: "clustered", gapWidth: 50, overlap: 0 } },
  stackedColumn: {
    drawn: "bar",
    options: { barDir: "col", grouping: "stacked", gapWidth: 60, overlap: 100 },
  },
  stackedBar: { drawn: "bar", options: { barDir: "bar", grouping: "stacked", gapWidth: 50, overlap: 100 } },
  line: { drawn: "line", options: { grouping: "standard", showMarker: true } },
  area: { drawn: "area", options: { grouping: "standard" } },
  scatter: { drawn: "scatter", options: { scatterStyle: "marker" } },
};

/**
 * Puts a native chart over the anchor cells of the sheet.
 *
 * @param isNumeric - whether cells hold numbers only: such categories (dates) are written as numbers,
 *   so that the axis can format them
 */
export function addChart(
  worksheet: Worksheet,
  chart: ChartModel,
  fontName: string,
  isNumeric: IsNumeric,
): void {
  const { anchor } = chart;
  const place = {
    tl: { col: anchor.column, row: anchor.row },
    br: { col: anchor.column + anchor.columns, row: anchor.row + anchor.rows },
    editAs: "oneCell" as const,
  };
  const frame = frameOptions(chart, fontName);
  if (chart.kind !== "combo") {
    worksheet.addChart(
      { ...frame, ...groupOptions(chart, chart.kind, chart.series, false, fontName, isNumeric) },
      place,
    );
    return;
  }
  const groups = comboGroups(chart, fontName, isNumeric);
  const [only] = groups;
  if (groups.length === 1 && only !== undefined) worksheet.addChart({ ...frame, ...only }, place);
  else worksheet.addComboChart({ ...frame, groups }, place);
}

function frameOptions(chart: ChartModel, fontName: string): Partial<AddChartOptions> {
  const legend = { none: undefined, bottom: "b", top: "t", right: "r" } as const;
  const position = legend[chart.legend];
  return {
    title:
      chart.title === ""
        ? null
        : {
            paragraphs: [
              {
                properties: { defaultRunProperties: textLook(fontName, TITLE_SIZE, TITLE, true) },
                runs: [{ text: chart.title, properties: textLook(fontName, TITLE_SIZE, TITLE, true) }],
              },
            ],
          },
    showLegend: position !== undefined,
    ...(position !== undefined && {
      legendPosition: position,
      legendOptions: { overlay: false, txPr: textLook(fontName, LABEL_SIZE, TEXT) },
    }),
    displayBlanksAs: "gap",
    // The figures behind a chart may stand in hidden columns.
    plotVisOnly: false,
  };
}

function comboGroups(chart: ChartModel, fontName: string, isNumeric: IsNumeric): ComboChartGroupOptions[] {
  const groups: ComboChartGroupOptions[] = [];
  for (const secondary of [false, true]) {
    for (const as of ["column", "line"] as const) {
      const series = chart.series.filter(
        (one) => (one.as ?? "column") === as && (one.secondary === true) === secondary,
      );
      if (series.length === 0) continue;
      groups.push({
        ...groupOptions(chart, as, series, secondary, fontName, isNumeric),
        ...(secondary && { useSecondaryAxis: true }),
      });
    }
  }
  return groups;
}

function groupOptions(
  chart: ChartModel,
  kind: Exclude<ChartModel["kind"], "combo">,
  series: readonly ChartSeries[],
  secondary: boolean,
  fontName: string,
  isNumeric: IsNumeric,
): AddChartOptions {
  const { drawn, options } = KINDS[kind];
  const valueFormat =
    (secondary ? chart.secondaryAxis?.numberFormat : undefined) ?? chart.valueAxis.numberFormat;
  return {
    ...options,
    type: drawn,
    varyColors: false,
    series: series.map((one) => seriesOptions(one, kind, drawn, valueFormat, fontName, isNumeric)),
    categoryAxis: categoryAxis(chart, drawn, fontName),
    valueAxis: valueAxis(chart, secondary, fontName),
  };
}

function categoryAxis(chart: ChartModel, drawn: Drawn, fontName: string): AddAxisOptions {
  const { title, numberFormat, reversed } = chart.categoryAxis;
  return {
    ...axisTitle(title, fontName),
    ...(numberFormat !== null && { numFmt: numberFormat, numFmtLinked: false }),
    ...(reversed === true && { orientation: "maxMin" }),
    majorTickMark: "none",
    minorTickMark: "none",
    // Beside the axis line labels of negative bars would lie on the bars.
    tickLblPos: "low",
    ...(drawn === "scatter"
      ? { majorGridlines: true, majorGridlinesStyle: lineShape(GRIDLINE, THIN_POINTS) }
      : { majorGridlines: false }),
    spPr: lineShape(AXIS_LINE, THIN_POINTS),
    txPr: textLook(fontName, LABEL_SIZE, TEXT),
  };
}

function valueAxis(chart: ChartModel, secondary: boolean, fontName: string): AddAxisOptions {
  const common: AddAxisOptions = {
    majorTickMark: "none",
    minorTickMark: "none",
    tickLblPos: "nextTo",
    spPr: { line: { noFill: true } },
    txPr: textLook(fontName, LABEL_SIZE, TEXT),
  };
  if (secondary && chart.secondaryAxis !== null) {
    return {
      ...common,
      ...axisTitle(chart.secondaryAxis.title, fontName),
      numFmt: chart.secondaryAxis.numberFormat,
      numFmtLinked: false,
      ...(chart.secondaryAxis.max !== undefined && { min: 0, max: chart.secondaryAxis.max }),
      majorGridlines: false,
      crosses: "max",
    };
  }
  const { title, numberFormat, min, max } = chart.valueAxis;
  return {
    ...common,
    ...axisTitle(title, fontName),
    numFmt: numberFormat,
    numFmtLinked: false,
    ...(min !== null && { min }),
    ...(max !== null && { max }),
    majorGridlines: true,
    majorGridlinesStyle: lineShape(GRIDLINE, THIN_POINTS),
    crossBetween: chart.kind === "scatter" || chart.kind === "area" ? "midCat" : "between",
    // With categories from top to bottom the value axis would move to the top.
    ...(chart.categoryAxis.reversed === true && { crosses: "max" }),
  };
}

function axisTitle(title: string | null, fontName: string): AddAxisOptions {
  return title === null || title === ""
    ? {}
    : { title, titleOptions: { overlay: false, txPr: textLook(fontName, LABEL_SIZE, TEXT) } };
}

function seriesOptions(
  series: ChartSeries,
  kind: Exclude<ChartModel["kind"], "combo">,
  drawn: Drawn,
  valueFormat: string,
  fontName: string,
  isNumeric: IsNumeric,
): AddChartSeriesOptions {
  const { nameCell, categories, values } = series;
  const color = hexColor(series.color);
  const look = series.look ?? "solid";
  const category = sheetReference(categories.sheet, categories.range);
  const points = values.range.rows * values.range.columns;
  return {
    name: {
      formula: sheetReference(nameCell.sheet, {
        row: nameCell.row,
        column: nameCell.column,
        rows: 1,
        columns: 1,
      }),
    },
    ...(drawn === "scatter"
      ? { xValues: category, xValueType: "number" as const }
      : { categories: isNumeric(categories) ? { numRef: { formula: category } } : category }),
    values: sheetReference(values.sheet, values.range),
    spPr: SHAPES[drawn](color, look),
    ...(drawn === "bar" && { invertIfNegative: false }),
    ...(drawn === "line" && { smooth: false, marker: lineMarker(color, look, points) }),
    ...(drawn === "scatter" && {
      smooth: false,
      marker: { symbol: "circle" as const, size: MARKER_SIZE + 1, fill: color, border: WHITE },
    }),
    ...(series.labels === true && { dataLabels: labels(kind, color, look, valueFormat, fontName) }),
  };
}

function lineMarker(color: string, look: Look, points: number): NonNullable<AddChartSeriesOptions["marker"]> {
  if (points > MARKED_POINTS || look === "outline") return { symbol: "none" };
  return {
    symbol: "circle",
    size: MARKER_SIZE,
    fill: look === "dashed" ? WHITE : color,
    border: color,
  };
}

const SHAPES: Readonly<Record<Drawn, (color: string, look: Look) => ShapeProperties>> = {
  bar: areaShape,
  area: areaShape,
  line: (color, look) => ({
    line: {
      width: Math.round((look === "outline" ? THIN_POINTS * 2 : LINE_POINTS) * EMU_PER_POINT),
      color: { srgb: color },
      cap: "rnd",
      join: "round",
      dash: look === "dashed" ? "dash" : "solid",
    },
  }),
  scatter: () => ({ line: { noFill: true } }),
};

function areaShape(color: string, look: Look): ShapeProperties {
  const outline = { width: Math.round(1.5 * EMU_PER_POINT), color: { srgb: color } };
  switch (look) {
    case "outline":
      return { fill: { noFill: true }, line: outline };
    case "dashed":
      return {
        fill: {
          pattern: { preset: "ltUpDiag", foreground: { srgb: color }, background: { srgb: WHITE } },
        },
        line: { ...outline, width: Math.round(THIN_POINTS * EMU_PER_POINT) },
      };
    case "solid":
      return { fill: { solid: { srgb: color } }, line: { noFill: true } };
  }
}

const LABEL_POSITION = {
  column: "outEnd",
  bar: "outEnd",
  stackedColumn: "ctr",
  stackedBar: "ctr",
  line: "t",
  scatter: "t",
  // Areas take no position.
  area: undefined,
} as const;

function labels(
  kind: Exclude<ChartModel["kind"], "combo">,
  color: string,
  look: Look,
  valueFormat: string,
  fontName: string,
): AddDataLabelsOptions {
  const position = LABEL_POSITION[kind];
  const onDark = position === "ctr" && look === "solid" && isDark(color);
  return {
    showVal: true,
    showCatName: false,
    showSerName: false,
    showLegendKey: false,
    showPercent: false,
    showBubbleSize: false,
    ...(position !== undefined && { position }),
    numFmt: valueFormat,
    numFmtLinked: false,
    txPr: textLook(fontName, LABEL_SIZE, onDark ? WHITE : TITLE),
  };
}

/** Whether white text reads better on this colour than dark text (relative luminance of sRGB, roughly). */
function isDark(color: string): boolean {
  const channel = (at: number): number => (parseInt(color.slice(at, at + 2), 16) / 255) ** 2.2;
  return 0.2126 * channel(0) + 0.7152 * channel(2) + 0.0722 * channel(4) < 0.3;
}

function lineShape(color: string, points: number): ShapeProperties {
  return { line: { width: Math.round(points * EMU_PER_POINT), color: { srgb: color } } };
}

function textLook(fontName: string, size: number, color: string, bold = false): ChartTextProperties {
  return { size, bold, color: { srgb: color }, fontFamily: fontName, eastAsianFamily: fontName };
}
