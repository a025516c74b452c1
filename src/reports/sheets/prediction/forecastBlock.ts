import { FORECAST_DAYS, type ForecastLine, type Predictions } from "../../../core/analysis";
import type { ReportContext } from "../../context";
import type { SheetBuilder } from "../../kit/sheetBuilder";
import type { GridColumn } from "./gridTable";
import { gridTable } from "./gridTable";

/** Expected revenue of today's customers by tier and horizon, with its interval. */
export function forecastBlock(sheet: SheetBuilder, { forecast }: Predictions, context: ReportContext): void {
  const { t, words, tierName } = context;
  sheet.section(t("prediction.forecast"));
  if (forecast === null) {
    sheet.empty(t("prediction.noModel"));
    return;
  }
  const tiers = forecast.lines.flatMap(({ tier, horizonDays }) =>
    horizonDays === FORECAST_DAYS[0] ? [tier] : [],
  );
  const lineOf = (tier: ForecastLine["tier"], days: number) =>
    forecast.lines.find((one) => one.tier === tier && one.horizonDays === days);
  sheet.span(sheet.row, 1, 6, null, "header");
  FORECAST_DAYS.forEach((days, index) => {
    sheet.span(sheet.row, 7 + index * 6, 6, t("prediction.nextDays", { days }), "headerCenter");
  });
  sheet.row += 1;
  type Tier = ForecastLine["tier"];
  const money = (head: string, days: number, amount: (one: ForecastLine) => number): GridColumn<Tier> => ({
    head,
    columns: 2,
    cell: (tier) => {
      const found = lineOf(tier, days);
      return { value: found === undefined ? null : amount(found), style: "money" };
    },
  });
  gridTable<Tier>(
    sheet,
    [
      {
        head: t("scores.tier"),
        columns: 4,
        cell: (tier) => ({
          value: tier === null ? t("prediction.all") : tierName(tier),
          style: tier === null ? "wordBold" : "word",
        }),
      },
      {
        head: t("card.customers"),
        columns: 2,
        cell: (tier) => ({ value: lineOf(tier, FORECAST_DAYS[0])?.customers ?? null, style: "integer" }),
      },
      ...FORECAST_DAYS.flatMap((days) => [
        money(t("prediction.low"), days, ({ low }) => low),
        money(t("prediction.expected"), days, ({ expectedRevenue }) => expectedRevenue),
        money(t("prediction.high"), days, ({ high }) => high),
      ]),
    ],
    tiers,
  );
  sheet.paragraph(
    words.sentences([
      t("prediction.forecastNote"),
      t("prediction.notCovered", {
        what: words.list(forecast.notCovered.map((id) => t(`prediction.notCovered.${id}`))),
      }),
    ]),
    "noteWrap",
  );
}
