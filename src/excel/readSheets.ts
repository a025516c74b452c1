import { markedSheetNames } from "./foundReport";
import { rangeOfAddress, isUnbounded, splitAddress } from "./address";
import { lookFor1904 } from "./date1904";
import { WorkbookError, type DeskWatch, type SheetFacts } from "./desk";
import { inExcel } from "./inExcel";
import { cellsOfStretch, readStretches } from "./readRange";
import { toWorkbookError } from "./toWorkbookError";
import { workbookSetting } from "./workbookSettings";
import type { Cell, RawSheet } from "../core/tables";
import type { CellRange } from "../reports";

/** Setting by which a person says from which year the workbook counts its dates: "true" for 1904. */
const DATE_SETTING = "date1904";

const NO_CELLS: readonly Cell[] = [];

/** The sheets of the workbook in the order of their tabs, hidden and empty ones included. */
export function sheetFacts(): Promise<readonly SheetFacts[]> {
  return inExcel(async (context) => {
    const { worksheets } = context.workbook;
    worksheets.load("items/name,items/visibility");
    const { byId } = await markedSheetNames(context);
    const loaded = worksheets.items.map((sheet) => {
      const used = sheet.getUsedRangeOrNullObject(true);
      used.load("address");
      sheet.tables.load("items/name");
      sheet.protection.load("protected");
      return { sheet, used };
    });
    await context.sync();
    const tables = loaded.map(({ sheet }) =>
      sheet.tables.items.map((table) => {
        const range = table.getRange();
        range.load("address");
        return { name: table.name, range };
      }),
    );
    if (tables.some((list) => list.length > 0)) await context.sync();
    const idOf = new Map([...byId].map(([id, name]) => [name, id]));
    return loaded.map(({ sheet, used }, index): SheetFacts => {
      const address = used.isNullObject ? null : splitAddress(used.address).address;
      const range = address === null ? null : rangeOfAddress(address);
      return {
        name: sheet.name,
        used: address,
        rows: range?.rows ?? 0,
        columns: range?.columns ?? 0,
        tables: (tables[index] ?? []).map((table) => ({
          name: table.name,
          address: splitAddress(table.range.address).address,
        })),
        reportId: idOf.get(sheet.name) ?? null,
        visible: sheet.visibility === "Visible",
        protected: sheet.protection.protected,
      };
    });
  });
}

/** Reads sheets in stretches of about a megabyte. Remembers from which year the workbook counts its dates. */
export function createSheetReader(): (
  names: readonly string[],
  options: { readonly limitRows: number | null },
  watch: DeskWatch,
) => Promise<readonly RawSheet[]> {
  let date1904: boolean | null = null;
  return async (names, { limitRows }, { onProgress, signal }) => {
    const stopIfCancelled = (): void => {
      if (signal.aborted) throw new WorkbookError("cancelled");
    };
    stopIfCancelled();
    const stated = await workbookSetting(DATE_SETTING);
    return inExcel(async (context) => {
      const ranges = await usedRanges(context, names);
      const wanted = ranges.map((range) =>
        range === null || limitRows === null
          ? range
          : { ...range, rows: Math.max(0, Math.min(range.rows, limitRows - range.row)) },
      );
      const total = wanted.reduce((sum, range) => sum + (range?.rows ?? 0), 0);
      let done = 0;
      onProgress(0, total);
      const sheets: { name: string; rows: (readonly Cell[])[] }[] = [];
      for (const [index, name] of names.entries()) {
        const range = wanted[index] ?? null;
        const rows: (readonly Cell[])[] = [];
        if (range !== null && range.rows > 0) {
          for (let row = 0; row < range.row; row += 1) rows.push(NO_CELLS);
          const before = new Array<Cell>(range.column).fill(null);
          const options = { beforeEach: stopIfCancelled, load: "values" } as const;
          await readStretches(context, name, range, options, async (stretch) => {
            for (const line of await cellsOfStretch(context, stretch))
              rows.push(trimmed([...before, ...line]));
            done += stretch.rows.length;
            onProgress(done, total);
          });
          if (stated === null && date1904 === null) date1904 = await lookFor1904(context, name, range);
        }
        sheets.push({ name, rows });
      }
      const from1904 = stated === null ? date1904 === true : stated === "true";
      return sheets.map(({ name, rows }): RawSheet => ({ file: "", name, rows, date1904: from1904 }));
    });
  };
}

async function usedRanges(
  context: Excel.RequestContext,
  names: readonly string[],
): Promise<readonly (CellRange | null)[]> {
  const sheets = names.map((name) => context.workbook.worksheets.getItemOrNullObject(name));
  await context.sync();
  const missing = names.find((_, index) => sheets[index]?.isNullObject === true);
  if (missing !== undefined) throw new WorkbookError("sheetMissing", { sheet: missing });
  const used = sheets.map((sheet) => {
    const range = sheet.getUsedRangeOrNullObject(true);
    range.load("address");
    return range;
  });
  await context.sync();
  return used.map((range) => (range.isNullObject ? null : rangeOfAddress(range.address)));
}

/** A row without its trailing blanks, as files have them. */
function trimmed(row: readonly Cell[]): readonly Cell[] {
  let end = row.length;
  while (end > 0 && row[end - 1] === null) end -= 1;
  return end === row.length ? row : row.slice(0, end);
}

/** Cells of one range; whole columns and rows as far as the sheet is used. */
export function cellsAt(place: {
  readonly sheet: string;
  readonly address: string;
}): Promise<readonly (readonly Cell[])[]> {
  return inExcel(async (context) => {
    let range = rangeOfAddress(place.address);
    if (range === null) throw new WorkbookError("sheetMissing", place);
    if (isUnbounded(place.address)) {
      const [used = null] = await usedRanges(context, [place.sheet]);
      range = used === null ? null : intersection(range, used);
    }
    const rows: (readonly Cell[])[] = [];
    if (range === null) return rows;
    try {
      await readStretches(context, place.sheet, range, { load: "values" }, async (stretch) => {
        rows.push(...(await cellsOfStretch(context, stretch)));
      });
    } catch (error) {
      throw toWorkbookError(error, place);
    }
    return rows;
  }, place);
}

function intersection(a: CellRange, b: CellRange): CellRange | null {
  const row = Math.max(a.row, b.row);
  const column = Math.max(a.column, b.column);
  const rows = Math.min(a.row + a.rows, b.row + b.rows) - row;
  const columns = Math.min(a.column + a.columns, b.column + b.columns) - column;
  return rows > 0 && columns > 0 ? { row, column, rows, columns } : null;
}
