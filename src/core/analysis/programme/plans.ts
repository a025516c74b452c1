import {
  closedLoop,
  kpiProblems,
  phasesOf,
  roadmap,
  workPlan,
  type Goal,
  type KpiProblem,
  type LoopStage,
  type OwnerLoad,
  type Phase,
  type PlannedTask,
} from "../../programme";
import { addMonths, SECONDS_PER_DAY, type DayNumber } from "../../math/day";
import { snapshotAge, type SnapshotAge } from "../../snapshots";
import { isDoneWithin } from "../../touch/touchResponse";
import { trainingPlan, type TrainingPlan } from "../../training";
import { churnReasons, type ChurnReasonLine, type WinBackTracker } from "../../winBack";
import type { ProgrammeInputs } from "./inputs";

/** What is to be done by whom and when, and how far it has come. */
export interface Plans {
  /** First day of the roadmap and of the work plan; `startStated`: the settings say it. */
  readonly startOn: DayNumber;
  readonly startStated: boolean;
  readonly phases: readonly Phase[];
  readonly roadmap: readonly Goal[];
  readonly tasks: readonly PlannedTask[];
  readonly loads: readonly OwnerLoad[];
  readonly loop: readonly LoopStage[];
  /** Customers of the top tier (核心客户), and their share of the net spend of the window; null without spend. */
  readonly core: { readonly customers: number; readonly netShare: number | null };
  readonly training: TrainingPlan;
  /** What the touches of the window cost, as far as it is written down; null: nowhere. */
  readonly touchCost: number | null;
  /** KPIs that miss their targets; complaint reasons to do away with stand in the service review. */
  readonly problems: readonly KpiProblem[];
  /** The log is empty without a sheet: hold-outs are drawn all the same. */
  readonly winBack: WinBackTracker;
  readonly churnReasons: readonly ChurnReasonLine[];
  /** Age of the latest snapshot before the as-of date; null without one. */
  readonly snapshotAge: SnapshotAge | null;
}

export function plansOf(inputs: ProgrammeInputs): Plans {
  const { kpis, training, asOf, settings, absent, rows, snapshots } = inputs;
  const { winBack } = inputs.standing;
  const { startOn: stated } = settings.programme;
  const startOn = stated ?? asOf + 1;
  const phases = phasesOf(settings.programme);
  return {
    startOn,
    startStated: stated !== null,
    phases,
    roadmap: roadmap(kpis, startOn, asOf, phases),
    ...workPlan(kpis, { startOn, asOf }, { phases, changes: settings.programme.planTasks }),
    loop: closedLoop(kpis),
    core: coreOf(rows),
    training: trainingPlan(absent.has("training") ? null : training, startOn),
    touchCost: touchCostOf(inputs),
    problems: kpiProblems(kpis, asOf, phases),
    winBack,
    churnReasons: churnReasons(
      winBack.attempts.map(({ entry, result }) => ({
        reason: entry.reason,
        settled: entry.action !== "" && (result === "won" || result === "notWon"),
        won: result === "won",
      })),
      lapsedComplaints(inputs),
    ),
    snapshotAge: snapshotAge(snapshots, asOf),
  };
}

function coreOf(rows: ProgrammeInputs["rows"]): Plans["core"] {
  const core = rows.filter(({ tier }) => tier === "high");
  const net = (list: typeof rows) => list.reduce((sum, { netSpend }) => sum + netSpend, 0);
  const all = net(rows);
  return { customers: core.length, netShare: all > 0 ? net(core) / all : null };
}

function touchCostOf({ touches, windowStart, asOf }: ProgrammeInputs): number | null {
  const costs = touches.flatMap((touch) =>
    touch.cost !== null && isDoneWithin(touch, windowStart, asOf) ? [touch.cost] : [],
  );
  return costs.length === 0 ? null : costs.reduce((sum, cost) => sum + cost, 0);
}

/** Complaints of the window by customers who have lapsed since: what they said before they left. */
function lapsedComplaints({ tickets, rowByKey, settings, asOf, windowStart }: ProgrammeInputs) {
  return tickets.filter(({ type, customerKey, createdAt, reason }) => {
    const lastDay = rowByKey.get(customerKey)?.lastDay ?? null;
    return (
      type === "complaint" &&
      reason !== "" &&
      createdAt >= windowStart * SECONDS_PER_DAY &&
      createdAt < (asOf + 1) * SECONDS_PER_DAY &&
      lastDay !== null &&
      addMonths(lastDay, settings.winBackMonths) <= asOf
    );
  });
}
