import type { Block, CellValue, SheetModel, StyleName } from "../reports/model/workbookModel";
import { cellAddress, columnLetters } from "./cellAddress";
import { storedFormula } from "./formulaText";
import { cutText, escapeStringItem, escapeXml, legalText, MAX_CELL_TEXT } from "./xmlText";

/** What had to be changed so that Excel opens the file; counted, for the report to say. */
export interface Adjustments {
  /** Texts over 32,767 characters, cut with an ellipsis. */
  cutTexts: number;
  /** Texts that held characters XML cannot hold. */
  cleanedTexts: number;
  /** NaN and infinities, which no cell can hold; written as empty cells. */
  emptiedNumbers: number;
}

/** Index of a style in the file; `quoted` is for text that would be a formula if typed. */
export type StyleIndex = (style: StyleName, quoted: boolean) => number;

/** Text that Excel would take for a formula when someone edits the cell and leaves it. */
export function looksLikeFormula(text: string): boolean {
  const first = text.charCodeAt(0);
  return first === 0x3d || first === 0x2b || first === 0x2d || first === 0x40;
}

/** Text a cell can hold, with what was done to it counted. */
export function cellText(text: string, adjustments: Adjustments): string {
  const legal = legalText(text);
  if (legal.length < text.replaceAll("\r\n", "\n").length) adjustments.cleanedTexts += 1;
  if (legal.length <= MAX_CELL_TEXT) return legal;
  adjustments.cutTexts += 1;
  return cutText(legal, MAX_CELL_TEXT);
}

/**
 * The `<sheetData>` of a sheet, and the address of its used range.
 *
 * Cells are written as text here, not as objects: a sheet of 25,000 customers with 25 columns has
 * 625,000 cells. A later block wins where two cover a cell.
 *
 * @param overrides - texts that replace a cell's value, by address (headers of tables)
 */
export function sheetDataXml(
  sheet: SheetModel,
  styleIndex: StyleIndex,
  overrides: ReadonlyMap<string, string>,
  adjustments: Adjustments,
): { readonly xml: string; readonly dimension: string } {
  const letters: string[] = [];
  const lettersOf = (column: number): string => (letters[column] ??= columnLetters(column));
  const rowNumbers = new Set<number>(sheet.rowHeights.keys());
  let lastRow = 0;
  let lastColumn = 0;
  for (const block of sheet.blocks) {
    block.values.forEach((cells, index) => {
      rowNumbers.add(block.row + index);
      lastRow = Math.max(lastRow, block.row + index);
      lastColumn = Math.max(lastColumn, block.column + cells.length - 1);
    });
  }
  const starting = [...sheet.blocks].map((block, order) => ({ block, order }));
  starting.sort((a, b) => a.block.row - b.block.row || a.order - b.order);
  const rows = [...rowNumbers].sort((a, b) => a - b);
  const parts: string[] = [];
  let open: { readonly block: Block; readonly order: number }[] = [];
  let next = 0;
  for (const row of rows) {
    open = open.filter(({ block }) => block.row + block.values.length > row);
    for (; next < starting.length; next++) {
      const candidate = starting[next];
      if (candidate === undefined || candidate.block.row > row) break;
      open.push(candidate);
      open.sort((a, b) => a.order - b.order);
    }
    const height = sheet.rowHeights.get(row);
    const attributes = height === undefined ? "" : ` ht="${height}" customHeight="1"`;
    const cells: (string | undefined)[] = [];
    for (const { block } of open) {
      writeBlockRow(block, row - block.row, row, lettersOf, styleIndex, overrides, adjustments, cells);
    }
    parts.push(`<row r="${row + 1}"${attributes}>${cells.join("")}</row>`);
  }
  return {
    xml: `<sheetData>${parts.join("")}</sheetData>`,
    dimension: `A1:${cellAddress(lastRow, lastColumn)}`,
  };
}

function writeBlockRow(
  block: Block,
  index: number,
  row: number,
  lettersOf: (column: number) => string,
  styleIndex: StyleIndex,
  overrides: ReadonlyMap<string, string>,
  adjustments: Adjustments,
  cells: (string | undefined)[],
): void {
  const values = block.values[index] ?? [];
  const formulas = block.formulas?.[index];
  for (let j = 0; j < values.length; j++) {
    const column = block.column + j;
    const address = `${lettersOf(column)}${row + 1}`;
    const value = (overrides.size > 0 ? overrides.get(address) : undefined) ?? values[j] ?? null;
    cells[column] = cellXml(
      address,
      value,
      formulas?.[j] ?? null,
      styleOfCell(block, index, j),
      styleIndex,
      adjustments,
    );
  }
}

/** The style a block gives to one of its cells. */
export function styleOfCell(block: Block, row: number, column: number): StyleName {
  const spec = block.style;
  switch (spec.of) {
    case "block":
      return spec.style;
    case "columns":
      return spec.styles[column] ?? spec.styles[spec.styles.length - 1] ?? "";
    case "cells":
      return spec.styles[row]?.[column] ?? "";
  }
}

function cellXml(
  address: string,
  value: CellValue,
  formula: string | null,
  style: StyleName,
  styleIndex: StyleIndex,
  adjustments: Adjustments,
): string {
  if (formula !== null) {
    const body = `<f>${escapeXml(legalText(storedFormula(formula)))}</f>`;
    const s = styleAttribute(styleIndex(style, false));
    switch (typeof value) {
      case "string":
        return `<c r="${address}"${s} t="str">${body}<v>${escapeStringItem(cellText(value, adjustments))}</v></c>`;
      case "boolean":
        return `<c r="${address}"${s} t="b">${body}<v>${value ? 1 : 0}</v></c>`;
      case "number":
        if (Number.isFinite(value)) return `<c r="${address}"${s}>${body}<v>${value}</v></c>`;
        adjustments.emptiedNumbers += 1;
        return `<c r="${address}"${s}>${body}</c>`;
      default:
        return `<c r="${address}"${s}>${body}</c>`;
    }
  }
  if (typeof value === "string" && value !== "") {
    const text = cellText(value, adjustments);
    const s = styleAttribute(styleIndex(style, looksLikeFormula(text)));
    const space = /^\s|\s$|\n/.test(text) ? ' xml:space="preserve"' : "";
    return `<c r="${address}"${s} t="inlineStr"><is><t${space}>${escapeStringItem(text)}</t></is></c>`;
  }
  const s = styleAttribute(styleIndex(style, false));
  if (typeof value === "number") {
    if (Number.isFinite(value)) return `<c r="${address}"${s}><v>${value}</v></c>`;
    adjustments.emptiedNumbers += 1;
  }
  if (typeof value === "boolean") return `<c r="${address}"${s} t="b"><v>${value ? 1 : 0}</v></c>`;
  return s === "" ? "" : `<c r="${address}"${s}/>`;
}

function styleAttribute(index: number): string {
  return index === 0 ? "" : ` s="${index}"`;
}
