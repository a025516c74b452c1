import type { CustomerLens } from "../../../app/services";
import type { useInsightWords } from "../../words/useInsightWords";

export interface LensLine {
  readonly label: string;
  readonly value: string;
}

type Words = Pick<ReturnType<typeof useInsightWords>, "t" | "format">;

/** Figures of a customer that stand nowhere else on the card, as label and text; what is not known shows a dash, what nobody wrote down is left out. */
export function lensLines(lens: CustomerLens, currency: string, { t, format }: Words): readonly LensLine[] {
  const none = t("lens.none");
  const count = (value: number | null) => (value === null ? none : format.count(value));
  const money = (value: number) => format.money(value, currency);
  const said = (label: string, text: string): readonly LensLine[] =>
    text === "" ? [] : [{ label, value: text }];
  const { value } = lens;
  return [
    { label: t("lens.days"), value: count(lens.daysSinceLastOrder) },
    { label: t("lens.orders"), value: count(lens.orders) },
    { label: t("lens.net"), value: money(lens.netSpend) },
    {
      label: t("lens.scores"),
      value: lens.score === null ? none : [lens.r, lens.f, lens.m].map(String).join(" · "),
    },
    {
      label: t("lens.rank"),
      value:
        lens.rank === null
          ? none
          : t("lens.rankOf", { rank: format.count(lens.rank), of: format.count(lens.of) }),
    },
    { label: t("lens.allOrders"), value: count(lens.totalOrders) },
    { label: t("lens.allNet"), value: money(lens.totalNet) },
    {
      label: t("lens.interval"),
      value: lens.intervalDays === null ? none : format.figure(lens.intervalDays, 1),
    },
    ...(value === null
      ? []
      : [
          {
            label: t("lens.clv"),
            value: t("lens.clvLine", {
              clv: money(value.clv),
              low: money(value.low),
              high: money(value.high),
            }),
          },
        ]),
    ...(lens.satisfaction === null
      ? []
      : [{ label: t("lens.satisfaction"), value: format.figure(lens.satisfaction, 1) }]),
    ...said(t("lens.segment"), lens.segment),
    ...said(t("lens.tag"), lens.tag),
    ...said(t("lens.owner"), lens.owner),
    ...said(t("lens.phone"), lens.phone),
    ...said(t("lens.email"), lens.email),
  ];
}
