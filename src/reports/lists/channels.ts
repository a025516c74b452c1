import type { Analysis } from "../../core/analysis";
import type { ChannelResult, ChannelVerdict } from "../../core/channels";
import type { ReportContext } from "../context";
import { chartScale } from "../kit/chartScale";
import { SheetBuilder } from "../kit/sheetBuilder";
import { textWidth } from "../kit/textWidth";
import { PALETTE } from "../model/palette";
import type { StyleId } from "../model/styles";
import type { SheetModel } from "../model/workbookModel";

const VERDICTS: Readonly<Record<ChannelVerdict, { readonly sign: string; readonly style: StyleId }>> = {
  prefer: { sign: "▲", style: "statusGood" },
  notMet: { sign: "▼", style: "statusBad" },
  spendNoNew: { sign: "▼", style: "statusBad" },
  costMissing: { sign: "–", style: "statusNeutral" },
};

const VERDICT_IDS = Object.keys(VERDICTS) as readonly ChannelVerdict[];
/** How much wider bold type runs. */
const BOLD = 1.1;

function verdictText(verdict: ChannelVerdict, { t }: ReportContext): string {
  return `${t(`channelVerdict.${verdict}`)} ${VERDICTS[verdict].sign}`;
}

/** Where new customers come from, what each costs, and which channels stay within the limit. */
export function channelsSheet(analysis: Analysis, context: ReportContext): SheetModel {
  const { t, words } = context;
  const table = analysis.channels;
  const verdictWidth =
    Math.max(...VERDICT_IDS.map((verdict) => textWidth(verdictText(verdict, context)))) * BOLD + 3;
  const sheet = new SheetBuilder(context, {
    id: "channels",
    widths: [2, 20, verdictWidth, ...Array.from({ length: 9 }, () => 14)],
  });
  sheet.title(t("sheet.channels"));
  if (table === null) {
    sheet.empty(t("channels.empty"), 11);
    return sheet.build();
  }
  const preferred = table.channels.filter(({ verdict }) => verdict === "prefer");
  const notMet = table.channels.filter(({ verdict }) => verdict === "notMet" || verdict === "spendNoNew");
  sheet.paragraph(
    t(preferred.length > 0 ? "channels.finding" : "channels.findingNone", {
      limit: words.percent(table.limit),
      preferred: words.list(preferred.map(({ channel }) => channel)),
      notMet: words.count(notMet.length),
      channels: words.count(table.channels.length),
    }),
    "finding",
    11,
  );
  sheet.gap(8);
  const missingCost = table.newCustomers - table.costedNewCustomers;
  sheet.cards(
    [
      {
        label: t("channels.blendedCac"),
        value: table.blendedCac ?? "–",
        style: table.blendedCac === null ? "cardText" : "cardMoney",
        note:
          missingCost > 0
            ? t("channels.costedOnly", { missing: words.count(missingCost) })
            : t("channels.allCosted"),
      },
      { label: t("channels.spend"), value: table.spend, style: "cardMoney", note: t("channels.spendNote") },
      {
        label: t("channels.newCustomers"),
        value: table.newCustomers,
        style: "cardInteger",
        note: t("channels.newNote"),
      },
      {
        label: t("channels.referralShare"),
        value: table.referralShareOfNew ?? "–",
        style: table.referralShareOfNew === null ? "cardText" : "cardPercent",
        note: t("channels.referralNote"),
      },
    ],
    { columns: 2, perRow: 4 },
  );
  sheet.section(t("channels.table"), 11);
  const byVerdict = [...table.channels].sort(
    (a, b) =>
      VERDICT_IDS.indexOf(a.verdict) - VERDICT_IDS.indexOf(b.verdict) || (a.ratio ?? 9e9) - (b.ratio ?? 9e9),
  );
  sheet.table<ChannelResult>({
    name: "Channels",
    filter: false,
    rows: byVerdict,
    empty: t("channels.empty"),
    columns: [
      { header: t("field.channel"), style: "text", value: ({ channel }) => channel },
      {
        header: t("channels.verdict"),
        style: "statusNeutral",
        value: ({ verdict }) => verdictText(verdict, context),
        styleOf: ({ verdict }) => VERDICTS[verdict].style,
      },
      { header: t("channels.cac"), style: "money", value: ({ cac }) => cac },
      { header: t("channels.maxCac"), style: "money", value: ({ maxCac }) => maxCac },
      { header: t("channels.ratio"), style: "percent", value: ({ ratio }) => ratio },
      { header: t("channels.orderValue"), style: "money", value: ({ orderValue }) => orderValue },
      { header: t("channels.spendColumn"), style: "money", value: ({ spend }) => spend },
      { header: t("field.leads"), style: "integer", value: ({ leads }) => leads },
      { header: t("field.newCustomers"), style: "integer", value: ({ newCustomers }) => newCustomers },
      { header: t("channels.conversion"), style: "percent", value: ({ conversion }) => conversion },
      { header: t("field.newCustomerRevenue"), style: "money", value: ({ revenue }) => revenue },
    ],
  });
  sheet.note(t("channels.definition", { limit: words.percent(table.limit) }));
  sheet.gap(10);
  const charted = table.channels
    .filter(({ cac }) => cac !== null)
    .sort((a, b) => (b.cac ?? 0) - (a.cac ?? 0));
  const scale = chartScale(
    charted.flatMap(({ cac, maxCac }) => [cac ?? 0, maxCac ?? 0]),
    context,
  );
  const inUnit = (amount: number | null) => (amount === null ? null : amount / scale.divisor);
  if (charted.length > 0)
    sheet.chartRow(
      [
        {
          column: 1,
          columns: 6,
          spec: {
            kind: "bar",
            title: t("channels.chartTitle", { unit: scale.unit }),
            altText: t("channels.chartTitle", { unit: scale.unit }),
            categoryHeader: t("field.channel"),
            categories: charted.map(({ channel }) => channel),
            series: [
              {
                name: t("channels.cac"),
                values: charted.map(({ cac }) => inUnit(cac)),
                style: "money",
                color: PALETTE.accent,
                labels: true,
              },
              {
                name: t("channels.maxCac"),
                values: charted.map(({ maxCac }) => inUnit(maxCac)),
                style: "money",
                color: PALETTE.greyMid,
                look: "outline",
                labels: true,
              },
            ],
            categoryAxis: { title: null, numberFormat: null, reversed: true },
            valueAxis: { title: null, numberFormat: scale.numberFormat, min: 0, max: null },
            secondaryAxis: null,
            legend: "bottom",
          },
        },
      ],
      Math.max(15, charted.length * 3),
    );
  return sheet.build();
}
