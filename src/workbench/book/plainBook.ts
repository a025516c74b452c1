import { INPUT_STYLES, inputSheets } from "../../app/inputSheets";
import { createPseudonyms } from "../../app/pseudonyms";
import type { Cell, RawSheet } from "../../core/tables";
import type { Locale } from "../../i18n";
import type { Block, CellValue, WorkbookModel } from "../../reports";
import { NO_OVERRIDES, readTables } from "../../sources";

/** Font and size of a new workbook. */
export const BODY = {
  "zh-CN": { language: "zh", font: "Microsoft YaHei", fontSize: 10 },
  en: { language: "en", font: "Calibri", fontSize: 10 },
} as const;

/**
 * A number as text files write it. Leading zeros and more digits than a number holds are ids: they stay text,
 * as a person means them, though Excel itself would not keep them.
 */
const NUMBER = /^-?(?:0|[1-9]\d{0,14})(?:\.\d{1,10})?$/;
const TEXT_STYLE = "inputText";

/**
 * Rows without looks as a workbook: known columns get the format of what they hold, headings stand out and
 * stay in view, and every cell keeps what it holds, blanks around it too.
 *
 * @param from - "textFile": its cells are all text, so that what reads as a number becomes one, but for columns
 *   known to be ids; "cells": numbers are numbers already
 */
export function plainBook(
  title: string,
  sheets: readonly RawSheet[],
  locale: Locale,
  from: "cells" | "textFile" = "cells",
): WorkbookModel {
  const { tables } = readTables(sheets, NO_OVERRIDES);
  const filled = sheets.filter(({ rows }) => rows.length > 0);
  const copied = inputSheets(filled, tables, [], "none", createPseudonyms(false)).sheets;
  return {
    title,
    ...BODY[locale],
    styles: INPUT_STYLES,
    sheets: copied.map((sheet, index) => ({
      ...sheet,
      blocks: sheet.blocks.map((block) => withOwnValues(block, filled[index]?.rows ?? [], from)),
    })),
    names: [],
  };
}

function withOwnValues(block: Block, rows: readonly (readonly Cell[])[], from: "cells" | "textFile"): Block {
  const isText = (column: number): boolean =>
    block.style.of !== "columns" || block.style.styles[column] === TEXT_STYLE;
  return {
    ...block,
    values: block.values.map((line, down) =>
      line.map((copied, column) =>
        ownValue(rows[block.row + down]?.[column], copied, from === "textFile" && !isText(column)),
      ),
    ),
  };
}

function ownValue(cell: Cell | undefined, copied: CellValue, readNumbers: boolean): CellValue {
  if (typeof cell === "string") return readNumbers && NUMBER.test(cell) ? Number(cell) : cell;
  // A date may have been moved to the other calendar; an id was turned into text.
  if (typeof cell === "number") return typeof copied === "number" ? copied : cell;
  return copied;
}
