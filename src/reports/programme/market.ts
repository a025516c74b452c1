import type { Analysis } from "../../core/analysis";
import type { ReportContext } from "../context";
import { SheetBuilder } from "../kit/sheetBuilder";
import type { SheetModel } from "../model/workbookModel";
import { benchmarkTable } from "./market/benchmarkTable";
import { channelValueTable, discountTable, industryTable, mixTable } from "./market/customerTables";
import { pointsTables } from "./market/pointsTables";
import { responseTables } from "./market/responseTables";
import { eventTable, funnelTable, recommendationTables } from "./market/salesTables";

const WIDTHS = [2, 32, 15, 15, 16, 16, 15, 15, 15] as const;
const WIDTH = WIDTHS.length - 1;

/** Own figures beside the claims of the brief, and how customers are found, asked and won. */
export function marketSheet(analysis: Analysis, context: ReportContext): SheetModel {
  const { t } = context;
  const sheet = new SheetBuilder(context, { id: "market", widths: WIDTHS });
  sheet.title(t("sheet.market"));
  for (const sentence of marketFindings(analysis, context)) sheet.paragraph(sentence, "finding", WIDTH);
  benchmarkTable(sheet, analysis, WIDTH, context);
  sheet.pageStart();
  channelValueTable(sheet, analysis, WIDTH, context);
  mixTable(sheet, analysis, WIDTH, context);
  discountTable(sheet, analysis, WIDTH, context);
  sheet.pageStart();
  responseTables(sheet, analysis, WIDTH, context);
  sheet.pageStart();
  funnelTable(sheet, analysis, WIDTH, context);
  eventTable(sheet, analysis, WIDTH, context);
  sheet.pageStart();
  recommendationTables(sheet, analysis, WIDTH, context);
  sheet.pageStart();
  industryTable(sheet, analysis, WIDTH, context);
  sheet.pageStart();
  pointsTables(sheet, analysis, WIDTH, context);
  return sheet.build();
}

/** What a reader should take away, in sentences. */
function marketFindings(analysis: Analysis, { t, words }: ReportContext): readonly string[] {
  const { benchmarks, response, mix, events } = analysis.programme.market;
  const count = (standing: string) => benchmarks.filter((one) => one.standing === standing).length;
  const netOf = (group: string) => mix.find((line) => line.group === group)?.net ?? 0;
  const known = netOf("existing") + netOf("new");
  const sentences = [
    t("market.finding", {
      all: benchmarks.length,
      known: benchmarks.filter(({ own }) => own !== null).length,
      above: count("above"),
      below: count("below"),
    }),
    ...(events?.overdue === true ? [t("market.findingEvent")] : []),
    ...(response !== null && response.touches.rate !== null
      ? [
          t("market.findingResponse", {
            delivered: words.count(response.touches.delivered),
            rate: words.percent(response.touches.rate),
            people: words.percent(response.customers.rate ?? 0),
          }),
        ]
      : []),
    ...(known > 0 ? [t("market.findingMix", { share: words.percent(netOf("existing") / known) })] : []),
  ];
  return sentences;
}
