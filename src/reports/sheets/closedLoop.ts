import type { Analysis } from "../../core/analysis";
import type { KpiId, KpiResult } from "../../core/kpi";
import { LOOP_STAGES } from "../../core/programme";
import type { ReportContext } from "../context";
import type { SheetBuilder } from "../kit/sheetBuilder";
import { kpiStanding, kpiValueStyle } from "./kpiText";

/** Grid columns of a block, and of its names; the figures take the rest. */
const BLOCK = 6;
const NAME = 4;

/** The loop of the brief in four blocks side by side: each KPI with its figure, its state and who answers for it. */
export function closedLoop(sheet: SheetBuilder, analysis: Analysis, context: ReportContext): void {
  const { t } = context;
  const blocks = blocksOf(analysis);
  sheet.section(t("kpiBoard.loop"));
  sheet.paragraph(loopFinding(analysis, context), "bodyWrap");
  const top = sheet.row;
  blocks.forEach(({ id, kpis }, index) => {
    const column = 1 + index * BLOCK;
    sheet.span(top, column, BLOCK, t(`kpiBoard.loopBlock.${id}`), "header");
    kpis.forEach((kpi, place) => {
      const row = top + 1 + 2 * place;
      const name = t(`kpi.${kpi.id}`);
      sheet.span(row, column, NAME, name, "wordWrap");
      sheet.fitHeight(row, column, NAME, name);
      sheet.span(
        row,
        column + NAME,
        BLOCK - NAME,
        kpi.value ?? t("report.none"),
        kpi.value === null ? "wordRight" : kpiValueStyle(kpi.unit),
      );
      const state = kpiStanding(kpi, context);
      const owner =
        kpi.owner === "" ? t("kpiBoard.loopNoOwner") : t("kpiBoard.loopOwner", { owner: kpi.owner });
      sheet.span(
        row + 1,
        column,
        BLOCK,
        t("kpiBoard.loopState", { state: String(state.value), owner }),
        state.style,
      );
    });
  });
  sheet.row = top + 1 + 2 * Math.max(...blocks.map(({ kpis }) => kpis.length));
  sheet.paragraph(t("kpiBoard.loopNote"), "noteWrap");
}

function pick(found: ReadonlyMap<KpiId, KpiResult>, id: KpiId): readonly KpiResult[] {
  const kpi = found.get(id);
  return kpi === undefined ? [] : [kpi];
}

function blocksOf({ kpis: all }: Analysis) {
  const found = new Map(all.map((kpi) => [kpi.id, kpi]));
  return LOOP_STAGES.map(({ id, kpis }) => ({ id, kpis: kpis.flatMap((kpi) => pick(found, kpi)) }));
}

/** How many KPIs of the loop miss their targets, and how many nobody answers for. */
export function loopFinding(analysis: Analysis, { t }: ReportContext): string {
  const kpis = blocksOf(analysis).flatMap((block) => block.kpis);
  const judged = kpis.filter(
    ({ status, targetSource }) => (status === "met" || status === "notMet") && targetSource !== "benchmark",
  );
  const ownerless = kpis.filter(({ owner }) => owner === "").length;
  return t(ownerless === 0 ? "kpiBoard.loopAllOwned" : "kpiBoard.loopFinding", {
    missed: judged.filter(({ status }) => status === "notMet").length,
    judged: judged.length,
    ownerless,
    all: kpis.length,
  });
}
