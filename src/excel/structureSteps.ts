import { cellAddress, rangeAddress } from "../reports/kit/address";
import { RANGE_BYTES, SET_BYTES } from "./cellSteps";
import { textBytes } from "./payload";
import type { SheetGrid } from "./sheetGrid";
import type { Step } from "./steps";
import type { CellRange, Link, SheetModel } from "../reports";

/** Links stand before the values: Excel dresses a linked cell, and may read the text it shows. */
export function linkSteps(sheet: SheetModel, grid: SheetGrid): readonly Step[] {
  return sheet.links.map(({ row, column, target }) => {
    const text = grid.values[row]?.[column] ?? "";
    return {
      bytes: RANGE_BYTES + SET_BYTES * 2,
      run: (batch) => {
        const cell = batch.sheet(sheet.name).getRange(cellAddress(row, column));
        cell.hyperlink = { ...hyperlink(target), textToDisplay: String(text) };
        cell.untrack();
      },
    };
  });
}

function hyperlink(target: Link["target"]): Excel.RangeHyperlink {
  return "url" in target
    ? { address: target.url }
    : { documentReference: `'${target.sheet.replaceAll("'", "''")}'!${target.cell}` };
}

/** Merges; equal ones below each other, each one row high, go in one call. */
export function mergeSteps(sheet: SheetModel): readonly Step[] {
  const flat = new Map<string, CellRange>();
  const steps: Step[] = [];
  const merge = (range: CellRange, across: boolean): void => {
    steps.push({
      bytes: RANGE_BYTES + SET_BYTES,
      run: (batch) => {
        const proxy = batch.sheet(sheet.name).getRange(rangeAddress(range));
        proxy.merge(across);
        proxy.untrack();
      },
    });
  };
  for (const range of [...sheet.merges].sort((a, b) => a.row - b.row)) {
    if (range.rows * range.columns <= 1) continue;
    if (range.rows > 1) {
      merge(range, false);
      continue;
    }
    const place = `${range.column}:${range.columns}`;
    const above = flat.get(place);
    if (above !== undefined && above.row + above.rows === range.row)
      flat.set(place, { ...above, rows: above.rows + 1 });
    else {
      if (above !== undefined) merge(above, true);
      flat.set(place, range);
    }
  }
  for (const range of flat.values()) merge(range, true);
  return steps;
}

/** A table that stands there already and only changes its size, or one that is made anew. */
export interface TablePlan {
  /** What it is called in this workbook. */
  readonly name: string;
  readonly range: CellRange;
  readonly filter: boolean;
}

export function tableSteps(sheetName: string, tables: readonly TablePlan[]): readonly Step[] {
  return tables.map(({ name, range, filter }) => ({
    bytes: RANGE_BYTES + 6 * SET_BYTES + textBytes(name),
    run: (batch) => {
      const table = batch.sheet(sheetName).tables.add(rangeAddress(range), true);
      table.name = name;
      table.style = "TableStyleLight1";
      table.showBandedRows = false;
      table.showFilterButton = filter;
    },
  }));
}
