/** What stands on a sheet from top to bottom, as far as breaking it into pages goes. Heights in points. */
export interface PagedRows {
  readonly heights: readonly number[];
  /** Rows that had better begin a page. */
  readonly starts: readonly number[];
  /** Rows that begin a section of their own; each ends where the next begins. */
  readonly sections: readonly number[];
  /** Rows that a chart covers: from its first to the row below it. */
  readonly charts: readonly { readonly from: number; readonly to: number }[];
  /** What a page holds, and what the rows repeated on each page after the first take of it. */
  readonly page: number;
  readonly titles: number;
}

/** A section longer than this part of a page may be broken; a shorter one moves to the next page as a whole. */
const WHOLE_UP_TO = 0.5;
/** Of a longer section that much stands together at least: its head and the first rows. */
const FIRST_ROWS = 100;

/**
 * The rows that begin a printed page, besides those where a full page ends by itself. What had better begin a page
 * does so only where it would not fit below the one before; no head of a section stands alone at the foot of a page,
 * and no short section and no chart is cut in two.
 */
export function pageBreaks(sheet: PagedRows): readonly number[] {
  const { heights, page, titles } = sheet;
  const starts = [...new Set(sheet.starts)].sort((a, b) => a - b);
  const points = [...new Set([...starts, ...sheet.sections])].sort((a, b) => a - b);
  const end = (rows: readonly number[], row: number) => rows.find((one) => one > row) ?? heights.length;
  const between = (from: number, to: number) =>
    heights.slice(from, to).reduce((sum, height) => sum + height, 0);
  const breaks: number[] = [];
  let used = 0;
  heights.forEach((height, row) => {
    if (row > 0 && points.includes(row)) {
      const needed = starts.includes(row)
        ? between(row, end(starts, row))
        : together(row, end(points, row), between, sheet);
      if (used > titles && used + needed > page) {
        breaks.push(row);
        used = titles;
      }
    }
    used += height;
    if (used > page) used = titles + height;
  });
  return breaks;
}

/** How much of a section has to stand on one page. */
function together(
  row: number,
  end: number,
  between: (from: number, to: number) => number,
  { page, charts }: PagedRows,
): number {
  const whole = between(row, end);
  if (whole <= page * WHOLE_UP_TO) return whole;
  const chart = charts.find(({ from }) => from >= row && from < end && between(row, from) <= FIRST_ROWS);
  return chart === undefined ? Math.min(whole, FIRST_ROWS) : between(row, chart.to);
}
