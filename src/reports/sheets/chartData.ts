import type { ReportContext } from "../context";
import { SheetBuilder } from "../kit/sheetBuilder";
import { textWidth } from "../kit/textWidth";
import type { SheetModel } from "../model/workbookModel";

/** The figures behind the charts; called last, when every chart has put its figures down. */
export function chartDataSheet(context: ReportContext): SheetModel {
  const { t, chartData } = context;
  const sheet = new SheetBuilder(context, {
    id: "chartData",
    widths: "fit",
    tabColor: "grey",
    orientation: "portrait",
  });
  sheet.title(t("sheet.chartData"));
  sheet.note(t("chartData.note"));
  for (const block of chartData.blocks) {
    sheet.set(block.headerRow - 1, 1, block.title, "subhead");
    block.headers.forEach((header, index) => {
      sheet.set(block.headerRow, 1 + index, header, index === 0 ? "header" : "headerRight");
      sheet.fit(1 + index, Math.min(18, textWidth(header) + 2));
      sheet.fitHeight(block.headerRow, 1 + index, 1, header);
    });
    block.rows.forEach((row, i) =>
      row.forEach((value, j) => {
        const style = block.styles[j];
        if (style !== undefined) sheet.set(block.headerRow + 1 + i, 1 + j, value, style);
        sheet.fit(1 + j, j === 0 ? Math.min(30, textWidth(String(value ?? "")) + 2) : 14);
      }),
    );
  }
  return sheet.build();
}
