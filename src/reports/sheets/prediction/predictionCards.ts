import type { Predictions } from "../../../core/analysis";
import type { ReportContext } from "../../context";
import type { Card } from "../../kit/sheetBuilder";

/** What is expected, what may be lost, and how good predictions were, a figure each. */
export function predictionCards(
  predictions: Predictions,
  { t, words, smallSampleText }: ReportContext,
): readonly Card[] {
  const { forecast, horizonDays, risk, value, backtest, months } = predictions;
  const none = { value: t("report.none"), style: "cardText" } as const;
  const total = forecast?.lines.find((one) => one.tier === null && one.horizonDays === horizonDays);
  const known = risk.filter((p) => !Number.isNaN(p));
  const leaving = known.reduce((sum, p) => sum + p, 0);
  const ours = backtest.methods.find(({ method }) => method === "ours");
  const [latest] = backtest.cuts;
  const unsure = backtest.verdict === "tooLittleData";
  return [
    {
      label: t("prediction.card.revenue", { days: horizonDays }),
      ...(total === undefined ? none : { value: total.expectedRevenue, style: "cardMoney" }),
      note: t("prediction.card.interval", {
        low: total === undefined ? t("report.none") : words.money(total.low),
        high: total === undefined ? t("report.none") : words.money(total.high),
      }),
    },
    {
      label: t("prediction.card.orders", { days: horizonDays }),
      ...(total === undefined ? none : { value: total.expectedOrders, style: "cardInteger" }),
      note: t("prediction.card.customers", { customers: words.count(known.length) }),
    },
    {
      label: t("prediction.card.risk", { days: horizonDays }),
      value: leaving / Math.max(1, known.length),
      style: "cardPercent",
      note: t("prediction.card.expectedLost", { customers: words.count(leaving) }),
    },
    {
      label: t("prediction.card.clv", { months }),
      ...(value === null
        ? none
        : { value: value.all.total / Math.max(1, value.all.customers), style: "cardMoney" }),
      note: value === null ? "" : t("prediction.card.clvTotal", { total: words.money(value.all.total) }),
    },
    {
      label: t("prediction.card.auc"),
      value: ours === undefined || ours.auc === null ? t("report.none") : words.decimal(ours.auc, 3),
      style: "cardText",
      note: unsure ? smallSampleText : t("prediction.card.aucNote"),
    },
    {
      label: t("prediction.card.lift"),
      value:
        latest === undefined || latest.topLift === null
          ? t("report.none")
          : t("prediction.card.times", { times: words.decimal(latest.topLift, 2) }),
      style: "cardText",
      note: unsure ? smallSampleText : t("prediction.card.liftNote"),
    },
  ];
}
