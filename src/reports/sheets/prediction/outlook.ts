import type { Predictions } from "../../../core/analysis";
import { describeVerdict } from "../../../i18n/describeVerdict";
import type { ReportContext } from "../../context";

/** Whether such predictions have come true on this data. */
export function verdict({ backtest }: Predictions, { t, words }: ReportContext): string {
  return describeVerdict(t, words, backtest);
}

/** What today's customers are expected to bring in the horizon of the risk, and who may be lost. */
export function outlook(
  { forecast, horizonDays, bands, value }: Predictions,
  { t, words }: ReportContext,
): string {
  const total = forecast?.lines.find((one) => one.tier === null && one.horizonDays === horizonDays);
  let customers = 0;
  let atRisk = 0;
  bands.forEach((band, customer) => {
    if (band !== "high") return;
    customers++;
    atRisk += value?.clv[customer] ?? 0;
  });
  return words.sentences([
    total === undefined
      ? ""
      : t("prediction.outlook", {
          days: horizonDays,
          revenue: words.money(total.expectedRevenue),
          low: words.money(total.low),
          high: words.money(total.high),
          orders: words.count(total.expectedOrders),
        }),
    value === null || customers === 0
      ? ""
      : t("prediction.highBand", { customers: words.count(customers), clv: words.money(atRisk) }),
  ]);
}
