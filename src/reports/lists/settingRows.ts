import type { KpiId } from "../../core/kpi";
import { formatDay, formatMoment } from "../../core/math/day";
import { isPlanTask } from "../../core/programme";
import type { Settings } from "../../core/settings";
import type { ReportContext } from "../context";
import type { CellValue } from "../model/workbookModel";

/**
 * A setting as a reader sees it. Names and values are those a settings sheet is read by, so that the table can be
 * kept and edited; an empty value leaves the setting to others.
 */
export interface SettingRow {
  readonly key:
    | "asOf"
    | "now"
    | "windowDays"
    | "bins"
    | "ties"
    | "weights"
    | "cutsR"
    | "cutsF"
    | "cutsM"
    | "topShare"
    | "bottomShare"
    | "segmentScheme"
    | "winBackMonths"
    | "dateOrder"
    | "timeZone"
    | "currency"
    | "decimals"
    | "duplicates"
    | "countZero"
    | "serviceCalendar"
    | "workingHours"
    | "workdays"
    | "enquiryHours"
    | "complaintHours"
    | "highValueHours"
    | "followUpDays"
    | "averageOrderBasis"
    | "channelLimit"
    | "satisfactionScale"
    | "unpaidHours"
    | "horizonDays"
    | "lowShare"
    | "highShare"
    | "bandCuts"
    | "clvMonths"
    | "annualDiscount"
    | "margin"
    | "smallSample"
    | "mask"
    | "requiredFields"
    | "holidays"
    | "rates"
    | "reportScope"
    | "startOn"
    | "loyalOrders"
    | "supportDays"
    | "ticketDays"
    | "relationalOrders"
    | "relationalMonths"
    | "accountContacts"
    | "contractMonths"
    | "strategicShare"
    | "bargainShare"
    | "fatigueTouches"
    | "fatigueDays"
    | "pairCustomers"
    | "pairConfidence"
    | "pairLift"
    | "manualPairs"
    | "rangeShare"
    | "trendGrowth"
    | "newProductDays"
    | "deadMemberDays"
    | "adviserCap"
    | "formerOwners"
    | "secondOrderDays"
    | "winBackDays"
    | "recommendationDays"
    | "holdOutShare"
    | "holdOutSeed"
    | "needShare"
    | "complaintRepeatDays"
    | "improvementDays"
    | "majorHours"
    | "qualityHours"
    | "gradingHours"
    | "financeWords"
    | "carrierWords"
    | "warehouseWords"
    | "purchasingWords"
    | "productWords"
    | "marketingWords"
    | "serviceWords"
    | "phaseMonths"
    | "shortGoals"
    | "middleGoals"
    | "longGoals"
    | "planTasks"
    | "communityDays"
    | "onlineEvents"
    | "pointsPerUnit"
    | "pointValue"
    | "pointsNoticeDays"
    | "rivalShare"
    | "walletShare"
    | "tenureMonths"
    | "ownerMonths"
    | "onlineDays"
    | "ticketCost"
    | "trade";
  readonly value: (settings: Settings, context: ReportContext) => CellValue;
  /** A fraction: shown in per cent, and still a number for whoever changes it. */
  readonly share?: true;
}

const clock = (minutes: number) =>
  `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
const yesNo = (value: boolean, { t }: ReportContext) => (value ? t("word.yes") : t("word.no"));
const cuts = (values: readonly number[] | null, { t }: ReportContext) =>
  values === null ? t("settingValue.byRank") : values.join(",");

const words = (list: readonly string[], { t }: ReportContext) => list.join("; ") || t("report.none");
const goals = (kpis: readonly KpiId[], { t }: ReportContext) =>
  kpis.map((id) => t(`kpi.${id}`)).join("; ") || t("report.none");

/** Changes to the work plan as they are written in one cell: a task: 1-8; another: -; one more: 5-10 Marketing */
const planTasks = (changes: Settings["programme"]["planTasks"], { t }: ReportContext) =>
  changes
    .map(({ task, weeks, post }) => {
      const name = isPlanTask(task) ? t(`task.${task}`) : task;
      const when = weeks === null ? "-" : weeks.join("-");
      return `${name}: ${when}${post === null ? "" : ` ${t(`post.${post}`)}`}`;
    })
    .join("; ") || t("report.none");

/** Exchange rates as they are written in one cell: USD=7.1; USD 2025-01=7.2 */
const shown = (rates: Settings["currency"]["rates"]) =>
  Object.entries(rates)
    .map(([code, rate]) => `${code}=${String(rate)}`)
    .join("; ") || null;

/** Every setting but the language, which is chosen where the report is made. */
export const SETTING_ROWS: readonly SettingRow[] = [
  {
    key: "asOf",
    value: ({ asOf }, { t }) => (asOf === null ? t("settingValue.lastOrderDay") : formatDay(asOf)),
  },
  { key: "now", value: ({ now }, { t }) => (now === null ? t("settingValue.endOfDay") : formatMoment(now)) },
  { key: "windowDays", value: ({ windowDays }) => windowDays },
  { key: "bins", value: ({ bins }) => bins },
  { key: "ties", value: ({ ties }, { t }) => t(`tieRule.${ties}`) },
  { key: "weights", value: ({ weights }) => `${weights.r}:${weights.f}:${weights.m}` },
  { key: "cutsR", value: (settings, context) => cuts(settings.cuts.r, context) },
  { key: "cutsF", value: (settings, context) => cuts(settings.cuts.f, context) },
  { key: "cutsM", value: (settings, context) => cuts(settings.cuts.m, context) },
  { key: "topShare", value: ({ topShare }) => topShare, share: true },
  { key: "bottomShare", value: ({ bottomShare }) => bottomShare, share: true },
  { key: "segmentScheme", value: ({ segmentScheme }, { t }) => t(`segmentScheme.${segmentScheme}`) },
  { key: "winBackMonths", value: ({ winBackMonths }) => winBackMonths },
  { key: "dateOrder", value: ({ dateOrder }, { t }) => t(`dateOrder.${dateOrder}`) },
  { key: "timeZone", value: ({ timeZone }, { t }) => timeZone ?? t("settingValue.asWritten") },
  { key: "currency", value: ({ currency }, { t }) => currency.base ?? t("settingValue.mostFrequent") },
  { key: "decimals", value: ({ currency }) => currency.decimals },
  { key: "rates", value: ({ currency }) => shown(currency.rates) },
  { key: "duplicates", value: ({ duplicates }, { t }) => t(`duplicates.${duplicates}`) },
  { key: "countZero", value: ({ countZero }, context) => yesNo(countZero, context) },
  { key: "serviceCalendar", value: ({ service }, { t }) => t(`serviceCalendar.${service.calendar}`) },
  { key: "workingHours", value: ({ service }) => `${clock(service.opensAt)}-${clock(service.closesAt)}` },
  { key: "workdays", value: ({ service }) => service.workdays.join(",") },
  { key: "holidays", value: ({ service }) => service.holidays.map(formatDay).join(", ") || null },
  { key: "enquiryHours", value: ({ service }) => service.enquiryHours },
  { key: "complaintHours", value: ({ service }) => service.complaintHours },
  { key: "highValueHours", value: ({ service }) => service.highValueHours },
  { key: "followUpDays", value: ({ service }) => service.followUpDays },
  {
    key: "requiredFields",
    value: ({ requiredFields }, { t }) => requiredFields?.join(", ") ?? t("settingValue.fieldsPresent"),
  },
  {
    key: "averageOrderBasis",
    value: ({ averageOrderBasis }, { t }) => t(`averageOrderBasis.${averageOrderBasis}`),
  },
  { key: "channelLimit", value: ({ channelLimit }) => channelLimit, share: true },
  {
    key: "satisfactionScale",
    value: ({ satisfactionScale }, { t }) => t(`satisfactionScale.${satisfactionScale}`),
  },
  { key: "unpaidHours", value: ({ unpaidHours }) => unpaidHours },
  { key: "horizonDays", value: ({ prediction }) => prediction.horizonDays },
  { key: "lowShare", value: ({ prediction }) => prediction.lowShare, share: true },
  { key: "highShare", value: ({ prediction }) => prediction.highShare, share: true },
  { key: "bandCuts", value: ({ prediction }, context) => cuts(prediction.bandCuts, context) },
  { key: "clvMonths", value: ({ prediction }) => prediction.months },
  { key: "annualDiscount", value: ({ prediction }) => prediction.annualDiscount, share: true },
  { key: "margin", value: ({ prediction }) => prediction.margin, share: true },
  { key: "smallSample", value: ({ smallSample }) => smallSample },
  { key: "reportScope", value: ({ reportScope }, { t }) => t(`reportScope.${reportScope}`) },
  {
    key: "startOn",
    value: ({ programme }, { t }) =>
      programme.startOn === null ? t("settingValue.dayAfter") : formatDay(programme.startOn),
  },
  { key: "loyalOrders", value: ({ programme }) => programme.loyalOrders },
  { key: "supportDays", value: ({ programme }) => programme.supportDays },
  { key: "ticketDays", value: ({ programme }) => programme.ticketDays },
  { key: "relationalOrders", value: ({ programme }) => programme.relationalOrders },
  { key: "relationalMonths", value: ({ programme }) => programme.relationalMonths },
  { key: "accountContacts", value: ({ programme }) => programme.accountContacts },
  { key: "contractMonths", value: ({ programme }) => programme.contractMonths },
  { key: "strategicShare", value: ({ programme }) => programme.strategicShare, share: true },
  { key: "bargainShare", value: ({ programme }) => programme.bargainShare, share: true },
  { key: "fatigueTouches", value: ({ programme }) => programme.fatigueTouches },
  { key: "fatigueDays", value: ({ programme }) => programme.fatigueDays },
  { key: "pairCustomers", value: ({ programme }) => programme.pairCustomers },
  { key: "pairConfidence", value: ({ programme }) => programme.pairConfidence, share: true },
  { key: "pairLift", value: ({ programme }) => programme.pairLift },
  {
    key: "manualPairs",
    value: ({ programme }, { t }) =>
      programme.manualPairs.map((pair) => pair.join(">")).join("; ") || t("report.none"),
  },
  { key: "rangeShare", value: ({ programme }) => programme.rangeShare, share: true },
  { key: "trendGrowth", value: ({ programme }) => programme.trendGrowth, share: true },
  { key: "newProductDays", value: ({ programme }) => programme.newProductDays },
  { key: "deadMemberDays", value: ({ programme }) => programme.deadMemberDays },
  { key: "adviserCap", value: ({ programme }) => programme.adviserCap },
  {
    key: "formerOwners",
    value: ({ programme }, { t }) => programme.formerOwners.join("; ") || t("report.none"),
  },
  { key: "secondOrderDays", value: ({ programme }) => programme.secondOrderDays },
  { key: "winBackDays", value: ({ programme }) => programme.winBackDays },
  { key: "recommendationDays", value: ({ programme }) => programme.recommendationDays },
  { key: "holdOutShare", value: ({ programme }) => programme.holdOutShare, share: true },
  { key: "holdOutSeed", value: ({ programme }) => programme.holdOutSeed },
  { key: "needShare", value: ({ programme }) => programme.needShare, share: true },
  { key: "complaintRepeatDays", value: ({ programme }) => programme.complaintRepeatDays },
  { key: "improvementDays", value: ({ programme }) => programme.improvementDays },
  { key: "majorHours", value: ({ programme }) => programme.majorHours },
  { key: "qualityHours", value: ({ programme }) => programme.qualityHours },
  { key: "gradingHours", value: ({ programme }) => programme.gradingHours },
  { key: "financeWords", value: ({ programme }, context) => words(programme.financeWords, context) },
  { key: "carrierWords", value: ({ programme }, context) => words(programme.carrierWords, context) },
  { key: "warehouseWords", value: ({ programme }, context) => words(programme.warehouseWords, context) },
  { key: "purchasingWords", value: ({ programme }, context) => words(programme.purchasingWords, context) },
  { key: "productWords", value: ({ programme }, context) => words(programme.productWords, context) },
  { key: "marketingWords", value: ({ programme }, context) => words(programme.marketingWords, context) },
  { key: "serviceWords", value: ({ programme }, context) => words(programme.serviceWords, context) },
  { key: "phaseMonths", value: ({ programme }) => programme.phaseMonths.join(", ") },
  { key: "shortGoals", value: ({ programme }, context) => goals(programme.shortGoals, context) },
  { key: "middleGoals", value: ({ programme }, context) => goals(programme.middleGoals, context) },
  { key: "longGoals", value: ({ programme }, context) => goals(programme.longGoals, context) },
  { key: "planTasks", value: ({ programme }, context) => planTasks(programme.planTasks, context) },
  { key: "communityDays", value: ({ programme }) => programme.communityDays },
  { key: "onlineEvents", value: ({ programme }, context) => yesNo(programme.onlineEvents, context) },
  {
    key: "pointsPerUnit",
    value: ({ programme }, { t }) => programme.pointsPerUnit ?? t("settingValue.notKnown"),
  },
  { key: "pointValue", value: ({ programme }, { t }) => programme.pointValue ?? t("settingValue.notKnown") },
  { key: "pointsNoticeDays", value: ({ programme }) => programme.pointsNoticeDays },
  { key: "rivalShare", value: ({ programme }) => programme.rivalShare, share: true },
  { key: "walletShare", value: ({ programme }) => programme.walletShare, share: true },
  { key: "tenureMonths", value: ({ programme }) => programme.tenureMonths },
  { key: "ownerMonths", value: ({ programme }) => programme.ownerMonths },
  { key: "onlineDays", value: ({ programme }) => programme.onlineDays },
  { key: "ticketCost", value: ({ programme }, { t }) => programme.ticketCost ?? t("settingValue.notKnown") },
  { key: "trade", value: ({ programme }, { t }) => t(`trade.${programme.trade}`) },
  { key: "mask", value: ({ mask }, { t }) => t(`mask.${mask}`) },
];
