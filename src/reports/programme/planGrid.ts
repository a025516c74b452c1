import { PLAN_WEEKS } from "../../core/programme";

/** Columns that every table of the plan stands on. */
export const PLAN_COLUMNS = 9;
/** First of the columns of the bars, one a week. */
export const GANTT_COLUMN = 1 + PLAN_COLUMNS;

/** The weeks are narrow: a year must fit beside the table, on a screen and on a page that can be read. */
const WEEK_WIDTH = 1;

export const PLAN_WIDTHS: readonly number[] = [
  2,
  ...[26, 13, 11, 11, 11, 11, 11, 10, 12],
  ...Array.from({ length: PLAN_WEEKS }, () => WEEK_WIDTH),
];
