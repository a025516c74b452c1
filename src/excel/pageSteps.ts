import { cellAddress, rangeAddress } from "../reports/kit/address";
import { RANGE_BYTES, SET_BYTES } from "./cellSteps";
import { hex } from "./formatSteps";
import type { Step } from "./steps";
import type { SheetModel } from "../reports";

const POINTS_OF_INCH = 72;
const MARGINS = { side: 0.4, top: 0.5, bottom: 0.6, edge: 0.3 } as const;
const TAB_COLORS = { accent: "0F6CBD", grey: "A6A6A6" } as const;
const MOST_FOOTER = 200;

/** What of a sheet stays in view, its gridlines and the colour of its tab. */
export function viewSteps(sheet: SheetModel): readonly Step[] {
  return [
    {
      bytes: RANGE_BYTES + 5 * SET_BYTES,
      run: (batch) => {
        const worksheet = batch.sheet(sheet.name);
        worksheet.showGridlines = sheet.showGridlines;
        worksheet.tabColor = sheet.tabColor === null ? "" : hex(TAB_COLORS[sheet.tabColor]);
        const panes = worksheet.freezePanes;
        panes.unfreeze();
        const { rows, columns } = sheet.freeze ?? { rows: 0, columns: 0 };
        if (rows > 0 && columns > 0) panes.freezeAt(`A1:${cellAddress(rows - 1, columns - 1)}`);
        else if (rows > 0) panes.freezeRows(rows);
        else if (columns > 0) panes.freezeColumns(columns);
      },
    },
  ];
}

/**
 * How a sheet prints.
 *
 * @param hadArea - an earlier report set a print area, which has to go
 */
export function printSteps(
  sheet: SheetModel,
  extent: { readonly rows: number; readonly columns: number },
  hadArea: boolean,
): readonly Step[] {
  const { print } = sheet;
  return [
    {
      bytes: RANGE_BYTES + 20 * SET_BYTES + (print.pageStarts?.length ?? 0) * SET_BYTES * 2,
      run: (batch) => {
        const worksheet = batch.sheet(sheet.name);
        const layout = worksheet.pageLayout;
        layout.orientation = print.orientation === "landscape" ? "Landscape" : "Portrait";
        layout.paperSize = "A4";
        // One page wide, as many long as it takes, or one as well.
        layout.zoom = { horizontalFitToPages: 1, ...(print.onePage === true && { verticalFitToPages: 1 }) };
        layout.centerHorizontally = true;
        layout.leftMargin = MARGINS.side * POINTS_OF_INCH;
        layout.rightMargin = MARGINS.side * POINTS_OF_INCH;
        layout.topMargin = MARGINS.top * POINTS_OF_INCH;
        layout.bottomMargin = MARGINS.bottom * POINTS_OF_INCH;
        layout.headerMargin = MARGINS.edge * POINTS_OF_INCH;
        layout.footerMargin = MARGINS.edge * POINTS_OF_INCH;
        const footer = layout.headersFooters.defaultForAllPages;
        footer.leftFooter = `&8 ${print.footer.slice(0, MOST_FOOTER).replaceAll("&", "&&")}`;
        footer.centerFooter = "&8 &A";
        footer.rightFooter = "&8 &P / &N";
        if (print.titleRows !== null)
          layout.setPrintTitleRows(`$${print.titleRows.from + 1}:$${print.titleRows.to + 1}`);
        if (print.area !== null) layout.setPrintArea(rangeAddress(print.area));
        else if (hadArea)
          layout.setPrintArea(
            rangeAddress({ row: 0, column: 0, rows: extent.rows, columns: extent.columns }),
          );
        const breaks = worksheet.horizontalPageBreaks;
        breaks.removePageBreaks();
        for (const row of print.pageStarts ?? []) breaks.add(cellAddress(row, 0));
      },
    },
  ];
}
