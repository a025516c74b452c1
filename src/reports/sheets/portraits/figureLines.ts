import type { ReportContext } from "../../context";
import { figure, type Line } from "./line";

/** How big a tier is, and what it brings. */
export function sizeLines(context: ReportContext): readonly Line[] {
  const { t } = context;
  return [
    {
      label: t("tierPortraits.customers"),
      cell: ({ customers, smallSample }) =>
        smallSample && customers > 0
          ? { value: `${context.smallSampleText}  ${context.words.count(customers)}`, style: "wordRight" }
          : { value: customers, style: "integer" },
    },
    {
      label: t("tierPortraits.customerShare"),
      cell: ({ customerShare }) => figure(customerShare, "percent", context),
    },
    { label: t("tierPortraits.net"), cell: ({ net }) => ({ value: net, style: "money" }) },
    { label: t("tierPortraits.netShare"), cell: ({ netShare }) => figure(netShare, "percent", context) },
  ];
}

/** How a tier buys, what it says, and what is to come of it. */
export function buyingLines(context: ReportContext): readonly Line[] {
  const { t, words } = context;
  return [
    { label: t("tierPortraits.orders"), cell: ({ orders }) => ({ value: orders, style: "integer" }) },
    {
      label: t("tierPortraits.netPerCustomer"),
      cell: ({ netPerCustomer }) => figure(netPerCustomer, "money", context),
    },
    {
      label: t("tierPortraits.netPerOrder"),
      cell: ({ netPerOrder }) => figure(netPerOrder, "money", context),
    },
    {
      label: t("tierPortraits.interval"),
      cell: ({ medianIntervalDays }) => figure(medianIntervalDays, "decimal1", context),
    },
    {
      label: t("tierPortraits.recency"),
      cell: ({ medianDaysSinceLastOrder }) => figure(medianDaysSinceLastOrder, "decimal1", context),
    },
    {
      label: t("tierPortraits.repeatRate"),
      cell: ({ repeatRate, smallSample, customers }) =>
        repeatRate !== null && smallSample
          ? { value: outOf(Math.round(repeatRate * customers), customers, context), style: "wordRight" }
          : figure(repeatRate, "percent", context),
    },
    {
      label: t("tierPortraits.satisfaction"),
      cell: ({ satisfaction }) =>
        satisfaction.mean === null
          ? { value: t("report.none"), style: "wordRight" }
          : {
              value: t("tierPortraits.satisfactionValue", {
                mean: words.decimal(satisfaction.mean, 1),
                n: words.count(satisfaction.n),
              }),
              style: "wordRight",
            },
    },
    {
      label: t("tierPortraits.risk"),
      cell: ({ risk, smallSample }) => figure(smallSample ? null : (risk?.mean ?? null), "percent", context),
    },
    {
      label: t("tierPortraits.highRisk"),
      cell: ({ risk, smallSample }) =>
        risk === null
          ? figure(null, "percent", context)
          : smallSample
            ? { value: outOf(risk.high, risk.customers, context), style: "wordRight" }
            : figure(risk.high / risk.customers, "percent", context),
    },
    { label: t("tierPortraits.clv"), cell: ({ clv }) => figure(clv?.mean ?? null, "money", context) },
    { label: t("tierPortraits.clvShare"), cell: ({ clv }) => figure(clv?.share ?? null, "percent", context) },
  ];
}

const outOf = (part: number, whole: number, { t, words }: ReportContext) =>
  t("tierPortraits.outOf", { part: words.count(part), whole: words.count(whole) });
