import type { Analysis } from "../core/analysis";
import type { Locale } from "../i18n";
import { createContext, SHEET_IDS, type SheetId } from "./context";
import { listSheets } from "./lists";
import { stylesheet } from "./model/styles";
import type { SheetModel, WorkbookModel } from "./model/workbookModel";
import { contactsSheet } from "./programme/contacts";
import { opportunitiesSheet } from "./programme/opportunities";
import { relationshipsSheet } from "./programme/relationships";
import { touchPlanSheet } from "./programme/touchPlan";
import { serviceReviewSheet } from "./programme/serviceReview";
import { isInScope } from "./reportScope";
import { ledgersSheet } from "./programme/ledgers";
import { marketSheet } from "./programme/market";
import { monthlyReportSheet } from "./programme/monthlyReport";
import { planSheet } from "./programme/plan";
import { playbookSheet } from "./programme/playbook";
import { chartDataSheet } from "./sheets/chartData";
import { coverSheet } from "./sheets/cover";
import { kpiBoardSheet } from "./sheets/kpiBoard";
import { predictionSheet } from "./sheets/prediction";
import { tierPortraitsSheet } from "./sheets/tierPortraits";
import { whatIfSheet } from "./sheets/whatIf";

export { SHEET_IDS } from "./context";
export { customerRelation, customerWords, reportChanges, reportFindings } from "./sentences";
export type * from "./model/workbookModel";

const FONTS = { "zh-CN": "Microsoft YaHei", en: "Calibri" } as const;

/** The whole report as data: every sheet that the scope asks for in its place, in one language. */
export function buildReport(analysis: Analysis, locale: Locale): WorkbookModel {
  const context = createContext(analysis, locale);
  const { reportScope } = analysis.settings;
  /** Made only where it is shown, for the figures behind its charts come with it. */
  const whenInScope = (
    id: SheetId,
    build: (...parts: Parameters<typeof kpiBoardSheet>) => SheetModel | null,
  ): readonly SheetModel[] => (isInScope(id, reportScope) ? [build(analysis, context) ?? []].flat() : []);
  const content: readonly SheetModel[] = [
    kpiBoardSheet(analysis, context),
    tierPortraitsSheet(analysis, context),
    ...whenInScope("prediction", predictionSheet),
    ...whenInScope("whatIf", whatIfSheet),
    ...whenInScope("relationships", relationshipsSheet),
    ...whenInScope("opportunities", opportunitiesSheet),
    ...whenInScope("market", marketSheet),
    ...whenInScope("serviceReview", serviceReviewSheet),
    ...whenInScope("contacts", contactsSheet),
    ...listSheets(analysis, context),
    ...whenInScope("plan", planSheet),
    ...whenInScope("ledgers", ledgersSheet),
    ...whenInScope("playbook", playbookSheet),
  ].filter(({ id }) => isInScope(id, reportScope));
  // These lead to others where those are there.
  const isPresent = (id: SheetId) => content.some((sheet) => sheet.id === id);
  const leading = [
    touchPlanSheet(analysis, context, isPresent),
    monthlyReportSheet(analysis, context, isPresent),
  ].filter(({ id }) => isInScope(id, reportScope));
  const body = [...content, ...leading, chartDataSheet(context)];
  const present = SHEET_IDS.filter((id) => body.some((sheet) => sheet.id === id));
  const all = [coverSheet(analysis, present, context), ...body];
  return {
    title: context.t("report.title"),
    language: locale === "en" ? "en" : "zh",
    font: FONTS[locale],
    fontSize: 10,
    styles: stylesheet(context.money),
    sheets: SHEET_IDS.flatMap((id) => all.filter((sheet) => sheet.id === id)),
    names: [],
  };
}
