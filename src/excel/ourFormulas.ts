import { cellAddress, rangeAddress } from "../reports/kit/address";
import { rangeOfAddress, splitAddress } from "./address";
import { RANGE_BYTES, SET_BYTES } from "./cellSteps";
import { cellOf, valueOf } from "./cellValue";
import { WorkbookError, type DeskWatch } from "./desk";
import { inExcel } from "./inExcel";
import { callsOurFunction } from "./ownFormula";
import { cellBytes, stretches, textBytes } from "./payload";
import { readStretches } from "./readRange";
import { knowsExcelApi } from "./requirements";
import { sendSteps, type Step } from "./steps";
import { writtenText } from "./writtenText";
import type { Cell } from "../core/tables";
import type { SheetPlace } from "./selection";

export interface OurFormula extends SheetPlace {
  readonly formula: string;
  /** Where its result spills to, itself included; null: a single cell, or not known. */
  readonly spill: string | null;
  /** The error it shows. */
  readonly error: string | null;
}

/** Bytes of values sent in one request. */
const BLOCK_BYTES = 700_000;

/** Every cell of the workbook whose formula calls one of our functions. */
export function findOurFormulas({ onProgress, signal }: DeskWatch): Promise<readonly OurFormula[]> {
  const stopIfCancelled = (): void => {
    if (signal.aborted) throw new WorkbookError("cancelled");
  };
  return inExcel(async (context) => {
    const { worksheets } = context.workbook;
    worksheets.load("items/name");
    await context.sync();
    const sheets = worksheets.items.map((sheet) => {
      const used = sheet.getUsedRangeOrNullObject(true);
      used.load("address");
      return { name: sheet.name, used };
    });
    await context.sync();
    const found: { sheet: string; row: number; column: number; formula: string }[] = [];
    for (const [index, { name, used }] of sheets.entries()) {
      onProgress(index, sheets.length);
      const range = used.isNullObject ? null : rangeOfAddress(used.address);
      if (range === null) continue;
      const options = { beforeEach: stopIfCancelled, load: "formulas" } as const;
      await readStretches(context, name, range, options, ({ from, rows }) => {
        rows.forEach((line, i) => {
          line.forEach((formula, j) => {
            if (typeof formula === "string" && callsOurFunction(formula))
              found.push({ sheet: name, row: range.row + from + i, column: range.column + j, formula });
          });
        });
      });
    }
    onProgress(sheets.length, sheets.length);
    if (found.length === 0) return [];
    stopIfCancelled();
    const knowsSpill = knowsExcelApi("1.12");
    const cells = found.map(({ sheet, row, column }) => {
      const cell = worksheets.getItem(sheet).getRange(cellAddress(row, column));
      cell.load("values,valueTypes");
      const spill = knowsSpill ? cell.getSpillingToRangeOrNullObject() : null;
      spill?.load("address");
      return { cell, spill };
    });
    await context.sync();
    return found.flatMap(({ sheet, row, column, formula }, index): OurFormula[] => {
      const { cell, spill } = cells[index] ?? {};
      const value = cellOf(cell?.values[0]?.[0], cell?.valueTypes[0]?.[0]);
      return [
        {
          sheet,
          address: cellAddress(row, column),
          formula,
          spill:
            spill === null || spill === undefined || spill.isNullObject
              ? null
              : splitAddress(spill.address).address,
          error: typeof value === "object" && value !== null ? value.error : null,
        },
      ];
    });
  });
}

/** Writes formulas into cells, many in a request. */
export function writeFormulas(cells: readonly (SheetPlace & { readonly formula: string })[]): Promise<void> {
  return inExcel((context) =>
    sendSteps(
      context,
      cells.map(({ sheet, address, formula }) => [
        {
          bytes: RANGE_BYTES + SET_BYTES + textBytes(formula),
          run: (batch) => {
            const cell = batch.sheet(sheet).getRange(address);
            cell.formulas = [[formula]];
            cell.untrack();
          },
        } satisfies Step,
      ]),
    ),
  );
}

/**
 * Puts values in the place of formulas and what they spill. A block too large for one request is sent in several;
 * if one fails, the block's formula is put back.
 */
export function writeValues(
  blocks: readonly (SheetPlace & { readonly values: readonly (readonly Cell[])[] })[],
): Promise<void> {
  return inExcel(async (context) => {
    for (const block of blocks) await writeBlock(context, block);
  });
}

async function writeBlock(
  context: Excel.RequestContext,
  { sheet, address, values }: SheetPlace & { readonly values: readonly (readonly Cell[])[] },
): Promise<void> {
  const start = rangeOfAddress(address);
  const columns = values[0]?.length ?? 0;
  if (start === null || columns === 0) return;
  const anchorAddress = cellAddress(start.row, start.column);
  const anchor = context.workbook.worksheets.getItem(sheet).getRange(anchorAddress);
  anchor.load("formulas");
  await context.sync();
  const before: unknown = anchor.formulas[0]?.[0];
  const bytesOfRow = (row: number): number =>
    (values[row] ?? []).reduce<number>((sum, cell) => sum + cellBytes(valueOf(cell)), 0);
  const parts = stretches(values.length, bytesOfRow, BLOCK_BYTES);
  try {
    for (const { from, to, bytes } of parts) {
      await sendSteps(context, [
        [
          {
            bytes: bytes + RANGE_BYTES + SET_BYTES,
            run: (batch) => {
              const range = { row: start.row + from, column: start.column, rows: to - from, columns };
              // An empty text, since null would leave what is there.
              batch.sheet(sheet).getRange(rangeAddress(range)).values = values
                .slice(from, to)
                .map((line) => line.map((cell) => written(cell)));
            },
          },
        ],
      ]);
    }
  } catch (error) {
    const all = { row: start.row, column: start.column, rows: values.length, columns };
    const worksheet = context.workbook.worksheets.getItem(sheet);
    worksheet.getRange(rangeAddress(all)).clear("Contents");
    worksheet.getRange(anchorAddress).formulas = [[before]];
    await context.sync();
    throw error;
  }
}

function written(cell: Cell): string | number | boolean {
  const value = valueOf(cell) ?? "";
  return typeof value === "string" && value !== "" ? writtenText(value, false) : value;
}
