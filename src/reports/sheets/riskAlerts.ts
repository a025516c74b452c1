import type { Analysis, RiskAlert } from "../../core/analysis";
import type { ReportContext } from "../context";
import type { SheetBuilder } from "../kit/sheetBuilder";
import { reasonOf } from "../lists/customerScores";

/** A manager calls so many in a week; the JSON has all. */
const SHOWN = 20;

/** How many customers are at much higher risk than at the last snapshot, and what they spend. */
export function alertFinding({ lists }: Analysis, { t, words }: ReportContext): string {
  const [first] = lists.riskAlerts;
  if (first === undefined) return "";
  return t("alerts.finding", {
    customers: words.count(lists.riskAlerts.length),
    since: words.day(first.since),
    net: words.money(lists.riskAlerts.reduce((sum, { netSpend }) => sum + netSpend, 0)),
  });
}

/** The customers whose risk jumped, over the 24 columns of the prediction sheet. */
export function alertBlock(sheet: SheetBuilder, analysis: Analysis, context: ReportContext): void {
  const { t, words, tierName } = context;
  const { riskAlerts } = analysis.lists;
  sheet.section(t("alerts.title"));
  const [first] = riskAlerts;
  if (first === undefined) {
    const since = lastComparable(analysis);
    sheet.empty(since === null ? t("alerts.noSnapshot") : t("alerts.none", { since: words.day(since) }));
    return;
  }
  const heads = [
    [t("scores.customer"), 5, "header"],
    [t("scores.tier"), 3, "header"],
    [t("alerts.before", { since: words.day(first.since) }), 4, "headerRight"],
    [t("alerts.now"), 3, "headerRight"],
    [t("alerts.why"), 9, "header"],
  ] as const;
  let column = 1;
  for (const [text, columns, style] of heads) {
    sheet.span(sheet.row, column, columns, text, style);
    column += columns;
  }
  sheet.height(sheet.row, 22);
  sheet.row += 1;
  for (const alert of riskAlerts.slice(0, SHOWN)) alertLine(sheet, alert, analysis, context, tierName);
  sheet.paragraph(t("alerts.note", { shown: words.count(Math.min(SHOWN, riskAlerts.length)) }), "noteWrap");
}

function alertLine(
  sheet: SheetBuilder,
  alert: RiskAlert,
  analysis: Analysis,
  context: ReportContext,
  tierName: ReportContext["tierName"],
): void {
  const { row } = sheet;
  const { customerId, name, tier, before, now, bookIndex } = alert;
  const { predictions, decimals } = analysis;
  const why = predictions === null ? "" : reasonOf(predictions, { bookIndex }, context, decimals);
  sheet.span(row, 1, 5, name === "" ? customerId : `${customerId} ${name}`, "text");
  sheet.span(row, 6, 3, tierName(tier), "word");
  sheet.span(row, 9, 4, before, "percent");
  sheet.span(row, 13, 3, now, "percent");
  sheet.span(row, 16, 9, why, "wordWrap");
  sheet.fitHeight(row, 16, 9, why);
  sheet.row += 1;
}

/** Day of the newest earlier snapshot the risks of today can be set beside; null: none. */
function lastComparable({ snapshots, asOf, settingsHash }: Analysis): number | null {
  return snapshots.reduce<number | null>(
    (latest, row) =>
      row.takenOn < asOf && row.churnRisk !== null && row.settingsHash === settingsHash
        ? Math.max(latest ?? row.takenOn, row.takenOn)
        : latest,
    null,
  );
}
