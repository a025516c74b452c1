import type { Analysis } from "../../core/analysis";
import type { ClockId, ServiceResults, SlaCounts, SlaItem } from "../../core/service";
import type { ReportContext } from "../context";
import { SheetBuilder } from "../kit/sheetBuilder";
import { textWidth } from "../kit/textWidth";
import { PALETTE } from "../model/palette";
import type { SheetModel } from "../model/workbookModel";

const CLOCKS: readonly ClockId[] = ["enquiry2h", "complaint24h", "highValue2h", "followUp7d"];
const WIDTH = 9;
/** More than a person works through; the JSON result holds all of them. */
const ITEMS_LISTED = 300;
const REASONS_CHARTED = 10;

/** How fast people were answered: four clocks, what is late or still running, and what they complained about. */
export function serviceSlaSheet(analysis: Analysis, context: ReportContext): SheetModel {
  const { t, words, tierName, momentCell } = context;
  const service = analysis.service;
  const settings = analysis.settings.service;
  const holes = {
    enquiry: settings.enquiryHours,
    complaint: settings.complaintHours,
    high: settings.highValueHours,
    followUp: settings.followUpDays,
  };
  const clockWidth = Math.max(...CLOCKS.map((clock) => textWidth(t(`clock.${clock}`, holes)))) + 3;
  const sheet = new SheetBuilder(context, {
    id: "serviceSla",
    widths: [2, clockWidth, 14, 18, 18, 18, 18, 18, 14, 14],
  });
  sheet.title(t("sheet.serviceSla"), t("sla.line", { now: words.moment(analysis.now) }));
  if (service === null) {
    sheet.empty(t("sla.empty"), WIDTH);
    return sheet.build();
  }
  const late = CLOCKS.filter((clock) => service.clocks[clock].missed > 0);
  sheet.paragraph(
    late.length === 0
      ? t("sla.findingMet")
      : t("sla.finding", {
          clocks: words.list(
            late.map((clock) =>
              t("sla.findingClock", {
                clock: t(`clock.${clock}`, holes),
                missed: service.clocks[clock].missed,
              }),
            ),
          ),
        }),
    "finding",
    WIDTH,
  );
  sheet.gap(8);
  sheet.cards(
    CLOCKS.map((clock) => {
      const counts = service.clocks[clock];
      return {
        label: t(`clock.${clock}`, holes),
        value: counts.rate ?? t("sla.nothingDue"),
        style: counts.rate === null ? ("cardText" as const) : ("cardPercent" as const),
        note: t("sla.counts", { met: counts.met, missed: counts.missed, pending: counts.pending }),
      };
    }),
    { columns: 2, perRow: 4 },
  );
  sheet.section(t("sla.clocks"), WIDTH);
  const working = settings.calendar === "working";
  const line = (clock: ClockId, calendar: "calendar" | "working", counts: SlaCounts) => ({
    clock,
    calendar,
    counts,
  });
  const here = working ? "working" : "calendar";
  const other = working ? "calendar" : "working";
  sheet.table({
    name: "SlaClocks",
    filter: false,
    empty: t("sla.nothingDue"),
    rows: CLOCKS.flatMap((clock) => [
      line(clock, here, service.clocks[clock]),
      line(clock, other, service.otherCalendar[clock]),
    ]),
    columns: [
      { header: t("sla.clock"), style: "word", value: ({ clock }) => t(`clock.${clock}`, holes) },
      { header: t("sla.calendar"), style: "word", value: ({ calendar }) => t(`serviceCalendar.${calendar}`) },
      { header: t("sla.met"), style: "integer", value: ({ counts }) => counts.met },
      { header: t("sla.missed"), style: "integer", value: ({ counts }) => counts.missed },
      { header: t("sla.pending"), style: "integer", value: ({ counts }) => counts.pending },
      { header: t("sla.rate"), style: "percent", value: ({ counts }) => counts.rate },
    ],
  });
  sheet.note(t("sla.definition"));
  sheet.section(t("sla.steps"), WIDTH);
  sheet.table({
    name: "SlaSteps",
    filter: false,
    rows: service.steps,
    empty: t("sla.nothingDue"),
    columns: [
      { header: t("sla.step"), style: "word", value: ({ step }) => t(`slaStep.${step}`) },
      { header: t("sla.tickets"), style: "integer", value: ({ n }) => n },
      { header: t("sla.median"), style: "decimal1", value: ({ median }) => median },
      { header: t("sla.p90"), style: "decimal1", value: ({ p90 }) => p90 },
    ],
  });
  sheet.note(t("sla.stepsNote"));
  complaintReasons(sheet, service, context);
  sheet.section(t("sla.items"), WIDTH);
  // The list comes last: a filter hides whole rows, and with them a chart beside or below.
  const order = [...service.items].sort(byUrgency);
  if (order.length > ITEMS_LISTED)
    sheet.note(t("sla.more", { listed: words.count(ITEMS_LISTED), items: words.count(order.length) }));
  sheet.table<SlaItem>({
    name: "SlaItems",
    rows: order.slice(0, ITEMS_LISTED),
    empty: t("sla.noItems"),
    columns: [
      { header: t("sla.clock"), style: "word", value: ({ clock }) => t(`clock.${clock}`, holes) },
      { header: t("field.ticketId"), style: "text", value: ({ ticketId }) => ticketId },
      { header: t("scores.customer"), style: "text", value: ({ customerId }) => customerId },
      { header: t("scores.tier"), style: "word", value: ({ tier }) => (tier === "" ? "–" : tierName(tier)) },
      { header: t("sla.startedAt"), style: "dateTime", value: ({ startedAt }) => momentCell(startedAt) },
      { header: t("sla.dueAt"), style: "dateTime", value: ({ dueAt }) => momentCell(dueAt) },
      { header: t("sla.finishedAt"), style: "dateTime", value: ({ finishedAt }) => momentCell(finishedAt) },
      { header: t("sla.hours"), style: "decimal1", value: ({ elapsed }) => elapsed / 3_600 },
      {
        header: t("sla.state"),
        style: "statusNeutral",
        value: ({ state }) => t(`slaState.${state}`),
        styleOf: ({ state }) => (state === "missed" ? "statusBad" : "statusNeutral"),
      },
    ],
  });
  return sheet.build();
}

/** What people complain about; without a single named reason, what would bring the chart. */
function complaintReasons(sheet: SheetBuilder, service: ServiceResults, { t }: ReportContext): void {
  sheet.section(t("sla.reasons"), WIDTH);
  const reasons = service.complaintReasons.slice(0, REASONS_CHARTED);
  if (reasons.every(({ reason }) => reason === "")) {
    sheet.empty(t("sla.noReasons"), WIDTH);
    return;
  }
  sheet.pageStart(sheet.row - 1);
  sheet.gap(6);
  sheet.chartRow(
    [
      {
        column: 1,
        columns: 6,
        spec: {
          kind: "bar",
          title: t("sla.reasonsChart"),
          altText: t("sla.reasonsChart"),
          categoryHeader: t("field.reason"),
          categories: reasons.map(({ reason }) => (reason === "" ? t("word.unknown") : reason)),
          series: [
            {
              name: t("sla.complaints"),
              values: reasons.map(({ count }) => count),
              style: "integer",
              color: PALETTE.accent,
              labels: true,
            },
          ],
          categoryAxis: { title: null, numberFormat: null, reversed: true },
          valueAxis: { title: null, numberFormat: "0", min: 0, max: null },
          secondaryAxis: null,
          legend: "none",
        },
      },
    ],
    Math.max(15, reasons.length + 6),
  );
}

/** Tickets still open first, for something can be done about them; within each, the newest first. */
function byUrgency(a: SlaItem, b: SlaItem): number {
  const closed = (item: SlaItem) => Number(item.finishedAt !== null);
  return closed(a) - closed(b) || b.startedAt - a.startedAt;
}
