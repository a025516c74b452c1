import type { Analysis } from "../../../core/analysis";
import type { KpiId, KpiResult } from "../../../core/kpi";
import type { ReportContext } from "../../context";
import type { Card } from "../../kit/sheetBuilder";
import { kpiFigure } from "../kpiText";
import { ratioChange, signedPercent } from "./ratioChange";

/** Six figures that a manager looks for first, each beside the window before or its target. */
export function boardCards(analysis: Analysis, context: ReportContext): readonly Card[] {
  const { t, words } = context;
  const { totals, settings } = analysis;
  const versus = (now: number, before: number | null) => {
    const change = ratioChange(now, before);
    return change === null
      ? t("kpiBoard.noPrevious")
      : t("kpiBoard.versusPrevious", { change: signedPercent(change, context) });
  };
  const kpi = (id: KpiId) => analysis.kpis.find((item) => item.id === id);
  const perCustomer = settings.averageOrderBasis === "customer";
  const average = perCustomer ? totals.netPerCustomer : totals.netPerOrder;
  const repeat = kpi("repeatRate");
  const satisfaction = kpi("satisfaction");
  return [
    {
      label: t("kpiBoard.card.net"),
      value: totals.net,
      style: "cardMoney",
      note: versus(totals.net, totals.previousNet),
    },
    {
      label: t("kpiBoard.card.buyers"),
      value: totals.buyers,
      style: "cardInteger",
      note: versus(totals.buyers, totals.previousBuyers),
    },
    {
      label: t("kpiBoard.card.orders"),
      value: totals.orders,
      style: "cardInteger",
      note: versus(totals.orders, totals.previousOrders),
    },
    {
      label: t(perCustomer ? "kpi.netPerCustomer" : "kpi.netPerOrder"),
      value: average ?? t("report.none"),
      style: average === null ? "cardText" : "cardMoney",
      note: perCustomer
        ? t("kpiBoard.card.perOrder", {
            value: totals.netPerOrder === null ? t("report.none") : words.money(totals.netPerOrder),
          })
        : t("kpiBoard.card.perCustomer", {
            value: totals.netPerCustomer === null ? t("report.none") : words.money(totals.netPerCustomer),
          }),
    },
    rateCard(t("kpi.repeatRate"), repeat, "cardPercent", context),
    rateCard(t("kpi.satisfaction"), satisfaction, "cardDecimal1", context),
  ];
}

function rateCard(
  label: string,
  kpi: KpiResult | undefined,
  style: "cardPercent" | "cardDecimal1",
  context: ReportContext,
): Card {
  const { t, words } = context;
  if (kpi === undefined || kpi.value === null)
    return { label, value: t("report.none"), style: "cardText", note: t("kpiStatus.noData") };
  const sample = t("kpiBoard.card.sample", { n: words.count(kpi.denominator ?? 0) });
  const badge = kpi.smallSample ? ` · ${context.smallSampleText}` : "";
  const note =
    kpi.targetValue === null
      ? `${sample}${badge}`
      : `${t("kpiBoard.card.target", { target: kpiFigure(kpi.targetValue, kpi.unit, context) })} ${context.statusText(kpi.status)}`;
  return { label, value: kpi.value, style, note };
}
