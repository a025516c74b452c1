import type { Analysis } from "../../core/analysis";
import { formatDay, formatMoment } from "../../core/math/day";
import { DEFAULT_SETTINGS, type Settings } from "../../core/settings";
import type { ReportContext } from "../context";
import { SheetBuilder } from "../kit/sheetBuilder";
import type { CellValue, SheetModel } from "../model/workbookModel";

const WIDTH = 4;

/** A setting as a reader sees it. The names are those a settings sheet is read by, so the table can be kept and edited. */
interface SettingRow {
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
    | "mask";
  readonly value: (settings: Settings, context: ReportContext) => CellValue;
  /** A fraction: shown in per cent, and still a number for whoever changes it. */
  readonly share?: true;
}

const clock = (minutes: number) =>
  `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
const yesNo = (value: boolean, { t }: ReportContext) => (value ? t("word.yes") : t("word.no"));
const cuts = (values: readonly number[] | null, { t }: ReportContext) =>
  values === null ? t("settingValue.byRank") : values.join(",");

const ROWS: readonly SettingRow[] = [
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
  { key: "duplicates", value: ({ duplicates }, { t }) => t(`duplicates.${duplicates}`) },
  { key: "countZero", value: ({ countZero }, context) => yesNo(countZero, context) },
  { key: "serviceCalendar", value: ({ service }, { t }) => t(`serviceCalendar.${service.calendar}`) },
  { key: "workingHours", value: ({ service }) => `${clock(service.opensAt)}-${clock(service.closesAt)}` },
  { key: "workdays", value: ({ service }) => service.workdays.join(",") },
  { key: "enquiryHours", value: ({ service }) => service.enquiryHours },
  { key: "complaintHours", value: ({ service }) => service.complaintHours },
  { key: "highValueHours", value: ({ service }) => service.highValueHours },
  { key: "followUpDays", value: ({ service }) => service.followUpDays },
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
  { key: "mask", value: ({ mask }, { t }) => t(`mask.${mask}`) },
];

/** Every setting with its value, its default and what it does; then the cut points the scores came from. */
export function settingsSheet(analysis: Analysis, context: ReportContext): SheetModel {
  const { t } = context;
  const sheet = new SheetBuilder(context, { id: "settings", widths: [2, 26, 34, 34, 78], tabColor: "grey" });
  sheet.title(t("sheet.settings"));
  sheet.paragraph(t("settings.note"), "noteWrap", WIDTH);
  sheet.gap(6);
  sheet.table<SettingRow>({
    name: "Settings",
    filter: false,
    rows: ROWS,
    empty: "–",
    columns: [
      { header: t("settings.setting"), style: "word", value: ({ key }) => t(`setting.${key}`) },
      {
        header: t("settings.value"),
        style: "word",
        value: ({ value }) => value(analysis.settings, context),
        styleOf: ({ share }) => (share ? "percentLeft" : "word"),
      },
      {
        header: t("settings.default"),
        style: "wordGrey",
        value: ({ value, share }) => {
          const shown = value(DEFAULT_SETTINGS, context);
          return share && typeof shown === "number" ? context.words.percent(shown) : shown;
        },
      },
      {
        header: t("settings.meaning"),
        style: "wordGreyWrap",
        value: ({ key }) => t(`settingMeaning.${key}`),
      },
    ],
  });
  sheet.note(t("settings.hash", { hash: analysis.settingsHash }));
  bands(sheet, analysis, context);
  return sheet.build();
}

/** Cut points and counts per score, so that a score can be traced to the figures behind it. */
function bands(sheet: SheetBuilder, analysis: Analysis, context: ReportContext): void {
  const { t, words } = context;
  const scale = 10 ** analysis.decimals;
  const figure = {
    r: words.count,
    f: words.count,
    m: (value: number) => words.money(value / scale),
  };
  sheet.section(t("bands.title"), WIDTH);
  const lines = (["r", "f", "m"] as const).flatMap((letter) =>
    [...analysis.rfm.bands[letter]].sort((a, b) => b.score - a.score).map((band) => ({ letter, ...band })),
  );
  sheet.table({
    name: "ScoreBands",
    filter: false,
    rows: lines,
    empty: t("bands.empty"),
    columns: [
      { header: t("bands.dimension"), style: "word", value: ({ letter }) => t(`bands.${letter}`) },
      { header: t("bands.score"), style: "integer", value: ({ score }) => score },
      { header: t("bands.customers"), style: "integer", value: ({ customers }) => customers },
      {
        header: t("bands.range"),
        style: "word",
        value: ({ letter, from, to, customers }) =>
          customers === 0
            ? "–"
            : from === to
              ? figure[letter](from)
              : t("bands.fromTo", { from: figure[letter](from), to: figure[letter](to) }),
      },
    ],
  });
  sheet.note(t("bands.note"));
}
