import type { Analysis } from "../../../core/analysis";
import type { ReportContext } from "../../context";
import type { ChartSpec } from "../../kit/chartData";
import { intervalText } from "../../kit/intervalText";
import type { SheetBuilder, TableColumn } from "../../kit/sheetBuilder";
import { PALETTE } from "../../model/palette";
import { HALF, WIDTH, type Review } from "./layout";

const CHART_ROWS = 11;

/** Where the time goes: each step's hours, and which of them eats most until a ticket is resolved. */
export function stepBlock(sheet: SheetBuilder, analysis: Analysis, context: ReportContext): void {
  const { t } = context;
  const { service } = analysis;
  const { stepShares } = analysis.programme.serviceReview as Review;
  sheet.section(t("sla.steps"), WIDTH);
  const steps = service?.steps.filter(({ n }) => n > 0) ?? [];
  if (steps.length === 0) {
    sheet.empty(t("review.noSteps"), WIDTH);
    return;
  }
  sheet.gap(6);
  sheet.chartRow([{ spec: stepChart(steps, context), column: 1, columns: HALF }], CHART_ROWS);
  sheet.table<Review["stepShares"][number]>({
    name: "StepShares",
    filter: false,
    rows: stepShares.filter(({ tickets, unknown }) => tickets + unknown > 0),
    empty: t("review.noSteps"),
    columns: [
      {
        header: t("field.type"),
        style: "word",
        value: ({ type }) => (type === "all" ? t("review.allTickets") : t(`ticketType.${type}`)),
      },
      { header: t("review.resolvedTickets"), style: "integer", value: ({ tickets }) => tickets },
      { header: t("review.unknownTimes"), style: "integer", value: ({ unknown }) => unknown },
      {
        header: t("review.waitingHours"),
        style: "decimal1",
        value: ({ tickets, waitingHours }) => (tickets === 0 ? null : waitingHours / tickets),
      },
      {
        header: t("review.solvingHours"),
        style: "decimal1",
        value: ({ tickets, solvingHours }) => (tickets === 0 ? null : solvingHours / tickets),
      },
      {
        header: t("review.slowest"),
        style: "wordWrap",
        value: ({ slowest }) => (slowest === null ? t("report.none") : t(`slaStep.${slowest}`)),
      },
      { header: t("review.stepShare"), style: "percent", value: ({ share }) => share },
    ],
  });
  sheet.paragraph(t("review.stepNote"), "noteWrap", WIDTH);
}

type Steps = NonNullable<Analysis["service"]>["steps"];

function stepChart(steps: Steps, { t }: ReportContext): ChartSpec {
  return {
    kind: "bar",
    title: t("review.chart.steps"),
    altText: t("review.chart.stepsAlt"),
    categoryHeader: t("sla.step"),
    categories: steps.map(({ step }) => t(`slaStep.${step}`)),
    series: [
      {
        name: t("review.median"),
        values: steps.map(({ median }) => median),
        style: "decimal1",
        color: PALETTE.accent,
        labels: true,
      },
      {
        name: t("review.p90"),
        values: steps.map(({ p90 }) => p90),
        style: "decimal1",
        color: PALETTE.greyLine,
        labels: true,
      },
    ],
    categoryAxis: { title: null, numberFormat: null, reversed: true },
    valueAxis: { title: null, numberFormat: "0", min: 0, max: null },
    secondaryAxis: null,
    legend: "bottom",
  };
}

/** The scorecard of service staff over the window, and month by month. */
export function agentBlock(
  sheet: SheetBuilder,
  review: Review,
  { settings }: Analysis,
  context: ReportContext,
): void {
  const { t, words } = context;
  sheet.section(t("review.agents"), WIDTH);
  const named = (agent: string) => (agent === "" ? t("review.nobody") : agent);
  sheet.table<Review["agents"][number]>({
    name: "Agents",
    filter: false,
    rows: review.agents,
    empty: t("review.noAgents"),
    columns: [
      { header: t("field.agent"), style: "text", value: ({ agent }) => named(agent) },
      { header: t("sla.tickets"), style: "integer", value: ({ tickets }) => tickets },
      { header: t("review.open"), style: "integer", value: ({ open }) => open },
      { header: t("sla.complaints"), style: "integer", value: ({ complaints }) => complaints },
      {
        header: t("review.medianResponse"),
        style: "decimal1",
        value: ({ medianResponseHours }) => medianResponseHours,
      },
      {
        header: t("review.onTime"),
        style: "percent",
        value: ({ onTime }) => (onTime.due === 0 ? null : onTime.met / onTime.due),
      },
      {
        header: t("review.interval90"),
        style: "wordRight",
        value: ({ onTime }) => intervalText(onTime.interval, context),
      },
      { header: t("review.due"), style: "integer", value: ({ onTime }) => onTime.due },
      {
        header: t("review.sample"),
        style: "wordGrey",
        value: ({ onTime }) => (onTime.due < settings.smallSample ? context.smallSampleText : ""),
      },
      { header: t("field.satisfaction"), style: "decimal1", value: ({ satisfaction }) => satisfaction },
      { header: t("review.answers"), style: "integer", value: ({ answers }) => answers },
    ],
  });
  sheet.paragraph(t("review.agentNote"), "noteWrap", WIDTH);
  if (review.agents.length === 0) return;
  const months = [...review.agentMonths].reverse();
  const label = (month: number) => words.day(month).slice(0, 7);
  const of = (agent: string, place: number) =>
    months[place]?.agents.find((score) => score.agent === agent) ?? null;
  const onTimeOf = (agent: string, place: number) => {
    const onTime = of(agent, place)?.onTime;
    return onTime === undefined || onTime.due === 0
      ? t("report.none")
      : t("review.outOf", { part: words.count(onTime.met), whole: words.count(onTime.due) });
  };
  const monthTable = (
    name: string,
    title: string,
    style: "integer" | "wordRight",
    cell: (agent: string, place: number) => string | number,
  ) => {
    sheet.gap(6);
    sheet.set(sheet.row, 1, title, "subhead");
    sheet.row += 1;
    sheet.table<string>({
      name,
      filter: false,
      rows: review.agents.map(({ agent }) => agent),
      empty: "",
      columns: [
        { header: t("field.agent"), style: "text", value: named },
        ...months.map(({ month }, place): TableColumn<string> => ({
          header: label(month),
          style,
          value: (agent) => cell(agent, place),
        })),
      ],
    });
  };
  monthTable(
    "AgentTickets",
    t("review.agentTickets"),
    "integer",
    (agent, place) => of(agent, place)?.tickets ?? 0,
  );
  monthTable("AgentOnTime", t("review.agentOnTime"), "wordRight", onTimeOf);
}
