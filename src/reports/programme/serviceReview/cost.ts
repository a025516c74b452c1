import type { Analysis } from "../../../core/analysis";
import type { ReportContext } from "../../context";
import type { SheetBuilder } from "../../kit/sheetBuilder";
import { WIDTH } from "./layout";

/** The dearest are worth a look; the tail loses cents. */
const LISTED = 30;

/** Customers whose service costs more than they bring. */
export function costBlock(sheet: SheetBuilder, analysis: Analysis, context: ReportContext): void {
  const { t, words, tierName } = context;
  const cost = analysis.programme.voice.costToServe;
  sheet.section(t("review.cost"), WIDTH);
  if (cost === null) {
    sheet.empty(t("review.noCost"), WIDTH);
    return;
  }
  const { losing } = cost;
  if (losing.length > 0)
    sheet.paragraph(
      t("review.costFinding", {
        losing: words.count(losing.length),
        customers: words.count(cost.customers),
        total: words.money(-cost.losingTotal),
      }),
      "bodyWrap",
      WIDTH,
    );
  if (losing.length > LISTED)
    sheet.note(t("review.more", { listed: words.count(LISTED), items: words.count(losing.length) }));
  sheet.table<(typeof losing)[number]>({
    name: "CostToServe",
    filter: false,
    rows: losing.slice(0, LISTED),
    empty: t("review.nobodyLosing"),
    columns: [
      { header: t("scores.customer"), style: "text", value: ({ row }) => row.id },
      { header: t("field.name"), style: "text", value: ({ row }) => row.record?.name ?? "" },
      {
        header: t("scores.tier"),
        style: "word",
        value: ({ row }) => (row.tier === "" ? "–" : tierName(row.tier)),
      },
      { header: t("scores.net"), style: "money", value: ({ row }) => row.netSpend },
      { header: t("review.marginAmount"), style: "money", value: ({ margin }) => margin },
      { header: t("review.touchCost"), style: "money", value: ({ touchCost }) => touchCost },
      { header: t("review.ticketCost"), style: "money", value: ({ ticketCost }) => ticketCost },
      { header: t("review.result"), style: "money", value: ({ result }) => result },
    ],
  });
  const { margin } = analysis.settings.prediction;
  sheet.paragraph(
    words.sentences([
      t("review.costNote", { margin: words.percent(margin) }),
      cost.perTicket === null
        ? t("review.costNoTickets")
        : t("review.costPerTicket", { cost: words.money(cost.perTicket) }),
    ]),
    "noteWrap",
    WIDTH,
  );
}
