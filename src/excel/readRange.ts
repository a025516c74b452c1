import { rangeAddress } from "../reports/kit/address";
import { cellOf, looksLikeError } from "./cellValue";
import { WorkbookError } from "./desk";
import { pause } from "./steps";
import { officeCode, toWorkbookError } from "./toWorkbookError";
import type { Cell } from "../core/tables";
import type { CellRange } from "../reports";

/** What one answer should weigh. */
const TARGET_BYTES = 1_000_000;
/** What a cell weighs before any was seen: JSON of a name or a time. */
const FIRST_GUESS = 24;
const FEW_ROWS = 256;
const TRIES = 3;
const PAUSE = 500;
const PASSING: ReadonlySet<string> = new Set([
  "ServiceNotAvailable",
  "RequestAborted",
  "ActivityLimitReached",
  "InvalidOperationInCellEditMode",
  "GeneralException",
]);
const TOO_LARGE: ReadonlySet<string> = new Set([
  "ResponsePayloadSizeLimitExceeded",
  "RangeExceedsLimit",
  "OperationCellsExceedLimit",
]);

/** Rows of a range as they were read. */
export interface RowsRead {
  /** First row, counted in the range from 0. */
  readonly from: number;
  readonly rows: readonly (readonly unknown[])[];
  readonly proxy: Excel.Range;
}

export interface ReadOptions {
  /** Runs before each request: throws to stop between two. */
  readonly beforeEach?: () => void;
  /** What to ask for beside or instead of the values. */
  readonly load: "values" | "formulas";
}

/**
 * Reads a range in stretches of rows of about a megabyte each, judged by what the stretches before weighed.
 * Excel on the web answers a stretch that is too large with an error, or with null: it is then asked for in
 * halves.
 */
export async function readStretches(
  context: Excel.RequestContext,
  sheetName: string,
  range: CellRange,
  { beforeEach = () => undefined, load }: ReadOptions,
  take: (stretch: RowsRead) => void | Promise<void>,
): Promise<void> {
  let bytesOfCell = FIRST_GUESS;
  let from = 0;
  let most = range.rows;
  while (from < range.rows) {
    const fitting = Math.max(1, Math.floor(TARGET_BYTES / (bytesOfCell * range.columns)));
    // The first stretch is small: it tells how heavy the cells are.
    const count = Math.min(range.rows - from, most, from === 0 ? Math.min(fitting, FEW_ROWS) : fitting);
    beforeEach();
    const address = rangeAddress({ ...range, row: range.row + from, rows: count });
    const answer = await valuesOf(context, { sheet: sheetName, address }, load);
    if (answer === null) {
      if (count === 1) throw new WorkbookError("tooLarge", { sheet: sheetName, address });
      most = Math.ceil(count / 2);
      continue;
    }
    const { rows, proxy } = answer;
    await take({ from, rows, proxy });
    proxy.untrack();
    bytesOfCell = Math.max(4, JSON.stringify(rows).length / (count * range.columns));
    from += count;
  }
}

/** null: more than Excel gives at a time. */
async function valuesOf(
  context: Excel.RequestContext,
  where: { readonly sheet: string; readonly address: string },
  load: ReadOptions["load"],
): Promise<{ readonly rows: readonly (readonly unknown[])[]; readonly proxy: Excel.Range } | null> {
  for (let attempt = 1; ; attempt += 1) {
    // A proxy of a failed request is of no more use.
    const proxy = context.workbook.worksheets.getItem(where.sheet).getRange(where.address);
    try {
      proxy.load(load);
      await context.sync();
      const rows = proxy[load] as readonly (readonly unknown[])[] | null;
      return rows === null ? null : { rows, proxy };
    } catch (error) {
      const code = officeCode(error) ?? "";
      if (TOO_LARGE.has(code)) return null;
      if (!PASSING.has(code) || attempt >= TRIES) throw toWorkbookError(error, where);
      await pause(PAUSE * attempt);
    }
  }
}

/** The cells of a stretch; types are asked for only where a text may be an error. */
export async function cellsOfStretch(
  context: Excel.RequestContext,
  { rows, proxy }: RowsRead,
): Promise<readonly (readonly Cell[])[]> {
  if (!rows.some((line) => line.some(looksLikeError)))
    return rows.map((line) => line.map((value) => cellOf(value)));
  proxy.load("valueTypes");
  await context.sync();
  const types = proxy.valueTypes as readonly (readonly string[])[];
  return rows.map((line, i) => line.map((value, j) => cellOf(value, types[i]?.[j])));
}
