/**
 * Boards stand on a grid of 24 narrow columns, so that cards, tables, charts and heat maps share one
 * set of edges. They are narrow enough for a screen of 1366 pixels whatever font the host counts widths in.
 */
export const GRID = 24;
const GRID_WIDTH = 6;
export const HALF = GRID / 2;

/** Widths of a board: the margin and the grid. */
export const BOARD_WIDTHS: readonly number[] = [2, ...Array.from({ length: GRID }, () => GRID_WIDTH)];
