import { KPI_IDS, kpiResult, kpiTarget, type KpiId, type KpiResult, type StatedTarget } from "../kpi";
import type { DayNumber } from "../math/day";
import type { Settings } from "../settings";
import type { SheetKind } from "../tables";
import { kpiMeasures, type KpiSources } from "./kpiMeasures";

/** The sheet each KPI cannot do without. */
const NEEDED_SHEET: Readonly<Record<KpiId, SheetKind>> = {
  completeness: "customers",
  completenessStrict: "customers",
  responseRate: "touches",
  touchCoverage: "touches",
  cac: "channels",
  repeatRate: "orders",
  coreRepeatRate: "orders",
  retention: "orders",
  churn: "orders",
  clv: "orders",
  complaintOnTime: "tickets",
  enquiryOnTime: "tickets",
  highValueOnTime: "tickets",
  followUpOnTime: "tickets",
  satisfaction: "surveys",
  nps: "surveys",
  referralShareOfNew: "channels",
  referralShareOfRevenue: "customers",
  highTierShareOfNet: "orders",
  loyalToOrdinarySpend: "orders",
  netPerCustomer: "orders",
  netPerOrder: "orders",
  recommendationSuccess: "recommendations",
  referralRate: "customers",
  cacToOrderValue: "channels",
  existingShareOfNet: "orders",
  secondOrderRate: "orders",
  winBackRate: "winBackLog",
  winBackEffect: "winBackLog",
  communityReach: "customers",
  silentMembers: "customers",
  eventsInQuarter: "events",
  eventAttendance: "events",
  surveyCoverage: "surveys",
  feedbackDays: "tickets",
  pointsRedemption: "customers",
};

/** What the board needs beside its sources. */
export interface KpiBoardContext {
  readonly asOf: DayNumber;
  readonly targets: ReadonlyMap<KpiId, StatedTarget>;
  readonly missingSheets: ReadonlySet<SheetKind>;
  /** The same sources as of a month before, as far as they can be known; null: there is no such day in the data. */
  readonly before: KpiSources | null;
}

/**
 * All KPIs in the order of KPI_IDS, each beside its target (the 目标 sheet's, else the brief's) and what it was
 * a month before.
 *
 * A figure whose sheet is not there names that sheet; one that its sheet cannot give (nothing due, no
 * tiers at the start of the window) names none.
 */
export function kpiBoard(
  sources: KpiSources,
  settings: Settings,
  { asOf, targets, missingSheets, before }: KpiBoardContext,
): readonly KpiResult[] {
  const found = kpiMeasures(sources, settings);
  const earlier = before === null ? null : kpiMeasures(before, settings);
  return KPI_IDS.map((id) => {
    const sheet = NEEDED_SHEET[id];
    const missing = found[id].missing ?? (missingSheets.has(sheet) ? sheet : null);
    const target = kpiTarget(id, targets.get(id));
    return kpiResult(
      id,
      { ...found[id], missing },
      // The limit of the channel verdicts is a setting; the KPI must not judge by another.
      id === "cacToOrderValue" && target.targetSource === "brief"
        ? { ...target, target: settings.channelLimit }
        : target,
      {
        asOf,
        smallSample: settings.smallSample,
        before: isAlike(id, sources) ? (earlier?.[id].value ?? null) : null,
      },
    );
  });
}

/** Where customers say who came by referral, the channel sheet of a month before is no measure of the same. */
function isAlike(id: KpiId, { referrals }: KpiSources): boolean {
  return id !== "referralShareOfNew" || referrals === null;
}
