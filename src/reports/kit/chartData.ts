import type { StyleId } from "../model/styles";
import type { CellRange, CellValue, ChartModel, ChartSeries } from "../model/workbookModel";

/** One line, bar or point series of a chart, with its figures. */
export interface SeriesSpec {
  readonly name: string;
  readonly values: readonly (number | null)[];
  /** How the figures look on the data sheet. */
  readonly style: StyleId;
  readonly color: string;
  readonly as?: "column" | "line";
  readonly secondary?: boolean;
  readonly look?: "solid" | "outline" | "dashed";
  readonly labels?: boolean;
}

/** A chart before it has a place: figures instead of references. */
export interface ChartSpec extends Omit<ChartModel, "name" | "series" | "anchor"> {
  readonly categoryHeader: string;
  readonly categories: readonly string[];
  readonly series: readonly SeriesSpec[];
}

/** A block of the data sheet: the figures behind one chart. */
export interface ChartDataBlock {
  readonly title: string;
  readonly headers: readonly string[];
  readonly rows: readonly (readonly CellValue[])[];
  readonly styles: readonly StyleId[];
  /** Row of the headers on the data sheet. */
  readonly headerRow: number;
}

/** Rows of the data sheet above the first block: title, as-of line, note, a blank row. */
const FIRST_ROW = 4;
const FIRST_COLUMN = 1;

/**
 * Gathers the figures of every chart on one sheet, so that each point of a chart can be traced to a cell
 * and no sheet that is read carries helper columns.
 */
export class ChartData {
  readonly blocks: ChartDataBlock[] = [];
  private nextRow = FIRST_ROW;

  constructor(private readonly sheet: string) {}

  /** Puts the figures of a chart down and returns the chart with references to them. */
  add(spec: ChartSpec, anchor: CellRange): ChartModel {
    const headerRow = this.nextRow + 1;
    const count = spec.categories.length;
    this.blocks.push({
      title: spec.title,
      headers: [spec.categoryHeader, ...spec.series.map((series) => series.name)],
      rows: spec.categories.map((category, index) => [
        category,
        ...spec.series.map((series) => series.values[index] ?? null),
      ]),
      styles: ["text", ...spec.series.map((series) => series.style)],
      headerRow,
    });
    this.nextRow = headerRow + count + 2;
    const column = (index: number) => ({
      sheet: this.sheet,
      range: { row: headerRow + 1, column: FIRST_COLUMN + index, rows: count, columns: 1 },
    });
    const { series, categories: _categories, categoryHeader: _header, ...look } = spec;
    return {
      ...look,
      name: `chart${this.blocks.length}`,
      anchor,
      series: series.map(({ values: _values, style: _style, ...rest }, index): ChartSeries => {
        return {
          ...rest,
          nameCell: { sheet: this.sheet, row: headerRow, column: FIRST_COLUMN + 1 + index },
          categories: column(0),
          values: column(1 + index),
        };
      }),
    };
  }
}
