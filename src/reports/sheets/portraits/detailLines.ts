import type { Analysis, Share, TierPortrait } from "../../../core/analysis";
import type { ReportContext } from "../../context";
import { intervalText } from "../../kit/intervalText";
import { LISTED, listLine, type Line } from "./line";
import { onlineLines } from "./onlineLines";
import { byResponse, FEWEST_TOUCHES } from "./response";

/** What a tier buys, is tagged with, needs, complains of, prefers and answers to: the first few of each. */
export function detailLines(analysis: Analysis, context: ReportContext): readonly Line[] {
  const { t, words } = context;
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
    listLine(
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
    listLine(
      t("tierPortraits.tags"),
      (item) => shares(item.topTags, item, "tierPortraits.itemShare"),
      none("customers"),
    ),
    listLine(
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
    listLine(
      t("tierPortraits.needsRare"),
      ({ needs }) =>
        (needs?.rare ?? [])
          .slice(0, LISTED)
          .map(({ need, customers }) =>
            t("tierPortraits.item", { name: need, count: words.count(customers) }),
          ),
      none("customers"),
    ),
    ...onlineLines(analysis, context),
    listLine(
      t("tierPortraits.reasons"),
      (item) => shares(item.topComplaintReasons, item, "tierPortraits.item"),
      none("tickets"),
    ),
    listLine(
      t("tierPortraits.preferences"),
      (item) => shares(item.contactPreferences, item, "tierPortraits.itemShare"),
      none("customers"),
    ),
    listLine(
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
