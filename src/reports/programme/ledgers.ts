import type { Analysis } from "../../core/analysis";
import type { ReportContext } from "../context";
import { SheetBuilder } from "../kit/sheetBuilder";
import type { SheetModel } from "../model/workbookModel";
import { improvementLedger } from "./improvementLedger";
import { LEDGER_WIDTHS, READ_COLUMNS } from "./ledgerGrid";
import { winBackSections } from "./winBackSections";

/** From problem to effect: measures to mend, and customers to win back against those left alone. */
export function ledgersSheet(analysis: Analysis, context: ReportContext): SheetModel {
  const { t } = context;
  const sheet = new SheetBuilder(context, { id: "ledgers", widths: LEDGER_WIDTHS });
  sheet.title(t("sheet.ledgers"));
  for (const sentence of ledgerFindings(analysis, context))
    sheet.paragraph(sentence, "finding", READ_COLUMNS);
  improvementLedger(sheet, analysis, context);
  sheet.pageStart();
  winBackSections(sheet, analysis, context);
  return sheet.build();
}

/** What is to be mended, what winning back brought, and whether that is known to work. */
export function ledgerFindings(analysis: Analysis, context: ReportContext): readonly string[] {
  return [
    problemSentence(analysis, context),
    winBackSentence(analysis, context),
    effectSentence(analysis, context),
  ];
}

function problemSentence(
  { programme: { plans, serviceReview } }: Analysis,
  { t, words }: ReportContext,
): string {
  const kpis = plans.problems.length;
  const reasons = serviceReview?.improvements.length ?? 0;
  if (serviceReview !== null && reasons > 0)
    return t("ledger.problems", {
      kpis,
      reasons,
      month: words.day(serviceReview.reported.month).slice(0, 7),
    });
  return kpis === 0 ? t("ledger.noProblem") : t("ledger.problemsNoTickets", { kpis });
}

function winBackSentence({ programme: { plans }, quality }: Analysis, context: ReportContext): string {
  const { t, words } = context;
  const { settled, won, rate, interval, pending, days } = plans.winBack;
  if (quality.missing.includes("winBackLog"))
    return t("ledger.winBackNoLog", { sheet: t("input.winBackLog") });
  if (rate === null || interval === null) return t("ledger.winBackNone", { days });
  return words.sentences([
    t("ledger.winBackResult", {
      settled: words.count(settled),
      won: words.count(won),
      pending: words.count(pending),
      days,
      rate: words.percent(rate),
      low: words.percent(interval.low),
      high: words.percent(interval.high),
    }),
    costSentence(plans.winBack, context),
  ]);
}

function costSentence(
  { cost, discount, costPerWin }: Analysis["programme"]["plans"]["winBack"],
  { t, words }: ReportContext,
): string {
  if (costPerWin === null) return "";
  const holes = {
    cost: words.money(costPerWin),
    touches: words.money(cost ?? 0),
    discounts: words.money(discount ?? 0),
  };
  if (discount === null) return t("ledger.costOfTouches", holes);
  return t(cost === null ? "ledger.costOfDiscounts" : "ledger.costPerWin", holes);
}

/** The difference to the hold-out with its interval, or why there is none yet. */
function effectSentence({ programme: { plans } }: Analysis, { t, words }: ReportContext): string {
  const { effect } = plans.winBack;
  if (effect === null || effect.difference === null) return t("ledger.noEffectYet");
  const { treated, holdOut, difference, verdict, netValue } = effect;
  return words.sentences([
    t("ledger.effect", {
      treated: words.percent(treated.rate ?? 0),
      held: words.percent(holdOut.rate ?? 0),
      value: words.points(difference.value),
      low: words.points(difference.low),
      high: words.points(difference.high),
    }),
    t(`ledger.verdict.${verdict}`),
    verdict === "works" && netValue !== null ? t("ledger.netValue", { net: words.money(netValue) }) : "",
  ]);
}
