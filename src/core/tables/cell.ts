/** What a cell of a sheet or file can hold when it reaches the core. Dates are Excel serials or text. */
export type Cell = string | number | boolean | null | CellError;

/** A cell that shows an error, with the text the sheet shows: "#N/A". */
export interface CellError {
  readonly error: string;
}

/** A sheet or file as it was read: every row, blank ones and the heading row included. */
export interface RawSheet {
  /** File name without folders; "" for the open workbook. */
  readonly file: string;
  /** Sheet name; for a CSV file its name without ending. */
  readonly name: string;
  /** rows[0] is row 1 of the sheet. Rows may be of unequal length. */
  readonly rows: readonly (readonly Cell[])[];
  /** Whether serials count from 1904. */
  readonly date1904: boolean;
}
