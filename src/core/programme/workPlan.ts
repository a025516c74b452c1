import type { KpiId, KpiResult } from "../kpi";
import type { DayNumber } from "../math/day";
import type { PhaseId } from "./roadmap";

/** Who answers for a task where no person is named yet. */
export const POST_IDS = ["management", "marketing", "sales", "service"] as const;
export type PostId = (typeof POST_IDS)[number];

interface TaskRule {
  readonly id: string;
  readonly phase: PhaseId;
  readonly post: PostId;
  /** Weeks from the start of the plan, 0 the first, and how many it takes. */
  readonly week: number;
  readonly weeks: number;
  /** The goal it serves: its owner is the task's. */
  readonly kpi: KpiId | null;
}

/** The work behind the brief's goals, by start. A year has 52 weeks. */
export const PLAN_TASKS = [
  { id: "monthlyReview", phase: "short", post: "management", week: 0, weeks: 52, kpi: null },
  { id: "dataClean", phase: "short", post: "sales", week: 0, weeks: 8, kpi: "completeness" },
  { id: "tiers", phase: "short", post: "marketing", week: 0, weeks: 2, kpi: null },
  { id: "training", phase: "short", post: "management", week: 1, weeks: 8, kpi: null },
  { id: "portraits", phase: "short", post: "marketing", week: 2, weeks: 3, kpi: null },
  { id: "touchRhythm", phase: "short", post: "marketing", week: 3, weeks: 6, kpi: "responseRate" },
  { id: "channelMix", phase: "middle", post: "marketing", week: 8, weeks: 18, kpi: "cac" },
  { id: "serviceClocks", phase: "middle", post: "service", week: 8, weeks: 8, kpi: "enquiryOnTime" },
  { id: "complaintGrades", phase: "middle", post: "service", week: 10, weeks: 6, kpi: "complaintOnTime" },
  { id: "advisers", phase: "middle", post: "sales", week: 8, weeks: 10, kpi: "highValueOnTime" },
  { id: "survey", phase: "middle", post: "service", week: 12, weeks: 4, kpi: "satisfaction" },
  { id: "coreRepeat", phase: "middle", post: "sales", week: 12, weeks: 14, kpi: "coreRepeatRate" },
  { id: "winBack", phase: "middle", post: "marketing", week: 14, weeks: 12, kpi: null },
  { id: "businessSolutions", phase: "long", post: "sales", week: 26, weeks: 16, kpi: null },
  { id: "referrals", phase: "long", post: "marketing", week: 26, weeks: 14, kpi: "referralShareOfNew" },
  { id: "salons", phase: "long", post: "marketing", week: 26, weeks: 26, kpi: null },
  { id: "loyalty", phase: "long", post: "management", week: 36, weeks: 16, kpi: "clv" },
  { id: "yearReview", phase: "long", post: "management", week: 48, weeks: 4, kpi: null },
] as const satisfies readonly TaskRule[];
export type PlanTaskId = (typeof PLAN_TASKS)[number]["id"];

export const PLAN_WEEKS = 52;

export interface PlannedTask {
  readonly id: PlanTaskId;
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

/** The work plan laid out from a first day, and who has how much of it. Loads: the busiest first. */
export function workPlan(kpis: readonly KpiResult[], startOn: DayNumber, asOf: DayNumber): WorkPlan {
  const ownerOf = (id: KpiId | null) => kpis.find((kpi) => kpi.id === id)?.owner ?? "";
  const tasks = PLAN_TASKS.map(({ id, phase, post, week, weeks, kpi }): PlannedTask => {
    const from = startOn + 7 * week;
    const to = from + 7 * weeks - 1;
    const timing = asOf < from ? "notStarted" : asOf > to ? "over" : "running";
    return { id, phase, post, kpi, owner: ownerOf(kpi), from, to, timing };
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
