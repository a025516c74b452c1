import type { KpiId, KpiResult } from "../kpi";
import { addMonths, type DayNumber } from "../math/day";

/** 短期目标(1-2个月), 中期(3-6个月), 长期(7-12个月). */
export const PHASES = [
  { id: "short", fromMonth: 0, toMonth: 2 },
  { id: "middle", fromMonth: 2, toMonth: 6 },
  { id: "long", fromMonth: 6, toMonth: 12 },
] as const;
export type PhaseId = (typeof PHASES)[number]["id"];

/** The phase the brief gives each goal. */
export const KPI_PHASES: Readonly<Partial<Record<KpiId, PhaseId>>> = {
  completeness: "short",
  responseRate: "short",
  cac: "middle",
  coreRepeatRate: "middle",
  complaintOnTime: "middle",
  satisfaction: "middle",
  clv: "long",
  retention: "long",
};

export type GoalState = "notStarted" | "running" | "reached" | "overdue";

export interface Goal {
  readonly kpi: KpiResult;
  readonly phase: PhaseId;
  readonly from: DayNumber;
  /** The stated due date, else the end of the phase. */
  readonly dueOn: DayNumber;
  readonly state: GoalState;
}

/**
 * The three-phase roadmap: each goal of the brief with its window and how it stands.
 *
 * Reached whenever the KPI is met; overdue once the due day is past and it is not; not started before the phase
 * begins. Phases may overlap. In the order of the phases, within one of the board.
 */
export function roadmap(kpis: readonly KpiResult[], start: DayNumber, asOf: DayNumber): readonly Goal[] {
  const goals = kpis.flatMap((kpi): readonly Goal[] => {
    const phase = PHASES.find(({ id }) => id === KPI_PHASES[kpi.id]);
    if (phase === undefined) return [];
    const dueOn = kpi.dueOn ?? addMonths(start, phase.toMonth) - 1;
    // A goal that was due before its phase had begun long ago.
    const from = Math.min(addMonths(start, phase.fromMonth), dueOn);
    const state: GoalState =
      kpi.status === "met" ? "reached" : asOf > dueOn ? "overdue" : asOf < from ? "notStarted" : "running";
    return [{ kpi, phase: phase.id, from, dueOn, state }];
  });
  return PHASES.flatMap(({ id }) => goals.filter(({ phase }) => phase === id));
}
