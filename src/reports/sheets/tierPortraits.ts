import type { Analysis, Share, TierPortrait } from "../../core/analysis";
import type { ReportContext } from "../context";
import type { ChartSpec, SeriesSpec } from "../kit/chartData";
import { chartScale } from "../kit/chartScale";
import { intervalText } from "../kit/intervalText";
import { SheetBuilder } from "../kit/sheetBuilder";
import { PALETTE, TIER_COLORS } from "../model/palette";
import type { StyleId } from "../model/styles";
import type { CellValue, SheetModel } from "../model/workbookModel";

const LABEL_WIDTH = 24;
/** By number of tiers: their width, and how many columns the left of two charts takes. Charts stay above 480 pixels. */
const LAYOUTS: Readonly<Record<number, { readonly width: number; readonly leftChart: number }>> = {
  2: { width: 70, leftChart: 2 },
  3: { width: 44, leftChart: 2 },
  4: { width: 34, leftChart: 3 },
  5: { width: 26, leftChart: 3 },
};
const WIDEST = { columns: 2, width: 70, leftChart: 2 };
const CHART_CATEGORIES = 6;
/** Details and charts share a printed page. */
const CHART_ROWS = 12;
const LISTED = 3;
/** Fewer deliveries than this say nothing about which channel a tier answers to. */
const FEWEST_TOUCHES = 30;

const HEAD_STYLES: Readonly<Record<TierPortrait["tier"], StyleId>> = {
  high: "tierHigh",
  medium: "tierMedium",
  basic: "tierBasic",
  outsideWindow: "tierOutsideWindow",
  noOrder: "tierNoOrder",
};

interface Content {
  readonly value: CellValue;
  readonly style: StyleId;
}

interface Line {
  readonly label: string;
  readonly cell: (portrait: TierPortrait) => Content;
}

/** Each tier in a column: how big, how it buys, what it needs, what hurts, how to reach it. */
export function tierPortraitsSheet(analysis: Analysis, context: ReportContext): SheetModel {
  const { t } = context;
  const { portraits } = analysis;
  const layout = { ...WIDEST, ...LAYOUTS[portraits.length], columns: Math.max(2, portraits.length) };
  const sheet = new SheetBuilder(context, {
    id: "tierPortraits",
    widths: [2, LABEL_WIDTH, ...Array.from({ length: layout.columns }, () => layout.width)],
    tabColor: "accent",
  });
  sheet.title(t("sheet.tierPortraits"));
  if (portraits.every(({ customers }) => customers === 0)) {
    sheet.empty(t("tierPortraits.none"));
    return sheet.build();
  }
  sheet.set(sheet.row, 1, t("tierPortraits.tier"), "header");
  portraits.forEach(({ tier }, index) =>
    sheet.set(sheet.row, 2 + index, context.tierName(tier), HEAD_STYLES[tier]),
  );
  sheet.height(sheet.row, 24);
  sheet.row += 1;
  sheet.freezeAt(sheet.row, 2);

  const texts = {
    need: (item: TierPortrait) => needSentence(item, context),
    pain: (item: TierPortrait) => painSentence(item, analysis, context),
    touch: (item: TierPortrait) => touchSentence(item, context),
  };
  lines(sheet, portraits, [
    sentence(t("tierPortraits.need"), texts.need),
    sentence(t("tierPortraits.pain"), texts.pain),
    sentence(t("tierPortraits.touch"), texts.touch),
  ]);
  sheet.section(t("tierPortraits.size"));
  lines(sheet, portraits, sizeLines(context));
  sheet.section(t("tierPortraits.buying"));
  lines(sheet, portraits, buyingLines(context));
  sheet.pageStart();
  sheet.section(t("tierPortraits.detail"));
  lines(sheet, portraits, detailLines(analysis, context));
  sheet.paragraph(
    context.words.sentences([t("tierPortraits.smallNote"), t("tierPortraits.responseNote")]),
    "noteWrap",
  );
  charts(sheet, analysis, layout, context);
  return sheet.build();
}

function lines(sheet: SheetBuilder, portraits: readonly TierPortrait[], items: readonly Line[]): void {
  for (const { label, cell } of items) {
    sheet.set(sheet.row, 1, label, "wordBold");
    portraits.forEach((portrait, index) => {
      const { value, style } = cell(portrait);
      sheet.set(sheet.row, 2 + index, value, style);
      if (typeof value === "string") sheet.fitHeight(sheet.row, 2 + index, 1, value);
    });
    sheet.fitHeight(sheet.row, 1, 1, label);
    sheet.row += 1;
  }
}

const sentence = (label: string, text: (portrait: TierPortrait) => string): Line => ({
  label,
  cell: (portrait) => ({ value: text(portrait), style: "wordWrap" }),
});

/** A figure, or the word that there is none. */
function figure(value: number | null, style: StyleId, { t }: ReportContext): Content {
  return value === null ? { value: t("report.none"), style: "wordRight" } : { value, style };
}

function sizeLines(context: ReportContext): readonly Line[] {
  const { t } = context;
  return [
    {
      label: t("tierPortraits.customers"),
      cell: ({ customers, smallSample }) =>
        smallSample && customers > 0
          ? { value: `${context.smallSampleText}  ${context.words.count(customers)}`, style: "wordRight" }
          : { value: customers, style: "integer" },
    },
    {
      label: t("tierPortraits.customerShare"),
      cell: ({ customerShare }) => figure(customerShare, "percent", context),
    },
    { label: t("tierPortraits.net"), cell: ({ net }) => ({ value: net, style: "money" }) },
    { label: t("tierPortraits.netShare"), cell: ({ netShare }) => figure(netShare, "percent", context) },
  ];
}

function buyingLines(context: ReportContext): readonly Line[] {
  const { t, words } = context;
  return [
    { label: t("tierPortraits.orders"), cell: ({ orders }) => ({ value: orders, style: "integer" }) },
    {
      label: t("tierPortraits.netPerCustomer"),
      cell: ({ netPerCustomer }) => figure(netPerCustomer, "money", context),
    },
    {
      label: t("tierPortraits.netPerOrder"),
      cell: ({ netPerOrder }) => figure(netPerOrder, "money", context),
    },
    {
      label: t("tierPortraits.interval"),
      cell: ({ medianIntervalDays }) => figure(medianIntervalDays, "decimal1", context),
    },
    {
      label: t("tierPortraits.recency"),
      cell: ({ medianDaysSinceLastOrder }) => figure(medianDaysSinceLastOrder, "decimal1", context),
    },
    {
      label: t("tierPortraits.repeatRate"),
      cell: ({ repeatRate, smallSample, customers }) =>
        repeatRate !== null && smallSample
          ? { value: outOf(Math.round(repeatRate * customers), customers, context), style: "wordRight" }
          : figure(repeatRate, "percent", context),
    },
    {
      label: t("tierPortraits.satisfaction"),
      cell: ({ satisfaction }) =>
        satisfaction.mean === null
          ? { value: t("report.none"), style: "wordRight" }
          : {
              value: t("tierPortraits.satisfactionValue", {
                mean: words.decimal(satisfaction.mean, 1),
                n: words.count(satisfaction.n),
              }),
              style: "wordRight",
            },
    },
    {
      label: t("tierPortraits.risk"),
      cell: ({ risk, smallSample }) => figure(smallSample ? null : (risk?.mean ?? null), "percent", context),
    },
    {
      label: t("tierPortraits.highRisk"),
      cell: ({ risk, smallSample }) =>
        risk === null
          ? figure(null, "percent", context)
          : smallSample
            ? { value: outOf(risk.high, risk.customers, context), style: "wordRight" }
            : figure(risk.high / risk.customers, "percent", context),
    },
    { label: t("tierPortraits.clv"), cell: ({ clv }) => figure(clv?.mean ?? null, "money", context) },
    { label: t("tierPortraits.clvShare"), cell: ({ clv }) => figure(clv?.share ?? null, "percent", context) },
  ];
}

const outOf = (part: number, whole: number, { t, words }: ReportContext) =>
  t("tierPortraits.outOf", { part: words.count(part), whole: words.count(whole) });

function detailLines(analysis: Analysis, context: ReportContext): readonly Line[] {
  const { t, words } = context;
  const list = (
    label: string,
    text: (portrait: TierPortrait) => readonly string[],
    missing: string,
  ): Line => ({
    label,
    cell: (portrait) => {
      const items = text(portrait);
      return items.length === 0
        ? { value: missing, style: "wordGreyWrap" }
        : { value: items.join("\n"), style: "textWrap" };
    },
  });
  const shares = (
    items: readonly Share[],
    { customers, smallSample }: TierPortrait,
    key: "tierPortraits.item" | "tierPortraits.itemShare",
  ) =>
    items.slice(0, LISTED).map(({ id, count }) =>
      t(smallSample ? "tierPortraits.item" : key, {
        name: words.tag(id),
        count: words.count(count),
        share: customers === 0 ? "" : words.percent(count / customers),
      }),
    );
  const none = (kind: "orders" | "customers" | "tickets" | "touches") =>
    analysis.quality.missing.includes(kind)
      ? t("report.sheetMissing", { sheet: t(`input.${kind}`) })
      : t("report.none");
  const anyCategory = analysis.portraits.some(({ topCategories }) => topCategories.length > 0);
  return [
    list(
      t("tierPortraits.categories"),
      ({ topCategories, net, smallSample }) =>
        topCategories.slice(0, LISTED).map((item) =>
          t(smallSample || net <= 0 ? "tierPortraits.categoryAmount" : "tierPortraits.categoryShare", {
            name: item.id,
            net: words.money(item.net),
            share: net <= 0 ? "" : words.percent(item.net / net),
          }),
        ),
      anyCategory ? t("report.none") : t("tierPortraits.noCategories"),
    ),
    list(
      t("tierPortraits.tags"),
      (item) => shares(item.topTags, item, "tierPortraits.itemShare"),
      none("customers"),
    ),
    list(
      t("tierPortraits.needsCommon"),
      ({ needs, smallSample }) =>
        (needs?.common ?? []).slice(0, LISTED).map(({ need, customers, share }) =>
          t(smallSample ? "tierPortraits.item" : "tierPortraits.itemShare", {
            name: need,
            count: words.count(customers),
            share: words.percent(share),
          }),
        ),
      none("customers"),
    ),
    list(
      t("tierPortraits.needsRare"),
      ({ needs }) =>
        (needs?.rare ?? [])
          .slice(0, LISTED)
          .map(({ need, customers }) =>
            t("tierPortraits.item", { name: need, count: words.count(customers) }),
          ),
      none("customers"),
    ),
    list(
      t("tierPortraits.reasons"),
      (item) => shares(item.topComplaintReasons, item, "tierPortraits.item"),
      none("tickets"),
    ),
    list(
      t("tierPortraits.preferences"),
      (item) => shares(item.contactPreferences, item, "tierPortraits.itemShare"),
      none("customers"),
    ),
    list(
      t("tierPortraits.response"),
      ({ channelResponse, smallSample }) =>
        byResponse(channelResponse)
          .slice(0, LISTED)
          .map(({ channel, delivered, responded, interval }) =>
            t(
              delivered < FEWEST_TOUCHES
                ? "tierPortraits.responseFew"
                : smallSample
                  ? "tierPortraits.responseCount"
                  : "tierPortraits.responseRate",
              {
                channel,
                responded: words.count(responded),
                delivered: words.count(delivered),
                rate: delivered === 0 ? "" : words.percent(responded / delivered),
                interval: intervalText(interval, context),
              },
            ),
          ),
      none("touches"),
    ),
  ];
}

function needSentence(portrait: TierPortrait, { t, words }: ReportContext): string {
  if (portrait.customers === 0) return t("tierPortraits.nobody");
  const categories = portrait.topCategories.slice(0, 2).map(({ id }) => id);
  const tag = portrait.topTags[0];
  return (
    words.sentences([
      categories.length > 0 ? t("tierPortraits.needCategories", { categories: words.list(categories) }) : "",
      tag ? t("tierPortraits.needTag", { tag: words.tag(tag.id), count: words.count(tag.count) }) : "",
    ]) || t("tierPortraits.needUnknown")
  );
}

function painSentence(portrait: TierPortrait, analysis: Analysis, { t, words }: ReportContext): string {
  if (portrait.customers === 0) return t("tierPortraits.nobody");
  const [reason] = portrait.topComplaintReasons;
  const { mean, n, low } = portrait.satisfaction;
  const ticketsMissing = analysis.quality.missing.includes("tickets");
  return (
    words.sentences([
      reason
        ? t("tierPortraits.painReason", { reason: reason.id, count: words.count(reason.count) })
        : ticketsMissing
          ? ""
          : t("tierPortraits.painNone"),
      mean === null
        ? ""
        : t("tierPortraits.painSatisfaction", { mean: words.decimal(mean, 1), n: words.count(n) }),
      low > 0 ? t("tierPortraits.painLow", { low: words.count(low) }) : "",
    ]) || t("tierPortraits.painUnknown")
  );
}

/** Best response first; channels with too few deliveries to tell come last. */
function byResponse(channels: TierPortrait["channelResponse"]): TierPortrait["channelResponse"] {
  const enough = ({ delivered }: { readonly delivered: number }) => (delivered >= FEWEST_TOUCHES ? 1 : 0);
  const rate = (item: { readonly delivered: number; readonly responded: number }) =>
    item.delivered === 0 ? 0 : item.responded / item.delivered;
  return [...channels].sort((a, b) => enough(b) - enough(a) || rate(b) - rate(a));
}

/** What the plan claims of the tier's channel beside the tier's own touches; nothing where there are too few. */
function claimSentence({ tier, channelClaim }: TierPortrait, t: ReportContext["t"]): string {
  if (channelClaim === null || channelClaim.verdict === "tooFew" || (tier !== "high" && tier !== "basic"))
    return "";
  return t(`channelClaim.${channelClaim.verdict}`, { claim: t(`channelClaim.of.${tier}`) });
}

/** Own response rates where there are enough; else what the customers say they prefer; else the plan's rule. */
function touchSentence(portrait: TierPortrait, { t, words }: ReportContext): string {
  if (portrait.customers === 0) return t("tierPortraits.nobody");
  const [preference] = portrait.contactPreferences;
  const best = byResponse(portrait.channelResponse).find(({ delivered }) => delivered >= FEWEST_TOUCHES);
  return words.sentences([
    preference
      ? t("tierPortraits.touchPreference", { channel: preference.id, count: words.count(preference.count) })
      : "",
    best
      ? t("tierPortraits.touchBest", {
          channel: best.channel,
          rate: words.percent(best.responded / best.delivered),
          delivered: words.count(best.delivered),
        })
      : t("tierPortraits.touchPlan", { plan: t(`tierPortraits.plan.${portrait.tier}`) }),
    claimSentence(portrait, t),
  ]);
}

function charts(
  sheet: SheetBuilder,
  analysis: Analysis,
  { columns, leftChart }: { readonly columns: number; readonly leftChart: number },
  context: ReportContext,
): void {
  const { t } = context;
  const bought = analysis.portraits.filter(({ topCategories }) => topCategories.length > 0);
  const valued = analysis.portraits.filter(({ netPerCustomer }) => netPerCustomer !== null);
  if (valued.length === 0) return;
  sheet.pageStart();
  sheet.section(t("tierPortraits.charts"));
  const value = { spec: valueChart(valued, context) };
  if (bought.length === 0) {
    sheet.chartRow([{ ...value, column: 1, columns: leftChart }], CHART_ROWS);
    sheet.note(t("tierPortraits.noCategories"));
    return;
  }
  sheet.chartRow(
    [
      { spec: categoryChart(bought, context), column: 1, columns: leftChart },
      { ...value, column: 1 + leftChart, columns: columns + 1 - leftChart },
    ],
    CHART_ROWS,
  );
}

/** Amounts, not shares: a share of a tier of four says nothing. */
function categoryChart(portraits: readonly TierPortrait[], context: ReportContext): ChartSpec {
  const { t } = context;
  const totals = new Map<string, number>();
  for (const { topCategories } of portraits)
    for (const { id, net } of topCategories) totals.set(id, (totals.get(id) ?? 0) + net);
  const categories = [...totals]
    .sort((a, b) => b[1] - a[1])
    .slice(0, CHART_CATEGORIES)
    .map(([id]) => id);
  const nets = portraits.map(({ topCategories }) => new Map(topCategories.map(({ id, net }) => [id, net])));
  const scale = chartScale(
    nets.flatMap((net) => [...net.values()]),
    context,
  );
  return {
    kind: "column",
    title: t("tierPortraits.chart.categories", { unit: scale.unit }),
    altText: t("tierPortraits.chart.categoriesAlt"),
    categoryHeader: t("tierPortraits.chart.category"),
    categories,
    series: portraits.map(({ tier }, index): SeriesSpec => {
      return {
        name: context.tierName(tier),
        values: categories.map((category) => (nets[index]?.get(category) ?? 0) / scale.divisor),
        style: scale.style,
        color: TIER_COLORS[tier],
      };
    }),
    categoryAxis: { title: null, numberFormat: null },
    valueAxis: { title: null, numberFormat: scale.numberFormat, min: 0, max: null },
    secondaryAxis: null,
    legend: "bottom",
  };
}

function valueChart(portraits: readonly TierPortrait[], context: ReportContext): ChartSpec {
  const { t } = context;
  const scale = chartScale(
    portraits.map(({ netPerCustomer }) => netPerCustomer ?? 0),
    context,
  );
  return {
    kind: "column",
    title: t("tierPortraits.chart.value", { unit: scale.unit }),
    altText: t("tierPortraits.chart.valueAlt"),
    categoryHeader: t("tierPortraits.tier"),
    categories: portraits.map(({ tier }) => context.tierName(tier)),
    series: [
      {
        name: t("tierPortraits.netPerCustomer"),
        values: portraits.map(({ netPerCustomer }) => (netPerCustomer ?? 0) / scale.divisor),
        style: scale.style,
        color: PALETTE.accent,
        labels: true,
      },
    ],
    categoryAxis: { title: null, numberFormat: null },
    valueAxis: { title: null, numberFormat: scale.numberFormat, min: 0, max: null },
    secondaryAxis: null,
    legend: "none",
  };
}
