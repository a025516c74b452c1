import type { KpiId, KpiResult } from "../kpi";
import { addMonths, type DayNumber } from "../math/day";
import {
  isPlanTask,
  PLAN_TASKS,
  PLAN_WEEKS,
  type PlanTaskChange,
  type PlanTaskId,
  type PostId,
} from "./planTasks";
import type { Phase, PhaseId } from "./roadmap";

export interface PlannedTask {
  /** One of ours; null: a task of the settings, with a title of its own. */
  readonly id: PlanTaskId | null;
  readonly title: string;
  readonly phase: PhaseId;
  readonly post: PostId;
  readonly kpi: KpiId | null;
  /** Owner of the KPI in the targets sheet; "": none named, so the post answers. */
  readonly owner: string;
  readonly from: DayNumber;
  /** Last day, that day counted. */
  readonly to: DayNumber;
  /** By the calendar alone: what people have done of it is theirs to say. */
  readonly timing: "notStarted" | "running" | "over";
}

export interface OwnerLoad {
  /** A named owner, or a post. */
  readonly owner: string;
  readonly named: boolean;
  readonly tasks: number;
  /** Weeks of work, those of tasks side by side added up. */
  readonly weeks: number;
  /** Most tasks in one week, and the first day of the first such week. */
  readonly peak: number;
  readonly peakFrom: DayNumber;
}

export interface WorkPlan {
  readonly tasks: readonly PlannedTask[];
  readonly loads: readonly OwnerLoad[];
}

/**
 * The work plan laid out from a first day, and who has how much of it. Loads: the busiest first.
 *
 * @param changes - what the settings want otherwise; tasks of their own stand last, of two lines for one the later counts
 */
export function workPlan(
  kpis: readonly KpiResult[],
  { startOn, asOf }: { readonly startOn: DayNumber; readonly asOf: DayNumber },
  { phases, changes }: { readonly phases: readonly Phase[]; readonly changes: readonly PlanTaskChange[] },
): WorkPlan {
  const ownerOf = (id: KpiId | null) => kpis.find((kpi) => kpi.id === id)?.owner ?? "";
  const tasks = tasksOf(phases, changes, startOn).map(({ week, weeks, ...task }): PlannedTask => {
    const from = startOn + 7 * week;
    const to = from + 7 * weeks - 1;
    const timing = asOf < from ? "notStarted" : asOf > to ? "over" : "running";
    return { ...task, owner: ownerOf(task.kpi), from, to, timing };
  });
  const owners = new Map<string, { readonly named: boolean; readonly own: PlannedTask[] }>();
  for (const task of tasks) {
    const named = task.owner !== "";
    const owner = named ? task.owner : task.post;
    // A person may be called what a post is called.
    const key = `${named ? "person" : "post"} ${owner}`;
    const known = owners.get(key) ?? { named, own: [] };
    known.own.push(task);
    owners.set(key, known);
  }
  const loads = [...owners.values()].map(({ named, own }): OwnerLoad => {
    let peak = 0;
    let peakFrom = startOn;
    for (let week = 0; week < PLAN_WEEKS; week++) {
      const day = startOn + 7 * week;
      const running = own.filter(({ from, to }) => from <= day && day <= to).length;
      if (running > peak) [peak, peakFrom] = [running, day];
    }
    const [first] = own;
    return {
      owner: (named ? first?.owner : first?.post) ?? "",
      named,
      tasks: own.length,
      weeks: own.reduce((sum, { from, to }) => sum + (to - from + 1) / 7, 0),
      peak,
      peakFrom,
    };
  });
  return { tasks, loads: loads.sort((one, other) => other.weeks - one.weeks) };
}

type Laid = Omit<PlannedTask, "owner" | "from" | "to" | "timing"> & {
  readonly week: number;
  readonly weeks: number;
};

/** Our tasks as changed, and those that were added. */
function tasksOf(
  phases: readonly Phase[],
  changes: readonly PlanTaskChange[],
  startOn: DayNumber,
): readonly Laid[] {
  const changed = new Map(changes.map((change) => [change.task, change]));
  const ours = PLAN_TASKS.flatMap((task): readonly Laid[] => {
    const change = changed.get(task.id);
    const laid = { ...task, title: "" };
    if (change === undefined) return [laid];
    if (change.weeks === null) return [];
    const [from, to] = change.weeks;
    return [{ ...laid, post: change.post ?? task.post, week: from - 1, weeks: to - from + 1 }];
  });
  const own = [...changed.values()].flatMap(({ task, weeks, post }): readonly Laid[] => {
    if (isPlanTask(task) || weeks === null) return [];
    const [from, to] = weeks;
    const first = startOn + 7 * (from - 1);
    const phase = phases.find(({ toMonth }) => first < addMonths(startOn, toMonth))?.id ?? "long";
    return [
      {
        id: null,
        title: task,
        phase,
        post: post ?? "management",
        kpi: null,
        week: from - 1,
        weeks: to - from + 1,
      },
    ];
  });
  return [...ours, ...own];
}
