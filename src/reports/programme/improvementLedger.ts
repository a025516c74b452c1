import type { Analysis } from "../../core/analysis";
import type { KpiProblem } from "../../core/programme";
import type { ReportContext } from "../context";
import { cellAddress } from "../kit/address";
import { leftToPeople, type SheetBuilder } from "../kit/sheetBuilder";
import type { StyleId } from "../model/styles";
import type { CellValue } from "../model/workbookModel";
import { kpiTarget, kpiValueStyle } from "../sheets/kpiText";
import { LEDGER_COLUMNS } from "./ledgerGrid";

type ServiceImprovement = NonNullable<Analysis["programme"]["serviceReview"]>["improvements"][number];
type Line =
  | { readonly kind: "kpi"; readonly problem: KpiProblem }
  | { readonly kind: "complaint"; readonly improvement: ServiceImprovement };

const NOW = 2;
const OWN_START = 11;
const OWN_STATE = 13;

/** A line a problem: what the data says and suggests, then what people write; theirs stays with the line. */
export function improvementLedger(sheet: SheetBuilder, analysis: Analysis, context: ReportContext): void {
  const { t, dateCell } = context;
  const { plans, serviceReview } = analysis.programme;
  const lines: readonly Line[] = [
    ...plans.problems.map((problem): Line => ({ kind: "kpi", problem })),
    ...(serviceReview?.improvements ?? [])
      .filter(({ reason }) => reason !== "")
      .map((improvement): Line => ({ kind: "complaint", improvement })),
  ];
  sheet.section(t("ledger.improvements"), LEDGER_COLUMNS);
  sheet.paragraph(t("ledger.improvementsNote"), "noteWrap", LEDGER_COLUMNS);
  const first = sheet.row + 1;
  const range = sheet.table<Line>({
    name: "ImprovementLedger",
    filter: false,
    rows: lines,
    empty: t("ledger.improvementsEmpty"),
    columns: [
      { header: t("ledger.problem"), style: "wordWrap", value: (line) => problemOf(line, context) },
      {
        header: t("ledger.now"),
        style: "integer",
        value: (line) => (line.kind === "kpi" ? line.problem.kpi.value : line.improvement.count),
        styleOf: (line) => (line.kind === "kpi" ? kpiValueStyle(line.problem.kpi.unit) : "integer"),
      },
      {
        header: t("ledger.target"),
        style: "integer",
        value: (line) => targetOf(line, context).value,
        styleOf: (line) => targetOf(line, context).style,
      },
      {
        header: t("ledger.suggestion"),
        style: "wordGreyWrap",
        value: (line) =>
          line.kind === "kpi"
            ? t(`suggest.${line.problem.kpi.id}`)
            : t(`suggest.department.${line.improvement.department}`),
      },
      {
        header: t("ledger.responsible"),
        style: "wordGreyWrap",
        value: (line) => responsibleOf(line, context),
      },
      {
        header: t("ledger.due"),
        style: "date",
        value: (line) => dateCell(line.kind === "kpi" ? line.problem.dueOn : line.improvement.dueOn),
      },
      { header: t("ledger.ownCause"), style: "wordWrap", value: leftToPeople },
      { header: t("ledger.ownAction"), style: "wordWrap", value: leftToPeople },
      { header: t("ledger.ownOwner"), style: "word", value: leftToPeople },
      { header: t("ledger.ownDue"), style: "date", value: leftToPeople },
      { header: t("ledger.ownStart"), style: "decimal2", value: leftToPeople, styleOf: startStyle },
      {
        header: t("ledger.change"),
        style: "gapDecimal",
        value: () => "",
        styleOf: (line) =>
          line.kind === "kpi" && line.problem.kpi.unit === "fraction" ? "gapPercent" : "gapDecimal",
        formula: (_, row) => {
          const [now, start] = [cellAddress(row, NOW), cellAddress(row, OWN_START)];
          return `IF(COUNT(${now},${start})=2,${now}-${start},"")`;
        },
      },
      { header: t("ledger.ownState"), style: "word", value: leftToPeople },
    ],
  });
  if (range === null) return;
  sheet.validate({
    kind: "listValues",
    range: { row: first, column: OWN_STATE, rows: lines.length, columns: 1 },
    values: [
      t("ledger.state.open"),
      t("ledger.state.running"),
      t("ledger.state.done"),
      t("ledger.state.dropped"),
    ],
    prompt: t("ledger.statePrompt"),
  });
}

function problemOf(line: Line, { t }: ReportContext): string {
  return line.kind === "kpi"
    ? t(`kpi.${line.problem.kpi.id}`)
    : t("ledger.complaintReason", { reason: line.improvement.reason });
}

/** The value to reach; of a complaint reason the month before. */
function targetOf(line: Line, context: ReportContext): { value: CellValue; style: StyleId } {
  if (line.kind === "kpi") return kpiTarget(line.problem.kpi, context);
  return { value: line.improvement.count - line.improvement.change, style: "integer" };
}

function responsibleOf(line: Line, { t }: ReportContext): string {
  if (line.kind === "complaint") return t(`department.${line.improvement.department}`);
  const { kpi, post } = line.problem;
  return kpi.owner === "" ? t(`post.${post}`) : kpi.owner;
}

function startStyle(line: Line): StyleId {
  return line.kind === "kpi" ? kpiValueStyle(line.problem.kpi.unit) : "integer";
}
