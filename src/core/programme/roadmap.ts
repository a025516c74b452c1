import type { KpiId, KpiResult } from "../kpi";
import { addMonths, type DayNumber } from "../math/day";
import type { Settings } from "../settings";

/** 短期目标(1-2个月), 中期(3-6个月), 长期(7-12个月). */
export const PHASE_IDS = ["short", "middle", "long"] as const;
export type PhaseId = (typeof PHASE_IDS)[number];

/** One phase of the roadmap: months from the start, and the KPIs that are its goals. */
export interface Phase {
  readonly id: PhaseId;
  readonly fromMonth: number;
  readonly toMonth: number;
  readonly goals: readonly KpiId[];
}

/** The phases as the settings have them; a KPI that two of them name is a goal of the earlier one. */
export function phasesOf({
  phaseMonths,
  shortGoals,
  middleGoals,
  longGoals,
}: Pick<
  Settings["programme"],
  "phaseMonths" | "shortGoals" | "middleGoals" | "longGoals"
>): readonly Phase[] {
  const goals = { short: shortGoals, middle: middleGoals, long: longGoals };
  const named = new Set<KpiId>();
  return PHASE_IDS.map((id, index): Phase => {
    const own = goals[id].filter((kpi) => !named.has(kpi));
    for (const kpi of own) named.add(kpi);
    const toMonth = phaseMonths[index] ?? 0;
    return { id, fromMonth: index === 0 ? 0 : (phaseMonths[index - 1] ?? 0), toMonth, goals: own };
  });
}

/** The phase that a KPI is a goal of; undefined: none. */
export function phaseOf(kpi: KpiId, phases: readonly Phase[]): Phase | undefined {
  return phases.find(({ goals }) => goals.includes(kpi));
}

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
 * The three-phase roadmap: each goal with its window and how it stands.
 *
 * Reached whenever the KPI is met; overdue once the due day is past and it is not; not started before the phase
 * begins. Phases may overlap. In the order of the phases, within one of the board.
 */
export function roadmap(
  kpis: readonly KpiResult[],
  start: DayNumber,
  asOf: DayNumber,
  phases: readonly Phase[],
): readonly Goal[] {
  const goals = kpis.flatMap((kpi): readonly Goal[] => {
    const phase = phaseOf(kpi.id, phases);
    if (phase === undefined) return [];
    const dueOn = kpi.dueOn ?? addMonths(start, phase.toMonth) - 1;
    // A goal that was due before its phase had begun long ago.
    const from = Math.min(addMonths(start, phase.fromMonth), dueOn);
    const state: GoalState =
      kpi.status === "met" ? "reached" : asOf > dueOn ? "overdue" : asOf < from ? "notStarted" : "running";
    return [{ kpi, phase: phase.id, from, dueOn, state }];
  });
  return phases.flatMap(({ id }) => goals.filter(({ phase }) => phase === id));
}
