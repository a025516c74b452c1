import type { Analysis } from "../core/analysis";
import type { KpiStatus } from "../core/kpi";
import {
  formatDay,
  formatMoment,
  serialOfDay,
  serialOfMoment,
  type DayNumber,
  type Moment,
} from "../core/math/day";
import type { Settings } from "../core/settings";
import type { TierId } from "../core/tiers";
import { translator, type Locale, type Translate } from "../i18n";
import { ChartData } from "./kit/chartData";
import { moneyFormat, type MoneyFormat } from "./model/moneyFormat";
import type { StyleId } from "./model/styles";

/** The report's sheets, in the order they stand in the workbook. */
export const SHEET_IDS = [
  "cover",
  "kpiBoard",
  "monthlyReport",
  "tierPortraits",
  "customerCard",
  "customerScores",
  "relationships",
  "opportunities",
  "touchPlan",
  "winBack",
  "unpaid",
  "prediction",
  "whatIf",
  "channels",
  "market",
  "serviceSla",
  "serviceReview",
  "plan",
  "ledgers",
  "playbook",
  "tierMovement",
  "contacts",
  "dataQuality",
  "settings",
  "snapshots",
  "chartData",
] as const;
export type SheetId = (typeof SHEET_IDS)[number];

/** Figures as text, for sentences; cells hold numbers and leave the writing to their format. */
export interface Wording {
  readonly money: (value: number) => string;
  readonly percent: (value: number) => string;
  /** A difference of two shares in percentage points, with its sign: "+1.2". */
  readonly points: (value: number) => string;
  readonly count: (value: number) => string;
  readonly decimal: (value: number, digits: number) => string;
  readonly day: (day: DayNumber) => string;
  readonly moment: (moment: Moment) => string;
  /** Names in a row: 、 or commas. */
  readonly list: (items: readonly string[]) => string;
  /** Sentences after one another: Chinese sets no blank between them. */
  readonly sentences: (items: readonly string[]) => string;
  /** Parts of one note, set apart by semicolons. */
  readonly clauses: (items: readonly string[]) => string;
  /** The tag of a customer; parts that are not known say so. "" without any part. */
  readonly tag: (tag: string) => string;
}

/** All that a sheet needs beside the analysis: words, formats, names, and where chart figures go. */
export interface ReportContext {
  readonly t: Translate;
  readonly locale: Locale;
  readonly money: MoneyFormat;
  readonly words: Wording;
  readonly sheetName: (id: SheetId) => string;
  /** The line under each title. */
  readonly asOfLine: string;
  /** Written under every printed page. */
  readonly footer: string;
  readonly tierName: (tier: TierId) => string;
  /** A state with its sign, never colour alone: "达标 ▲". */
  readonly statusText: (status: KpiStatus) => string;
  readonly statusStyle: (status: KpiStatus) => StyleId;
  /** 样本少 ○ */
  readonly smallSampleText: string;
  /** Days and moments as the host counts them; null stays empty. */
  readonly dateCell: (day: DayNumber | null) => number | null;
  readonly momentCell: (moment: Moment | null) => number | null;
  readonly chartData: ChartData;
  /** Settings that definitions name: windows, horizons, limits. */
  readonly settingHoles: Readonly<Record<string, string | number>>;
}

/** Shape and word tell the states apart; colour only repeats it. */
const STATUS_SIGNS: Readonly<Record<KpiStatus, string>> = {
  met: "▲",
  notMet: "▼",
  noBaseline: "–",
  notDue: "…",
  smallSample: "○",
  noTarget: "·",
  noData: "–",
};

const STATUS_STYLES: Readonly<Record<KpiStatus, StyleId>> = {
  met: "statusGood",
  notMet: "statusBad",
  noBaseline: "statusNeutral",
  notDue: "statusNeutral",
  smallSample: "statusNeutral",
  noTarget: "statusNeutral",
  noData: "statusNeutral",
};

export function createContext(analysis: Analysis, locale: Locale): ReportContext {
  const t = translator(locale);
  const money = moneyFormat(analysis.currency, analysis.decimals, hasChineseHeadings(analysis));
  const sheetName = (id: SheetId) => t(`sheet.${id}`);
  const statusText = (status: KpiStatus) => `${t(`kpiStatus.${status}`)} ${STATUS_SIGNS[status]}`;
  const asOf = formatDay(analysis.asOf);
  const words = wording(locale, money, t);
  return {
    t,
    locale,
    money,
    words,
    sheetName,
    asOfLine: t("report.asOfLine", {
      asOf,
      windowStart: formatDay(analysis.windowStart),
      windowDays: analysis.settings.windowDays,
    }),
    footer: t("report.footer", { asOf }),
    tierName: (tier) => (tier === "" ? t("report.noTier") : t(`tier.${tier}`)),
    statusText,
    statusStyle: (status) => STATUS_STYLES[status],
    smallSampleText: statusText("smallSample"),
    dateCell: (day) => (day === null ? null : serialOfDay(day)),
    momentCell: (moment) => (moment === null ? null : serialOfMoment(moment)),
    chartData: new ChartData(sheetName("chartData")),
    settingHoles: settingHoles(analysis.settings, words, t),
  };
}

function settingHoles(settings: Settings, words: Wording, t: Translate): ReportContext["settingHoles"] {
  const { windowDays, winBackMonths, smallSample, prediction, programme } = settings;
  const { horizonDays, months, annualDiscount, margin, bandCuts, lowShare, highShare } = prediction;
  const [medium, high] = bandCuts ?? [];
  return {
    windowDays,
    winBackMonths,
    smallSample,
    recommendationDays: programme.recommendationDays,
    secondOrderDays: programme.secondOrderDays,
    communityDays: programme.communityDays,
    deadMemberDays: programme.deadMemberDays,
    winBackDays: programme.winBackDays,
    days: horizonDays,
    months,
    discount: words.percent(annualDiscount),
    margin: margin === 1 ? "" : t("report.marginOf", { margin: words.percent(margin) }),
    bands:
      medium === undefined || high === undefined
        ? t("report.bandsByShare", { low: words.percent(lowShare), high: words.percent(highShare) })
        : t("report.bandsByCut", { medium: words.percent(medium), high: words.percent(high) }),
  };
}

/** Whether the input speaks Chinese: an amount without a currency is then in yuan. */
function hasChineseHeadings(analysis: Analysis): boolean {
  return analysis.quality.sheets.some((sheet) =>
    sheet.mapping.some(({ heading }) => /[\u4e00-\u9fff]/.test(heading)),
  );
}

function wording(locale: Locale, money: MoneyFormat, t: Translate): Wording {
  // Making a format takes far longer than writing a number with it.
  const formats = new Map<number, Intl.NumberFormat>();
  const number = (value: number, digits: number) => {
    let format = formats.get(digits);
    if (format === undefined) {
      format = new Intl.NumberFormat(locale === "en" ? "en-US" : "zh-CN", {
        minimumFractionDigits: digits,
        maximumFractionDigits: digits,
      });
      formats.set(digits, format);
    }
    return format.format(value);
  };
  const list = t("report.listSeparator");
  return {
    money: (value) =>
      `${value < 0 ? "-" : ""}${money.sign}${number(Math.abs(value), Math.abs(value) >= 1000 ? 0 : money.decimals)}`,
    percent: (value) => `${number(value * 100, 1)}%`,
    points: (value) => `${value < 0 ? "" : "+"}${number(value * 100, 1)}`,
    count: (value) => number(value, 0),
    decimal: number,
    day: formatDay,
    moment: formatMoment,
    list: (items) => items.join(list),
    sentences: (items) => items.filter((item) => item !== "").join(locale === "en" ? " " : ""),
    clauses: (items) => items.join(locale === "en" ? "; " : "；"),
    tag: (tag) =>
      tag
        .split("-")
        .map((part) => (part.trim() === "" && tag !== "" ? t("report.unknown") : part))
        .join("-"),
  };
}
