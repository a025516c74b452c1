import type { Analysis } from "../../core/analysis";
import type { TrainingPlan, TrainingRecord, TrainingTemplateLine } from "../../core/training";
import type { ReportContext } from "../context";
import { cellAddress } from "../kit/address";
import { leftToPeople, type SheetBuilder } from "../kit/sheetBuilder";
import type { StyleId } from "../model/styles";
import { PLAN_COLUMNS } from "./planGrid";

const STATE_STYLES: Readonly<Record<TrainingRecord["state"], StyleId>> = {
  done: "statusGood",
  overdue: "statusBad",
  planned: "statusNeutral",
};

/** Who is trained in what: the user's own sheet as it stands, or the brief's modules to be filled in. */
export function training(sheet: SheetBuilder, analysis: Analysis, context: ReportContext): void {
  const { training: plan } = analysis.programme.plans;
  sheet.section(context.t("plan.training"), PLAN_COLUMNS);
  if (plan.source === "template") template(sheet, plan, analysis, context);
  else own(sheet, plan, context);
}

function own(
  sheet: SheetBuilder,
  plan: Extract<TrainingPlan, { source: "sheet" }>,
  context: ReportContext,
): void {
  const { t, words, dateCell } = context;
  sheet.paragraph(
    plan.records.length === 0
      ? t("plan.trainingNone")
      : t("plan.trainingSheet", {
          lessons: words.count(plan.lessons),
          done: words.count(plan.done),
          share: plan.doneShare === null ? t("report.none") : words.percent(plan.doneShare),
          overdue: plan.overdue,
        }),
    "bodyWrap",
    PLAN_COLUMNS,
  );
  if (plan.records.length === 0) return;
  sheet.table<TrainingRecord>({
    name: "PlanTraining",
    filter: false,
    rows: plan.records,
    empty: t("plan.trainingNone"),
    columns: [
      { header: t("plan.module"), style: "textWrap", value: ({ module }) => module },
      { header: t("plan.post"), style: "textWrap", value: ({ post }) => post },
      { header: t("plan.lessons"), style: "integer", value: ({ hours }) => hours },
      { header: t("plan.planned"), style: "date", value: ({ plannedOn }) => dateCell(plannedOn) },
      { header: t("plan.done"), style: "date", value: ({ doneOn }) => dateCell(doneOn) },
      {
        header: t("plan.state"),
        style: "statusNeutral",
        value: ({ state }) => t(`trainingState.${state}`),
        styleOf: ({ state }) => STATE_STYLES[state],
      },
      { header: t("plan.ownRemark"), style: "wordWrap", value: leftToPeople },
    ],
  });
}

/** Columns of the template on the sheet. */
const LESSONS = 3;
const PLANNED = 4;
const OWN_PLANNED = 6;
const OWN_DONE = 7;

function template(
  sheet: SheetBuilder,
  plan: Extract<TrainingPlan, { source: "template" }>,
  analysis: Analysis,
  context: ReportContext,
): void {
  const { t, words, dateCell } = context;
  sheet.paragraph(
    t("plan.trainingTemplate", { lessons: plan.lessons, sheet: t("input.training") }),
    "bodyWrap",
    PLAN_COLUMNS,
  );
  const first = sheet.row + 2;
  const last = first + plan.lines.length - 1;
  const column = (place: number) => `${cellAddress(first, place, true)}:${cellAddress(last, place, true)}`;
  sheet.set(sheet.row, 1, t("plan.trainingDone"), "word");
  sheet.set(
    sheet.row,
    2,
    0,
    "percent",
    `SUMPRODUCT((${column(OWN_DONE)}<>"")*${column(LESSONS)})/SUM(${column(LESSONS)})`,
  );
  sheet.set(sheet.row, LESSONS, t("plan.trainingDoneNote"), "note");
  sheet.row += 1;
  const asOf = String(dateCell(analysis.asOf));
  const word = (state: TrainingRecord["state"]) => `"${t(`trainingState.${state}`)}"`;
  sheet.table<TrainingTemplateLine>({
    name: "PlanTraining",
    filter: false,
    rows: plan.lines,
    empty: t("plan.trainingNone"),
    columns: [
      { header: t("plan.module"), style: "wordBold", value: ({ module }) => t(`module.${module}`) },
      {
        header: t("plan.post"),
        style: "wordWrap",
        value: ({ posts }) => words.list(posts.map((post) => t(`trainingPost.${post}`))),
      },
      { header: t("plan.lessons"), style: "integer", value: ({ lessons }) => lessons },
      { header: t("plan.planned"), style: "date", value: ({ plannedOn }) => dateCell(plannedOn) },
      { header: t("plan.ownTrainer"), style: "word", value: leftToPeople },
      { header: t("plan.ownPlanned"), style: "date", value: leftToPeople },
      { header: t("plan.ownDoneOn"), style: "date", value: leftToPeople },
      { header: t("plan.ownRemark"), style: "wordWrap", value: leftToPeople },
      {
        header: t("plan.state"),
        style: "word",
        value: ({ plannedOn }) => t(`trainingState.${plannedOn < analysis.asOf ? "overdue" : "planned"}`),
        formula: (_, row) => {
          const at = (place: number) => `$${cellAddress(row, place)}`;
          const planned = `IF(${at(OWN_PLANNED)}="",${at(PLANNED)},${at(OWN_PLANNED)})`;
          return `IF(${at(OWN_DONE)}<>"",${word("done")},IF(${planned}<${asOf},${word("overdue")},${word("planned")}))`;
        },
      },
    ],
  });
}
