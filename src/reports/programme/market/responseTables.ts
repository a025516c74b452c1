import type { Analysis } from "../../../core/analysis";
import { FEWEST_DELIVERIES, type ResponseReview } from "../../../core/touch";
import type { ReportContext } from "../../context";
import { monthLabels } from "../../kit/monthLabels";
import type { SheetBuilder } from "../../kit/sheetBuilder";
import { PALETTE } from "../../model/palette";
import { nameColumn, rateColumns } from "./columns";

/** Half the sheet, for a chart beside nothing else. */
const CHART_COLUMNS = 5;
const CHANNELS_CROSSED = 6;

/** Response over time, by channel with its share of all touches, and by tier and channel. */
export function responseTables(
  sheet: SheetBuilder,
  analysis: Analysis,
  width: number,
  context: ReportContext,
): void {
  const { t } = context;
  const { response } = analysis.programme.market;
  sheet.section(t("market.response"), width);
  if (response === null || response.touches.delivered === 0) {
    sheet.empty(t("market.responseEmpty"), width);
    return;
  }
  sheet.gap(6);
  sheet.chartRow(
    [
      {
        column: 1,
        columns: CHART_COLUMNS,
        spec: {
          kind: "line",
          title: t("market.responseChart"),
          altText: t("market.responseChart"),
          categoryHeader: t("market.month"),
          categories: monthLabels(response.months, context),
          series: [
            {
              name: t("market.rate"),
              values: response.months.map(({ rate }) => rate),
              style: "percent",
              color: PALETTE.accent,
            },
          ],
          categoryAxis: { title: null, numberFormat: null },
          valueAxis: { title: null, numberFormat: "0%", min: 0, max: null },
          secondaryAxis: null,
          legend: "none",
        },
      },
    ],
    13,
  );
  sheet.gap(6);
  channelTable(sheet, response, context);
  tierTable(sheet, response, width, context);
}

/** A channel, or all of them: those have no share or cost of their own. */
type Line = Omit<ResponseReview["channels"][number], "made" | "share"> & {
  readonly made: number | null;
  readonly share: number | null;
};

function channelTable(sheet: SheetBuilder, response: ResponseReview, context: ReportContext): void {
  const { t } = context;
  const made = response.channels.reduce((sum, channel) => sum + channel.made, 0);
  const total = (name: string, rate: ResponseReview["touches"]) => ({
    channel: name,
    made: null,
    share: null,
    cost: null,
    ...rate,
  });
  sheet.table<Line>({
    name: "ResponseByChannel",
    filter: false,
    empty: t("market.responseEmpty"),
    rows: [
      ...response.channels,
      { ...total(t("market.perTouch"), response.touches), made, share: 1 },
      total(t("market.perCustomer"), response.customers),
    ],
    columns: [
      nameColumn(t("field.channel"), ({ channel }) => channel, t("report.unknown")),
      { header: t("market.made"), style: "integer", value: (row) => row.made },
      { header: t("market.share"), style: "percent", value: ({ share }) => share },
      { header: t("market.delivered"), style: "integer", value: ({ delivered }) => delivered },
      { header: t("market.responded"), style: "integer", value: ({ responded }) => responded },
      ...rateColumns<Line>(t("market.rate"), context),
      { header: t("market.cost"), style: "money", value: ({ cost }) => cost },
    ],
  });
}

/** The brief's claim on tiers and channels, tested on own touches. */
function tierTable(
  sheet: SheetBuilder,
  response: ResponseReview,
  width: number,
  context: ReportContext,
): void {
  const { t, words, tierName } = context;
  const crossed = response.channels.slice(0, CHANNELS_CROSSED);
  if (response.tiers.length === 0) return;
  sheet.section(t("market.tierResponse"), width);
  const nameOf = (channel: string) => (channel === "" ? t("report.unknown") : channel);
  sheet.table<ResponseReview["tiers"][number]>({
    name: "ResponseByTier",
    filter: false,
    rows: response.tiers,
    empty: t("market.tooFew"),
    columns: [
      { header: t("market.tier"), style: "word", value: ({ tier }) => tierName(tier) },
      {
        header: t("market.best"),
        style: "word",
        value: ({ best }) =>
          best === null ? t("market.tooFew") : nameOf(response.channels[best]?.channel ?? ""),
      },
      ...crossed.map(({ channel }, place) => ({
        header: nameOf(channel),
        style: "wordRight" as const,
        value: ({ channels }: ResponseReview["tiers"][number]) => {
          const cell = channels[place];
          return cell === undefined || cell.rate === null
            ? t("report.none")
            : t("market.outOf", { part: words.percent(cell.rate), whole: words.count(cell.delivered) });
        },
      })),
    ],
  });
  sheet.paragraph(t("market.tierClaim", { fewest: FEWEST_DELIVERIES }), "noteWrap", width);
}
