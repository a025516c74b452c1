import type { Analysis } from "../../core/analysis";
import type { ReportContext } from "../context";
import { SheetBuilder } from "../kit/sheetBuilder";
import type { SheetModel } from "../model/workbookModel";
import { BOARD_WIDTHS } from "./boardGrid";
import { backtestBlock } from "./prediction/backtestBlock";
import { forecastBlock } from "./prediction/forecastBlock";
import { modelBlock } from "./prediction/modelBlock";
import { verdict, outlook } from "./prediction/outlook";
import { predictionCards } from "./prediction/predictionCards";
import { quadrantBlock } from "./prediction/quadrantBlock";
import { alertBlock } from "./riskAlerts";

/** What will probably come, whether such predictions have come true on this data, and what they rest on. */
export function predictionSheet(analysis: Analysis, context: ReportContext): SheetModel {
  const { t } = context;
  const sheet = new SheetBuilder(context, {
    id: "prediction",
    widths: BOARD_WIDTHS,
    tabColor: "accent",
  });
  sheet.title(t("sheet.prediction"));
  const { predictions } = analysis;
  if (predictions === null) {
    sheet.empty(t(`predictionGap.${analysis.predictionGap ?? "noOrders"}`));
    return sheet.build();
  }
  sheet.paragraph(verdict(predictions, context), "finding");
  const ahead = outlook(predictions, context);
  if (ahead !== "") sheet.paragraph(ahead, "finding");
  sheet.gap(8);
  sheet.cards(predictionCards(predictions, context), { columns: 4, perRow: 6 });
  forecastBlock(sheet, predictions, context);
  quadrantBlock(sheet, predictions, context);
  alertBlock(sheet, analysis, context);
  sheet.pageStart();
  backtestBlock(sheet, predictions, context);
  modelBlock(sheet, predictions, context);
  return sheet.build();
}
