import type { Block, WorkbookModel } from "../../reports";
import { rowParcels } from "./rowParcels";

/** Blocks of fewer rows stay in the model: most of a report's blocks are headings and small tables. */
const ROWS_WORTH_A_PARCEL = 500;

/** Rows of one aspect of a block, in order. */
export type BlockRows = { readonly sheet: number; readonly block: number } & (
  | { readonly of: "values"; readonly rows: Block["values"] }
  | { readonly of: "formulas"; readonly rows: NonNullable<Block["formulas"]> }
  | { readonly of: "styles"; readonly rows: readonly (readonly string[])[] }
);

/** A model without the rows of its large blocks, and those rows in parcels. */
export function packModel(model: WorkbookModel): {
  readonly frame: WorkbookModel;
  readonly parts: Iterable<BlockRows>;
} {
  const frame: WorkbookModel = {
    ...model,
    sheets: model.sheets.map((sheet) => ({
      ...sheet,
      blocks: sheet.blocks.map((block) => (isLarge(block) ? emptied(block) : block)),
    })),
  };
  return { frame, parts: partsOf(model) };
}

const isLarge = ({ values }: Block): boolean => values.length >= ROWS_WORTH_A_PARCEL;

function emptied(block: Block): Block {
  return {
    ...block,
    values: [],
    ...(block.formulas !== undefined && { formulas: [] }),
    ...(block.style.of === "cells" && { style: { of: "cells", styles: [] } }),
  };
}

function* partsOf(model: WorkbookModel): Generator<BlockRows> {
  for (const [sheet, { blocks }] of model.sheets.entries()) {
    for (const [block, whole] of blocks.entries()) {
      if (!isLarge(whole)) continue;
      const { values, formulas, style } = whole;
      for (const rows of rowParcels(values)) yield { sheet, block, of: "values", rows };
      for (const rows of rowParcels(formulas ?? [])) yield { sheet, block, of: "formulas", rows };
      if (style.of !== "cells") continue;
      for (const rows of rowParcels(style.styles)) yield { sheet, block, of: "styles", rows };
    }
  }
}

/** The model again: the frame with the rows that came before it. */
export function unpackModel(frame: WorkbookModel, parts: readonly BlockRows[]): WorkbookModel {
  return {
    ...frame,
    sheets: frame.sheets.map((sheet, sheetIndex) => ({
      ...sheet,
      blocks: sheet.blocks.map((block, blockIndex) => {
        const own = parts.filter((part) => part.sheet === sheetIndex && part.block === blockIndex);
        return own.length === 0 ? block : filled(block, own);
      }),
    })),
  };
}

function filled(block: Block, parts: readonly BlockRows[]): Block {
  const values = parts.flatMap((part) => (part.of === "values" ? part.rows : []));
  const formulas = parts.flatMap((part) => (part.of === "formulas" ? part.rows : []));
  const styles = parts.flatMap((part) => (part.of === "styles" ? part.rows : []));
  return {
    ...block,
    values,
    ...(block.formulas !== undefined && { formulas }),
    ...(block.style.of === "cells" && { style: { of: "cells", styles } }),
  };
}
