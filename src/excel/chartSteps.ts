import { cellAddress, rangeAddress } from "../reports/kit/address";
import { SET_BYTES } from "./cellSteps";
import { hex } from "./formatSteps";
import type { Batch, Step } from "./steps";
import type { ChartModel, ChartSeries, SheetModel, WorkbookModel } from "../reports";

const CHART_BYTES = 50 * SET_BYTES;
const SERIES_BYTES = 18 * SET_BYTES;
const GRIDLINE = "#E3E3E3";
const AXIS_LINE = "#BFBFBF";
const TEXT = "#595959";
const TITLE = "#262626";
const TITLE_SIZE = 12;
const LABEL_SIZE = 9;
const LINE_POINTS = 2.25;
const THIN_POINTS = 0.75;
const MARKER_SIZE = 5;
/** More points than this, and markers hide the line. */
const MARKED_POINTS = 36;

/** Before the name of every chart of ours: only those are taken away by a refresh. */
export const CHART_PREFIX = "crm_";

const KINDS = {
  column: "ColumnClustered",
  bar: "BarClustered",
  stackedColumn: "ColumnStacked",
  stackedBar: "BarStacked",
  line: "Line",
  area: "Area",
  scatter: "XYScatter",
  combo: "ColumnClustered",
} as const;

const LABEL_POSITIONS = {
  column: "OutsideEnd",
  bar: "OutsideEnd",
  stackedColumn: "Center",
  stackedBar: "Center",
  line: "Top",
  scatter: "Top",
  combo: "OutsideEnd",
  // Areas take no position.
  area: null,
} as const;

const LEGENDS = { bottom: "Bottom", top: "Top", right: "Right" } as const;

/** Charts of a sheet, over their anchor cells; their figures have to stand already. */
export function chartSteps(sheet: SheetModel, { font }: Pick<WorkbookModel, "font">): readonly Step[] {
  return sheet.charts.map((chart) => ({
    bytes: CHART_BYTES + chart.series.length * SERIES_BYTES,
    run: (batch) => addChart(batch, sheet.name, chart, font),
  }));
}

function addChart(batch: Batch, sheetName: string, model: ChartModel, font: string): void {
  const sheet = batch.sheet(sheetName);
  const [first] = model.series;
  if (first === undefined) return;
  const source = rangeOf(batch, first.values);
  const { rows, columns } = first.values.range;
  const chart = sheet.charts.add(KINDS[model.kind], source, rows === 1 && columns > 1 ? "Rows" : "Columns");
  chart.name = CHART_PREFIX + model.name;
  const { anchor } = model;
  chart.setPosition(
    cellAddress(anchor.row, anchor.column),
    cellAddress(anchor.row + anchor.rows - 1, anchor.column + anchor.columns - 1),
  );
  // The figures behind a chart may stand in hidden columns; a gap is a gap.
  chart.plotVisibleOnly = false;
  chart.displayBlanksAs = "NotPlotted";
  chart.format.font.name = font;
  chart.format.font.color = TEXT;
  chart.format.font.size = LABEL_SIZE;
  if (model.title === "") chart.title.visible = false;
  else {
    chart.title.text = model.title;
    chart.title.format.font.size = TITLE_SIZE;
    chart.title.format.font.bold = true;
    chart.title.format.font.color = TITLE;
  }
  if (model.legend === "none") chart.legend.visible = false;
  else {
    chart.legend.visible = true;
    chart.legend.position = LEGENDS[model.legend];
  }
  model.series.forEach((series, index) => {
    const added = index === 0 ? chart.series.getItemAt(0) : chart.series.add(series.name);
    drawSeries(batch, added, series, model);
  });
  drawAxes(chart, model);
}

function drawSeries(batch: Batch, drawn: Excel.ChartSeries, series: ChartSeries, chart: ChartModel): void {
  drawn.name = series.name;
  drawn.setValues(rangeOf(batch, series.values));
  drawn.setXAxisValues(rangeOf(batch, series.categories));
  const as = chart.kind === "combo" ? (series.as ?? "column") : chart.kind;
  if (chart.kind === "combo" && as === "line") drawn.chartType = "Line";
  if (series.secondary === true) drawn.axisGroup = "Secondary";
  const color = hex(series.color);
  const look = series.look ?? "solid";
  if (as === "line") {
    drawn.format.line.color = color;
    drawn.format.line.weight = look === "outline" ? 2 * THIN_POINTS : LINE_POINTS;
    drawn.format.line.lineStyle = look === "dashed" ? "Dash" : "Continuous";
    drawn.smooth = false;
    const points = series.values.range.rows * series.values.range.columns;
    if (points > MARKED_POINTS || look === "outline") drawn.markerStyle = "None";
    else {
      drawn.markerStyle = "Circle";
      drawn.markerSize = MARKER_SIZE;
      drawn.markerForegroundColor = color;
      drawn.markerBackgroundColor = look === "dashed" ? "#FFFFFF" : color;
    }
  } else if (as === "scatter") {
    drawn.markerStyle = "Circle";
    drawn.markerSize = MARKER_SIZE + 1;
    drawn.markerForegroundColor = "#FFFFFF";
    drawn.markerBackgroundColor = color;
  } else if (look === "outline") {
    drawn.format.fill.clear();
    drawn.format.line.color = color;
    drawn.format.line.weight = 2 * THIN_POINTS;
  } else {
    // The API has no hatching: a dashed look is a pale fill in a dashed line.
    drawn.format.fill.setSolidColor(look === "dashed" ? "#FFFFFF" : color);
    if (look === "dashed") {
      drawn.format.line.color = color;
      drawn.format.line.lineStyle = "Dash";
      drawn.format.line.weight = THIN_POINTS;
    }
  }
  if (as === "column" || as === "bar") drawn.gapWidth = as === "bar" ? 50 : 60;
  if (series.labels === true) {
    drawn.hasDataLabels = true;
    const position = LABEL_POSITIONS[as];
    if (position !== null) drawn.dataLabels.position = position;
    drawn.dataLabels.showValue = true;
    drawn.dataLabels.numberFormat = valueFormat(series, chart);
  }
}

function valueFormat(series: ChartSeries, chart: ChartModel): string {
  return (
    (series.secondary === true ? chart.secondaryAxis?.numberFormat : undefined) ??
    chart.valueAxis.numberFormat
  );
}

function drawAxes(chart: Excel.Chart, model: ChartModel): void {
  const { categoryAxis, valueAxis, secondaryAxis } = model;
  const categories = chart.axes.categoryAxis;
  const values = chart.axes.valueAxis;
  categories.majorTickMark = "None";
  values.majorTickMark = "None";
  // Beside the axis line labels of negative bars would lie on the bars.
  categories.tickLabelPosition = "Low";
  categories.format.line.color = AXIS_LINE;
  if (categoryAxis.numberFormat !== null) categories.numberFormat = categoryAxis.numberFormat;
  titled(categories, categoryAxis.title);
  values.numberFormat = valueAxis.numberFormat;
  values.majorGridlines.visible = true;
  values.majorGridlines.format.line.color = GRIDLINE;
  if (valueAxis.min !== null) values.minimum = valueAxis.min;
  if (valueAxis.max !== null) values.maximum = valueAxis.max;
  titled(values, valueAxis.title);
  if (categoryAxis.reversed === true) {
    categories.reversePlotOrder = true;
    // With categories from top to bottom the value axis would move to the top.
    categories.position = "Maximum";
  }
  if (secondaryAxis !== null && model.series.some(({ secondary }) => secondary === true)) {
    const second = chart.axes.getItem("Value", "Secondary");
    second.numberFormat = secondaryAxis.numberFormat;
    second.majorTickMark = "None";
    if (secondaryAxis.max !== undefined) {
      second.minimum = 0;
      second.maximum = secondaryAxis.max;
    }
    titled(second, secondaryAxis.title);
  }
}

function titled(axis: Excel.ChartAxis, title: string | null): void {
  if (title === null || title === "") axis.title.visible = false;
  else axis.title.text = title;
}

function rangeOf(batch: Batch, { sheet, range }: ChartSeries["values"]): Excel.Range {
  return batch.sheet(sheet).getRange(rangeAddress(range));
}
