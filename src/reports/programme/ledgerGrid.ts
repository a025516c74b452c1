/** Columns that are read come first and fill a screen; those that people write in stand right of them. */
export const READ_COLUMNS = 6;
export const LEDGER_COLUMNS = 13;

export const LEDGER_WIDTHS: readonly number[] = [2, 25, 11, 12, 39, 14, 11, 17, 18, 11, 11, 11, 10, 10];

/** More than a person works through; the JSON result holds all of them. */
export const ITEMS_LISTED = 300;
