import { SHEET_COLUMNS } from "./address";
import { cellBytes } from "./payload";
import type { MarkedSheet } from "./foundReport";
import type { SheetGrid } from "./sheetGrid";

/** A sheet with more to say than this waits beside its place until all of it is there. */
const STAGED_BYTES = 600_000;
/** Columns left free between a sheet's content and what waits beside it. */
const STAGING_GAP = 5;

/** Where values of an unfinished report lie. */
export interface StagingPlace {
  readonly id: string;
  readonly address: string;
}

/** The column from which a large sheet's values wait; null: it is small, or there is no room, and they go straight in. */
export function stagingColumn(
  grid: SheetGrid,
  extent: { readonly columns: number },
  marked: MarkedSheet | null,
): number | null {
  const bytes = grid.values.reduce(
    (sum, line) => sum + line.reduce<number>((all, value) => all + cellBytes(value), 0),
    0,
  );
  if (bytes <= STAGED_BYTES) return null;
  const used = marked?.used ?? null;
  const right = used === null ? 0 : used.column + used.columns;
  const column = Math.max(right, extent.columns, marked?.record?.columns ?? 0) + STAGING_GAP;
  return column + grid.columns > SHEET_COLUMNS ? null : column;
}
