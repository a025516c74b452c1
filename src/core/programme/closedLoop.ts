import type { KpiId, KpiResult } from "../kpi";

/** 营销-服务-留存-增值: the four parts of the loop, and the KPIs that speak for each, the first that is known. */
export const LOOP_STAGES = [
  { id: "marketing", kpis: ["responseRate", "cac", "cacToOrderValue", "referralShareOfNew"] },
  { id: "service", kpis: ["complaintOnTime", "enquiryOnTime", "satisfaction", "highValueOnTime"] },
  { id: "retention", kpis: ["coreRepeatRate", "repeatRate", "retention", "secondOrderRate"] },
  { id: "growth", kpis: ["clv", "highTierShareOfNet", "recommendationSuccess", "referralRate"] },
] as const satisfies readonly { readonly id: string; readonly kpis: readonly KpiId[] }[];
export type LoopStageId = (typeof LOOP_STAGES)[number]["id"];

export interface LoopStage {
  readonly id: LoopStageId;
  /** The first KPI of the stage with a value; where none has one, its first. null: the board has neither. */
  readonly kpi: KpiResult | null;
}

/** The closed loop, one KPI with its owner a stage. */
export function closedLoop(kpis: readonly KpiResult[]): readonly LoopStage[] {
  return LOOP_STAGES.map(({ id, kpis: ids }): LoopStage => {
    const own = ids.flatMap((kpi) => kpis.filter((result) => result.id === kpi));
    return { id, kpi: own.find(({ value }) => value !== null) ?? own[0] ?? null };
  });
}
