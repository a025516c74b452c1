import type { KpiId } from "./types";

/** The closed loop of the brief: 营销 – 服务 – 留存 – 增值. */
export const LOOP_BLOCK_IDS = ["marketing", "service", "retention", "growth"] as const;
export type LoopBlockId = (typeof LOOP_BLOCK_IDS)[number];

/** The KPIs that speak for each block, the most telling first. */
export const LOOP_KPIS: Readonly<Record<LoopBlockId, readonly KpiId[]>> = {
  marketing: ["responseRate", "cac", "cacToOrderValue", "referralShareOfNew"],
  service: ["complaintOnTime", "enquiryOnTime", "highValueOnTime", "satisfaction"],
  retention: ["retention", "coreRepeatRate", "secondOrderRate", "silentMembers"],
  growth: ["clv", "netPerCustomer", "recommendationSuccess", "referralRate"],
};
