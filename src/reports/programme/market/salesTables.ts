import type { Analysis } from "../../../core/analysis";
import type { EventResult } from "../../../core/events";
import type { RecommendationSuccess } from "../../../core/recommendations";
import { calendarDate } from "../../../core/math/day";
import type { ReportContext } from "../../context";
import type { SheetBuilder, TableColumn } from "../../kit/sheetBuilder";
import { PALETTE } from "../../model/palette";
import { nameColumn, rateColumns } from "./columns";

const LISTED = 10;
const CHART_COLUMNS = 5;

/** Recommendations by thing and by who made them. */
export function recommendationTables(
  sheet: SheetBuilder,
  analysis: Analysis,
  width: number,
  context: ReportContext,
): void {
  const { t } = context;
  const { recommendations } = analysis.programme.market;
  sheet.section(t("market.recommendations"), width);
  if (recommendations === null || recommendations.made === 0) {
    sheet.empty(t("market.recommendationsEmpty"), width);
    return;
  }
  sheet.table<RecommendationSuccess["byItem"][number]>({
    name: "RecommendedItems",
    filter: false,
    rows: recommendations.byItem.slice(0, LISTED),
    empty: t("market.recommendationsEmpty"),
    columns: [
      { header: t("market.item"), style: "textWrap", value: ({ item }) => item },
      ...successColumns(context),
    ],
  });
  sheet.gap(8);
  sheet.table<RecommendationSuccess["byOwner"][number]>({
    name: "RecommendedBy",
    filter: false,
    rows: recommendations.byOwner.slice(0, LISTED),
    empty: t("market.recommendationsEmpty"),
    columns: [
      nameColumn(t("market.owner"), ({ owner }) => owner, t("market.nobody")),
      ...successColumns(context),
    ],
  });
  sheet.paragraph(
    t("market.recommendationsNote", {
      days: recommendations.days,
      pending: recommendations.pending,
      shown: LISTED,
    }),
    "noteWrap",
    width,
  );
}

type Counts = Pick<RecommendationSuccess, "made" | "bought" | "rate" | "interval">;

function successColumns(context: ReportContext): readonly TableColumn<Counts>[] {
  const { t } = context;
  return [
    { header: t("market.recommended"), style: "integer", value: ({ made }) => made },
    { header: t("market.bought"), style: "integer", value: ({ bought }) => bought },
    ...rateColumns<Counts>(t("market.rate"), context),
  ];
}

/** The funnel as bars and in figures. */
export function funnelTable(
  sheet: SheetBuilder,
  analysis: Analysis,
  width: number,
  { t }: ReportContext,
): void {
  const { funnel } = analysis.programme.market;
  sheet.section(t("market.funnel"), width);
  if (funnel === null || funnel.leads === 0) {
    sheet.empty(t("market.funnelEmpty"), width);
    return;
  }
  sheet.gap(6);
  sheet.chartRow(
    [
      {
        column: 1,
        columns: CHART_COLUMNS,
        spec: {
          kind: "bar",
          title: t("market.funnelChart"),
          altText: t("market.funnelChart"),
          categoryHeader: t("market.stage"),
          categories: funnel.stages.map(({ stage }) => stage),
          series: [
            {
              name: t("market.reached"),
              values: funnel.stages.map(({ reached }) => reached),
              style: "integer",
              color: PALETTE.accent,
              labels: true,
            },
          ],
          categoryAxis: { title: null, numberFormat: null, reversed: true },
          valueAxis: { title: null, numberFormat: "#,##0", min: 0, max: null },
          secondaryAxis: null,
          legend: "none",
        },
      },
    ],
    13,
  );
  sheet.gap(6);
  sheet.table({
    name: "Funnel",
    filter: false,
    rows: funnel.stages,
    empty: t("market.funnelEmpty"),
    columns: [
      { header: t("market.stage"), style: "text", value: ({ stage }) => stage },
      { header: t("market.reached"), style: "integer", value: ({ reached }) => reached },
      { header: t("market.conversion"), style: "percent", value: ({ conversion }) => conversion },
      { header: t("market.waiting"), style: "integer", value: ({ waiting }) => waiting },
    ],
  });
  sheet.paragraph(
    t("market.funnelNote", { leads: funnel.leads, won: funnel.won, lost: funnel.lost }),
    "noteWrap",
    width,
  );
}

/** Events of the window, the quarters they fall in, and how many high-value guests came. */
export function eventTable(
  sheet: SheetBuilder,
  analysis: Analysis,
  width: number,
  context: ReportContext,
): void {
  const { t, words, dateCell } = context;
  const { events } = analysis.programme.market;
  sheet.section(t("market.events"), width);
  if (events === null) {
    sheet.empty(t("market.eventsEmpty"), width);
    return;
  }
  sheet.table<EventResult>({
    name: "Events",
    filter: false,
    rows: events.events,
    empty: t("market.eventsNone"),
    columns: [
      { header: t("market.event"), style: "textWrap", value: ({ name }) => name },
      { header: t("market.heldOn"), style: "date", value: ({ heldOn }) => dateCell(heldOn) },
      { header: t("market.invited"), style: "integer", value: ({ invited }) => invited },
      { header: t("market.attended"), style: "integer", value: ({ attended }) => attended },
      { header: t("market.highInvited"), style: "integer", value: ({ highInvited }) => highInvited },
      { header: t("market.highAttended"), style: "integer", value: ({ highAttended }) => highAttended },
    ],
  });
  const { rate, invited } = events.attendance;
  sheet.paragraph(
    words.sentences([
      rate === null
        ? ""
        : t("market.eventsNote", { rate: words.percent(rate), invited: words.count(invited) }),
      t("market.quarters", {
        quarters: words.list(
          events.quarters.map(({ from, events: count }) =>
            t("market.quarter", {
              year: calendarDate(from).year,
              quarter: Math.ceil(calendarDate(from).month / 3),
              events: count,
            }),
          ),
        ),
      }),
    ]),
    events.overdue ? "finding" : "noteWrap",
    width,
  );
}
