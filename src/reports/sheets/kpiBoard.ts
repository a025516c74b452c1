import type { Analysis } from "../../core/analysis";
import type { ReportContext } from "../context";
import { SheetBuilder } from "../kit/sheetBuilder";
import type { SheetModel } from "../model/workbookModel";
import { BOARD_WIDTHS } from "./boardGrid";
import { closedLoop } from "./closedLoop";
import { boardCards } from "./kpiBoard/boardCards";
import { cohortGrid } from "./kpiBoard/cohortGrid";
import { findings } from "./kpiBoard/findings";
import { kpiTable } from "./kpiBoard/kpiTable";
import { monthCharts } from "./kpiBoard/monthCharts";
import { tiersAndHeat } from "./kpiBoard/tiersAndHeat";

/** The board: what happened, what needs attention, each KPI against its target, and the trends behind them. */
export function kpiBoardSheet(analysis: Analysis, context: ReportContext): SheetModel {
  const { t } = context;
  const sheet = new SheetBuilder(context, {
    id: "kpiBoard",
    widths: BOARD_WIDTHS,
    tabColor: "accent",
  });
  sheet.title(t("sheet.kpiBoard"));
  for (const sentence of findings(analysis, context)) sheet.paragraph(sentence, "finding");
  sheet.gap(8);
  sheet.cards(boardCards(analysis, context), { columns: 4, perRow: 6 });
  sheet.section(t("kpiBoard.targets"));
  kpiTable(sheet, analysis, context);
  sheet.pageStart();
  closedLoop(sheet, analysis, context);
  monthCharts(sheet, analysis, context);
  sheet.pageStart();
  tiersAndHeat(sheet, analysis, context);
  sheet.pageStart();
  cohortGrid(sheet, analysis, context);
  return sheet.build();
}
