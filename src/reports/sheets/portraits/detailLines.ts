import type { Analysis, Share, TierPortrait } from "../../../core/analysis";
import type { ReportContext } from "../../context";
import { intervalText } from "../../kit/intervalText";
import { LISTED, type Line } from "./line";
import { byResponse, FEWEST_TOUCHES } from "./response";

/** What a tier buys, is tagged with, needs, complains of, prefers and answers to: the first few of each. */
export function detailLines(analysis: Analysis, context: ReportContext): readonly Line[] {
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
