import packageFile from "../../../package.json";
import type { Analysis } from "../../core/analysis";
import { KPI_IDS } from "../../core/kpi";
import { formatDay, formatMoment, NO_DAY } from "../../core/math/day";
import { REJECT_REASONS } from "../../core/orders";
import type { ReportContext, SheetId } from "../context";
import { SheetBuilder, type KeyValue } from "../kit/sheetBuilder";
import type { SheetModel } from "../model/workbookModel";
import { FULL_ONLY } from "../reportScope";

const WIDTHS = [2, 30, 30, 84] as const;
const LINK_ARROW = "→";

/** Terms that the sheets use, explained in this order; those of the KPIs follow. */
const TERMS = [
  "order",
  "net",
  "window",
  "recency",
  "frequency",
  "monetary",
  "score",
  "tier",
  "outsideWindow",
  "smallSample",
  "segment",
  "newCustomer",
  "interval",
  "averageOrder",
  "cohort",
  "winBack",
  "valueAtRisk",
  "churnRisk",
  "clv",
  "movement",
] as const;

/** Where the brief can be read in two ways, and how it was read. */
const READINGS = [
  "letters",
  "averageOrder",
  "response",
  "change",
  "percent",
  "referral",
  "risk",
  "ends",
] as const;

/** What the workbook is, what it rests on, and what every figure means. */
export function coverSheet(
  analysis: Analysis,
  present: readonly SheetId[],
  context: ReportContext,
): SheetModel {
  const { t } = context;
  const sheet = new SheetBuilder(context, { id: "cover", widths: WIDTHS, tabColor: "accent" });
  sheet.title(t("report.title"));
  sheet.paragraph(t("cover.what"));
  sheet.section(t("cover.sheets"));
  sheetLinks(sheet, present, context);
  if (analysis.settings.reportScope === "compact")
    sheet.paragraph(
      t("cover.compact", { sheets: context.words.list(FULL_ONLY.map(context.sheetName)) }),
      "noteWrap",
    );
  sheet.pageStart();
  sheet.section(t("cover.basis"));
  sheet.keyValues(basis(analysis, context), 1);
  sheet.section(t("cover.settings"));
  sheet.keyValues(settings(analysis, context), 1);
  overrides(sheet, analysis, context);
  sheet.section(t("cover.missing"));
  missing(sheet, analysis, context);
  sheet.section(t("cover.readings"));
  for (const id of READINGS) pair(sheet, t(`reading.${id}`), t(`reading.${id}.text`));
  sheet.pageStart();
  sheet.section(t("cover.terms"));
  for (const id of TERMS) pair(sheet, t(`term.${id}`), term(id, context));
  for (const id of KPI_IDS) pair(sheet, t(`kpi.${id}`), t(`kpiNote.${id}`, context.settingHoles));
  sheet.section(t("cover.privacy"));
  sheet.paragraph(t(`cover.privacyText.${analysis.settings.mask}`));
  return sheet.build();
}

function sheetLinks(sheet: SheetBuilder, present: readonly SheetId[], context: ReportContext): void {
  for (const id of present) {
    if (id === "cover") continue;
    sheet.set(sheet.row, 1, `${context.sheetName(id)} ${LINK_ARROW}`, "wordLink");
    sheet.link(sheet.row, 1, { sheet: context.sheetName(id), cell: "A1" });
    sheet.span(sheet.row, 2, 2, context.t(`cover.about.${id as Exclude<SheetId, "cover">}`), "wordWrap");
    sheet.fitHeight(sheet.row, 2, 2, context.t(`cover.about.${id as Exclude<SheetId, "cover">}`));
    sheet.row += 1;
  }
}

/** A term and its meaning over the rest of the line. */
function pair(sheet: SheetBuilder, label: string, text: string): void {
  sheet.set(sheet.row, 1, label, "wordBold");
  sheet.span(sheet.row, 2, 2, text, "wordWrap");
  sheet.fitHeight(sheet.row, 1, 1, label);
  sheet.fitHeight(sheet.row, 2, 2, text);
  sheet.row += 1;
}

function basis(analysis: Analysis, context: ReportContext): readonly KeyValue[] {
  const { t, words } = context;
  const { counts } = analysis.quality;
  const rejected = REJECT_REASONS.reduce((sum, reason) => sum + counts.rejected[reason], 0);
  const day = (value: number) => (value === NO_DAY ? t("report.none") : formatDay(value));
  return [
    { label: t("cover.asOf"), value: formatDay(analysis.asOf), style: "word", note: t("cover.asOfNote") },
    { label: t("cover.now"), value: formatMoment(analysis.now), style: "word", note: t("cover.nowNote") },
    {
      label: t("cover.window"),
      value: t("cover.range", { from: formatDay(analysis.windowStart), to: formatDay(analysis.asOf) }),
      style: "word",
      note: t("cover.windowNote", { days: analysis.settings.windowDays }),
    },
    {
      label: t("cover.dataRange"),
      value: t("cover.range", { from: day(analysis.firstOrderDay), to: day(analysis.lastOrderDay) }),
      style: "word",
      note: t("cover.dataRangeNote"),
    },
    {
      label: t("cover.rows"),
      value: t("cover.rowsValue", { used: words.count(counts.used), raw: words.count(counts.rawRows) }),
      style: "word",
      note: t("cover.rowsNote", {
        before: words.count(counts.beforeWindow),
        rejected: words.count(rejected),
        sheet: context.sheetName("dataQuality"),
      }),
    },
    {
      label: t("cover.customers"),
      value: words.count(analysis.customers.length),
      style: "word",
      note: t("cover.customersNote", {
        onlyOrders: words.count(analysis.quality.onlyInOrders.length),
        onlyCustomers: words.count(analysis.quality.onlyInCustomers.length),
      }),
    },
    {
      label: t("cover.currency"),
      value: analysis.currency || context.money.sign.trim() || t("cover.currencyNone"),
      style: "word",
      note: t("cover.currencyNote"),
    },
    {
      label: t("cover.version"),
      value: `Tenure ${packageFile.version}`,
      style: "word",
      note: t("cover.versionNote", { hash: analysis.settingsHash }),
    },
  ];
}

function settings(analysis: Analysis, context: ReportContext): readonly KeyValue[] {
  const { t, words } = context;
  const { settings: chosen } = analysis;
  const { service } = chosen;
  return [
    {
      label: t("cover.scoring"),
      value: t("cover.scoringValue", { bins: chosen.bins, ...chosen.weights }),
      style: "wordWrap",
      note: t(`cover.ties.${chosen.ties}`),
    },
    {
      label: t("cover.tiers"),
      value: t("cover.tiersValue", {
        top: words.percent(chosen.topShare),
        middle: words.percent(1 - chosen.topShare - chosen.bottomShare),
        bottom: words.percent(chosen.bottomShare),
      }),
      style: "wordWrap",
      note: t("cover.tiersNote"),
    },
    {
      label: t("cover.averageOrder"),
      value: t(`cover.averageOrder.${chosen.averageOrderBasis}`),
      style: "wordWrap",
      note: t("cover.averageOrderNote"),
    },
    {
      label: t("cover.winBack"),
      value: t("cover.winBackValue", { months: chosen.winBackMonths }),
      style: "wordWrap",
      note: t("cover.winBackNote"),
    },
    {
      label: t("cover.service"),
      value: t(`cover.service.${service.calendar}`),
      style: "wordWrap",
      note: t("cover.serviceNote", {
        enquiry: service.enquiryHours,
        complaint: service.complaintHours,
        highValue: service.highValueHours,
        followUp: service.followUpDays,
      }),
    },
    {
      label: t("cover.channel"),
      value: t("cover.channelValue", { limit: words.percent(chosen.channelLimit) }),
      style: "wordWrap",
      note: t("cover.channelNote"),
    },
    {
      label: t("cover.satisfaction"),
      value: t(`cover.satisfaction.${chosen.satisfactionScale}`),
      style: "wordWrap",
      note: t("cover.satisfactionNote"),
    },
    {
      label: t("cover.sample"),
      value: t("cover.sampleValue", { n: chosen.smallSample }),
      style: "wordWrap",
      note: t("cover.sampleNote"),
    },
  ];
}

/** Tiers set by hand that the cover lists one by one; the score list has them all. */
const MOST_OVERRIDES = 30;

/** Who is in another tier than the scores say, who says so, and why; nothing where nobody is. */
function overrides(sheet: SheetBuilder, { customers }: Analysis, context: ReportContext): void {
  const { t, words, tierName } = context;
  const set = customers.filter(({ override }) => override !== null);
  if (set.length === 0) return;
  sheet.section(t("cover.overrides"));
  sheet.paragraph(
    t("cover.overridesNote", {
      count: words.count(set.length),
      sheet: context.sheetName("customerScores"),
    }),
  );
  for (const { id, record, computedTier, override } of set.slice(0, MOST_OVERRIDES)) {
    if (override === null) continue;
    const name = record?.name ?? "";
    const holes = {
      from: computedTier === "" ? t("cover.overrideNoTier") : tierName(computedTier),
      to: tierName(override.tier),
      source: t(`cover.overrideFrom.${override.from}`),
      reason: override.reason,
    };
    pair(
      sheet,
      name === "" || name === id ? id : t("cover.overrideWho", { id, name }),
      t(override.reason === "" ? "cover.overrideNoReason" : "cover.override", holes),
    );
  }
  if (set.length > MOST_OVERRIDES) {
    sheet.paragraph(
      t("cover.overridesMore", { count: words.count(set.length - MOST_OVERRIDES) }),
      "noteWrap",
    );
  }
}

function missing(sheet: SheetBuilder, analysis: Analysis, { t }: ReportContext): void {
  if (analysis.quality.missing.length === 0) {
    sheet.paragraph(t("cover.nothingMissing"));
    return;
  }
  for (const kind of analysis.quality.missing) pair(sheet, t(`input.${kind}`), t(`inputBrings.${kind}`));
}

function term(id: (typeof TERMS)[number], { t, settingHoles }: ReportContext): string {
  return t(`term.${id}.text`, settingHoles);
}
