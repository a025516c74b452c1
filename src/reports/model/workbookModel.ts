/**
 * A workbook as data: what the sheets say and how they look, with no word on who writes it.
 * xlsx/ turns it into a file, excel/ into calls. Rows and columns count from 0.
 */
export interface WorkbookModel {
  readonly title: string;
  readonly language: "zh" | "en";
  /** One font family for the whole workbook, the one its cells, tables and charts are set in. */
  readonly font: string;
  /** Size of a cell whose style names none, in points. */
  readonly fontSize: number;
  /** What the style names in blocks mean; every name used in a sheet stands here. */
  readonly styles: Readonly<Record<StyleName, CellStyle>>;
  readonly sheets: readonly SheetModel[];
  readonly names: readonly DefinedName[];
}

export interface DefinedName {
  readonly name: string;
  readonly sheet: string;
  readonly range: CellRange;
}

export interface CellRange {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

/** null: an empty cell. Text is always text: the writer must not let "=1+1" become a formula. */
export type CellValue = string | number | boolean | null;

export interface SheetModel {
  /** Stable key, the same in every language: "kpiBoard". */
  readonly id: string;
  /** What the tab shows. At most 31 characters, none of \ / ? * [ ] : */
  readonly name: string;
  readonly tabColor: "accent" | "grey" | null;
  /** Widths in characters of the body font. */
  readonly columnWidths: readonly number[];
  readonly hiddenColumns?: readonly number[];
  /** Height in points of rows that `rowHeights` does not name. */
  readonly defaultRowHeight: number;
  /** Row heights in points. */
  readonly rowHeights: ReadonlyMap<number, number>;
  readonly blocks: readonly Block[];
  readonly merges: readonly CellRange[];
  readonly tables: readonly TableModel[];
  readonly charts: readonly ChartModel[];
  readonly conditionalFormats: readonly ConditionalFormat[];
  readonly validations: readonly Validation[];
  readonly links: readonly Link[];
  readonly notes: readonly { readonly row: number; readonly column: number; readonly text: string }[];
  /** Rows and columns that stay in view. */
  readonly freeze: { readonly rows: number; readonly columns: number } | null;
  readonly showGridlines: boolean;
  readonly zoom: number;
  readonly hidden?: boolean;
  readonly print: {
    readonly orientation: "landscape" | "portrait";
    /** First and last row (0-based) repeated on every page. */
    readonly titleRows: { readonly from: number; readonly to: number } | null;
    /** Written under every page beside the page number. */
    readonly footer: string;
    readonly area: CellRange | null;
    /** Rows that begin a new page, so that no chart is cut in two. */
    readonly pageStarts?: readonly number[];
    /** Shrunk to one page, however long it is: a sheet that is handed up. */
    readonly onePage?: boolean;
  };
}

/** A rectangle of cells, written in one go. values[i][j] and, where given, formulas and styles of the same shape. */
export interface Block {
  readonly row: number;
  readonly column: number;
  readonly values: readonly (readonly CellValue[])[];
  /** Native formulas in English notation without "=", beside the cached value in `values`; null: none. */
  readonly formulas?: readonly (readonly (string | null)[])[];
  /** One style for the block, one per column, or one per cell. */
  readonly style: StyleSpec;
}

export type StyleSpec =
  | { readonly of: "block"; readonly style: StyleName }
  | { readonly of: "columns"; readonly styles: readonly StyleName[] }
  | { readonly of: "cells"; readonly styles: readonly (readonly StyleName[])[] };

/** Name of a style in the `styles` of the workbook (made in `reports/model/styles.ts`). */
export type StyleName = string;

export interface CellStyle {
  readonly font?: {
    readonly size?: number;
    readonly bold?: boolean;
    readonly italic?: boolean;
    readonly underline?: boolean;
    readonly color?: string;
  };
  /** Background, RRGGBB. */
  readonly fill?: string;
  readonly horizontal?: "left" | "center" | "right";
  readonly vertical?: "top" | "middle" | "bottom";
  readonly wrap?: boolean;
  readonly indent?: number;
  readonly numberFormat?: string;
  readonly border?: {
    readonly top?: BorderLine;
    readonly bottom?: BorderLine;
    readonly left?: BorderLine;
    readonly right?: BorderLine;
  };
}

export interface BorderLine {
  readonly weight: "hair" | "thin" | "medium";
  readonly color: string;
}

/** An Excel table over cells that a block fills; the first row of `range` is its header. */
export interface TableModel {
  readonly name: string;
  readonly range: CellRange;
  readonly filter: boolean;
  /** Columns that are left to people, counted from the table's first; none if omitted. */
  readonly typed?: readonly number[];
}

export interface ChartModel {
  readonly kind: "column" | "bar" | "line" | "area" | "stackedColumn" | "stackedBar" | "scatter" | "combo";
  readonly name: string;
  readonly title: string;
  /** Read out by screen readers. */
  readonly altText: string;
  readonly series: readonly ChartSeries[];
  readonly categoryAxis: {
    readonly title: string | null;
    readonly numberFormat: string | null;
    readonly reversed?: boolean;
  };
  readonly valueAxis: {
    readonly title: string | null;
    readonly numberFormat: string;
    readonly min: number | null;
    readonly max: number | null;
  };
  readonly secondaryAxis: {
    readonly title: string | null;
    readonly numberFormat: string;
    /** Where the axis ends; left out: the host decides. Shares end at 1, and start at 0. */
    readonly max?: number;
  } | null;
  readonly legend: "none" | "bottom" | "top" | "right";
  /** The cells the chart covers; they hold nothing. */
  readonly anchor: CellRange;
}

export interface ChartSeries {
  readonly name: string;
  /** Cell that holds the name (a reference works in every host; text alone does not). */
  readonly nameCell: { readonly sheet: string; readonly row: number; readonly column: number };
  readonly categories: { readonly sheet: string; readonly range: CellRange };
  readonly values: { readonly sheet: string; readonly range: CellRange };
  readonly color: string;
  /** In a combo chart. */
  readonly as?: "column" | "line";
  readonly secondary?: boolean;
  /** Forecasts are lighter, previous periods grey, targets outlined. */
  readonly look?: "solid" | "outline" | "dashed";
  readonly labels?: boolean;
}

export type ConditionalFormat =
  | { readonly kind: "colorScale"; readonly range: CellRange; readonly from: string; readonly to: string }
  | { readonly kind: "dataBar"; readonly range: CellRange; readonly color: string }
  | {
      readonly kind: "textEquals";
      readonly range: CellRange;
      readonly text: string;
      readonly color: string;
      readonly fill: string | null;
    }
  | {
      readonly kind: "formula";
      readonly range: CellRange;
      /** For the top left cell of the range, without "=". */
      readonly formula: string;
      readonly color: string | null;
      readonly fill: string | null;
    };

export type Validation =
  | {
      readonly kind: "listRange";
      readonly range: CellRange;
      readonly source: string;
      readonly prompt: string;
    }
  | {
      readonly kind: "listValues";
      readonly range: CellRange;
      readonly values: readonly string[];
      readonly prompt: string;
    };

/** A cell that leads to another sheet of the workbook, or to the web. */
export interface Link {
  readonly row: number;
  readonly column: number;
  readonly target: { readonly sheet: string; readonly cell: string } | { readonly url: string };
}
