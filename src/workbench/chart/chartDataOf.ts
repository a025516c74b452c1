import type { CellRange, ChartModel } from "../../reports";
import type { ChartData } from "./layoutChart";

/** A cell as a chart takes it. */
export interface ChartCell {
  readonly value: string | number | boolean | null;
  /** As the sheet shows it. */
  readonly text: string;
}

/**
 * What the cells behind a chart hold.
 *
 * @param read - cells of a range, row by row; a sheet that is gone has none
 */
export function chartDataOf(
  chart: ChartModel,
  read: (sheet: string, range: CellRange) => readonly ChartCell[],
): ChartData {
  const number = ({ value }: ChartCell): number | null => (typeof value === "number" ? value : null);
  const [first] = chart.series;
  return {
    categories:
      first === undefined ? [] : read(first.categories.sheet, first.categories.range).map(({ text }) => text),
    series: chart.series.map(({ values, categories }) => ({
      values: read(values.sheet, values.range).map(number),
      xs: chart.kind === "scatter" ? read(categories.sheet, categories.range).map(number) : [],
    })),
  };
}
