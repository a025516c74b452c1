import { PLAN_WEEKS } from "../../core/programme";

/** Columns that every table of the plan stands on. */
export const PLAN_COLUMNS = 9;
/** First of the columns of the bars, one a week. */
export const GANTT_COLUMN = 1 + PLAN_COLUMNS;

/** The weeks are narrow: a year must fit beside the table. */
const WEEK_WIDTH = 1.4;

export const PLAN_WIDTHS: readonly number[] = [
  2,
  ...[31, 17, 12, 12, 13, 13, 13, 12, 14],
  ...Array.from({ length: PLAN_WEEKS }, () => WEEK_WIDTH),
];
