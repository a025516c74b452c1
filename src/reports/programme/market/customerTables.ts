import type { Analysis } from "../../../core/analysis";
import type { ChannelValue } from "../../../core/channels";
import type { ReportContext } from "../../context";
import { chartScale } from "../../kit/chartScale";
import { intervalText } from "../../kit/intervalText";
import { monthLabels } from "../../kit/monthLabels";
import type { SheetBuilder } from "../../kit/sheetBuilder";
import { PALETTE } from "../../model/palette";
import { customersColumn, nameColumn, rateColumns } from "./columns";

type Market = Analysis["programme"]["market"];

const CHART_COLUMNS = 5;
/** Lines that can be told apart in one chart. */
const LINES = [
  { color: PALETTE.accent, look: "solid" },
  { color: PALETTE.grey, look: "solid" },
  { color: PALETTE.accentLight, look: "solid" },
  { color: PALETTE.greyMid, look: "dashed" },
] as const;

/** What the customers of each channel are worth against what they cost. */
export function channelValueTable(
  sheet: SheetBuilder,
  analysis: Analysis,
  width: number,
  context: ReportContext,
): void {
  const { t } = context;
  const { channels } = analysis.programme.market;
  sheet.section(t("market.channels"), width);
  if (channels === null || channels.length === 0) {
    sheet.empty(t("market.channelsEmpty"), width);
    return;
  }
  sheet.table<ChannelValue>({
    name: "ChannelValues",
    filter: false,
    rows: channels,
    empty: t("market.channelsEmpty"),
    columns: [
      { header: t("field.channel"), style: "text", value: ({ result }) => result.channel },
      { header: t("channels.cac"), style: "money", value: ({ result }) => result.cac },
      { header: t("channels.maxCac"), style: "money", value: ({ result }) => result.maxCac },
      { header: t("market.headroom"), style: "gapMoney", value: ({ headroom }) => headroom },
      customersColumn(context),
      {
        header: t("market.clv", { months: analysis.settings.prediction.months }),
        style: "money",
        value: ({ clv }) => clv,
      },
      { header: t("market.payback"), style: "decimal1", value: ({ paybackMonths }) => paybackMonths },
    ],
  });
  sheet.paragraph(t("market.channelsNote"), "noteWrap", width);
}

/** New customers beside those the shop had: spend on them, revenue of them, what they say. */
export function mixTable(
  sheet: SheetBuilder,
  analysis: Analysis,
  width: number,
  context: ReportContext,
): void {
  const { t, words } = context;
  const { mix, spend, contracts } = analysis.programme.market;
  sheet.section(t("market.mix"), width);
  sheet.table<Market["mix"][number]>({
    name: "CustomerMix",
    filter: false,
    rows: mix.some(({ customers }) => customers > 0) ? mix : [],
    empty: t("market.mixEmpty"),
    columns: [
      { header: t("market.group"), style: "word", value: ({ group }) => t(`market.group.${group}`) },
      customersColumn(context),
      { header: t("market.net"), style: "money", value: ({ net }) => net },
      { header: t("market.netShare"), style: "percent", value: ({ netShare }) => netShare },
      { header: t("market.orders"), style: "integer", value: ({ orders }) => orders },
      { header: t("market.satisfaction"), style: "decimal1", value: ({ satisfaction }) => satisfaction },
      { header: t("market.answers"), style: "integer", value: ({ answers }) => answers },
      {
        header: t("market.spend"),
        style: "money",
        value: ({ group }) =>
          group === "new" ? spend.newCustomers : group === "existing" ? spend.existing : null,
      },
    ],
  });
  sheet.paragraph(
    words.sentences([
      t("market.mixNote"),
      contracts === null || contracts.rate === null
        ? ""
        : t("market.contracts", {
            ended: contracts.ended,
            running: contracts.running,
            rate: words.percent(contracts.rate),
            range: intervalText(contracts.interval, context),
          }),
    ]),
    "noteWrap",
    width,
  );
}

/** Repeat rate by how often a customer bought at a discount. */
export function discountTable(
  sheet: SheetBuilder,
  analysis: Analysis,
  width: number,
  context: ReportContext,
): void {
  const { t, words } = context;
  const { discounts } = analysis.programme.market;
  sheet.section(t("market.discounts"), width);
  if (discounts === null) {
    sheet.empty(t("market.discountsEmpty"), width);
    return;
  }
  sheet.table<(typeof discounts)[number]>({
    name: "DiscountEffect",
    filter: false,
    rows: discounts,
    empty: t("market.discountsEmpty"),
    columns: [
      {
        header: t("market.discountClass"),
        style: "word",
        value: ({ from, to }) =>
          to === 0
            ? t("market.discountNone")
            : to === 1
              ? t("market.discountMore", { from: words.percent(from) })
              : t("market.discountUpTo", { to: words.percent(to) }),
      },
      customersColumn(context),
      { header: t("market.repeated"), style: "integer", value: ({ repeated }) => repeated },
      ...rateColumns(t("market.repeatRate"), context),
    ],
  });
  sheet.paragraph(t("market.discountsNote"), "noteWrap", width);
}

/** Net spend of companies by industry, over the months. */
export function industryTable(
  sheet: SheetBuilder,
  analysis: Analysis,
  width: number,
  context: ReportContext,
): void {
  const { t } = context;
  const { industries } = analysis.programme.market;
  sheet.section(t("market.industries"), width);
  if (industries === null || industries.lines.length === 0) {
    sheet.empty(t("market.industriesEmpty"), width);
    return;
  }
  const nameOf = (industry: string) => (industry === "" ? t("report.unknown") : industry);
  const shown = industries.lines.slice(0, LINES.length);
  const scale = chartScale(
    shown.flatMap(({ net }) => net),
    context,
  );
  sheet.gap(6);
  sheet.chartRow(
    [
      {
        column: 1,
        columns: CHART_COLUMNS,
        spec: {
          kind: "line",
          title: t("market.industriesChart", { unit: scale.unit }),
          altText: t("market.industriesChart", { unit: scale.unit }),
          categoryHeader: t("market.month"),
          categories: monthLabels(
            industries.months.map((month) => ({ month })),
            context,
          ),
          series: shown.map(({ industry, net }, place) => ({
            name: nameOf(industry),
            values: net.map((amount) => amount / scale.divisor),
            style: scale.style,
            ...(LINES[place] ?? LINES[0]),
          })),
          categoryAxis: { title: null, numberFormat: null },
          valueAxis: { title: null, numberFormat: scale.numberFormat, min: 0, max: null },
          secondaryAxis: null,
          legend: "bottom",
        },
      },
    ],
    14,
  );
  sheet.gap(6);
  sheet.table<(typeof industries.lines)[number]>({
    name: "Industries",
    filter: false,
    rows: industries.lines,
    empty: t("market.industriesEmpty"),
    columns: [
      nameColumn(t("market.industry"), ({ industry }) => industry, t("report.unknown")),
      customersColumn(context),
      { header: t("market.net"), style: "money", value: ({ total }) => total },
      { header: t("market.change"), style: "gapPercent", value: ({ change }) => change },
    ],
  });
  sheet.paragraph(t("market.industriesNote", { months: industries.months.length }), "noteWrap", width);
}
