import type { Analysis } from "../../core/analysis";
import type { Goal, GoalState, PlannedTask } from "../../core/programme";
import type { ReportContext } from "../context";
import { leftToPeople, SheetBuilder } from "../kit/sheetBuilder";
import type { StyleId } from "../model/styles";
import type { SheetModel } from "../model/workbookModel";
import { loopFinding } from "../sheets/closedLoop";
import { kpiGapStyle, kpiTarget, kpiValueStyle } from "../sheets/kpiText";
import { ganttBars, ownDates } from "./gantt";
import { GANTT_COLUMN, PLAN_COLUMNS, PLAN_WIDTHS } from "./planGrid";
import { resources } from "./resources";
import { snapshotSentence } from "./snapshotSentence";
import { training } from "./training";

const STATE_STYLES: Readonly<Record<GoalState, StyleId>> = {
  notStarted: "statusNeutral",
  running: "statusNeutral",
  reached: "statusGood",
  overdue: "statusBad",
};

/** What is to be done by whom and when: roadmap, work plan with bars, load, training, resources. */
export function planSheet(analysis: Analysis, context: ReportContext): SheetModel {
  const { t } = context;
  const sheet = new SheetBuilder(context, { id: "plan", widths: PLAN_WIDTHS });
  sheet.title(t("sheet.plan"));
  for (const sentence of planFindings(analysis, context)) sheet.paragraph(sentence, "finding", PLAN_COLUMNS);
  const board = context.sheetName("kpiBoard");
  sheet.paragraphTo(
    context.words.sentences([loopFinding(analysis, context), t("plan.loop", { sheet: board })]),
    { sheet: board, cell: "A1" },
    PLAN_COLUMNS,
  );
  roadmap(sheet, analysis, context);
  tasks(sheet, analysis, context);
  sheet.pageStart();
  loads(sheet, analysis, context);
  training(sheet, analysis, context);
  resources(sheet, analysis, context);
  return sheet.build();
}

/** Where the roadmap stands, who the core customers are, and whether the monthly review is in time. */
export function planFindings(analysis: Analysis, context: ReportContext): readonly string[] {
  const { t, words, sheetName } = context;
  const { plans } = analysis.programme;
  const count = (state: GoalState) => plans.roadmap.filter((goal) => goal.state === state).length;
  const { core } = plans;
  return [
    words.sentences([
      t("plan.goals", {
        goals: plans.roadmap.length,
        reached: count("reached"),
        running: count("running"),
        notStarted: count("notStarted"),
        overdue: count("overdue"),
      }),
      t(plans.startStated ? "plan.startStated" : "plan.startDefault", { start: words.day(plans.startOn) }),
    ]),
    words.sentences([
      core.customers === 0
        ? t("plan.coreNone")
        : t("plan.core", {
            customers: words.count(core.customers),
            share: core.netShare === null ? t("report.none") : words.percent(core.netShare),
            sheet: sheetName("customerScores"),
          }),
      snapshotSentence(analysis, context),
    ]),
  ];
}

function roadmap(sheet: SheetBuilder, { programme }: Analysis, context: ReportContext): void {
  const { t, dateCell } = context;
  sheet.section(t("plan.roadmap"), PLAN_COLUMNS);
  sheet.table<Goal>({
    name: "PlanRoadmap",
    filter: false,
    rows: programme.plans.roadmap,
    empty: t("plan.roadmapEmpty"),
    columns: [
      { header: t("plan.goal"), style: "wordBold", value: ({ kpi }) => t(`kpi.${kpi.id}`) },
      { header: t("plan.phase"), style: "word", value: ({ phase }) => t(`planPhase.${phase}`) },
      { header: t("plan.from"), style: "date", value: ({ from }) => dateCell(from) },
      { header: t("plan.due"), style: "date", value: ({ dueOn }) => dateCell(dueOn) },
      {
        header: t("plan.now"),
        style: "wordRight",
        value: ({ kpi }) => kpi.value ?? t("report.none"),
        styleOf: ({ kpi }) => (kpi.value === null ? "wordRight" : kpiValueStyle(kpi.unit)),
      },
      {
        header: t("plan.target"),
        style: "wordRight",
        value: ({ kpi }) => kpiTarget(kpi, context).value,
        styleOf: ({ kpi }) => kpiTarget(kpi, context).style,
      },
      {
        header: t("plan.gap"),
        style: "wordRight",
        value: ({ kpi }) =>
          kpi.gap ?? (kpi.status === "noBaseline" ? context.statusText(kpi.status) : t("report.none")),
        styleOf: ({ kpi }) => (kpi.gap === null ? "wordRight" : kpiGapStyle(kpi.unit)),
      },
      {
        header: t("plan.owner"),
        style: "wordWrap",
        value: ({ kpi }) => (kpi.owner === "" ? t("plan.noOwner") : kpi.owner),
        styleOf: ({ kpi }) => (kpi.owner === "" ? "wordGreyWrap" : "wordWrap"),
      },
      {
        header: t("plan.state"),
        style: "statusNeutral",
        value: ({ state }) => t(`goalState.${state}`),
        styleOf: ({ state }) => STATE_STYLES[state],
      },
    ],
  });
  sheet.paragraph(t("plan.roadmapNote", phaseHoles(programme.plans.phases)), "noteWrap", PLAN_COLUMNS);
}

/** First and last month of each phase, counted from 1. */
function phaseHoles(phases: Analysis["programme"]["plans"]["phases"]): Record<string, number> {
  return Object.fromEntries(
    phases.flatMap(({ id, fromMonth, toMonth }) => [
      [`${id}From`, fromMonth + 1],
      [`${id}To`, toMonth],
    ]),
  );
}

/** Columns of the work plan on the sheet. */
const TASK_COLUMNS = { start: 3, end: 4, ownStart: 6, ownEnd: 7, ownDone: 8 } as const;

function tasks(sheet: SheetBuilder, analysis: Analysis, context: ReportContext): void {
  const { t, dateCell } = context;
  const { plans } = analysis.programme;
  sheet.section(t("plan.tasks"), PLAN_COLUMNS);
  sheet.paragraph(t("plan.tasksNote"), "noteWrap", PLAN_COLUMNS);
  const first = sheet.row + 1;
  const asOf = String(dateCell(analysis.asOf));
  const word = (key: "reached" | "overdue" | "notStarted" | "running") =>
    `"${t(key === "reached" ? "taskState.done" : `goalState.${key}`)}"`;
  const stateOf = ({ timing }: PlannedTask) => (timing === "over" ? "overdue" : timing);
  const range = sheet.table<PlannedTask>({
    name: "PlanTasks",
    filter: false,
    rows: plans.tasks,
    empty: t("plan.roadmapEmpty"),
    columns: [
      {
        header: t("plan.task"),
        style: "wordBold",
        value: ({ id, title }) => (id === null ? title : t(`task.${id}`)),
      },
      {
        header: t("plan.responsible"),
        style: "wordWrap",
        value: ({ owner, post }) => (owner === "" ? t(`post.${post}`) : owner),
      },
      { header: t("plan.start"), style: "date", value: ({ from }) => dateCell(from) },
      { header: t("plan.end"), style: "date", value: ({ to }) => dateCell(to) },
      { header: t("plan.ownOwner"), style: "word", value: leftToPeople },
      { header: t("plan.ownStart"), style: "date", value: leftToPeople },
      { header: t("plan.ownEnd"), style: "date", value: leftToPeople },
      { header: t("plan.ownDone"), style: "percent", value: leftToPeople },
      {
        header: t("plan.state"),
        style: "word",
        value: (task) => t(`goalState.${stateOf(task)}`),
        formula: (_, row) => {
          const { from, to, done } = ownDates(row, TASK_COLUMNS);
          return `IF(${done}>=1,${word("reached")},IF(${to}<${asOf},${word("overdue")},IF(${from}>${asOf},${word("notStarted")},${word("running")})))`;
        },
      },
    ],
  });
  if (range === null) return;
  sheet.validate({
    kind: "listValues",
    range: { row: first, column: TASK_COLUMNS.ownDone, rows: plans.tasks.length, columns: 1 },
    values: ["0%", "25%", "50%", "75%", "100%"],
    prompt: t("plan.donePrompt"),
  });
  const { startOn } = plans;
  ganttBars(
    sheet,
    context,
    { row: first, column: GANTT_COLUMN, columns: TASK_COLUMNS },
    { tasks: plans.tasks, startOn, asOf: analysis.asOf },
  );
}

function loads(sheet: SheetBuilder, { programme }: Analysis, { t, dateCell }: ReportContext): void {
  sheet.section(t("plan.loads"), PLAN_COLUMNS);
  sheet.table({
    name: "PlanLoads",
    filter: false,
    rows: programme.plans.loads,
    empty: t("plan.roadmapEmpty"),
    columns: [
      {
        header: t("plan.loadOwner"),
        style: "word",
        value: ({ owner, named }) => (named ? owner : t(`post.${owner as PlannedTask["post"]}`)),
      },
      { header: t("plan.loadTasks"), style: "integer", value: ({ tasks: all }) => all },
      { header: t("plan.loadWeeks"), style: "integer", value: ({ weeks }) => weeks },
      { header: t("plan.loadPeak"), style: "integer", value: ({ peak }) => peak },
      { header: t("plan.loadPeakFrom"), style: "date", value: ({ peakFrom }) => dateCell(peakFrom) },
    ],
  });
  sheet.note(t("plan.loadsNote"));
}
