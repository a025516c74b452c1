import type { Analysis } from "../../../core/analysis";

/** Columns of content on the sheet. */
export const WIDTH = 12;
/** Charts stand side by side, each over half of them. */
export const HALF = WIDTH / 2;
/** More than a person works through; the JSON result holds all of them. */
export const ROWS_LISTED = 300;

export type Review = NonNullable<Analysis["programme"]["serviceReview"]>;
